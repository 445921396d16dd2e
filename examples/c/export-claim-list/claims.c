#include "claims.h"

#include "reply.h"

#include <stdlib.h>
#include <string.h>

/* The list with room for one more element, moved where it had to grow; null where there is no room to be had. */
static void *with_room(void *list, size_t count, size_t *capacity, size_t size, bool *failed) {
    if (count < *capacity) {
        return list;
    }
    size_t larger = *capacity == 0 ? 16 : *capacity * 2;
    void *moved = larger > SIZE_MAX / size ? NULL : realloc(list, larger * size);
    if (moved == NULL) {
        *failed = true;
    } else {
        *capacity = larger;
    }
    return moved;
}

/* A string, or the empty words for null. */
static words read_words(json_reader *reader, document *into) {
    words at = {into->words.len, 0};
    if (json_next(reader) == 'n') {
        json_skip(reader);
    } else {
        json_string(reader, &into->words);
    }
    at.len = into->words.len - at.start;
    return at;
}

/* The member `name` of an object, or nothing for null. */
static words read_member(json_reader *reader, document *into, const char *name) {
    words found = {into->words.len, 0};
    if (json_next(reader) == 'n') {
        json_skip(reader);
        return found;
    }
    buffer key = {0};
    bool first = true;
    json_enter(reader, '{');
    while (json_member(reader, &first, &key)) {
        if (bytes_are(buffer_bytes(&key), name)) {
            found = read_words(reader, into);
        } else {
            json_skip(reader);
        }
    }
    into->failed |= key.failed;
    buffer_free(&key);
    return found;
}

/* The fragments of a claim, with the sign of omission between them. */
static words read_content(json_reader *reader, document *into) {
    words content = {into->words.len, 0};
    bool first = true;
    json_enter(reader, '[');
    while (json_element(reader, &first)) {
        size_t before = into->words.len;
        if (before > content.start) {
            buffer_text(&into->words, " \xE2\x80\xA6 ");
        }
        read_member(reader, into, "text");
    }
    content.len = into->words.len - content.start;
    return content;
}

static void put_claimant(document *into, words id) {
    words *list =
        with_room(into->claimants, into->claimant_count, &into->claimant_capacity, sizeof *list, &into->failed);
    if (list != NULL) {
        into->claimants = list;
        list[into->claimant_count++] = id;
    }
}

static void read_co_claimants(json_reader *reader, document *into) {
    bool first = true;
    json_enter(reader, '[');
    while (json_element(reader, &first)) {
        put_claimant(into, read_words(reader, into));
    }
}

static void read_claim(json_reader *reader, document *into) {
    claim made = {into->claimant_count, 0, {0, 0}, {0, 0}};
    words claimant = {0, 0};
    buffer key = {0};
    bool first = true;
    json_enter(reader, '{');
    while (json_member(reader, &first, &key)) {
        rpt_bytes name = buffer_bytes(&key);
        if (bytes_are(name, "claimant")) {
            claimant = read_words(reader, into);
        } else if (bytes_are(name, "co_claimants")) {
            read_co_claimants(reader, into);
        } else if (bytes_are(name, "cue")) {
            made.cue = read_member(reader, into, "text");
        } else if (bytes_are(name, "content")) {
            made.content = read_content(reader, into);
        } else {
            json_skip(reader);
        }
    }
    /* The claimant comes first, wherever its key stands. */
    if (claimant.len > 0) {
        put_claimant(into, claimant);
        if (!into->failed) {
            words *own = into->claimants + made.first_claimant;
            memmove(own + 1, own, (into->claimant_count - 1 - made.first_claimant) * sizeof *own);
            own[0] = claimant;
        }
    }
    made.claimants = into->claimant_count - made.first_claimant;
    claim *list = with_room(into->claims, into->claim_count, &into->claim_capacity, sizeof *list, &into->failed);
    if (list != NULL) {
        into->claims = list;
        list[into->claim_count++] = made;
    }
    into->failed |= key.failed;
    buffer_free(&key);
}

static void read_actor(json_reader *reader, document *into) {
    actor made = {{0, 0}, {0, 0}};
    buffer key = {0};
    bool first = true;
    json_enter(reader, '{');
    while (json_member(reader, &first, &key)) {
        if (bytes_are(buffer_bytes(&key), "id")) {
            made.id = read_words(reader, into);
        } else if (bytes_are(buffer_bytes(&key), "name")) {
            made.name = read_words(reader, into);
        } else {
            json_skip(reader);
        }
    }
    actor *list = with_room(into->actors, into->actor_count, &into->actor_capacity, sizeof *list, &into->failed);
    if (list != NULL) {
        into->actors = list;
        list[into->actor_count++] = made;
    }
    into->failed |= key.failed;
    buffer_free(&key);
}

static int compare(const uint8_t *bytes, words left, words right) {
    size_t shorter = left.len < right.len ? left.len : right.len;
    int order = shorter == 0 ? 0 : memcmp(bytes + left.start, bytes + right.start, shorter);
    return order != 0 ? order : (left.len > right.len) - (left.len < right.len);
}

static void sift_down(const document *in, size_t root, size_t count) {
    for (size_t child = 2 * root + 1; child < count; child = 2 * root + 1) {
        actor *actors = in->actors;
        if (child + 1 < count && compare(in->words.ptr, actors[child].id, actors[child + 1].id) < 0) {
            child++;
        }
        if (compare(in->words.ptr, actors[root].id, actors[child].id) >= 0) {
            return;
        }
        actor larger = actors[child];
        actors[child] = actors[root];
        actors[root] = larger;
        root = child;
    }
}

/* By id, so that a claimant's name is found without looking at every actor. By hand: qsort has no way to hand the words
 * to its comparison, and a global variable would be shared by all threads. */
static void sort_actors(const document *in) {
    for (size_t root = in->actor_count / 2; root-- > 0;) {
        sift_down(in, root, in->actor_count);
    }
    for (size_t count = in->actor_count; count > 1; count--) {
        actor largest = in->actors[0];
        in->actors[0] = in->actors[count - 1];
        in->actors[count - 1] = largest;
        sift_down(in, 0, count - 1);
    }
}

bool document_read(json_reader *reader, document *into) {
    into->words.len = 0;
    into->actor_count = into->claim_count = into->claimant_count = 0;
    buffer key = {0};
    bool first = true, first_element;
    json_enter(reader, '{');
    while (json_member(reader, &first, &key)) {
        bool actors = bytes_are(buffer_bytes(&key), "actors");
        if (!actors && !bytes_are(buffer_bytes(&key), "claims")) {
            json_skip(reader);
            continue;
        }
        first_element = true;
        json_enter(reader, '[');
        while (json_element(reader, &first_element)) {
            if (actors) {
                read_actor(reader, into);
            } else {
                read_claim(reader, into);
            }
        }
    }
    into->failed |= key.failed || into->words.failed;
    buffer_free(&key);
    if (reader->wrong == NULL && !into->failed) {
        sort_actors(into);
    }
    return reader->wrong == NULL;
}

words document_name(const document *from, words id) {
    size_t low = 0, high = from->actor_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(from->words.ptr, from->actors[middle].id, id);
        if (order == 0) {
            words name = from->actors[middle].name;
            return name.len > 0 ? name : id;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return id;
}

void document_free(document *done) {
    buffer_free(&done->words);
    free(done->actors);
    free(done->claims);
    free(done->claimants);
    memset(done, 0, sizeof *done);
}
