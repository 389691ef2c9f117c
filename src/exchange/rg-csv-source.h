/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SECTION:rg-csv-source
 *
 * A stream of text in some encoding, read as UTF-8. What is not valid in the encoding comes out as the byte
 * 0xFF, which is valid nowhere in UTF-8, so whoever checks the result for UTF-8 finds it in its place. For
 * rg-csv-reader.c alone.
 */

typedef struct _RgCsvSource RgCsvSource;

RgCsvSource *rg_csv_source_new (GInputStream *stream, const char *encoding, GCancellable *cancellable, GError **error);
void rg_csv_source_free (RgCsvSource *self);
const char *rg_csv_source_get_encoding (const RgCsvSource *self);
gssize rg_csv_source_read (RgCsvSource *self, char *buffer, gsize size, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgCsvSource, rg_csv_source_free)

G_END_DECLS
