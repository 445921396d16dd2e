/* Finds the messages of a mail digest as RFC 1153 describes it and mailing list programs write it:
 *
 *   preamble (list, issue, contents)
 *   a line of 70 hyphens
 *   message: headers, blank line, text
 *   a line of 30 hyphens
 *   message …
 *   a line of 30 hyphens
 *   "End of … Digest" and a line of asterisks
 *
 * All positions are bytes of the file. Lines end with LF or CR LF. */
#ifndef DIGEST_H
#define DIGEST_H

#include "rapporteur_plugin.h"

#include <stdbool.h>

typedef struct {
    size_t start, end;
} range;

/* One line. `end` is before its line end, `next` behind it. */
typedef struct {
    size_t start, end, next;
} line;

/* The line that begins at `start`, which is before the end of the file. */
line line_at(rpt_bytes file, size_t start);
/* The range without white space at its ends. */
range trimmed(rpt_bytes file, range at);

/* What is empty is not there. A header that goes on over several lines keeps its line ends. */
typedef struct {
    range subject, from, date, body;
} digest_message;

/* Goes through a file once. */
typedef struct {
    rpt_bytes file;
    /* Where the next message is looked for. */
    size_t at;
} digest;

/* Goes to the end of the preamble. False where there is no line of 70 hyphens. */
bool digest_open(digest *reader, rpt_bytes file);
/* The next message. False where there are no more. */
bool digest_next(digest *reader, digest_message *found);

#endif
