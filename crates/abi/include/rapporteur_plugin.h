/* rapporteur_plugin.h — the boundary between Rapporteur and its plugins. ABI 1.
 *
 * A plugin is a dynamic library that exports one function, rapporteur_plugin_v1. What it returns describes one or more
 * plugins, each with three functions. All that is said over them is JSON (UTF-8) and raw bytes; docs/plugins.md lists the
 * messages.
 *
 * Compatibility: fields are only ever appended; nothing is reordered or removed. Read no further than struct_size says.
 * The ABI version is not the product's version.
 *
 * Threads: rapporteur_plugin_v1 and reading descriptors: any thread, also several at once. create: any thread. One
 * instance: one thread at a time, not always the same one. log and cancelled: any thread. write: only during the call it
 * was given to, on the calling thread.
 *
 * Ownership: no memory changes owner. What is lent for a call dies when the call returns; whoever wants to keep it copies
 * it. Descriptors and the library live as long as the process; a library is never unloaded. *instance belongs to the
 * plugin and dies in destroy.
 *
 * Unwinding: nothing may unwind across, in either direction: no C++ exception, no Rust panic, no longjmp.
 *
 * Output: a reply may be written in pieces. The host may refuse a piece (the answer is too long): then return
 * RPT_ERR_SINK at once. Writing nothing is an empty reply.
 *
 * A plugin must not: change locale, signal handlers, current directory or environment; call exit; write to standard
 * output; start threads that outlive destroy; touch the network or files (an annotator may read the files of its model in
 * create). Sources and annotators are pure functions of request and payload. A native plugin is code that you trust: nothing here stops one that means harm.
 *
 * Positions in text are byte offsets into the UTF-8 text of the reply (of an annotator's: of the document in the payload),
 * half-open, on character boundaries.
 */
#ifndef RAPPORTEUR_PLUGIN_H
#define RAPPORTEUR_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RPT_MAGIC UINT64_C(0x0031545052504152) /* "RAPRPT1", little endian */
#define RPT_ABI_MAJOR 1
#define RPT_ABI_MINOR 0

#if defined(_WIN32)
#define RPT_EXPORT __declspec(dllexport)
#else
#define RPT_EXPORT __attribute__((visibility("default")))
#endif

/* Borrowed bytes. ptr may be null only where len is 0. */
typedef struct {
    const uint8_t *ptr;
    size_t len;
} rpt_bytes;

/* A string literal as bytes, without its closing NUL. */
#define RPT_STR(literal) {(const uint8_t *)(literal), sizeof(literal) - 1}

/* Channels of a reply. */
#define RPT_CHANNEL_JSON 0u
#define RPT_CHANNEL_PAYLOAD 1u

/* Where a reply goes. write copies the chunk. Non-zero: stop and return RPT_ERR_SINK. */
typedef struct {
    void *ctx;
    int32_t (*write)(void *ctx, uint32_t channel, rpt_bytes chunk);
} rpt_sink;

/* Levels of log. */
#define RPT_LOG_ERROR 1u
#define RPT_LOG_WARN 2u
#define RPT_LOG_INFO 3u
#define RPT_LOG_DEBUG 4u
#define RPT_LOG_TRACE 5u

/* What the host offers. Valid until the process ends. */
typedef struct {
    uint32_t struct_size;
    uint16_t abi_major, abi_minor;
    void *ctx;
    /* fields is a JSON object or empty. */
    void (*log)(void *ctx, uint32_t level, rpt_bytes target, rpt_bytes message, rpt_bytes fields);
    /* Non-zero: nobody waits for the answer any more; return soon. */
    int32_t (*cancelled)(void *ctx);
    /* Nothing above this level is kept: do not build it. 0: log nothing. */
    uint32_t max_log_level;
} rpt_host;

/* Status of create and call. Positive: an answer about the input. Negative: a defect of the plugin. */
#define RPT_OK 0
#define RPT_REFUSED 1          /* reply: {"code", "message", "help"?} */
#define RPT_UNSUPPORTED 2      /* no such method */
#define RPT_ERR_PANIC (-1)     /* reply: {"message", "location"?}; the instance is not used again */
#define RPT_ERR_SINK (-2)      /* a piece of the reply was refused */
#define RPT_ERR_PROTOCOL (-3)  /* the request could not be understood; reply: {"message"} */

typedef struct {
    uint64_t magic;
    uint32_t struct_size;
    uint16_t abi_major, abi_minor;
    uint64_t flags; /* 0 */
    /* JSON, static: {"id", "version", "kind", "protocol", "name", "summary", …}. kind is "source" (answers detect, ingest),
     * "exporter" (export, finish) or "annotator" (annotate). */
    rpt_bytes descriptor;
    /* config: JSON object of the plugin's options; empty means all defaults. On failure *instance is left alone. */
    int32_t (*create)(const rpt_host *host, rpt_bytes config, void **instance, const rpt_sink *error);
    int32_t (*call)(void *instance, rpt_bytes method, rpt_bytes request, rpt_bytes payload, const rpt_sink *reply);
    void (*destroy)(void *instance);
} rpt_plugin;

typedef struct {
    uint64_t magic;
    uint32_t struct_size;
    uint16_t abi_major, abi_minor;
    size_t count;
    const rpt_plugin *const *plugins;
} rpt_library;

/* The one exported function. The major version is in its name: an old host finds no symbol, a new one asks for each. */
RPT_EXPORT const rpt_library *rapporteur_plugin_v1(void);

#ifdef __cplusplus
}
#endif

#endif
