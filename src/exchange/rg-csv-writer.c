/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-csv-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rg-error.h"
#include "rg-write-error.h"

#define BLOCK (64 * 1024)
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct _RgCsvWriter
{
  GOutputStream *stream;
  GCancellable *cancellable;
  RgCsvWriterFlags flags;
  char separator;
  GString *text;     /* rows not yet written, and the one being added to */
  gsize row_start;   /* where that one begins */
  guint n_cells;     /* in it */
  gboolean is_empty; /* its only cell is "" and not quoted */
  gboolean is_bad;   /* one of its cells is no text */
  GError *failure;
};

/**
 * rg_csv_writer_new:
 * @stream: where to write, kept until the writer is freed; it is not closed
 * @flags: options
 * @separator: an ASCII character such as ',' or ';', no quote and no line break
 * @cancellable: (nullable): ends later calls with %RG_ERROR_CANCELLED
 *
 * Returns: (transfer full): a writer
 */
RgCsvWriter *
rg_csv_writer_new (GOutputStream *stream, RgCsvWriterFlags flags, char separator, GCancellable *cancellable)
{
  RgCsvWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);
  g_return_val_if_fail (separator > 0 && strchr ("\"\r\n ", separator) == NULL, NULL);

  self = g_new0 (RgCsvWriter, 1);
  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  self->flags = flags;
  self->separator = separator;
  self->text = g_string_sized_new (BLOCK + 4096);
  if (flags & RG_CSV_WRITER_BOM)
    g_string_append (self->text, BYTE_ORDER_MARK);
  self->row_start = self->text->len;
  return self;
}

/**
 * rg_csv_writer_free:
 * @self: (nullable) (transfer full): a writer
 *
 * What has not been flushed by rg_csv_writer_finish() is lost.
 */
void
rg_csv_writer_free (RgCsvWriter *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_string_free (self->text, TRUE);
  g_clear_error (&self->failure);
  g_free (self);
}

static gboolean
is_formula (const char *text)
{
  return text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;
}

/* At the beginning of a file these would not be taken for text. */
static gboolean
looks_like_mark (const char *text)
{
  return g_str_has_prefix (text, BYTE_ORDER_MARK) || g_ascii_strncasecmp (text, "sep=", 4) == 0;
}

static gboolean
needs_quotes (const RgCsvWriter *self, const char *text, gsize length)
{
  const char special[] = { self->separator, '"', '\r', '\n', '\0' };

  return length > 0
         && (strpbrk (text, special) != NULL || strchr (" \t", text[0]) != NULL
             || strchr (" \t", text[length - 1]) != NULL || looks_like_mark (text));
}

static void
add (RgCsvWriter *self, const char *text, gboolean guard)
{
  gsize length;

  if (text == NULL)
    text = "";
  length = strlen (text);
  self->is_bad |= !g_utf8_validate_len (text, length, NULL);

  if (self->n_cells++ > 0)
    g_string_append_c (self->text, self->separator);
  self->is_empty = self->n_cells == 1 && length == 0;

  /* What looks guarded already is guarded once more, so that exactly one apostrophe can be taken off again.
   */
  guard = guard && (is_formula (text) || rg_csv_unguard (text) != text);
  if (!needs_quotes (self, text, length))
    {
      if (guard)
        g_string_append_c (self->text, '\'');
      g_string_append_len (self->text, text, length);
      return;
    }

  g_string_append_c (self->text, '"');
  if (guard)
    g_string_append_c (self->text, '\'');
  for (const char *quote; (quote = strchr (text, '"')) != NULL; text = quote + 1)
    {
      g_string_append_len (self->text, text, quote - text + 1);
      g_string_append_c (self->text, '"');
    }
  g_string_append (self->text, text);
  g_string_append_c (self->text, '"');
}

/**
 * rg_csv_writer_add_text:
 * @text: (nullable): valid UTF-8 that somebody wrote; guarded if so asked; %NULL is ""
 */
void
rg_csv_writer_add_text (RgCsvWriter *self, const char *text)
{
  g_return_if_fail (self != NULL);

  add (self, text, (self->flags & RG_CSV_WRITER_GUARD) != 0);
}

/**
 * rg_csv_writer_add_plain:
 * @text: (nullable): a number, date or word of our own, never guarded: "-12.50"
 */
void
rg_csv_writer_add_plain (RgCsvWriter *self, const char *text)
{
  g_return_if_fail (self != NULL);

  add (self, text, FALSE);
}

/* Keeps the failure of a stream and reports it, now and again. */
static gboolean
report (RgCsvWriter *self, GError **error)
{
  self->failure = rg_write_error (self->failure);
  if (error != NULL)
    *error = g_error_copy (self->failure);
  return FALSE;
}

static gboolean
write_out (RgCsvWriter *self, GError **error)
{
  if (self->failure != NULL)
    return report (self, error);
  /* Not every stream looks whether it is cancelled. */
  if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->failure)
      || !g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, self->cancellable,
                                     &self->failure))
    return report (self, error);
  g_string_truncate (self->text, 0);
  self->row_start = 0;
  return TRUE;
}

static gboolean
end_row (RgCsvWriter *self, GError **error)
{
  gboolean is_bad = self->is_bad;

  if (is_bad)
    g_string_truncate (self->text, self->row_start);
  else
    {
      if (self->n_cells == 0 || self->is_empty)
        g_string_append (self->text, "\"\"");
      g_string_append (self->text, self->flags & RG_CSV_WRITER_CRLF ? "\r\n" : "\n");
    }
  self->row_start = self->text->len;
  self->n_cells = 0;
  self->is_empty = self->is_bad = FALSE;

  if (is_bad)
    {
      g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, _ ("A cell is not valid text, so its row is left out."));
      return FALSE;
    }
  if (self->failure != NULL)
    return report (self, error);
  return self->text->len < BLOCK || write_out (self, error);
}

/**
 * rg_csv_writer_end_row:
 * @self: a writer
 * @error: %RG_ERROR_INVALID when a cell was not valid UTF-8: the row is then left out and writing may go on;
 *   %RG_ERROR_FULL, %RG_ERROR_CANCELLED or %RG_ERROR_UNAVAILABLE when the stream fails
 *
 * Returns: whether the row is written
 */
gboolean
rg_csv_writer_end_row (RgCsvWriter *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return end_row (self, error);
}

/**
 * rg_csv_writer_write_headings:
 * @self: a writer
 * @headings: (array zero-terminated=1): the headings
 *
 * Returns: as rg_csv_writer_end_row()
 */
gboolean
rg_csv_writer_write_headings (RgCsvWriter *self, const char *const *headings, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (; *headings != NULL; headings++)
    rg_csv_writer_add_text (self, *headings);
  return end_row (self, error);
}

/**
 * rg_csv_writer_finish:
 * @self: a writer
 * @error: as rg_csv_writer_end_row()
 *
 * Writes out and flushes everything. The stream is left open. Returns: whether all of it is written
 */
gboolean
rg_csv_writer_finish (RgCsvWriter *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->n_cells == 0, FALSE);

  if (!write_out (self, error))
    return FALSE;
  if (!g_output_stream_flush (self->stream, self->cancellable, &self->failure))
    return report (self, error);
  return TRUE;
}

/**
 * rg_csv_unguard:
 * @text: a text cell that was read
 *
 * The opposite of %RG_CSV_WRITER_GUARD. Returns: (transfer none): @text without the apostrophe, if it has one
 */
const char *
rg_csv_unguard (const char *text)
{
  const char *bare = text + strspn (text, "'");

  return bare > text && is_formula (bare) ? text + 1 : text;
}
