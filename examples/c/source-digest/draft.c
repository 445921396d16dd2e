#include "draft.h"

#include "date.h"

#include <string.h>

/* A draft on the way: the lists are JSON without their brackets. */
typedef struct {
    rpt_bytes file;
    buffer text, map, blocks, apparatus;
    /* The last piece of the map, kept back because the next may run on from it. Empty: there is none. */
    range piece_text, piece_file;
} draft;

static size_t len(range at) {
    return at.end - at.start;
}

static void close_piece(draft *to) {
    if (len(to->piece_text) == 0) {
        return;
    }
    size_t piece[4] = {to->piece_text.start, to->piece_text.end, to->piece_file.start, to->piece_file.end};
    for (int i = 0; i < 4; i++) {
        buffer_text(&to->map, i > 0 ? "," : to->map.len > 0 ? ",[" : "[");
        buffer_number(&to->map, piece[i]);
    }
    buffer_text(&to->map, "]");
}

/* Notes that the text from `start` to its present end was read from `from`. Equal lengths correspond byte for byte and
 * are joined; anything else is one unit. */
static void map(draft *to, size_t start, range from) {
    range text = {start, to->text.len};
    bool linear = len(text) == len(from);
    bool runs_on = to->piece_text.end == start && to->piece_file.end == from.start &&
                   len(to->piece_text) == len(to->piece_file) && len(to->piece_text) > 0;
    if (linear && runs_on) {
        to->piece_text.end = text.end;
        to->piece_file.end = from.end;
        return;
    }
    close_piece(to);
    to->piece_text = text;
    to->piece_file = from;
}

/* Adds words of the file. */
static void words(draft *to, range from) {
    if (len(from) > 0) {
        size_t start = to->text.len;
        buffer_put(&to->text, to->file.ptr + from.start, len(from));
        map(to, start, from);
    }
}

/* Adds one sign that stands for a stretch of the file. */
static void sign(draft *to, const char *one, range from) {
    size_t start = to->text.len;
    buffer_text(&to->text, one);
    map(to, start, from);
}

/* Two line ends between the parts of the text; they stand nowhere in the file. */
static void part(draft *to) {
    if (to->text.len > 0) {
        buffer_text(&to->text, "\n\n");
    }
}

static void entry(buffer *list, const char *kind, range at) {
    buffer_text(list, list->len > 0 ? ",{\"kind\":\"" : "{\"kind\":\"");
    buffer_text(list, kind);
    buffer_text(list, "\",\"at\":");
    buffer_json_range(list, at.start, at.end);
    buffer_text(list, "}");
}

/* Adds a header's words as one part of the text, its line breaks as spaces. Returns where they stand in the text. */
static range header(draft *to, range from) {
    part(to);
    range at = {to->text.len, 0};
    while (from.start < from.end) {
        line one = line_at(to->file, from.start);
        if (one.next >= from.end) {
            words(to, from);
            break;
        }
        range piece = trimmed(to->file, (range){from.start, one.end});
        range rest = trimmed(to->file, (range){one.next, from.end});
        words(to, piece);
        sign(to, " ", (range){piece.end, rest.start});
        from = rest;
    }
    at.end = to->text.len;
    return at;
}

/* The name in "Ilse Marwood <ilse@example.org>" or "ilse at example.org (Ilse Marwood)"; empty where there is only an
 * address. */
static range name_of(rpt_bytes file, range from) {
    range none = {from.start, from.start};
    const uint8_t *start = file.ptr + from.start;
    const uint8_t *angle = memchr(start, '<', len(from));
    const uint8_t *round = memchr(start, '(', len(from));
    if (angle != NULL) {
        range name = trimmed(file, (range){from.start, (size_t)(angle - file.ptr)});
        if (len(name) >= 2 && file.ptr[name.start] == '"' && file.ptr[name.end - 1] == '"') {
            name = trimmed(file, (range){name.start + 1, name.end - 1});
        }
        return name;
    }
    if (round != NULL && file.ptr[from.end - 1] == ')') {
        return trimmed(file, (range){(size_t)(round - file.ptr) + 1, from.end - 1});
    }
    return memchr(start, '@', len(from)) != NULL ? none : from;
}

/* A title without the list's own "[Gull Wire] " before it. */
static range title_of(const buffer *text, range headline) {
    if (len(headline) == 0 || text->failed || text->ptr[headline.start] != '[') {
        return headline;
    }
    const uint8_t *close = memchr(text->ptr + headline.start, ']', len(headline));
    if (close == NULL) {
        return headline;
    }
    rpt_bytes all = {text->ptr, text->len};
    range rest = trimmed(all, (range){(size_t)(close - text->ptr) + 1, headline.end});
    return len(rest) > 0 ? rest : headline;
}

static bool is_quoted(rpt_bytes file, range content) {
    return len(content) > 0 && file.ptr[content.start] == '>';
}

/* A line of hyphens and nothing else parts paragraphs as a blank line does. */
static bool is_hyphens(rpt_bytes file, range content) {
    for (size_t i = content.start; i < content.end; i++) {
        if (file.ptr[i] != '-') {
            return false;
        }
    }
    return len(content) >= 3;
}

/* What a line is, and the paragraph it belongs to. */
typedef enum { NOTHING, PARAGRAPH, QUOTATION, SIGNATURE } line_kind;

static line_kind kind_of(rpt_bytes file, line one, range content, bool *in_signature) {
    size_t whole = one.end - one.start;
    if ((whole == 2 || whole == 3) && memcmp(file.ptr + one.start, "-- ", whole) == 0) {
        *in_signature = true;
        return NOTHING;
    }
    if (len(content) == 0 || is_hyphens(file, content)) {
        return NOTHING;
    }
    return *in_signature ? SIGNATURE : is_quoted(file, content) ? QUOTATION : PARAGRAPH;
}

static void close_paragraph(draft *to, line_kind kind, size_t start) {
    range at = {start, to->text.len};
    if (kind == SIGNATURE) {
        entry(&to->apparatus, "other", at);
    } else if (kind != NOTHING) {
        entry(&to->blocks, kind == QUOTATION ? "quotation" : "paragraph", at);
    }
}

/* Adds the paragraphs of a message. Quoted lines make quotations; what follows "-- " is a signature and no part of the
 * article. */
static void body(draft *to, range from) {
    rpt_bytes file = to->file;
    line_kind open = NOTHING;
    size_t start = 0, last_end = 0;
    bool in_signature = false;
    for (size_t at = from.start; at < from.end;) {
        line one = line_at(file, at);
        at = one.next;
        range content = trimmed(file, (range){one.start, one.end});
        line_kind kind = kind_of(file, one, content, &in_signature);
        if (kind != open) {
            close_paragraph(to, open, start);
            if (kind != NOTHING) {
                part(to);
                start = to->text.len;
            }
        } else if (kind != NOTHING) {
            sign(to, "\n", (range){last_end, content.start});
        }
        open = kind;
        if (kind != NOTHING) {
            words(to, content);
            last_end = content.end;
        }
    }
    close_paragraph(to, open, start);
}

static void text_field(buffer *json, const char *before, const buffer *text, range at) {
    buffer_text(json, before);
    if (!text->failed) {
        buffer_json(json, text->ptr + at.start, len(at));
    }
}

/* Title and author as the headers give them; what a header does not give is left out. */
static void metadata(const draft *from, const digest_message *headers, range headline, range byline, buffer *json,
                     buffer *diagnostics) {
    const buffer *text = &from->text;
    char iso[DATE_LEN];
    bool candidates = false;
    buffer list = {0};
    buffer_text(json, "\"metadata\":{");
    if (len(headline) > 0) {
        text_field(json, "\"title\":", text, title_of(text, headline));
        buffer_text(json, ",");
        buffer_text(&list, "{\"field\":\"title\",\"origin\":\"subject header\",\"chosen\":true,");
        text_field(&list, "\"value\":", text, headline);
        buffer_text(&list, ",\"at\":");
        buffer_json_range(&list, headline.start, headline.end);
        buffer_text(&list, "}");
        candidates = true;
    }
    if (len(headers->date) > 0) {
        rpt_bytes date = {from->file.ptr + headers->date.start, len(headers->date)};
        bool known = date_as_iso(date, iso);
        if (known) {
            buffer_text(json, "\"published\":\"");
            buffer_text(json, iso);
            buffer_text(json, "\",");
        } else {
            buffer_text(diagnostics, "{\"level\":\"warning\",\"code\":\"unreadable-date\",\"message\":");
            buffer message = {0};
            buffer_text(&message, "the date header is no date: ");
            buffer_put(&message, date.ptr, date.len);
            buffer_json(diagnostics, message.ptr, message.len);
            diagnostics->failed |= message.failed;
            buffer_free(&message);
            buffer_text(diagnostics, "}");
        }
        buffer_text(&list, candidates ? "," : "");
        buffer_text(&list, "{\"field\":\"published\",\"origin\":\"date header\",\"chosen\":");
        buffer_text(&list, known ? "true,\"value\":" : "false,\"value\":");
        buffer_json(&list, date.ptr, date.len);
        buffer_text(&list, ",\"source\":");
        buffer_json_range(&list, headers->date.start, headers->date.end);
        buffer_text(&list, "}");
    }
    buffer_text(json, "\"authors\":[");
    if (len(byline) > 0) {
        text_field(json, "{\"name\":", text, byline);
        buffer_text(json, ",\"at\":");
        buffer_json_range(json, byline.start, byline.end);
        buffer_text(json, "}");
    }
    buffer_text(json, "],\"candidates\":[");
    buffer_put(json, list.ptr, list.len);
    buffer_text(json, "]},");
    json->failed |= list.failed;
    buffer_free(&list);
}

/* Headers may hold letters beyond ASCII as "=?utf-8?q?=C3=A9?=". They are left as they stand, and that is said. */
static void encoded_words(const draft *from, range at, buffer *diagnostics) {
    for (size_t i = at.start; !from->text.failed && i + 1 < at.end; i++) {
        if (from->text.ptr[i] == '=' && from->text.ptr[i + 1] == '?') {
            buffer_text(diagnostics, diagnostics->len > 0 ? "," : "");
            buffer_text(diagnostics, "{\"level\":\"warning\",\"code\":\"encoded-header\",\"message\":"
                                     "\"a header holds an encoded word, which is left as it stands\",\"at\":");
            buffer_json_range(diagnostics, at.start, at.end);
            buffer_text(diagnostics, "}");
            return;
        }
    }
}

static void list(buffer *json, const char *before, const buffer *from) {
    buffer_text(json, before);
    buffer_put(json, from->ptr, from->len);
    buffer_text(json, "]");
    json->failed |= from->failed;
}

bool draft_write(rpt_bytes file, const digest_message *from, buffer *json) {
    draft to = {0};
    to.file = file;
    buffer diagnostics = {0};
    range headline = {0, 0}, byline = {0, 0};
    if (len(from->subject) > 0) {
        headline = header(&to, from->subject);
        entry(&to.apparatus, "headline", headline);
    }
    range name = name_of(file, from->from);
    if (len(name) > 0) {
        byline = header(&to, name);
        entry(&to.apparatus, "byline", byline);
    }
    body(&to, from->body);
    close_piece(&to);

    bool has_text = to.blocks.len > 0;
    if (has_text) {
        buffer_text(json, "{\"media_type\":\"text/plain\",\"charset\":\"UTF-8\",");
        text_field(json, "\"text\":", &to.text, (range){0, to.text.len});
        buffer_text(json, ",");
        metadata(&to, from, headline, byline, json, &diagnostics);
        encoded_words(&to, headline, &diagnostics);
        encoded_words(&to, byline, &diagnostics);
        list(json, "\"map\":[", &to.map);
        list(json, ",\"blocks\":[", &to.blocks);
        list(json, ",\"apparatus\":[", &to.apparatus);
        list(json, ",\"diagnostics\":[", &diagnostics);
        buffer_text(json, "}");
    }
    json->failed |= to.text.failed || to.blocks.failed;
    buffer_free(&to.text);
    buffer_free(&to.map);
    buffer_free(&to.blocks);
    buffer_free(&to.apparatus);
    buffer_free(&diagnostics);
    return has_text;
}
