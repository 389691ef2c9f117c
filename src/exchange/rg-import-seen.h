/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RgImportSeen:
 *
 * The keys of a file that were met, as 64-bit fingerprints: 16 bytes a key, whatever its length. Of a million
 * keys no two are taken for each other by chance, but for once in forty million files.
 */
typedef struct _RgImportSeen RgImportSeen;

RgImportSeen *rg_import_seen_new (guint64 n_expected);
gboolean rg_import_seen_add (RgImportSeen *self, const char *key);
void rg_import_seen_free (RgImportSeen *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgImportSeen, rg_import_seen_free)

G_END_DECLS
