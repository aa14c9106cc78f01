#pragma once
#include <spawn.h>

// glibc shows it (from 2.34 on) only to programs that ask for all its extensions, and Swift's module of it does not.
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);

// Closes every descriptor from `first` on in the new process.
static inline int cspawn_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}
