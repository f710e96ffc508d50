// Waits until a service answers. It runs in another container that shares this one's network: we are the nearest to it that
// the host has. What it sends is not believed in any way; five letters of it are looked at.
#include "supervisor.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { PAUSE_US = 20000, PATIENCE_US = 5000000 };

static struct frame told;

static bool stopped;

// Until the socket is ready for these events, or then, or the host says to stop.
static bool wait_on(int socket, short events, int64_t until)
{
    while (!stopped && now_us() < until) {
        struct pollfd polls[] = {
            { .fd = STDIN_FILENO, .events = POLLIN },
            { .fd = socket, .events = events },
        };
        poll(polls, 2, ms_until(until));
        end_if_too_old();
        if (polls[0].revents) {
            receive(&told);
            stopped = told.type == 'K';
        }
        if (polls[1].revents) return true;
    }
    return false;
}

static bool connects(int service, int port, int64_t until)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    if (connect(service, (struct sockaddr *)&address, sizeof address) == 0) return true;
    if (errno != EINPROGRESS || !wait_on(service, POLLOUT, until)) return false;

    int error = 0;
    socklen_t size = sizeof error;
    return getsockopt(service, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
}

static bool speaks_http(int service, int port, const char *path, int64_t until)
{
    char request[4096], answer[5];
    int length = snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n", path, port);
    if (length >= (int)sizeof request || send(service, request, (size_t)length, MSG_NOSIGNAL) != length) return false;

    for (size_t got = 0; got < sizeof answer;) {
        if (!wait_on(service, POLLIN, until)) return false;
        ssize_t more = recv(service, answer + got, sizeof answer - got, 0);
        if (more <= 0) return false;
        got += (size_t)more;
    }
    return memcmp(answer, "HTTP/", sizeof answer) == 0;
}

void wait_for_service(struct frame *frame)
{
    size_t position = 0;
    int64_t deadline = now_us() + 1000 * next_number(frame, &position);
    int port = (int)next_number(frame, &position);
    const char *path = next_field(frame, &position), *state = "silent";

    for (stopped = false; !stopped && now_us() < deadline;) {
        int service = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (service < 0) fail("socket");

        int64_t until = now_us() + PATIENCE_US < deadline ? now_us() + PATIENCE_US : deadline;
        bool connected = connects(service, port, until);
        bool ready = connected && (*path == '\0' || speaks_http(service, port, path, until));
        close(service);
        if (ready) { answer_done("ready"); return; }
        if (connected) state = "mute";
        wait_on(-1, 0, now_us() + PAUSE_US);
    }
    answer_done(stopped ? "stopped" : state);
}
