/* Reads JSON piece by piece, in the order it stands. What the caller does not want it skips; nothing is kept in memory.
 *
 * After an error `wrong` says what was expected, `at` points to where, and every function returns false. */
#ifndef EXAMPLE_JSON_READER_H
#define EXAMPLE_JSON_READER_H

#include "buffer.h"

/* Values nested deeper than this are refused, so that no input can use up the stack. */
#define JSON_DEPTH 64

typedef struct {
    const uint8_t *start, *at, *end;
    const char *wrong;
} json_reader;

json_reader json_read(rpt_bytes text);

/* What comes next, white space passed over: one of { [ " t f n, '0' for a number, 0 for the end or anything else. */
char json_next(json_reader *reader);

/* Goes into an object or list: `open` is '{' or '['. */
bool json_enter(json_reader *reader, char open);
/* Goes to the next member of an object and puts its key into `key`. False at the end of the object, which is passed, or
 * where `wrong` is set. `first` starts as true for each object. */
bool json_member(json_reader *reader, bool *first, buffer *key);
/* Goes to the next element of a list. As `json_member`. */
bool json_element(json_reader *reader, bool *first);

/* Adds the characters of a string, as UTF-8, to `into`. */
bool json_string(json_reader *reader, buffer *into);
bool json_bool(json_reader *reader, bool *value);
/* A whole number that is not negative. */
bool json_count(json_reader *reader, size_t *value);
/* Passes over a value of any kind. */
bool json_skip(json_reader *reader);
/* Whether nothing follows but white space; sets `wrong` otherwise. */
bool json_finished(json_reader *reader);

/* "expected a string at byte 17" */
void json_explain(const json_reader *reader, buffer *into);

#endif
