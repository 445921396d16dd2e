/* A source in C: reads mail digests, one document a message. What a digest is, digest.h says; what a document is made
 * of, draft.c. This file is the boundary: options, methods, answers. */
#include "digest.h"
#include "draft.h"
#include "reply.h"
#include "utf8.h"

#include <stdlib.h>

typedef struct {
    const rpt_host *host;
    bool skip_replies;
} source;

static int32_t read_options(rpt_bytes config, source *into, const rpt_sink *error) {
    if (config.len == 0) {
        return RPT_OK;
    }
    json_reader reader = json_read(config);
    buffer key = {0};
    int32_t status = RPT_OK;
    bool first = true;
    if (json_enter(&reader, '{')) {
        while (status == RPT_OK && json_member(&reader, &first, &key)) {
            if (bytes_are(buffer_bytes(&key), "skip_replies")) {
                json_bool(&reader, &into->skip_replies);
            } else {
                buffer message = {0};
                buffer_text(&message, "the digest source has no option ");
                buffer_json(&message, key.ptr, key.len);
                status = reply_refused(error, "invalid-options", &message, "it has: skip_replies (true or false)");
                buffer_free(&message);
            }
        }
    }
    if (status == RPT_OK && !json_finished(&reader)) {
        buffer message = {0};
        buffer_text(&message, "the options of the digest source: ");
        json_explain(&reader, &message);
        status = reply_refused(error, "invalid-options", &message, NULL);
        buffer_free(&message);
    }
    if (key.failed) {
        status = reply_no_memory(error);
    }
    buffer_free(&key);
    return status;
}

static int32_t create(const rpt_host *host, rpt_bytes config, void **instance, const rpt_sink *error) {
    source *made = calloc(1, sizeof *made);
    if (made == NULL) {
        return reply_no_memory(error);
    }
    /* An older host's table may be shorter than the one this was compiled with. */
    if (host != NULL && host->struct_size >= sizeof(rpt_host)) {
        made->host = host;
    }
    int32_t status = read_options(config, made, error);
    if (status == RPT_OK) {
        *instance = made;
    } else {
        free(made);
    }
    return status;
}

static void destroy(void *instance) {
    free(instance);
}

static void log_documents(const rpt_host *host, size_t documents) {
    if (host == NULL || host->log == NULL || host->max_log_level < RPT_LOG_DEBUG) {
        return;
    }
    rpt_bytes target = RPT_STR("source_digest");
    rpt_bytes message = RPT_STR("read a digest");
    buffer fields = {0};
    buffer_text(&fields, "{\"documents\":");
    buffer_number(&fields, documents);
    buffer_text(&fields, "}");
    host->log(host->ctx, RPT_LOG_DEBUG, target, message, buffer_bytes(&fields));
    buffer_free(&fields);
}

static bool is_cancelled(const rpt_host *host) {
    return host != NULL && host->cancelled != NULL && host->cancelled(host->ctx) != 0;
}

/* What `detect` and `ingest` are asked with. Only the charset matters here. */
static bool read_request(json_reader *reader, buffer *charset) {
    buffer key = {0};
    bool first = true;
    json_enter(reader, '{');
    while (json_member(reader, &first, &key)) {
        if (bytes_are(buffer_bytes(&key), "charset") && json_next(reader) == '"') {
            charset->len = 0;
            json_string(reader, charset);
        } else {
            json_skip(reader);
        }
    }
    charset->failed |= key.failed;
    buffer_free(&key);
    return json_finished(reader);
}

static int32_t detect(rpt_bytes beginning, const rpt_sink *reply) {
    digest reader;
    digest_message found;
    size_t messages = 0;
    bool open = digest_open(&reader, beginning);
    /* Three say as much as thirty. */
    while (messages < 3 && digest_next(&reader, &found)) {
        messages++;
    }
    buffer json = {0};
    if (!open) {
        buffer_text(&json, "{\"confidence\":0,\"evidence\":[]}");
    } else if (messages == 0) {
        buffer_text(&json, "{\"confidence\":10,\"evidence\":[\"a line of 70 hyphens\",\"no message after it\"]}");
    } else {
        buffer_text(&json, messages > 1 ? "{\"confidence\":97" : "{\"confidence\":85");
        buffer_text(&json, ",\"evidence\":[\"a line of 70 hyphens ends a preamble\",\"");
        buffer_text(&json, messages > 2 ? "three messages or more" : messages > 1 ? "two messages" : "one message");
        buffer_text(&json, " with headers after it\"]}");
    }
    int32_t status = reply_ok(reply, &json, NULL);
    buffer_free(&json);
    return status;
}

static bool is_reply(rpt_bytes file, range subject) {
    return subject.end - subject.start >= 3 && (file.ptr[subject.start] | 0x20) == 'r' &&
           (file.ptr[subject.start + 1] | 0x20) == 'e' && file.ptr[subject.start + 2] == ':';
}

static void note_empty(buffer *diagnostics, size_t number) {
    buffer_text(diagnostics, diagnostics->len > 0 ? "," : "");
    buffer_text(diagnostics, "{\"level\":\"warning\",\"code\":\"empty-message\",\"message\":\"message ");
    buffer_number(diagnostics, number);
    buffer_text(diagnostics, " of the digest has no text\"}");
}

/* All messages of a digest that is UTF-8. */
static int32_t ingest_digest(const source *plugin, rpt_bytes file, digest *reader, const rpt_sink *reply) {
    buffer json = {0}, diagnostics = {0};
    size_t messages = 0, documents = 0;
    bool cancelled = false;
    digest_message found;
    buffer_text(&json, "{\"documents\":[");
    while (!cancelled && digest_next(reader, &found)) {
        messages++;
        if (plugin->skip_replies && is_reply(file, found.subject)) {
            continue;
        }
        size_t before = json.len;
        buffer_text(&json, documents > 0 ? "," : "");
        if (draft_write(file, &found, &json)) {
            documents++;
        } else {
            json.len = before;
            note_empty(&diagnostics, messages);
        }
        cancelled = is_cancelled(plugin->host);
    }
    buffer_text(&json, "],\"diagnostics\":[");
    buffer_put(&json, diagnostics.ptr, diagnostics.len);
    buffer_text(&json, "]}");
    json.failed |= diagnostics.failed;
    int32_t status;
    if (cancelled) {
        status = reply_refused_text(reply, "cancelled", "the run was given up", NULL);
    } else if (messages == 0) {
        status = reply_refused_text(reply, "not-a-digest",
                                    "no message with headers stands behind the line of 70 hyphens", NULL);
    } else if (documents == 0) {
        status = reply_refused_text(reply, "empty-body", "no message of the digest has a text to read", NULL);
    } else {
        status = reply_ok(reply, &json, NULL);
        log_documents(plugin->host, documents);
    }
    buffer_free(&json);
    buffer_free(&diagnostics);
    return status;
}

static bool is_utf8_label(const buffer *charset) {
    static const char *const labels[] = {"utf-8", "utf8", "us-ascii", "ascii"};
    buffer small = {0};
    for (size_t i = 0; i < charset->len; i++) {
        uint8_t byte = charset->ptr[i];
        uint8_t letter = byte >= 'A' && byte <= 'Z' ? (uint8_t)(byte | 0x20) : byte;
        buffer_put(&small, &letter, 1);
    }
    bool known = charset->len == 0;
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        known = known || bytes_are(buffer_bytes(&small), labels[i]);
    }
    buffer_free(&small);
    return known;
}

static int32_t ingest(const source *plugin, const buffer *charset, rpt_bytes file, const rpt_sink *reply) {
    static const char convert[] = "convert it to UTF-8 first";
    digest reader;
    buffer message = {0};
    int32_t status;
    range words = trimmed(file, (range){0, file.len});
    size_t invalid = utf8_first_invalid(file.ptr, file.len);
    if (words.start == words.end) {
        status = reply_refused_text(reply, "empty-input", "the file is empty", NULL);
    } else if (!is_utf8_label(charset)) {
        buffer_text(&message, "the digest source reads UTF-8 only, and the file is said to be ");
        buffer_put(&message, charset->ptr, charset->len);
        status = reply_refused(reply, "wrong-charset", &message, convert);
    } else if (invalid < file.len) {
        buffer_text(&message, "byte ");
        buffer_number(&message, invalid);
        buffer_text(&message, " is part of no UTF-8 character");
        status = reply_refused(reply, "invalid-utf-8", &message, convert);
    } else if (!digest_open(&reader, file)) {
        status = reply_refused_text(reply, "not-a-digest", "no line of 70 hyphens, which ends a digest's preamble",
                                    NULL);
    } else {
        status = ingest_digest(plugin, file, &reader, reply);
    }
    buffer_free(&message);
    return status;
}

static int32_t call(void *instance, rpt_bytes method, rpt_bytes request, rpt_bytes payload, const rpt_sink *reply) {
    bool detects = bytes_are(method, "detect");
    if (!detects && !bytes_are(method, "ingest")) {
        return RPT_UNSUPPORTED;
    }
    if (instance == NULL) {
        return reply_protocol(reply, "call without an instance");
    }
    json_reader reader = json_read(request);
    buffer charset = {0};
    int32_t status;
    if (!read_request(&reader, &charset)) {
        status = reply_unreadable(reply, "the request", &reader);
    } else if (charset.failed) {
        status = reply_no_memory(reply);
    } else {
        status = detects ? detect(payload, reply) : ingest(instance, &charset, payload, reply);
    }
    buffer_free(&charset);
    return status;
}

static const rpt_plugin plugin = {
    .magic = RPT_MAGIC,
    .struct_size = sizeof(rpt_plugin),
    .abi_major = RPT_ABI_MAJOR,
    .abi_minor = RPT_ABI_MINOR,
    .descriptor = RPT_STR("{\"id\":\"org.example.source-digest\",\"version\":\"0.1.0\",\"kind\":\"source\","
                          "\"protocol\":1,"
                          "\"name\":\"digest\",\"summary\":\"Reads mail digests (RFC 1153), one document a message\","
                          "\"license\":\"MIT OR Apache-2.0\",\"media_types\":[\"text/plain\",\"multipart/digest\"],"
                          "\"extensions\":[\"txt\",\"digest\"],\"domains\":[],\"rank\":200,"
                          "\"options_schema\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"
                          "\"skip_replies\":{\"type\":\"boolean\",\"default\":false,"
                          "\"description\":\"Leave out messages whose subject begins with Re:\"}}}}"),
    .create = create,
    .call = call,
    .destroy = destroy,
};

const rpt_library *rapporteur_plugin_v1(void) {
    static const rpt_plugin *const plugins[] = {&plugin};
    static const rpt_library library = {
        .magic = RPT_MAGIC,
        .struct_size = sizeof(rpt_library),
        .abi_major = RPT_ABI_MAJOR,
        .abi_minor = RPT_ABI_MINOR,
        .count = 1,
        .plugins = plugins,
    };
    return &library;
}
