#pragma once
// dlsym's RTLD_DEFAULT is a GNU extension.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <portaudio.h>

// ALSA and JACK report every device that they fail to probe on standard error, where it reads like a failure of the
// program. Both libraries come with PortAudio, which does not export their calls, so they are looked up by name, and
// nothing happens when they are not there.

static void viva_ignore_alsa_message(
    const char *file, int line, const char *function, int error, const char *format, ...) {
    (void)file; (void)line; (void)function; (void)error; (void)format;
}

static void viva_ignore_jack_message(const char *message) { (void)message; }

static inline void viva_silence_audio_libraries(void) {
    typedef void (*alsa_handler)(const char *, int, const char *, int, const char *, ...);
    typedef int (*alsa_setter)(alsa_handler);
    typedef void (*jack_handler)(const char *);
    typedef void (*jack_setter)(jack_handler);
    alsa_setter set_alsa = (alsa_setter)dlsym(RTLD_DEFAULT, "snd_lib_error_set_handler");
    if (set_alsa) set_alsa(viva_ignore_alsa_message);
    jack_setter set_jack_error = (jack_setter)dlsym(RTLD_DEFAULT, "jack_set_error_function");
    if (set_jack_error) set_jack_error(viva_ignore_jack_message);
    jack_setter set_jack_info = (jack_setter)dlsym(RTLD_DEFAULT, "jack_set_info_function");
    if (set_jack_info) set_jack_info(viva_ignore_jack_message);
}
