#include "reply.h"

#include <string.h>

static bool write_all(const rpt_sink *sink, uint32_t channel, rpt_bytes bytes) {
    return bytes.len == 0 || (sink != NULL && sink->write != NULL && sink->write(sink->ctx, channel, bytes) == 0);
}

/* The status says it all the same where the words cannot be written. */
static int32_t with_words(const rpt_sink *sink, int32_t status, buffer *json) {
    if (json->failed) {
        status = reply_no_memory(sink);
    } else {
        (void)write_all(sink, RPT_CHANNEL_JSON, buffer_bytes(json));
    }
    buffer_free(json);
    return status;
}

int32_t reply_ok(const rpt_sink *sink, const buffer *json, const buffer *payload) {
    if (json->failed || (payload != NULL && payload->failed)) {
        return reply_no_memory(sink);
    }
    bool whole = write_all(sink, RPT_CHANNEL_JSON, buffer_bytes(json)) &&
                 (payload == NULL || write_all(sink, RPT_CHANNEL_PAYLOAD, buffer_bytes(payload)));
    return whole ? RPT_OK : RPT_ERR_SINK;
}

int32_t reply_refused(const rpt_sink *sink, const char *code, const buffer *message, const char *help) {
    if (message->failed) {
        return reply_no_memory(sink);
    }
    buffer json = {0};
    buffer_text(&json, "{\"code\":\"");
    buffer_text(&json, code);
    buffer_text(&json, "\",\"message\":");
    buffer_json(&json, message->ptr, message->len);
    if (help != NULL) {
        buffer_text(&json, ",\"help\":");
        buffer_json(&json, (const uint8_t *)help, strlen(help));
    }
    buffer_text(&json, "}");
    return with_words(sink, RPT_REFUSED, &json);
}

int32_t reply_refused_text(const rpt_sink *sink, const char *code, const char *message, const char *help) {
    buffer words = {0};
    buffer_text(&words, message);
    int32_t status = reply_refused(sink, code, &words, help);
    buffer_free(&words);
    return status;
}

int32_t reply_protocol(const rpt_sink *sink, const char *message) {
    buffer json = {0};
    buffer_text(&json, "{\"message\":");
    buffer_json(&json, (const uint8_t *)message, strlen(message));
    buffer_text(&json, "}");
    return with_words(sink, RPT_ERR_PROTOCOL, &json);
}

int32_t reply_unreadable(const rpt_sink *sink, const char *what, const json_reader *reader) {
    buffer json = {0};
    buffer_text(&json, "{\"message\":\"");
    buffer_text(&json, what);
    buffer_text(&json, " cannot be read: ");
    json_explain(reader, &json);
    buffer_text(&json, "\"}");
    return with_words(sink, RPT_ERR_PROTOCOL, &json);
}

/* Nothing is allocated here. "Panic" is the status that has the host give the instance up. */
int32_t reply_no_memory(const rpt_sink *sink) {
    static const rpt_bytes words = RPT_STR("{\"message\":\"out of memory\"}");
    (void)write_all(sink, RPT_CHANNEL_JSON, words);
    return RPT_ERR_PANIC;
}

bool bytes_are(rpt_bytes bytes, const char *words) {
    size_t len = strlen(words);
    return bytes.len == len && (len == 0 || memcmp(bytes.ptr, words, len) == 0);
}
