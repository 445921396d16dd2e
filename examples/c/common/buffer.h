/* Bytes that grow, and JSON written into them. */
#ifndef EXAMPLE_BUFFER_H
#define EXAMPLE_BUFFER_H

#include "rapporteur_plugin.h"

#include <stdbool.h>

/* Starts as {0}. After a failed allocation `failed` is set, everything further is ignored, and the caller asks once at
 * the end. */
typedef struct {
    uint8_t *ptr;
    size_t len, capacity;
    bool failed;
} buffer;

void buffer_put(buffer *into, const uint8_t *ptr, size_t len);
void buffer_text(buffer *into, const char *text);
/* Decimal digits. */
void buffer_number(buffer *into, size_t number);
/* A JSON string with its quotation marks. The bytes are UTF-8. */
void buffer_json(buffer *into, const uint8_t *ptr, size_t len);
/* "[start,end]" */
void buffer_json_range(buffer *into, size_t start, size_t end);
void buffer_free(buffer *done);

rpt_bytes buffer_bytes(const buffer *from);

#endif
