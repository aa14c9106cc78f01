#pragma once
#include <stdarg.h>
#include <stdio.h>
#include <pocketsphinx.h>
#include <sphinxbase/cmd_ln.h>
#include <sphinxbase/cmn.h>
#include <sphinxbase/err.h>
#include <sphinxbase/fe.h>
#include <sphinxbase/feat.h>
#include <sphinxbase/fsg_model.h>
#include <sphinxbase/ngram_model.h>

// Swift cannot call the variadic cmd_ln_init.
static inline cmd_ln_t *cps_new_configuration(void) {
    return cmd_ln_init(NULL, ps_args(), TRUE, NULL);
}

// The first error that the library reported on this thread since the last cps_clear_error: the first is the cause, the
// later ones are its consequences. Swift cannot be the variadic callback.
#define CPS_ERROR_BYTES 512

static inline char *cps_error(void) {
    static _Thread_local char text[CPS_ERROR_BYTES];
    return text;
}

static void cps_collect(void *user_data, err_lvl_t level, const char *format, ...) {
    (void)user_data;
    if ((level != ERR_ERROR && level != ERR_FATAL) || cps_error()[0] != '\0') return;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(cps_error(), CPS_ERROR_BYTES, format, arguments);
    va_end(arguments);
}

// Nothing is printed from here on: errors are kept, everything else is dropped. The log file belongs to a thread, so each
// thread that makes a decoder says it.
static inline void cps_collect_errors(void) {
    err_set_callback(cps_collect, NULL);
    err_set_logfp(NULL);
}
static inline void cps_clear_error(void) { cps_error()[0] = '\0'; }

// A file in memory, closed in programs that are started; -1 with errno. The C library hides it from Swift.
int memfd_create(const char *name, unsigned int flags);
static inline int cps_memory_file(const char *name) { return memfd_create(name, 1U /* MFD_CLOEXEC */); }
