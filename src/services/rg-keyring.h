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

/** rg_secret_ref: Returns: (transfer full): @self */
RgSecret *rg_secret_ref (RgSecret *self);

/** rg_secret_unref: @self: (transfer full): a secret */
void rg_secret_unref (RgSecret *self);

/** rg_secret_get_text: Returns: (transfer none): the secret, valid as long as @self */
const char *rg_secret_get_text (RgSecret *self);

/**
 * rg_keyring_store:
 * @file_id: which Regulars file it belongs to
 * @purpose: what it is for: "mail-password"
 * @label: what the person sees in the keyring's own program: "Regulars: mail password"
 * @secret: the secret, UTF-8; not copied outside of libsecret's guarded memory by this call
 *
 * Stores a secret in place of the one of the same purpose.
 *
 * Returns: (transfer full): a future of %TRUE
 */
DexFuture *rg_keyring_store (const char *file_id, const char *purpose, const char *label, const char *secret);

/**
 * rg_keyring_lookup:
 * @file_id: which Regulars file
 * @purpose: what it is for
 *
 * Returns: (transfer full): a future of an #RgSecret (dex_await_boxed()); rejects with %RG_ERROR_NOT_FOUND
 * when there is none
 */
DexFuture *rg_keyring_lookup (const char *file_id, const char *purpose);

/**
 * rg_keyring_remove:
 * @file_id: which Regulars file
 * @purpose: what it is for
 *
 * Returns: (transfer full): a future of a boolean: whether there was one
 */
DexFuture *rg_keyring_remove (const char *file_id, const char *purpose);

/**
 * rg_keyring_has:
 * @file_id: which Regulars file
 * @purpose: what it is for
 *
 * Looks without unlocking anything, so without a dialog.
 *
 * Returns: (transfer full): a future of a boolean: whether there is one
 */
DexFuture *rg_keyring_has (const char *file_id, const char *purpose);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgSecret, rg_secret_unref)

G_END_DECLS
