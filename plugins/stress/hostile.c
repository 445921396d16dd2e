/* A plugin library that is wrong in the way its macro FAULT says. For tests of the host; see lib.rs beside this file.
 *
 *   cc -shared -fPIC -fvisibility=hidden -I crates/abi/include -DFAULT=FAULT_WRONG_MAGIC hostile.c -o libhostile.so
 *
 * Without FAULT it is a sound source whose answer to an input "hostile WORD" is what the word says. */
#include "rapporteur_plugin.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FAULT_NONE 0
#define FAULT_WRONG_MAGIC 1
#define FAULT_WRONG_MAJOR 2
#define FAULT_SHORT_STRUCT 3
#define FAULT_NULL_LIBRARY 4
#define FAULT_NULL_PLUGINS 5
#define FAULT_NULL_FUNCTION 6
#define FAULT_NULL_DESCRIPTOR 7
#define FAULT_BAD_DESCRIPTOR 8
#define FAULT_NUL_IN_DESCRIPTOR 9
#define FAULT_CRASH_IN_CONSTRUCTOR 10
#define FAULT_EXIT_IN_CONSTRUCTOR 11
#define FAULT_CRASH_IN_ENTRY 12
#define FAULT_NO_ENTRY 13
#define FAULT_UNRESOLVED_SYMBOL 14
#define FAULT_NULL_INSTANCE 15
#define FAULT_WRONG_PROTOCOL 16
#define FAULT_HANG_IN_CONSTRUCTOR 17

#ifndef FAULT
#define FAULT FAULT_NONE
#endif

#define TEXT(x) #x
#define PROTOCOL_FIELD(x) "\"protocol\":" TEXT(x)
#if FAULT == FAULT_WRONG_PROTOCOL
#define PROTOCOL PROTOCOL_FIELD(9)
#else
#define PROTOCOL PROTOCOL_FIELD(1)
#endif

static const char descriptor[] =
#if FAULT == FAULT_BAD_DESCRIPTOR
    "{\"id\":";
#else
    "{\"id\":\"org.example.hostile\",\"version\":\"1\",\"kind\":\"source\"," PROTOCOL
    ",\"name\":\"hostile\",\"summary\":\"Is wrong in a way of its own\"}";
#endif

/* Written through so that no compiler sees that it is null. */
static int *volatile nowhere = NULL;

#if FAULT == FAULT_CRASH_IN_CONSTRUCTOR
__attribute__((constructor)) static void begin(void) { *nowhere = 1; }
#elif FAULT == FAULT_EXIT_IN_CONSTRUCTOR
__attribute__((constructor)) static void begin(void) { _exit(0); }
#elif FAULT == FAULT_HANG_IN_CONSTRUCTOR
__attribute__((constructor)) static void begin(void) {
    for (;;) {
        sleep(1);
    }
}
#endif

#if FAULT == FAULT_UNRESOLVED_SYMBOL
extern int not_to_be_found_anywhere(void);
#endif

static int instance_place;

static int32_t answer(const rpt_sink *reply, const char *json) {
    rpt_bytes bytes = {(const uint8_t *)json, strlen(json)};
    return reply->write(reply->ctx, RPT_CHANNEL_JSON, bytes) == 0 ? RPT_OK : RPT_ERR_SINK;
}

static int32_t create(const rpt_host *host, rpt_bytes config, void **instance, const rpt_sink *error) {
    (void)host;
    (void)config;
    (void)error;
#if FAULT == FAULT_UNRESOLVED_SYMBOL
    instance_place = not_to_be_found_anywhere();
#endif
#if FAULT != FAULT_NULL_INSTANCE
    *instance = &instance_place;
#endif
    return RPT_OK;
}

static int begins(rpt_bytes bytes, const char *with) {
    size_t len = strlen(with);
    return bytes.len >= len && memcmp(bytes.ptr, with, len) == 0;
}

static int is(rpt_bytes bytes, const char *word) { return bytes.len == strlen(word) && begins(bytes, word); }

static int32_t do_as_told(rpt_bytes payload, const rpt_sink *reply) {
    if (begins(payload, "hostile null-write")) {
        *nowhere = 1;
    }
    if (begins(payload, "hostile null-read")) {
        instance_place = *nowhere;
    }
    if (begins(payload, "hostile unknown-status")) {
        return 77;
    }
    if (begins(payload, "hostile negative-status")) {
        return -99;
    }
    if (begins(payload, "hostile panic-without-words")) {
        return RPT_ERR_PANIC;
    }
    if (begins(payload, "hostile unknown-channel")) {
        rpt_bytes bytes = RPT_STR("{}");
        reply->write(reply->ctx, 9, bytes);
        return answer(reply, "{\"documents\":[]}");
    }
    if (begins(payload, "hostile deaf")) {
        /* Writes for ever, whatever the host says: stops only because the host counts what it keeps. */
        static uint8_t piece[1 << 20];
        rpt_bytes bytes = {piece, sizeof piece};
        for (int turn = 0; turn < 4096; turn++) {
            reply->write(reply->ctx, RPT_CHANNEL_PAYLOAD, bytes);
        }
        return RPT_OK;
    }
    if (begins(payload, "hostile close-everything")) {
        for (int descriptor_number = 0; descriptor_number < 256; descriptor_number++) {
            close(descriptor_number);
        }
        for (;;) {
            sleep(1);
        }
    }
    if (begins(payload, "hostile write-everywhere")) {
        for (int descriptor_number = 0; descriptor_number < 64; descriptor_number++) {
            ssize_t ignored = write(descriptor_number, "garbage garbage garbage garbage\n", 32);
            (void)ignored;
        }
    }
    if (begins(payload, "hostile double-free")) {
        char *volatile block = malloc(40);
        free(block);
        free(block);
    }
    if (begins(payload, "hostile abort")) {
        abort();
    }
    return answer(reply, "{\"documents\":[]}");
}

static int32_t call(void *instance, rpt_bytes method, rpt_bytes request, rpt_bytes payload, const rpt_sink *reply) {
    (void)instance;
    (void)request;
    if (is(method, "detect")) {
        if (begins(payload, "hostile ")) {
            return answer(reply, "{\"confidence\":100}");
        }
        return answer(reply, "{\"confidence\":0}");
    }
    if (is(method, "ingest")) {
        return do_as_told(payload, reply);
    }
    return RPT_UNSUPPORTED;
}

static void destroy(void *instance) { (void)instance; }

static const rpt_plugin plugin = {
    .magic = RPT_MAGIC,
    .struct_size = sizeof(rpt_plugin),
    .abi_major = RPT_ABI_MAJOR,
    .abi_minor = RPT_ABI_MINOR,
#if FAULT == FAULT_NULL_DESCRIPTOR
    .descriptor = {NULL, 0},
#elif FAULT == FAULT_NUL_IN_DESCRIPTOR
    .descriptor = {(const uint8_t *)descriptor, sizeof(descriptor)},
#else
    .descriptor = {(const uint8_t *)descriptor, sizeof(descriptor) - 1},
#endif
    .create = create,
#if FAULT != FAULT_NULL_FUNCTION
    .call = call,
#endif
    .destroy = destroy,
};

static const rpt_plugin *const plugins[] = {&plugin};

static const rpt_library library = {
    .magic = FAULT == FAULT_WRONG_MAGIC ? UINT64_C(7) : RPT_MAGIC,
    .struct_size = FAULT == FAULT_SHORT_STRUCT ? 8 : sizeof(rpt_library),
    .abi_major = FAULT == FAULT_WRONG_MAJOR ? 2 : RPT_ABI_MAJOR,
    .abi_minor = RPT_ABI_MINOR,
    .count = 1,
    .plugins = FAULT == FAULT_NULL_PLUGINS ? NULL : plugins,
};

#if FAULT != FAULT_NO_ENTRY
const rpt_library *rapporteur_plugin_v1(void) {
#if FAULT == FAULT_CRASH_IN_ENTRY
    *nowhere = 1;
#endif
#if FAULT == FAULT_NULL_LIBRARY
    return NULL;
#else
    return &library;
#endif
}
#else
RPT_EXPORT const void *something_else(void);
const void *something_else(void) { return &library; }
#endif
