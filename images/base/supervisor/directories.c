// The directories that learners may write in. Nothing of theirs runs while we work on them.
#include "supervisor.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

static char **directories;

void writable(char **names) { directories = names; }

bool disk_is_full(void)
{
    for (char **name = directories; *name; name++) {
        struct statvfs disk;
        if (statvfs(*name, &disk) != 0 || disk.f_blocks == 0) continue;
        if (disk.f_bavail * disk.f_bsize < 16384 || (disk.f_files > 0 && disk.f_favail == 0)) return true;
    }
    return false;
}

static DIR *open_directory(int parent, const char *name)
{
    fchmodat(parent, name, 0700, 0);
    int directory = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return directory < 0 ? NULL : fdopendir(directory);
}

static struct dirent *next_entry(DIR *directory)
{
    struct dirent *entry;
    do entry = readdir(directory);
    while (entry && (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0));
    return entry;
}

static bool is_directory(int parent, const char *name)
{
    struct stat status;
    return fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
}

// Directories in a directory come up beside it before it is removed: however deep they are, two descriptors are enough.
static bool dissolve(int root, const char *name)
{
    static unsigned long number;
    DIR *directory = open_directory(root, name);
    if (!directory) return false;

    for (struct dirent *entry; (entry = next_entry(directory));) {
        int here = dirfd(directory);
        if (!is_directory(here, entry->d_name)) { unlinkat(here, entry->d_name, 0); continue; }

        char up[40];
        fchmodat(here, entry->d_name, 0700, 0);
        do snprintf(up, sizeof up, ".supervisor-%lu", number++);
        while (faccessat(root, up, F_OK, AT_SYMLINK_NOFOLLOW) == 0);
        renameat(here, entry->d_name, root, up);
    }
    closedir(directory);
    return unlinkat(root, name, AT_REMOVEDIR) == 0;
}

// Again and again, since dissolving brings up more; until a round removes nothing.
static void empty(const char *name)
{
    bool removed = true;
    while (removed) {
        DIR *directory = open_directory(AT_FDCWD, name);
        if (!directory) return;

        removed = false;
        for (struct dirent *entry; (entry = next_entry(directory));) {
            int here = dirfd(directory);
            removed |= is_directory(here, entry->d_name) ? dissolve(here, entry->d_name) : unlinkat(here, entry->d_name, 0) == 0;
        }
        closedir(directory);
    }
}

void empty_directories(void)
{
    for (char **name = directories; *name; name++) empty(*name);
}
