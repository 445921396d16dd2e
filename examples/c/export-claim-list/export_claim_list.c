/* An exporter in C: one line a claim, with tabs between claimant, cue and content. Reading documents is claims.c's
 * business; this file is the boundary: options, methods, answers. */
#include "claims.h"
#include "reply.h"

#include <stdlib.h>

#define FILE_NAME "claims.tsv"

typedef struct {
    const rpt_host *host;
    /* Whether a first line names the columns. */
    bool header;
    /* What stands for a claimant whom the text does not name. */
    buffer unnamed;
    /* Whether the first piece of the file was written. */
    bool begun;
} exporter;

static void destroy(void *instance) {
    exporter *done = instance;
    if (done != NULL) {
        buffer_free(&done->unnamed);
        free(done);
    }
}

static int32_t read_options(rpt_bytes config, exporter *into, const rpt_sink *error) {
    if (config.len == 0) {
        return RPT_OK;
    }
    json_reader reader = json_read(config);
    buffer key = {0};
    int32_t status = RPT_OK;
    bool first = true;
    json_enter(&reader, '{');
    while (status == RPT_OK && json_member(&reader, &first, &key)) {
        if (bytes_are(buffer_bytes(&key), "header")) {
            json_bool(&reader, &into->header);
        } else if (bytes_are(buffer_bytes(&key), "unnamed")) {
            into->unnamed.len = 0;
            json_string(&reader, &into->unnamed);
        } else {
            buffer message = {0};
            buffer_text(&message, "the claim list has no option ");
            buffer_json(&message, key.ptr, key.len);
            status = reply_refused(error, "invalid-options", &message,
                                   "it has: header (true or false), unnamed (words)");
            buffer_free(&message);
        }
    }
    if (status == RPT_OK && !json_finished(&reader)) {
        buffer message = {0};
        buffer_text(&message, "the options of the claim list: ");
        json_explain(&reader, &message);
        status = reply_refused(error, "invalid-options", &message, NULL);
        buffer_free(&message);
    }
    if (key.failed || into->unnamed.failed) {
        status = reply_no_memory(error);
    }
    buffer_free(&key);
    return status;
}

static int32_t create(const rpt_host *host, rpt_bytes config, void **instance, const rpt_sink *error) {
    exporter *made = calloc(1, sizeof *made);
    if (made == NULL) {
        return reply_no_memory(error);
    }
    /* An older host's table may be shorter than the one this was compiled with. */
    if (host != NULL && host->struct_size >= sizeof(rpt_host)) {
        made->host = host;
    }
    buffer_text(&made->unnamed, "?");
    int32_t status = read_options(config, made, error);
    if (status == RPT_OK) {
        *instance = made;
    } else {
        destroy(made);
    }
    return status;
}

/* Adds words with every run of white space and control characters as one space: what is left holds neither a tab nor a
 * line end. */
static void one_line(buffer *into, const uint8_t *ptr, size_t len) {
    bool begun = false, space = false;
    size_t plain = 0;
    for (size_t i = 0; i < len; i++) {
        if (ptr[i] > ' ' && ptr[i] != 0x7F) {
            if (space && begun) {
                buffer_text(into, " ");
            }
            if (space || !begun) {
                plain = i;
            }
            begun = true;
            space = false;
            continue;
        }
        if (begun && !space) {
            buffer_put(into, ptr + plain, i - plain);
        }
        space = true;
    }
    if (begun && !space) {
        buffer_put(into, ptr + plain, len - plain);
    }
}

static void write_words(buffer *into, const document *from, words at) {
    if (at.len > 0) {
        one_line(into, from->words.ptr + at.start, at.len);
    }
}

static void write_claims(buffer *into, const exporter *plugin, const document *from) {
    for (size_t i = 0; i < from->claim_count; i++) {
        const claim *one = &from->claims[i];
        for (size_t j = 0; j < one->claimants; j++) {
            buffer_text(into, j > 0 ? "; " : "");
            write_words(into, from, document_name(from, from->claimants[one->first_claimant + j]));
        }
        if (one->claimants == 0 && plugin->unnamed.len > 0) {
            one_line(into, plugin->unnamed.ptr, plugin->unnamed.len);
        }
        buffer_text(into, "\t");
        write_words(into, from, one->cue);
        buffer_text(into, "\t");
        write_words(into, from, one->content);
        buffer_text(into, "\n");
    }
}

static bool is_cancelled(const rpt_host *host) {
    return host != NULL && host->cancelled != NULL && host->cancelled(host->ctx) != 0;
}

/* Writes the next piece of the file, or nothing of it where anything is wrong. */
static int32_t export(exporter *plugin, rpt_bytes payload, const rpt_sink *reply) {
    buffer json = {0}, lines = {0};
    document current = {0};
    json_reader reader = json_read(payload);
    bool cancelled = false;
    if (plugin->header && !plugin->begun) {
        buffer_text(&lines, "claimant\tcue\tcontent\n");
    }
    while (!cancelled && !current.failed && json_next(&reader) == '{' &&
           document_read(&reader, &current)) {
        if (!current.failed) {
            write_claims(&lines, plugin, &current);
        }
        cancelled = is_cancelled(plugin->host);
    }
    buffer_text(&json, "{\"files\":[{\"name\":\"" FILE_NAME "\",\"media_type\":\"text/tab-separated-values\","
                       "\"start\":0,\"len\":");
    buffer_number(&json, lines.len);
    buffer_text(&json, "}]}");
    int32_t status;
    if (cancelled) {
        status = reply_refused_text(reply, "cancelled", "the run was given up", NULL);
    } else if (current.failed) {
        status = reply_no_memory(reply);
    } else if (!json_finished(&reader)) {
        status = reply_unreadable(reply, "the documents", &reader);
    } else {
        status = reply_ok(reply, &json, &lines);
        plugin->begun |= status == RPT_OK;
    }
    document_free(&current);
    buffer_free(&json);
    buffer_free(&lines);
    return status;
}

/* What both methods are asked with: the number of the batch, which the host counts and nothing here needs. */
static bool read_request(json_reader *reader, bool *failed) {
    buffer key = {0};
    size_t batch;
    bool first = true;
    json_enter(reader, '{');
    while (json_member(reader, &first, &key)) {
        if (bytes_are(buffer_bytes(&key), "batch")) {
            json_count(reader, &batch);
        } else {
            json_skip(reader);
        }
    }
    *failed = key.failed;
    buffer_free(&key);
    return json_finished(reader);
}

static int32_t call(void *instance, rpt_bytes method, rpt_bytes request, rpt_bytes payload, const rpt_sink *reply) {
    static const rpt_bytes no_documents = {NULL, 0};
    bool finishes = bytes_are(method, "finish");
    if (!finishes && !bytes_are(method, "export")) {
        return RPT_UNSUPPORTED;
    }
    if (instance == NULL) {
        return reply_protocol(reply, "call without an instance");
    }
    json_reader reader = json_read(request);
    bool failed;
    if (!read_request(&reader, &failed)) {
        return failed ? reply_no_memory(reply) : reply_unreadable(reply, "the request", &reader);
    }
    /* `finish` brings no documents: its piece is empty, so that a run without documents has its file too. */
    return export(instance, finishes ? no_documents : payload, reply);
}

static const rpt_plugin plugin = {
    .magic = RPT_MAGIC,
    .struct_size = sizeof(rpt_plugin),
    .abi_major = RPT_ABI_MAJOR,
    .abi_minor = RPT_ABI_MINOR,
    .descriptor = RPT_STR("{\"id\":\"org.example.export-claim-list\",\"version\":\"0.1.0\",\"kind\":\"exporter\","
                          "\"protocol\":1,\"name\":\"claim-list\","
                          "\"summary\":\"Writes one line a claim: claimant, cue, content\","
                          "\"license\":\"MIT OR Apache-2.0\",\"media_types\":[\"text/tab-separated-values\"],"
                          "\"extensions\":[\"tsv\"],\"domains\":[],\"rank\":100,"
                          "\"options_schema\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"
                          "\"header\":{\"type\":\"boolean\",\"default\":false,"
                          "\"description\":\"Name the columns in a first line\"},"
                          "\"unnamed\":{\"type\":\"string\",\"default\":\"?\","
                          "\"description\":\"What stands for a claimant whom the text does not name\"}}}}"),
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
