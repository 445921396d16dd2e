#include "digest.h"

#include <string.h>

#define PREAMBLE_RULE 70
#define MESSAGE_RULE 30

line line_at(rpt_bytes file, size_t start) {
    line found = {start, file.len, file.len};
    const uint8_t *feed = memchr(file.ptr + start, '\n', file.len - start);
    if (feed != NULL) {
        found.end = (size_t)(feed - file.ptr);
        found.next = found.end + 1;
        if (found.end > start && file.ptr[found.end - 1] == '\r') {
            found.end--;
        }
    }
    return found;
}

range trimmed(rpt_bytes file, range at) {
    while (at.start < at.end && strchr(" \t\r\n", file.ptr[at.start]) != NULL && file.ptr[at.start] != 0) {
        at.start++;
    }
    while (at.end > at.start && strchr(" \t\r\n", file.ptr[at.end - 1]) != NULL && file.ptr[at.end - 1] != 0) {
        at.end--;
    }
    return at;
}

static bool is_blank(rpt_bytes file, line one) {
    range words = trimmed(file, (range){one.start, one.end});
    return words.start == words.end;
}

static bool is_rule(rpt_bytes file, line one, size_t hyphens) {
    range words = trimmed(file, (range){one.start, one.end});
    if (words.start != one.start || words.end - words.start != hyphens) {
        return false;
    }
    for (size_t i = words.start; i < words.end; i++) {
        if (file.ptr[i] != '-') {
            return false;
        }
    }
    return true;
}

static bool begins_with(rpt_bytes file, line one, const char *words) {
    size_t len = strlen(words);
    return one.end - one.start >= len && memcmp(file.ptr + one.start, words, len) == 0;
}

/* The position of the colon behind a header's name; `one.start` where the line is no header. */
static size_t header_colon(rpt_bytes file, line one) {
    for (size_t i = one.start; i < one.end; i++) {
        uint8_t byte = file.ptr[i];
        if (byte == ':') {
            return i;
        }
        if (byte <= ' ' || byte > '~') {
            break;
        }
    }
    return one.start;
}

/* Small and capital letters alike, as mail wants it. */
static bool is_named(rpt_bytes file, size_t start, size_t end, const char *name) {
    if (end - start != strlen(name)) {
        return false;
    }
    for (size_t i = start; i < end; i++) {
        uint8_t byte = file.ptr[i];
        if (byte >= 'A' && byte <= 'Z') {
            byte = (uint8_t)(byte + ('a' - 'A'));
        }
        if (byte != (uint8_t)name[i - start]) {
            return false;
        }
    }
    return true;
}

static size_t past_blank_lines(rpt_bytes file, size_t at) {
    while (at < file.len) {
        line one = line_at(file, at);
        if (!is_blank(file, one)) {
            break;
        }
        at = one.next;
    }
    return at;
}

/* Reads the headers that begin at `at`. False where there are none, or none that a message begins with. */
static bool read_headers(rpt_bytes file, size_t at, digest_message *found) {
    memset(found, 0, sizeof *found);
    range *last = NULL;
    while (at < file.len) {
        line one = line_at(file, at);
        if (is_blank(file, one)) {
            at = one.next;
            break;
        }
        if (file.ptr[one.start] == ' ' || file.ptr[one.start] == '\t') {
            /* The header goes on. */
            if (last != NULL) {
                last->end = one.end;
            }
            at = one.next;
            continue;
        }
        size_t colon = header_colon(file, one);
        if (colon == one.start) {
            return false;
        }
        range *field = is_named(file, one.start, colon, "subject") ? &found->subject
                       : is_named(file, one.start, colon, "from")  ? &found->from
                       : is_named(file, one.start, colon, "date")  ? &found->date
                                                                   : NULL;
        /* The first of a name counts. */
        last = field != NULL && field->end == 0 ? field : NULL;
        if (last != NULL) {
            last->start = colon + 1;
            last->end = one.end;
        }
        at = one.next;
    }
    found->subject = trimmed(file, found->subject);
    found->from = trimmed(file, found->from);
    found->date = trimmed(file, found->date);
    found->body = (range){at, at};
    return found->subject.end > found->subject.start || found->date.end > found->date.start;
}

static bool is_there(range field) {
    return field.end > field.start;
}

/* What begins behind a line of 30 hyphens. */
typedef enum {
    MESSAGE,
    /* The list's own footer: it has a subject and nobody it is from. */
    FOOTER,
    THE_END,
    /* The line was part of the text. */
    TEXT
} part;

static part part_at(rpt_bytes file, size_t at, digest_message *found) {
    at = past_blank_lines(file, at);
    if (at >= file.len || begins_with(file, line_at(file, at), "End of ")) {
        return THE_END;
    }
    if (!read_headers(file, at, found)) {
        return TEXT;
    }
    return is_there(found->from) ? MESSAGE : FOOTER;
}

/* The start of the next line of 30 hyphens at or behind `at`, or the end of the file; `next` is behind that line. */
static size_t next_rule(rpt_bytes file, size_t at, size_t *next) {
    while (at < file.len) {
        line one = line_at(file, at);
        if (is_rule(file, one, MESSAGE_RULE)) {
            *next = one.next;
            return at;
        }
        at = one.next;
    }
    *next = file.len;
    return file.len;
}

bool digest_open(digest *reader, rpt_bytes file) {
    reader->file = file;
    size_t at = 0;
    while (at < file.len) {
        line one = line_at(file, at);
        at = one.next;
        if (is_rule(file, one, PREAMBLE_RULE)) {
            reader->at = at;
            return true;
        }
    }
    reader->at = file.len;
    return false;
}

bool digest_next(digest *reader, digest_message *found) {
    rpt_bytes file = reader->file;
    while (reader->at < file.len) {
        part here = part_at(file, reader->at, found);
        if (here == THE_END) {
            break;
        }
        size_t next = reader->at;
        if (here != MESSAGE) {
            next_rule(file, next, &next);
            reader->at = next;
            continue;
        }
        /* A line of 30 hyphens that no message, footer or end follows is the author's own. */
        digest_message following;
        next = found->body.start;
        do {
            found->body.end = next_rule(file, next, &next);
        } while (next < file.len && part_at(file, next, &following) == TEXT);
        reader->at = next;
        return true;
    }
    reader->at = file.len;
    return false;
}
