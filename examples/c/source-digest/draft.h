#ifndef DRAFT_H
#define DRAFT_H

#include "buffer.h"
#include "digest.h"

/* Writes a message as the JSON of a draft: text, map, metadata, blocks, apparatus. False, and nothing is written, where
 * the message has no text of its own. Memory that runs out is noted in `json`. */
bool draft_write(rpt_bytes file, const digest_message *from, buffer *json);

#endif
