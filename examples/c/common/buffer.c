#include "buffer.h"

#include <stdlib.h>
#include <string.h>

static bool grow(buffer *into, size_t more) {
    if (into->failed) {
        return false;
    }
    if (more <= into->capacity - into->len) {
        return true;
    }
    size_t capacity = into->capacity < 256 ? 256 : into->capacity;
    while (capacity - into->len < more) {
        if (capacity > SIZE_MAX / 2) {
            into->failed = true;
            return false;
        }
        capacity *= 2;
    }
    uint8_t *ptr = realloc(into->ptr, capacity);
    if (ptr == NULL) {
        into->failed = true;
        return false;
    }
    into->ptr = ptr;
    into->capacity = capacity;
    return true;
}

void buffer_put(buffer *into, const uint8_t *ptr, size_t len) {
    /* memcpy may not be given a null pointer, not even for no bytes. */
    if (len == 0 || !grow(into, len)) {
        return;
    }
    memcpy(into->ptr + into->len, ptr, len);
    into->len += len;
}

void buffer_text(buffer *into, const char *text) {
    buffer_put(into, (const uint8_t *)text, strlen(text));
}

void buffer_number(buffer *into, size_t number) {
    uint8_t digits[20];
    size_t first = sizeof digits;
    do {
        digits[--first] = (uint8_t)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    buffer_put(into, digits + first, sizeof digits - first);
}

void buffer_json(buffer *into, const uint8_t *ptr, size_t len) {
    static const char hex[] = "0123456789abcdef";
    buffer_text(into, "\"");
    size_t plain = 0;
    for (size_t i = 0; i < len; i++) {
        uint8_t byte = ptr[i];
        if (byte >= 0x20 && byte != '"' && byte != '\\') {
            continue;
        }
        buffer_put(into, ptr + plain, i - plain);
        plain = i + 1;
        if (byte == '"' || byte == '\\') {
            uint8_t escape[2] = {'\\', byte};
            buffer_put(into, escape, sizeof escape);
        } else {
            uint8_t escape[6] = {'\\', 'u', '0', '0', (uint8_t)hex[byte >> 4], (uint8_t)hex[byte & 15]};
            buffer_put(into, escape, sizeof escape);
        }
    }
    if (plain < len) {
        buffer_put(into, ptr + plain, len - plain);
    }
    buffer_text(into, "\"");
}

void buffer_json_range(buffer *into, size_t start, size_t end) {
    buffer_text(into, "[");
    buffer_number(into, start);
    buffer_text(into, ",");
    buffer_number(into, end);
    buffer_text(into, "]");
}

void buffer_free(buffer *done) {
    free(done->ptr);
    memset(done, 0, sizeof *done);
}

rpt_bytes buffer_bytes(const buffer *from) {
    rpt_bytes bytes = {from->ptr, from->len};
    return bytes;
}
