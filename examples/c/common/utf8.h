#ifndef EXAMPLE_UTF8_H
#define EXAMPLE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* Length of the character that begins at `at`: 1 to 4, or 0 where none does. `at` is before `end`. */
size_t utf8_character(const uint8_t *at, const uint8_t *end);

/* Where the first byte stands that belongs to no character; `len` where there is none. */
size_t utf8_first_invalid(const uint8_t *ptr, size_t len);

#endif
