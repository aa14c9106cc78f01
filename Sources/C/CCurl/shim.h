#pragma once
#include <curl/curl.h>

// Swift cannot call the variadic curl_easy_setopt and curl_easy_getinfo.
static inline CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_bytes(CURL *handle, CURLoption option, const void *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode ccurl_set_buffer(CURL *handle, CURLoption option, char *value) {
    return curl_easy_setopt(handle, option, value);
}
typedef size_t (*ccurl_receiver)(char *bytes, size_t size, size_t count, void *user_data);
static inline CURLcode ccurl_set_receiver(
    CURL *handle, CURLoption function, ccurl_receiver receiver, CURLoption data, void *user_data) {
    CURLcode code = curl_easy_setopt(handle, function, receiver);
    return code == CURLE_OK ? curl_easy_setopt(handle, data, user_data) : code;
}
static inline CURLcode ccurl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode ccurl_get_size(CURL *handle, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(handle, info, value);
}
// The result of a finished transfer lies in a union.
static inline CURLcode ccurl_result(const CURLMsg *message) { return message->data.result; }
