/* Answers of a plugin, written into the host's sink. Each returns the status to return. */
#ifndef EXAMPLE_REPLY_H
#define EXAMPLE_REPLY_H

#include "json_reader.h"

/* `payload` may be null. */
int32_t reply_ok(const rpt_sink *sink, const buffer *json, const buffer *payload);
/* The input or the options will not do. `help` may be null. */
int32_t reply_refused(const rpt_sink *sink, const char *code, const buffer *message, const char *help);
int32_t reply_refused_text(const rpt_sink *sink, const char *code, const char *message, const char *help);
/* The host said something that cannot be understood: what, and where the reader stopped. */
int32_t reply_unreadable(const rpt_sink *sink, const char *what, const json_reader *reader);
int32_t reply_protocol(const rpt_sink *sink, const char *message);
int32_t reply_no_memory(const rpt_sink *sink);

/* Whether the bytes are these words. */
bool bytes_are(rpt_bytes bytes, const char *words);

#endif
