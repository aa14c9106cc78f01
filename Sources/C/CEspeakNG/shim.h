#pragma once
#include <sys/syscall.h>
#include <unistd.h>
#include <espeak-ng/speak_lib.h>
#include <espeak-ng/espeak_ng.h>

// A file in memory, closed in child processes (MFD_CLOEXEC). The C library declares memfd_create only to programs that
// define _GNU_SOURCE, which a Swift module cannot.
static inline int ces_memory_file(const char *name) { return (int)syscall(SYS_memfd_create, name, 1U); }
