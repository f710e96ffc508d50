// The supervisor is the first process of a sandbox. The host speaks with it over the container's own standard input and
// output (see README.md beside this file): it runs one command after another, holds their limits, and leaves nothing
// alive between two of them.
//
// It has the learner's user id, no capability, and the learner cannot reach it: as process 1 of its PID namespace it is
// immune to their signals, and as a process that is not dumpable it cannot be traced, nor its memory or files opened.
#ifndef SUPERVISOR_H
#define SUPERVISOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MAX_FRAME = 1 << 20 };

struct frame {
    char type;
    uint32_t length;
    char data[MAX_FRAME + 1]; // always ends with a NUL
};

// frame.c
void receive(struct frame *frame);
void answer(char type, const void *data, size_t length);
void answer_done(const char *format, ...) __attribute__((format(printf, 1, 2)));
const char *next_field(struct frame *frame, size_t *position);
long long next_number(struct frame *frame, size_t *position);

// clock.c: in microseconds
int64_t now_us(void);
void live_until(int64_t us);
int ms_until(int64_t us); // from now until then, or the end of the sandbox's life if that comes first
void end_if_too_old(void);

// run.c, service.c, file.c, directories.c, ipc.c
void run(struct frame *frame);
void wait_for_service(struct frame *frame);
void send_file(struct frame *frame);
void writable(char **directories);
void empty_directories(void);
void remove_shared_memory(void);
bool disk_is_full(void);

// cgroup.c
long running_processes(void);
long refused_processes(void);
long killed_for_memory(void);

// refuse.c
void refuse_dangerous_calls(void);

_Noreturn void fail(const char *what);

#endif
