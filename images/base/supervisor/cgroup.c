// What the kernel counted for this container: under cgroup v2, then under v1. Learners can read these files, not write them.
#include "supervisor.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long counter(const char *path, const char *old_path, const char *key)
{
    char text[1024];
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) file = open(old_path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0; // another runtime than runc: it keeps its own count

    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    text[length > 0 ? length : 0] = '\0';

    for (char *line = text; line; line = strchr(line, '\n')) {
        if (*line == '\n') line++;
        if (strncmp(line, key, strlen(key)) == 0) return atol(line + strlen(key));
        if (*line == '\0') break;
    }
    return 0;
}

long running_processes(void)
{
    return counter("/sys/fs/cgroup/pids.current", "/sys/fs/cgroup/pids/pids.current", "");
}

long refused_processes(void)
{
    return counter("/sys/fs/cgroup/pids.events", "/sys/fs/cgroup/pids/pids.events", "max ");
}

long killed_for_memory(void)
{
    return counter("/sys/fs/cgroup/memory.events", "/sys/fs/cgroup/memory/memory.oom_control", "oom_kill ");
}
