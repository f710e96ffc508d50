// Runs one command, within its limits, until nothing of it is left.
#include "supervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_FIELDS = 16384, LOOK_EVERY_US = 20000, LINGER_US = 200000, LONGEST_LINGER_US = 3000000 };

extern char **environ;

struct output {
    int pipe;
    char letter;
    long long left; // bytes that may still come
    bool flooded;
};

static struct {
    pid_t main;
    bool running;
    bool stopped;              // by the host
    int status;
    long long cpu_us;
    long peak_kb;
    int input;                 // where the command's standard input is written; -1 once closed
    const char *pending;       // what the host sent and the command has not read yet
    size_t pending_length;
    struct output outputs[2];
} command;

static struct frame input;

static char *fields[MAX_FIELDS];

// count, then that many fields, as a list that ends with NULL.
static char **next_list(struct frame *frame, size_t *position, size_t *used)
{
    long long count = next_number(frame, position);
    if (count < 0 || *used + (size_t)count + 1 > MAX_FIELDS) { errno = E2BIG; fail("list"); }
    char **list = fields + *used;
    for (long long i = 0; i < count; i++) fields[(*used)++] = (char *)next_field(frame, position);
    fields[(*used)++] = NULL;
    return list;
}

static void open_pipe(int ends[2], int ours)
{
    if (pipe2(ends, O_CLOEXEC) != 0) fail("pipe");
    fcntl(ends[ours], F_SETFL, O_NONBLOCK);
}

// In the child, alone in the container with the supervisor. The out-of-memory killer should take it first; its own file
// in /proc opens to it only while it is dumpable.
static _Noreturn void become(const char *directory, char **arguments, char **environment, int in, int out, int err)
{
    prctl(PR_SET_DUMPABLE, 1);
    int score = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (score >= 0 && write(score, "1000", 4) < 0) { /* then the kernel chooses by size alone */ }

    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setsid();
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);

    environ = environment; // its PATH is the one that finds the program
    const char *what = directory;
    if (chdir(directory) == 0) {
        what = arguments[0];
        execvp(arguments[0], arguments);
    }
    dprintf(STDERR_FILENO, "%s: %s\n", what, strerror(errno));
    _exit(errno == ENOENT ? 127 : 126);
}

static void start(const char *directory, char **arguments, char **environment)
{
    int in[2], out[2], err[2];
    open_pipe(in, 1);
    open_pipe(out, 0);
    open_pipe(err, 0);

    command.main = fork();
    if (command.main < 0) fail("fork");
    if (command.main == 0) become(directory, arguments, environment, in[0], out[1], err[1]);

    close(in[0]);
    close(out[1]);
    close(err[1]);
    command.running = true;
    command.stopped = false;
    command.status = 0;
    command.cpu_us = command.peak_kb = 0;
    command.input = in[1];
    command.pending_length = 0;
    command.outputs[0].pipe = out[0];
    command.outputs[1].pipe = err[0];
}

static void close_input(void)
{
    if (command.input >= 0) close(command.input);
    command.input = -1;
    command.pending_length = 0;
}

static void note_ended(pid_t pid, int status, const struct rusage *used)
{
    command.cpu_us += (used->ru_utime.tv_sec + used->ru_stime.tv_sec) * 1000000LL + used->ru_utime.tv_usec + used->ru_stime.tv_usec;
    if (used->ru_maxrss > command.peak_kb) command.peak_kb = used->ru_maxrss;
    if (pid != command.main) return;
    command.running = false;
    command.status = status;
}

static void reap(int options)
{
    int status;
    struct rusage used;
    for (pid_t pid; (pid = wait4(-1, &status, options, &used)) > 0;) note_ended(pid, status, &used);
}

// kill(-1) reaches every process but ourselves at once, so none can fork its way out; what we then wait for are all of
// them, since an orphan becomes a child of process 1.
static void kill_all(void)
{
    kill(-1, SIGKILL);
    reap(0);
}

static void take_frame(void)
{
    receive(&input);
    switch (input.type) {
    case 'E': close_input(); break;
    case 'K': command.stopped = true; break;
    case 'I':
        if (command.input < 0) break; // the command has closed it
        command.pending = input.data;
        command.pending_length = input.length;
        break;
    default: errno = EPROTO; fail("frame during a command");
    }
}

static void pass_input(void)
{
    if (command.pending_length == 0) return;
    ssize_t put = write(command.input, command.pending, command.pending_length);
    if (put < 0 && errno == EPIPE) close_input();
    if (put <= 0) return;
    command.pending += put;
    command.pending_length -= (size_t)put;
}

// Whether there may be more.
static bool pass_output(struct output *output)
{
    char chunk[65536];
    ssize_t got = output->pipe < 0 ? 0 : read(output->pipe, chunk, sizeof chunk);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return false;
    if (got <= 0) {
        if (output->pipe >= 0) close(output->pipe);
        output->pipe = -1;
        return false;
    }
    long long passed = got < output->left ? got : output->left;
    if (passed > 0) answer(output->letter, chunk, (size_t)passed);
    output->left -= passed;
    output->flooded = output->flooded || passed < got;
    return !output->flooded;
}

// One look at everything that can happen to a running command, waiting for it at most until then.
static void wait_for_news(int children, int64_t until)
{
    struct pollfd polls[] = {
        { .fd = STDIN_FILENO, .events = command.pending_length == 0 ? POLLIN : 0 }, // the host's leaving is told in any case
        { .fd = command.pending_length > 0 ? command.input : -1, .events = POLLOUT },
        { .fd = command.outputs[0].pipe, .events = POLLIN },
        { .fd = command.outputs[1].pipe, .events = POLLIN },
        { .fd = children, .events = POLLIN },
    };
    poll(polls, 5, ms_until(until));
    end_if_too_old();

    if ((polls[0].revents & POLLHUP) && !(polls[0].revents & POLLIN)) exit(0);
    if (polls[0].revents & POLLIN) take_frame();
    if (polls[0].revents & POLLIN || polls[1].revents) pass_input();
    if (polls[2].revents) pass_output(&command.outputs[0]);
    if (polls[3].revents) pass_output(&command.outputs[1]);
    if (polls[4].revents) {
        struct signalfd_siginfo told;
        if (read(children, &told, sizeof told) > 0) reap(WNOHANG);
    }
}

// Orphans are children of ours, too: if the command has left anybody behind, we have a child.
static bool anybody_left(void)
{
    siginfo_t child;
    return waitid(P_ALL, 0, &child, WEXITED | WNOHANG | WNOWAIT) == 0;
}

static int64_t earliest(int64_t a, int64_t b, int64_t c)
{
    int64_t first = a < b ? a : b;
    return first < c ? first : c;
}

static bool flooded(void) { return command.outputs[0].flooded || command.outputs[1].flooded; }

static int exit_code(void)
{
    return WIFSIGNALED(command.status) ? 128 + WTERMSIG(command.status) : WEXITSTATUS(command.status);
}

void run(struct frame *frame)
{
    size_t position = 0, used = 0;
    int64_t started = now_us(), deadline = started + 1000 * next_number(frame, &position);
    command.outputs[0] = (struct output){ .letter = 'O', .left = next_number(frame, &position) };
    command.outputs[1] = (struct output){ .letter = 'X', .left = next_number(frame, &position) };
    const char *directory = next_field(frame, &position);
    char **arguments = next_list(frame, &position, &used);
    char **environment = next_list(frame, &position, &used);

    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    int children = signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK);
    long refused_before = refused_processes(), killed_before = killed_for_memory();
    bool refused = false, killed = false, full = false;

    start(directory, arguments, environment);
    int64_t look = 0, ended = 0, grown = 0, end = deadline;
    long most = 0;
    while (!command.stopped && !flooded() && !refused && !killed && now_us() < end) {
        wait_for_news(children, end < look ? end : look);
        if (!command.running) {
            // A bomb goes off after whoever laid it has left: whatever the command leaves behind is watched a little, and as
            // long as it grows.
            if (!anybody_left()) break;
            if (!ended) { ended = now_us(); look = 0; }
            if (running_processes() > most) { most = running_processes(); grown = now_us(); }
            end = earliest(deadline, ended + LONGEST_LINGER_US, (grown > ended ? grown : ended) + LINGER_US);
        }
        if (now_us() < look) continue;
        look = now_us() + LOOK_EVERY_US;
        refused = refused_processes() > refused_before;
        killed = killed_for_memory() > killed_before;
        full = full || disk_is_full();
    }
    int64_t elapsed = (ended ? ended : now_us()) - started;
    bool timed_out = command.running && elapsed >= deadline - started, stopped = command.running && command.stopped;

    full = full || disk_is_full();
    kill_all();
    close_input();
    for (int i = 0; i < 2; i++) {
        while (pass_output(&command.outputs[i])) continue;
        if (command.outputs[i].pipe >= 0) close(command.outputs[i].pipe);
    }
    close(children);

    // The cause rather than its consequence: a full disk also makes programs print errors without end, or wait.
    bool too_large = exit_code() == 128 + SIGXFSZ; // also when a shell passes it on
    const char *ending =
        refused || refused_processes() > refused_before ? "processes"
        : killed || killed_for_memory() > killed_before ? "memory"
        : too_large || (full && (timed_out || flooded() || exit_code() != 0)) ? "disk"
        : flooded() ? "output"
        : timed_out ? "time"
        : stopped ? "stopped"
        : "exited";
    answer_done("%s %d %lld %lld %ld %d %d", ending, exit_code(), (long long)elapsed, command.cpu_us, command.peak_kb,
        command.outputs[0].flooded, command.outputs[1].flooded);
}
