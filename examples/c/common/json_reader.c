#include "json_reader.h"

#include "utf8.h"

#include <string.h>

static bool wrong(json_reader *reader, const char *expected) {
    if (reader->wrong == NULL) {
        reader->wrong = expected;
    }
    return false;
}

json_reader json_read(rpt_bytes text) {
    static const uint8_t nothing[1] = {0};
    const uint8_t *start = text.len == 0 ? nothing : text.ptr;
    json_reader reader = {start, start, start + text.len, NULL};
    return reader;
}

static bool is_digit(uint8_t byte) {
    return byte >= '0' && byte <= '9';
}

/* The next byte that is no white space, or 0 at the end. */
static uint8_t peek(json_reader *reader) {
    while (reader->at < reader->end) {
        uint8_t byte = *reader->at;
        if (byte != ' ' && byte != '\t' && byte != '\n' && byte != '\r') {
            return byte;
        }
        reader->at++;
    }
    return 0;
}

static bool expect(json_reader *reader, char sign, const char *expected) {
    if (reader->wrong != NULL || peek(reader) != (uint8_t)sign) {
        return wrong(reader, expected);
    }
    reader->at++;
    return true;
}

char json_next(json_reader *reader) {
    if (reader->wrong != NULL) {
        return 0;
    }
    uint8_t byte = peek(reader);
    if (is_digit(byte) || byte == '-') {
        return '0';
    }
    return byte != 0 && strchr("{[\"tfn", byte) != NULL ? (char)byte : 0;
}

bool json_enter(json_reader *reader, char open) {
    return expect(reader, open, open == '{' ? "an object" : "a list");
}

/* To the next part of an object or list; false at its end. */
static bool next_part(json_reader *reader, bool *first, char close, const char *expected) {
    if (reader->wrong != NULL) {
        return false;
    }
    if (peek(reader) == (uint8_t)close) {
        reader->at++;
        return false;
    }
    if (*first) {
        *first = false;
        return true;
    }
    return expect(reader, ',', expected);
}

static bool key_and_colon(json_reader *reader, buffer *key) {
    return json_string(reader, key) && expect(reader, ':', "a colon");
}

bool json_member(json_reader *reader, bool *first, buffer *key) {
    key->len = 0;
    return next_part(reader, first, '}', "a comma or the end of the object") && key_and_colon(reader, key);
}

bool json_element(json_reader *reader, bool *first) {
    return next_part(reader, first, ']', "a comma or the end of the list");
}

/* Four hexadecimal digits. */
static bool hex4(json_reader *reader, uint32_t *unit) {
    *unit = 0;
    for (int i = 0; i < 4; i++) {
        uint8_t byte = reader->at < reader->end ? *reader->at : 0;
        uint32_t digit;
        if (is_digit(byte)) {
            digit = byte - (uint32_t)'0';
        } else if (byte >= 'a' && byte <= 'f') {
            digit = byte - (uint32_t)'a' + 10;
        } else if (byte >= 'A' && byte <= 'F') {
            digit = byte - (uint32_t)'A' + 10;
        } else {
            return wrong(reader, "four hexadecimal digits");
        }
        *unit = *unit * 16 + digit;
        reader->at++;
    }
    return true;
}

static void put_character(buffer *into, uint32_t code) {
    uint8_t bytes[4];
    size_t len;
    if (code < 0x80) {
        bytes[0] = (uint8_t)code;
        len = 1;
    } else if (code < 0x800) {
        bytes[0] = (uint8_t)(0xC0 | code >> 6);
        bytes[1] = (uint8_t)(0x80 | (code & 0x3F));
        len = 2;
    } else if (code < 0x10000) {
        bytes[0] = (uint8_t)(0xE0 | code >> 12);
        bytes[1] = (uint8_t)(0x80 | (code >> 6 & 0x3F));
        bytes[2] = (uint8_t)(0x80 | (code & 0x3F));
        len = 3;
    } else {
        bytes[0] = (uint8_t)(0xF0 | code >> 18);
        bytes[1] = (uint8_t)(0x80 | (code >> 12 & 0x3F));
        bytes[2] = (uint8_t)(0x80 | (code >> 6 & 0x3F));
        bytes[3] = (uint8_t)(0x80 | (code & 0x3F));
        len = 4;
    }
    buffer_put(into, bytes, len);
}

/* What follows a backslash. */
static bool escape(json_reader *reader, buffer *into) {
    static const char letters[] = "\"\\/bfnrt";
    static const char signs[] = "\"\\/\b\f\n\r\t";
    uint8_t letter = reader->at < reader->end ? *reader->at : 0;
    const char *known = letter == 0 ? NULL : strchr(letters, letter);
    if (known != NULL) {
        reader->at++;
        put_character(into, (uint8_t)signs[known - letters]);
        return true;
    }
    if (letter != 'u') {
        return wrong(reader, "an escape that JSON knows");
    }
    reader->at++;
    uint32_t code, low;
    if (!hex4(reader, &code)) {
        return false;
    }
    if (code >= 0xDC00 && code <= 0xDFFF) {
        return wrong(reader, "the first half of a surrogate pair before the second");
    }
    if (code >= 0xD800 && code <= 0xDBFF) {
        if (reader->end - reader->at < 2 || reader->at[0] != '\\' || reader->at[1] != 'u') {
            return wrong(reader, "the second half of a surrogate pair");
        }
        reader->at += 2;
        if (!hex4(reader, &low)) {
            return false;
        }
        if (low < 0xDC00 || low > 0xDFFF) {
            return wrong(reader, "the second half of a surrogate pair");
        }
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    put_character(into, code);
    return true;
}

bool json_string(json_reader *reader, buffer *into) {
    if (!expect(reader, '"', "a string")) {
        return false;
    }
    const uint8_t *plain = reader->at;
    while (reader->at < reader->end) {
        uint8_t byte = *reader->at;
        if (byte == '"' || byte == '\\') {
            buffer_put(into, plain, (size_t)(reader->at - plain));
            reader->at++;
            if (byte == '"') {
                return true;
            }
            if (!escape(reader, into)) {
                return false;
            }
            plain = reader->at;
            continue;
        }
        size_t len = byte < 0x20 ? 0 : utf8_character(reader->at, reader->end);
        if (len == 0) {
            return wrong(reader, byte < 0x20 ? "an escape instead of a control character" : "UTF-8");
        }
        reader->at += len;
    }
    return wrong(reader, "the end of the string");
}

static bool word(json_reader *reader, const char *word) {
    size_t len = strlen(word);
    if ((size_t)(reader->end - reader->at) < len || memcmp(reader->at, word, len) != 0) {
        return wrong(reader, "a value");
    }
    reader->at += len;
    return true;
}

bool json_bool(json_reader *reader, bool *value) {
    char next = json_next(reader);
    if (next != 't' && next != 'f') {
        return wrong(reader, "true or false");
    }
    *value = next == 't';
    return word(reader, next == 't' ? "true" : "false");
}

/* One or more digits. */
static bool digits(json_reader *reader) {
    const uint8_t *start = reader->at;
    while (reader->at < reader->end && is_digit(*reader->at)) {
        reader->at++;
    }
    return reader->at > start || wrong(reader, "a digit");
}

static bool number(json_reader *reader) {
    if (*reader->at == '-') {
        reader->at++;
    }
    bool zero = reader->at < reader->end && *reader->at == '0';
    const uint8_t *start = reader->at;
    if (!digits(reader)) {
        return false;
    }
    if (zero && reader->at - start > 1) {
        return wrong(reader, "a number without zeros before it");
    }
    if (reader->at < reader->end && *reader->at == '.') {
        reader->at++;
        if (!digits(reader)) {
            return false;
        }
    }
    if (reader->at < reader->end && (*reader->at == 'e' || *reader->at == 'E')) {
        reader->at++;
        if (reader->at < reader->end && (*reader->at == '+' || *reader->at == '-')) {
            reader->at++;
        }
        return digits(reader);
    }
    return true;
}

bool json_count(json_reader *reader, size_t *value) {
    if (json_next(reader) != '0') {
        return wrong(reader, "a whole number");
    }
    const uint8_t *start = reader->at;
    if (!number(reader)) {
        return false;
    }
    *value = 0;
    for (const uint8_t *digit = start; digit < reader->at; digit++) {
        if (!is_digit(*digit) || *value > (SIZE_MAX - 9) / 10) {
            reader->at = start;
            return wrong(reader, "a whole number");
        }
        *value = *value * 10 + (size_t)(*digit - '0');
    }
    return true;
}

static bool scalar(json_reader *reader) {
    /* The characters of a skipped string go nowhere: a buffer that has failed takes none. */
    buffer nowhere = {NULL, 0, 0, true};
    switch (json_next(reader)) {
    case '"':
        return json_string(reader, &nowhere);
    case 't':
        return word(reader, "true");
    case 'f':
        return word(reader, "false");
    case 'n':
        return word(reader, "null");
    case '0':
        return number(reader);
    default:
        return wrong(reader, "a value");
    }
}

bool json_skip(json_reader *reader) {
    buffer nowhere = {NULL, 0, 0, true};
    char open[JSON_DEPTH];
    bool first[JSON_DEPTH];
    size_t depth = 0;
    for (;;) {
        char next = json_next(reader);
        if (next == '{' || next == '[') {
            if (depth == JSON_DEPTH) {
                return wrong(reader, "fewer values within values");
            }
            open[depth] = next;
            first[depth] = true;
            depth++;
            reader->at++;
        } else if (!scalar(reader)) {
            return false;
        }
        /* To the place of the next value: out of everything that ends here. */
        for (;;) {
            if (depth == 0) {
                return reader->wrong == NULL;
            }
            bool more = open[depth - 1] == '{' ? json_member(reader, &first[depth - 1], &nowhere)
                                               : json_element(reader, &first[depth - 1]);
            if (more) {
                break;
            }
            if (reader->wrong != NULL) {
                return false;
            }
            depth--;
        }
    }
}

bool json_finished(json_reader *reader) {
    if (reader->wrong != NULL) {
        return false;
    }
    peek(reader);
    return reader->at == reader->end || wrong(reader, "nothing further");
}

void json_explain(const json_reader *reader, buffer *into) {
    buffer_text(into, "expected ");
    buffer_text(into, reader->wrong == NULL ? "something else" : reader->wrong);
    buffer_text(into, " at byte ");
    buffer_number(into, (size_t)(reader->at - reader->start));
}
