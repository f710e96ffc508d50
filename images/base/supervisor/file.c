// Hands a file to the host. Every name on the way has to be a real directory and the last a regular file: a link leads
// nowhere, and a FIFO or a device cannot make us wait.
#include "supervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int open_without_links(const char *path)
{
    int directory = open("/", O_PATH | O_DIRECTORY | O_CLOEXEC);
    for (char name[256]; directory >= 0;) {
        path += strspn(path, "/");
        size_t length = strcspn(path, "/");
        if (length == 0 || length >= sizeof name) { close(directory); errno = ENAMETOOLONG; return -1; }
        memcpy(name, path, length);
        name[length] = '\0';
        path += length;

        bool last = path[strspn(path, "/")] == '\0';
        int next = openat(directory, name,
            O_NOFOLLOW | O_CLOEXEC | (last ? O_RDONLY | O_NONBLOCK | O_NOCTTY : O_PATH | O_DIRECTORY));
        close(directory);
        if (last) return next;
        directory = next;
    }
    return -1;
}

void send_file(struct frame *frame)
{
    size_t position = 0;
    long long limit = next_number(frame, &position);

    int file = open_without_links(next_field(frame, &position));
    if (file < 0) { answer_done(errno == ENOENT ? "missing" : "refused"); return; }

    struct stat status;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) answer_done("refused");
    else if (status.st_size > limit) answer_done("large");
    else {
        char chunk[65536];
        ssize_t got;
        while ((got = read(file, chunk, sizeof chunk)) > 0) answer('O', chunk, (size_t)got);
        answer_done(got == 0 ? "whole" : "refused");
    }
    close(file);
}
