/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SECTION:rg-pin
 *
 * Staff PINs are stored as argon2id hashes, made by libsodium's crypto_pwhash_str() in its own text format
 * ("$argon2id$v=19$m=65536,t=2,p=1$…"), which carries the salt and the costs.
 *
 * The costs are libsodium's INTERACTIVE ones (64 MiB, 2 passes; about a tenth of a second). A person waits
 * for the answer at each change of shift, on the small machines that stand on counters, so the SENSITIVE
 * costs (1 GiB, seconds) are out of the question; and no cost would make four digits safe from somebody who
 * has the file and a day: a PIN keeps colleagues apart, the file's encryption keeps thieves out. What the
 * cost does is to make trying all PINs of a copied file take hours rather than a millisecond. Each hash names its own,
 * so that hashes of other costs are verified too.
 *
 * Hashing and verifying take that tenth of a second on the calling thread: not for the thread that draws.
 */

/** RG_PIN_MIN_LENGTH: the fewest digits */
#define RG_PIN_MIN_LENGTH 4
/** RG_PIN_MAX_LENGTH: the most digits */
#define RG_PIN_MAX_LENGTH 12

/**
 * rg_pin_is_acceptable:
 * @pin: (nullable): what somebody would like as a PIN
 * @error: %RG_ERROR_INVALID of field "pin", with words for the refusal
 *
 * A PIN is 4 to 12 digits (0 to 9), not all the same, and no plain run up or down (1234, 9876, 7890, 3210).
 *
 * Returns: whether @pin may be used
 */
gboolean rg_pin_is_acceptable (const char *pin, GError **error);

/**
 * rg_pin_hash:
 * @pin: a PIN
 * @error: as rg_pin_is_acceptable(), or %RG_ERROR_UNAVAILABLE when there is not enough memory for the hash
 *
 * Returns: (transfer full): the hash with a salt of its own, ASCII, at most 127 characters; %NULL on failure
 */
char *rg_pin_hash (const char *pin, GError **error);

/**
 * rg_pin_hash_with_cost:
 * @pin: a PIN
 * @passes: how often to go over the memory, at least 1
 * @memory: how much memory, in bytes, at least 8192
 * @error: as for rg_pin_hash()
 *
 * For tests, which can't wait.
 *
 * Returns: (transfer full): the hash; %NULL on failure
 */
char *rg_pin_hash_with_cost (const char *pin, guint passes, gsize memory, GError **error);

/**
 * rg_pin_verify:
 * @hash: (nullable): what rg_pin_hash() made; a damaged one matches nothing
 * @pin: (nullable): what was typed
 *
 * Compares in constant time. Returns: whether @pin is the one that was hashed
 */
gboolean rg_pin_verify (const char *hash, const char *pin);

G_END_DECLS
