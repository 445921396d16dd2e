#include "utf8.h"

size_t utf8_character(const uint8_t *at, const uint8_t *end) {
    uint8_t first = at[0];
    if (first < 0x80) {
        return 1;
    }
    size_t len;
    /* The second byte is where overlong forms, surrogates and what lies beyond U+10FFFF are told apart. */
    uint8_t low = 0x80, high = 0xBF;
    if (first >= 0xC2 && first <= 0xDF) {
        len = 2;
    } else if (first >= 0xE0 && first <= 0xEF) {
        len = 3;
        low = first == 0xE0 ? 0xA0 : 0x80;
        high = first == 0xED ? 0x9F : 0xBF;
    } else if (first >= 0xF0 && first <= 0xF4) {
        len = 4;
        low = first == 0xF0 ? 0x90 : 0x80;
        high = first == 0xF4 ? 0x8F : 0xBF;
    } else {
        return 0;
    }
    if ((size_t)(end - at) < len || at[1] < low || at[1] > high) {
        return 0;
    }
    for (size_t i = 2; i < len; i++) {
        if ((at[i] & 0xC0) != 0x80) {
            return 0;
        }
    }
    return len;
}

size_t utf8_first_invalid(const uint8_t *ptr, size_t len) {
    size_t at = 0;
    while (at < len) {
        size_t character = utf8_character(ptr + at, ptr + len);
        if (character == 0) {
            return at;
        }
        at += character;
    }
    return len;
}
