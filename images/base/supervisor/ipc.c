// System V shared memory, semaphores and message queues outlive the programs that made them: no program may find those of
// the one before it.
#include "supervisor.h"

#include <stdio.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

static void remove_segment(int id) { shmctl(id, IPC_RMID, NULL); }
static void remove_semaphores(int id) { semctl(id, 0, IPC_RMID); }
static void remove_queue(int id) { msgctl(id, IPC_RMID, NULL); }

// The kernel's list: a heading, then a line each that begins with the key and the number.
static void remove_all(const char *list, void (*remove_one)(int))
{
    FILE *file = fopen(list, "re");
    if (!file) return; // another kernel, without them

    char line[512];
    int id;
    while (fgets(line, sizeof line, file))
        if (sscanf(line, "%*d %d", &id) == 1) remove_one(id);
    fclose(file);
}

void remove_shared_memory(void)
{
    remove_all("/proc/sysvipc/shm", remove_segment);
    remove_all("/proc/sysvipc/sem", remove_semaphores);
    remove_all("/proc/sysvipc/msg", remove_queue);
}
