#pragma once
#include <cblas.h>
#include <stdlib.h>

/* Both are missing from a library that was built for one kind of processor. */
extern void gotoblas_dynamic_init(void) __attribute__((weak));
extern void gotoblas_dynamic_quit(void) __attribute__((weak));

/* The kernels of OpenBLAS for the widest registers of this processor; NULL when it has none that are wider than all have. */
static inline const char *viva_widest_kernels(void) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
        return "SkylakeX";
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return "Haswell";
#endif
    return NULL;
}

/* Makes OpenBLAS choose its kernels again, as OPENBLAS_CORETYPE says now; only while nobody multiplies. */
static inline void viva_choose_kernels_again(void) {
    if (!gotoblas_dynamic_init || !gotoblas_dynamic_quit) return;
    gotoblas_dynamic_quit();
    gotoblas_dynamic_init();
}
