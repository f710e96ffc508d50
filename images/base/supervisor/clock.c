#include "supervisor.h"

#include <stdlib.h>
#include <time.h>

static int64_t end_of_life = INT64_MAX;

int64_t now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

int64_t now_ms(void) { return now_us() / 1000; }

void live_until(int64_t ms) { end_of_life = ms; }

void end_if_too_old(void)
{
    if (now_ms() >= end_of_life) exit(0);
}

int wait_ms(int64_t until)
{
    int64_t ms = (until < end_of_life ? until : end_of_life) - now_ms();
    return ms < 0 ? 0 : ms > 60000 ? 60000 : (int)ms;
}
