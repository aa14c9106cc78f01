#pragma once
#include <sndfile.h>

// The text of the last error of opening: a NULL handle is not expressible as Swift's non-optional import.
static inline const char *viva_sf_open_error(void) { return sf_strerror(NULL); }
