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

void live_until(int64_t us) { end_of_life = us; }

void end_if_too_old(void)
{
    if (now_us() >= end_of_life) exit(0);
}

int ms_until(int64_t until)
{
    int64_t us = (until < end_of_life ? until : end_of_life) - now_us();
    return us < 0 ? 0 : us > 60000000 ? 60000 : (int)((us + 999) / 1000);
}
