/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libdex.h>

G_BEGIN_DECLS

/**
 * SECTION:rg-keyring
 *
 * Credentials for the world outside (a gateway's key, a mail password) live in the person's keyring, never in
 * the Regulars file, by way of libsecret: the Secret Service of the desktop, or the portal's file inside a
 * Flatpak. Each is found by its purpose ("gateway-key", "mail-password") and the file it belongs to.
 *
 * Every future may reject with
 * - %RG_ERROR_UNAVAILABLE: no keyring answers, or it is locked and stays so; the message says what to do;
 * - %RG_ERROR_CANCELLED: the person closed the keyring's own dialog;
 * - %RG_ERROR_CORRUPT: the keyring's file can't be read;
 * - %RG_ERROR_CONFLICT: another program has changed the keyring's file meanwhile.
 *
 * The keyring may ask the person to unlock it, so a future can be pending for as long as that takes. What is
 * asked is done one after the other, and to its end even when nobody waits for it. Nothing in here logs a
 * secret. All calls are for the main thread.
 */

/**
 * RgSecret:
 *
 * A secret in memory that is kept off the disk (where libsecret gets such memory from the system) and wiped
 * when the last reference goes. Don't copy the text; hold the secret only as long as it is used.
 */
typedef struct _RgSecret RgSecret;

#define RG_TYPE_SECRET (rg_secret_get_type ())
GType rg_secret_get_type (void) G_GNUC_CONST;
RgSecret *rg_secret_ref (RgSecret *self);
void rg_secret_unref (RgSecret *self);
const char *rg_secret_get_text (RgSecret *self);
DexFuture *rg_keyring_store (const char *file_id, const char *purpose, const char *label, const char *secret);
DexFuture *rg_keyring_lookup (const char *file_id, const char *purpose);
DexFuture *rg_keyring_remove (const char *file_id, const char *purpose);
DexFuture *rg_keyring_has (const char *file_id, const char *purpose);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgSecret, rg_secret_unref)

G_END_DECLS
