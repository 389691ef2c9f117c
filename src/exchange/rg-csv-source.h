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

/**
 * rg_csv_source_new:
 * @stream: what to read, from where it stands
 * @encoding: (nullable): known to g_iconv(); %NULL to find out, as rg_csv_reader_new() tells
 * @cancellable: (nullable): for this and later calls
 * @error: as rg_csv_reader_new()
 *
 * Returns: (transfer full): a source, or %NULL with @error set
 */
RgCsvSource *rg_csv_source_new (GInputStream *stream, const char *encoding, GCancellable *cancellable, GError **error);

/** rg_csv_source_free: @self: (nullable) (transfer full): a source */
void rg_csv_source_free (RgCsvSource *self);

/** rg_csv_source_get_encoding: Returns: the name of the encoding */
const char *rg_csv_source_get_encoding (const RgCsvSource *self);

/**
 * rg_csv_source_read:
 * @self: a source
 * @buffer: (out caller-allocates) (array length=size): for the text
 * @size: its size, at least 16
 * @error: %RG_ERROR_UNAVAILABLE or %RG_ERROR_CANCELLED
 *
 * Returns: how many bytes were read, 0 at the end, -1 with @error set
 */
gssize rg_csv_source_read (RgCsvSource *self, char *buffer, gsize size, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgCsvSource, rg_csv_source_free)

G_END_DECLS
