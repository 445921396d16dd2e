/* The claims of a document, read from its JSON. */
#ifndef CLAIMS_H
#define CLAIMS_H

#include "json_reader.h"

/* Words within `document.words`. */
typedef struct {
    size_t start, len;
} words;

typedef struct {
    words id, name;
} actor;

typedef struct {
    /* Ids of the actors who hold it, one after another in `document.claimants`. */
    size_t first_claimant, claimants;
    /* Empty where no words attribute. */
    words cue;
    words content;
} claim;

/* Lists that grow together with the words in them. Starts as {0}; is emptied and used again for the next document. */
typedef struct {
    buffer words;
    actor *actors;
    size_t actor_count, actor_capacity;
    claim *claims;
    size_t claim_count, claim_capacity;
    words *claimants;
    size_t claimant_count, claimant_capacity;
    bool failed;
} document;

/* Reads the next value as a document, whatever the order of its keys. False where it is none; the reader says why. */
bool document_read(json_reader *reader, document *into);
/* The name of the actor with this id, or the id where there is no such actor. After `document_read`. */
words document_name(const document *from, words id);
void document_free(document *done);

#endif
