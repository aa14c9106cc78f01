#pragma once
#include <zip.h>

// A macro with a cast, which Swift does not import.
static inline zip_flags_t viva_zip_raw_names(void) { return ZIP_FL_ENC_RAW; }
