/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rg-csv-source.h"
#include "rg-csv-tokens.h"
#include "rg-error.h"

struct _RgCsvReader
{
  RgCsvTokens *tokens;
  char **headings;
  guint n_columns;
  gboolean headings_lean;
  RgCsvRow *first;   /* read already, when there are no headings */
  guint64 n_records; /* handed out, without headings */
};

static gboolean
all_blank (const RgCsvRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    if (row->fields[i][strspn (row->fields[i], " \t")] != '\0')
      return FALSE;
  return TRUE;
}

/* What can be said about a record once it is complete. */
static void
judge (RgCsvReader *self, RgCsvRow *row)
{
  if (row->state == RG_CSV_ROW_BAD)
    {
      /* For showing only, but still text. */
      for (guint i = 0; i < row->n_fields; i++)
        for (char *at = row->fields[i]; !g_utf8_validate (at, -1, (const char **) &at);)
          *at = '?';
      return;
    }
  if (self->n_columns == 0)
    return;

  while (row->n_fields > self->n_columns && row->fields[row->n_fields - 1][0] == '\0')
    row->fields[--row->n_fields] = NULL;
  if (all_blank (row))
    row->state = RG_CSV_ROW_EMPTY;
  else if (row->n_fields < self->n_columns)
    {
      row->state = RG_CSV_ROW_SHORT;
      row->reason = g_strdup_printf (_ ("It has %u of %u fields."), row->n_fields, self->n_columns);
    }
  else if (row->n_fields > self->n_columns)
    {
      row->state = RG_CSV_ROW_LONG;
      row->reason = g_strdup_printf (_ ("It has %u fields where %u are expected."), row->n_fields, self->n_columns);
    }
}

/* The next record that is not a line of nothing but blanks, whatever else it is. */
static gboolean
read_row (RgCsvReader *self, RgCsvRow *row, GError **error)
{
  do
    {
      if (!rg_csv_tokens_next (self->tokens, row, error))
        return FALSE;
      judge (self, row);
    }
  while (row->state != RG_CSV_ROW_BAD && row->n_fields == 1 && !row->quoted[0] && all_blank (row));
  return TRUE;
}

static gboolean
read_headings (RgCsvReader *self, gboolean none, GError **error)
{
  g_autoptr (RgCsvRow) row = rg_csv_row_new ();
  g_autoptr (GError) local = NULL;
  g_autoptr (GStrvBuilder) headings = g_strv_builder_new ();

  if (!read_row (self, row, &local))
    {
      if (!rg_error_propagate (error, &local))
        g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, _ ("The file is empty."));
      return FALSE;
    }
  if (row->state == RG_CSV_ROW_BAD)
    {
      g_set_error (error, RG_ERROR, RG_ERROR_INVALID, _ ("The first line can’t be read. %s"), row->reason);
      return FALSE;
    }

  self->n_columns = row->n_fields;
  for (guint i = 0; i < row->n_fields; i++)
    {
      self->headings_lean |= i > 0 && !row->quoted[i] && g_ascii_isspace (row->fields[i][0]);
      g_strv_builder_take (headings,
                           none ? g_strdup_printf (_ ("Column %u"), i + 1) : g_strstrip (g_strdup (row->fields[i])));
    }
  self->headings = g_strv_builder_end (headings);
  if (none)
    self->first = g_steal_pointer (&row);
  return TRUE;
}

/**
 * rg_csv_reader_new:
 * @stream: what to read, kept until the reader is freed
 * @format: (nullable): what is known about it already
 * @cancellable: (nullable): ends this call and later ones with %RG_ERROR_CANCELLED
 * @error: %RG_ERROR_INVALID when there are no usable headings (an empty file, a spreadsheet that isn't CSV,
 * too many columns) or @format names an unknown encoding; %RG_ERROR_UNAVAILABLE when the stream can't be read
 *
 * Finds out encoding and separator, and reads the headings.
 *
 * The encoding is that of the byte order mark, if there is one (UTF-8, UTF-16 of either order). Otherwise, a
 * stream that can be rewound is read through once: it is UTF-8 if all of it is valid, or if at least as many
 * characters outside ASCII are valid UTF-8 as bytes are not (a damaged UTF-8 file: the rows with such bytes
 * will be bad); else it is Windows-1252. Of a stream that can't be rewound the first 64 KiB decide.
 *
 * The separator is the one that gives most of the first records as many fields as the first, quotes
 * respected.
 *
 * Returns: (transfer full): a reader, or %NULL with @error set
 */
RgCsvReader *
rg_csv_reader_new (GInputStream *stream, const RgCsvFormat *format, GCancellable *cancellable, GError **error)
{
  static const RgCsvFormat unknown;
  g_autoptr (RgCsvReader) self = NULL;
  g_autoptr (RgCsvSource) source = NULL;
  g_autoptr (RgCsvTokens) tokens = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  if (format == NULL)
    format = &unknown;
  source = rg_csv_source_new (stream, format->encoding, cancellable, error);
  if (source == NULL)
    return NULL;
  tokens = rg_csv_tokens_new (g_steal_pointer (&source), format->separator, error);
  if (tokens == NULL)
    return NULL;

  self = g_new0 (RgCsvReader, 1);
  self->tokens = g_steal_pointer (&tokens);
  if (!read_headings (self, format->no_headings, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * rg_csv_reader_new_for_file:
 *
 * As rg_csv_reader_new(), with %RG_ERROR_NOT_FOUND when there is no such file.
 *
 * Returns: (transfer full): a reader, or %NULL with @error set
 */
RgCsvReader *
rg_csv_reader_new_for_file (GFile *file, const RgCsvFormat *format, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &local);

  if (stream == NULL)
    {
      g_set_error (error, RG_ERROR, (int) rg_error_code_of (local), _ ("The file can’t be opened: %s."),
                   local->message);
      return NULL;
    }
  return rg_csv_reader_new (G_INPUT_STREAM (stream), format, cancellable, error);
}

/**
 * rg_csv_reader_free:
 * @self: (nullable) (transfer full): a reader
 */
void
rg_csv_reader_free (RgCsvReader *self)
{
  if (self == NULL)
    return;

  rg_csv_tokens_free (self->tokens);
  rg_csv_row_free (self->first);
  g_strfreev (self->headings);
  g_free (self);
}

/**
 * rg_csv_reader_next:
 * @self: a reader
 * @row: filled with the next record
 * @error: %RG_ERROR_UNAVAILABLE or %RG_ERROR_CANCELLED when the stream can't be read on
 *
 * Empty fields at the end of a row that is too long are dropped, since nothing is lost by it.
 *
 * Returns: %TRUE with a row; %FALSE at the end (@error not set) or on failure (@error set)
 */
gboolean
rg_csv_reader_next (RgCsvReader *self, RgCsvRow *row, GError **error)
{
  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  if (self->first != NULL)
    {
      g_autoptr (RgCsvRow) first = g_steal_pointer (&self->first);

      rg_csv_row_clear (row);
      for (guint i = 0; i < first->n_fields; i++)
        rg_csv_row_add (row, first->fields[i], strlen (first->fields[i]), first->quoted[i]);
      rg_csv_row_close (row);
      row->line = first->line;
      row->last_line = first->last_line;
      judge (self, row);
    }
  else if (!read_row (self, row, error))
    return FALSE;

  row->number = ++self->n_records;
  return TRUE;
}

/**
 * rg_csv_reader_get_encoding:
 *
 * Returns: "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252", or what was asked for
 */
const char *
rg_csv_reader_get_encoding (const RgCsvReader *self)
{
  return rg_csv_tokens_get_encoding (self->tokens);
}

/**
 * rg_csv_reader_get_separator:
 *
 * Returns: the character between fields; ',' when there is only one column
 */
char
rg_csv_reader_get_separator (const RgCsvReader *self)
{
  return rg_csv_tokens_get_separator (self->tokens);
}

/**
 * rg_csv_reader_get_headings:
 *
 * Returns: (transfer none): the headings, blanks at their ends cut, %NULL-terminated
 */
const char *const *
rg_csv_reader_get_headings (const RgCsvReader *self)
{
  return (const char *const *) self->headings;
}

/**
 * rg_csv_reader_get_n_columns:
 *
 * Returns: how many headings there are, at least 1
 */
guint
rg_csv_reader_get_n_columns (const RgCsvReader *self)
{
  return self->n_columns;
}

/**
 * rg_csv_reader_headings_lean:
 *
 * Returns: whether an unquoted heading after the first begins with a blank
 */
gboolean
rg_csv_reader_headings_lean (const RgCsvReader *self)
{
  return self->headings_lean;
}
