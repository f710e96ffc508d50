// System calls that no learner's program needs and that widen what it could attack. The engine's own filter refuses most
// of them, but which ones depends on its version (io_uring, for one); this list does not.
#include "supervisor.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "Which architecture is this?"
#endif

#define NAMESPACES (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET)

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define RETURN(what) BPF_STMT(BPF_RET | BPF_K, what)
#define SKIP_UNLESS(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, count)
#define SKIP_IF(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, count, 0)
#define REFUSE(number) SKIP_UNLESS(number, 1), RETURN(SECCOMP_RET_ERRNO | EPERM)

static struct sock_filter filter[] = {
    LOAD(arch),
    SKIP_IF(ARCHITECTURE, 1),
    RETURN(SECCOMP_RET_ERRNO | ENOSYS), // another architecture's numbers mean other calls
    LOAD(nr),
#if defined(__x86_64__)
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1), // and so do x32's
    RETURN(SECCOMP_RET_ERRNO | ENOSYS),
#endif
    REFUSE(__NR_io_uring_setup), REFUSE(__NR_io_uring_enter), REFUSE(__NR_io_uring_register),
    REFUSE(__NR_bpf), REFUSE(__NR_perf_event_open), REFUSE(__NR_userfaultfd),
    REFUSE(__NR_add_key), REFUSE(__NR_request_key), REFUSE(__NR_keyctl),
    REFUSE(__NR_unshare), REFUSE(__NR_setns),
    REFUSE(__NR_mount), REFUSE(__NR_umount2), REFUSE(__NR_pivot_root), REFUSE(__NR_chroot),
    REFUSE(__NR_open_tree), REFUSE(__NR_move_mount), REFUSE(__NR_fsopen), REFUSE(__NR_fsmount), REFUSE(__NR_fspick),

    // Nobody changes the supervisor's limits.
    SKIP_UNLESS(__NR_prlimit64, 3),
    LOAD(args[0]),
    REFUSE(1),
    // A namespace of one's own is a way to capabilities. clone3 keeps its flags where a filter cannot look: C libraries
    // that are told that it does not exist use clone.
    LOAD(nr),
    SKIP_UNLESS(__NR_clone3, 1),
    RETURN(SECCOMP_RET_ERRNO | ENOSYS),
    SKIP_UNLESS(__NR_clone, 3),
    LOAD(args[0]),
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, NAMESPACES, 0, 1),
    RETURN(SECCOMP_RET_ERRNO | EPERM),
    RETURN(SECCOMP_RET_ALLOW),
};

void refuse_dangerous_calls(void)
{
    struct sock_fprog program = { .len = sizeof filter / sizeof filter[0], .filter = filter };
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) fail("seccomp");
}
