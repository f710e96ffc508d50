#include "supervisor.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>

static struct frame frame;

// Written to the error stream, which goes to the host's log; the container ends with its first process.
void fail(const char *what)
{
    fprintf(stderr, "supervisor: %s: %s\n", what, strerror(errno));
    exit(1);
}

int main(int argc, char **argv)
{
    (void)argc;
    if (prctl(PR_SET_DUMPABLE, 0) != 0) fail("prctl");

    // Nothing that a learner sends is ever delivered; SIGCHLD is read through a descriptor.
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    refuse_dangerous_calls(); // children inherit it
    umask(022);
    writable(argv + 1);

    for (;;) {
        receive(&frame);
        switch (frame.type) {
        case 'L': live_until(now_us() + 1000 * atoll(frame.data)); break;
        case 'R': run(&frame); break;
        case 'C': empty_directories(); remove_shared_memory(); answer_done("empty"); break;
        case 'F': send_file(&frame); break;
        case 'W': wait_for_service(&frame); break;
        case 'I': case 'E': case 'K': break; // for a command that did not stay to hear it
        default: errno = EPROTO; fail("unknown frame");
        }
    }
}
