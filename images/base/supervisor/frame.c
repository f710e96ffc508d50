// A frame, in both directions: a letter, the length of what follows (4 bytes, big-endian), and that.
#include "supervisor.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static void read_exactly(void *buffer, size_t length)
{
    for (char *at = buffer; length > 0;) {
        struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
        poll(&input, 1, ms_until(INT64_MAX));
        end_if_too_old();
        if (input.revents == 0) continue;

        ssize_t got = read(STDIN_FILENO, at, length);
        if (got == 0) exit(0); // the host is gone: so is the sandbox
        if (got < 0) {
            if (errno == EINTR || errno == EAGAIN) continue;
            fail("read");
        }
        at += got;
        length -= (size_t)got;
    }
}

void receive(struct frame *frame)
{
    struct { char type; uint32_t length; } __attribute__((packed)) head;
    read_exactly(&head, sizeof head);
    frame->type = head.type;
    frame->length = ntohl(head.length);
    if (frame->length > MAX_FRAME) { errno = EMSGSIZE; fail("frame"); }
    read_exactly(frame->data, frame->length);
    frame->data[frame->length] = '\0';
}

static void write_exactly(const char *at, size_t length)
{
    while (length > 0) {
        ssize_t put = write(STDOUT_FILENO, at, length);
        if (put < 0) {
            if (errno == EINTR) continue;
            exit(0); // nobody listens any more
        }
        at += put;
        length -= (size_t)put;
    }
}

void answer(char type, const void *data, size_t length)
{
    static char buffer[5 + 65536];
    uint32_t size = htonl((uint32_t)length);
    buffer[0] = type;
    memcpy(buffer + 1, &size, 4);
    memcpy(buffer + 5, data, length);
    write_exactly(buffer, 5 + length);
}

void answer_done(const char *format, ...)
{
    char text[256];
    va_list values;
    va_start(values, format);
    int length = vsnprintf(text, sizeof text, format, values);
    va_end(values);
    answer('D', text, (size_t)length);
}

// The fields of a frame end with a NUL each.
const char *next_field(struct frame *frame, size_t *position)
{
    if (*position >= frame->length) { errno = EPROTO; fail("missing field"); }
    const char *field = frame->data + *position;
    *position += strlen(field) + 1;
    return field;
}

long long next_number(struct frame *frame, size_t *position) { return atoll(next_field(frame, position)); }
