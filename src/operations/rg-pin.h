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
 * has the file and a day: a PIN keeps colleagues apart; thieves are kept out by the encryption of the disk. What the
 * cost does is to make trying all PINs of a copied file take hours rather than a millisecond. Each hash names its own,
 * so that hashes of other costs are verified too.
 *
 * Hashing and verifying take that tenth of a second on the calling thread: not for the thread that draws.
 */

/** RG_PIN_MIN_LENGTH: the fewest digits */
#define RG_PIN_MIN_LENGTH 4
/** RG_PIN_MAX_LENGTH: the most digits */
#define RG_PIN_MAX_LENGTH 12

gboolean rg_pin_is_acceptable (const char *pin, GError **error);
char *rg_pin_hash (const char *pin, GError **error);
char *rg_pin_hash_with_cost (const char *pin, guint passes, gsize memory, GError **error);
gboolean rg_pin_verify (const char *hash, const char *pin);

G_END_DECLS
