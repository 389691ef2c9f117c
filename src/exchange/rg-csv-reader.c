/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-csv-reader.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rg-csv-scan.h"
#include "rg-csv-source.h"
#include "rg-error.h"
#include "rg-text.h"

#define BUFFER (64 * 1024)
#define MARK_OF_EXCEL "sep="

/* libcsv gets the text in slices that end with a separator or a line break (or with the buffer). So it is known where
 * each field begins, which libcsv does not tell: lines can be counted, and whether a field is in quotes can be looked
 * up before libcsv sees it. Fields in quotes are then parsed strictly, others as they are. */
struct _RgCsvReader
{
  RgCsvSource *source;
  char separator;
  char **headings;
  guint n_columns;
  gboolean headings_lean;
  RgCsvRow *first; /* read already, when there are no headings */

  struct csv_parser parser;
  gboolean is_stop[256]; /* what ends a slice */
  char *buffer;          /* not yet parsed: [start, end) */
  gsize start;
  gsize end;
  gboolean at_end;

  guint64 line;         /* of buffer[start] */
  guint64 n_records;    /* handed out, without headings */
  gboolean after_cr;    /* a line feed now is no line of its own */
  gboolean after_break; /* the last that was seen is a line break */
  gboolean in_record;   /* something of it has been seen */
  gboolean at_field;    /* buffer[start] is the first of a field */
  gboolean quoted;      /* the field is in quotes */
  gboolean ended;       /* libcsv says that the record has ended */
  gsize n_field;        /* bytes of the field so far */
  gsize n_quotes;       /* quotes in it so far */
  gsize n_record;       /* bytes of the record so far */
  guint64 field_line;   /* where the field began */
  gboolean passing;     /* over what is left of a record that can't be read */
  RgCsvScan scan;       /* where in that record */
  RgCsvRow *row;        /* being filled */
};

static int
is_blank (guchar c)
{
  return c == ' ' || c == '\t';
}

static int
is_never (guchar c)
{
  return 0;
}

static void
parser_init (RgCsvReader *self)
{
  csv_init (&self->parser, 0);
  csv_set_delim (&self->parser, self->separator);
  csv_set_space_func (&self->parser, is_never);
  csv_set_blk_size (&self->parser, 4096);
  self->quoted = FALSE;
}

/* The first thing that is wrong with a record is its reason. */
static void G_GNUC_PRINTF (2, 3)
spoil (RgCsvRow *row,
       const char *format,
       ...)
{
  va_list args;

  if (row->state == RG_CSV_ROW_BAD)
    return;
  row->state = RG_CSV_ROW_BAD;
  va_start (args, format);
  g_free (row->reason);
  row->reason = g_strdup_vprintf (format, args);
  va_end (args);
}

static void
on_field (void *text,
          size_t length,
          void *data)
{
  RgCsvReader *self = data;
  RgCsvRow *row = self->row;

  self->at_field = TRUE;
  if (length > 0 && memchr (text, '\0', length) != NULL)
    spoil (row, _ ("Field %u contains a NUL byte, which no text has. Perhaps the encoding is another one."),
           row->offsets->len + 1);
  else if (!g_utf8_validate_len (text, length, NULL))
    spoil (row, _ ("Field %u contains bytes that are no text in the encoding %s."), row->offsets->len + 1,
           rg_csv_source_get_encoding (self->source));
  rg_csv_row_add (row, text, length, self->quoted);
}

static void
on_record (int c,
           void *data)
{
  RgCsvReader *self = data;

  self->ended = TRUE;
}

/* Makes room and reads more behind what is there. */
static gboolean
refill (RgCsvReader *self,
        GError **error)
{
  gssize n;

  if (self->start > 0)
    {
      memmove (self->buffer, self->buffer + self->start, self->end - self->start);
      self->end -= self->start;
      self->start = 0;
    }
  if (BUFFER - self->end < 16)
    return TRUE;
  n = rg_csv_source_read (self->source, self->buffer + self->end, BUFFER - self->end, error);
  if (n < 0)
    return FALSE;
  self->at_end = n == 0;
  self->end += n;
  return TRUE;
}

static void
count_line (RgCsvReader *self,
            char c)
{
  self->line += c == '\r' || (c == '\n' && !self->after_cr);
  self->after_cr = c == '\r';
  self->after_break = c == '\r' || c == '\n';
}

/* Looks whether the field at the beginning of the buffer is in quotes, and tells libcsv. There may be blanks before
 * them. FALSE if that can't be seen yet. */
static gboolean
begin_field (RgCsvReader *self)
{
  gsize i = self->start;
  gboolean quoted;

  while (i < self->end && is_blank (self->buffer[i]) && self->buffer[i] != self->separator)
    i++;
  if (i == self->end && !self->at_end && self->end - self->start < BUFFER / 2)
    return FALSE;

  quoted = i < self->end && self->buffer[i] == '"';
  if (quoted != self->quoted)
    {
      csv_set_opts (&self->parser, quoted ? CSV_STRICT | CSV_STRICT_FINI : 0);
      csv_set_space_func (&self->parser, quoted ? is_blank : is_never);
    }
  self->quoted = quoted;
  self->at_field = FALSE;
  self->n_field = self->n_quotes = 0;
  self->field_line = self->line;
  return TRUE;
}

/* The record can't be read on: drops what libcsv has of it. */
static void
pass_over (RgCsvReader *self,
           RgCsvScan scan)
{
  csv_free (&self->parser);
  parser_init (self);
  self->passing = TRUE;
  self->scan = scan;
}

/* Passes over the rest of a record as far as the buffer goes. */
static void
pass (RgCsvReader *self)
{
  while (self->start < self->end && !self->ended)
    {
      char c = self->buffer[self->start++];

      count_line (self, c);
      self->scan = rg_csv_scan (self->scan, c, self->separator);
      self->ended = self->scan == RG_CSV_SCAN_RECORD;
    }
  self->passing = !self->ended;
}

static gsize
count_quotes (const char *text,
              gsize length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == '"';
  return n;
}

/* Gives libcsv the next slice. */
static void
parse (RgCsvReader *self)
{
  const char *slice = self->buffer + self->start;
  gsize length = 0, available = self->end - self->start, done;
  gboolean field_ended;

  while (length < available && !self->is_stop[(guchar) slice[length]])
    length++;
  if (length < available)
    length++;

  done = csv_parse (&self->parser, slice, length, on_field, on_record, self);
  self->start += done;
  self->n_record += done;
  if (done < length)
    {
      /* Nothing before the end of the slice is a line break. */
      if (csv_error (&self->parser) == CSV_EPARSE)
        spoil (self->row,
               _ ("In field %u text follows the closing quote. A quote that is part of the text must be doubled, or "
                  "the quote opened on line %" G_GUINT64_FORMAT " is not closed."),
               self->row->offsets->len + 1, self->field_line);
      else
        spoil (self->row, _ ("There is not enough memory for field %u."), self->row->offsets->len + 1);
      pass_over (self, RG_CSV_SCAN_PLAIN);
      return;
    }

  count_line (self, slice[length - 1]);
  field_ended = self->ended || self->at_field;
  self->n_field += length - field_ended;
  if (self->quoted && !field_ended)
    self->n_quotes += count_quotes (slice, length);

  if (self->n_field > RG_CSV_MAX_FIELD)
    {
      spoil (self->row,
             self->quoted ? _ ("Field %u is longer than 1 MiB. Perhaps the quote opened on line %" G_GUINT64_FORMAT
                               " is not closed.")
                          : _ ("Field %u is longer than 1 MiB; it begins on line %" G_GUINT64_FORMAT "."),
             self->row->offsets->len + !field_ended, self->field_line);
      if (!self->quoted && !field_ended)
        pass_over (self, RG_CSV_SCAN_PLAIN);
      else if (!field_ended)
        pass_over (self, self->n_quotes % 2 == 0 ? RG_CSV_SCAN_AFTER : RG_CSV_SCAN_QUOTED);
    }
  if (self->ended || self->passing)
    return;
  if (self->at_field && (self->row->offsets->len == RG_CSV_MAX_COLUMNS || self->n_record > RG_CSV_MAX_RECORD))
    {
      /* One field more begins here. */
      if (self->n_record > RG_CSV_MAX_RECORD)
        spoil (self->row, _ ("It is longer than 8 MiB."));
      else
        spoil (self->row, _ ("It has more than %d fields."), RG_CSV_MAX_COLUMNS);
      pass_over (self, RG_CSV_SCAN_FIELD);
    }
}

/* The file has ended within a record, or after it. */
static void
finish (RgCsvReader *self)
{
  if (!self->passing && csv_fini (&self->parser, on_field, on_record, self) != 0)
    {
      spoil (self->row, _ ("The quote opened on line %" G_GUINT64_FORMAT " is never closed, so nothing after it can be read."),
             self->field_line);
      csv_free (&self->parser);
      parser_init (self);
    }
  self->ended = TRUE;
  self->passing = FALSE;
}

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
judge (RgCsvReader *self,
       RgCsvRow *row)
{
  rg_csv_row_close (row);
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

/* The next record that is not blank, whatever it is. */
static gboolean
read_record (RgCsvReader *self,
             RgCsvRow *row,
             GError **error)
{
  rg_csv_row_clear (row);
  self->row = row;
  self->ended = FALSE;
  self->at_field = TRUE;
  self->n_record = 0;
  self->in_record = FALSE;

  while (!self->ended)
    {
      if (self->start == self->end)
        {
          if (!self->at_end && !refill (self, error))
            return FALSE;
          if (self->start == self->end && self->at_end)
            {
              if (!self->in_record)
                return FALSE;
              finish (self);
            }
          continue;
        }
      if (self->passing)
        {
          pass (self);
          continue;
        }
      if (!self->in_record)
        {
          char c = self->buffer[self->start];

          if (c == '\n' || c == '\r')
            {
              count_line (self, c);
              self->start++;
              continue;
            }
          self->in_record = TRUE;
          row->line = self->line;
        }
      if (self->at_field && !begin_field (self))
        {
          if (!refill (self, error))
            return FALSE;
          continue;
        }
      parse (self);
    }

  row->last_line = self->line - self->after_break;
  return TRUE;
}

/* As read_record(), without lines of nothing but blanks. */
static gboolean
read_row (RgCsvReader *self,
          RgCsvRow *row,
          GError **error)
{
  do
    {
      if (!read_record (self, row, error))
        return FALSE;
      judge (self, row);
    }
  while (row->state != RG_CSV_ROW_BAD && row->n_fields == 1 && !row->quoted[0] && all_blank (row));
  return TRUE;
}

/* "sep=;" in the first line is Excel's way to name the separator. */
static char
take_mark_of_excel (RgCsvReader *self)
{
  gsize length = strlen (MARK_OF_EXCEL);
  const char *text = self->buffer + self->start;

  if (self->end - self->start < length + 2 || g_ascii_strncasecmp (text, MARK_OF_EXCEL, length) != 0
      || strchr ("\r\n", text[length + 1]) == NULL || strchr ("\"\r\n", text[length]) != NULL)
    return '\0';
  self->start += length + 1;
  return text[length];
}

static gboolean
read_headings (RgCsvReader *self,
               gboolean none,
               GError **error)
{
  g_autoptr (RgCsvRow) row = rg_csv_row_new ();
  g_autoptr (GError) local = NULL;
  g_autoptr (GStrvBuilder) headings = g_strv_builder_new ();

  if (!read_row (self, row, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
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
      self->headings_lean |= i > 0 && !row->quoted[i] && is_blank (row->fields[i][0]);
      g_strv_builder_take (headings, none ? g_strdup_printf (_ ("Column %u"), i + 1)
                                          : g_strstrip (g_strdup (row->fields[i])));
    }
  self->headings = g_strv_builder_end (headings);
  if (none)
    self->first = g_steal_pointer (&row);
  return TRUE;
}

RgCsvReader *
rg_csv_reader_new (GInputStream *stream,
                   const RgCsvFormat *format,
                   GCancellable *cancellable,
                   GError **error)
{
  static const RgCsvFormat unknown;
  g_autoptr (RgCsvReader) self = g_new0 (RgCsvReader, 1);
  char separator;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  if (format == NULL)
    format = &unknown;
  self->source = rg_csv_source_new (stream, format->encoding, cancellable, error);
  if (self->source == NULL)
    return NULL;

  self->buffer = g_malloc (BUFFER);
  self->line = 1;
  while (!self->at_end && BUFFER - self->end >= 16)
    if (!refill (self, error))
      return NULL;

  separator = take_mark_of_excel (self);
  if (format->separator != '\0')
    separator = format->separator;
  else if (separator == '\0')
    separator = rg_csv_scan_guess_separator (self->buffer, self->end, self->at_end);
  self->separator = separator;
  self->is_stop['\n'] = self->is_stop['\r'] = self->is_stop[(guchar) separator] = TRUE;
  parser_init (self);

  if (!read_headings (self, format->no_headings, error))
    return NULL;
  return g_steal_pointer (&self);
}

RgCsvReader *
rg_csv_reader_new_for_file (GFile *file,
                            const RgCsvFormat *format,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &local);

  if (stream == NULL)
    {
      int code = RG_ERROR_UNAVAILABLE;

      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        code = RG_ERROR_NOT_FOUND;
      else if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        code = RG_ERROR_CANCELLED;
      g_set_error (error, RG_ERROR, code, _ ("The file can’t be opened: %s"), local->message);
      return NULL;
    }
  return rg_csv_reader_new (G_INPUT_STREAM (stream), format, cancellable, error);
}

void
rg_csv_reader_free (RgCsvReader *self)
{
  if (self == NULL)
    return;

  csv_free (&self->parser);
  rg_csv_source_free (self->source);
  rg_csv_row_free (self->first);
  g_strfreev (self->headings);
  g_free (self->buffer);
  g_free (self);
}

gboolean
rg_csv_reader_next (RgCsvReader *self,
                    RgCsvRow *row,
                    GError **error)
{
  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  if (self->first != NULL)
    {
      g_autoptr (RgCsvRow) first = g_steal_pointer (&self->first);

      rg_csv_row_clear (row);
      for (guint i = 0; i < first->n_fields; i++)
        rg_csv_row_add (row, first->fields[i], strlen (first->fields[i]), first->quoted[i]);
      row->line = first->line;
      row->last_line = first->last_line;
      judge (self, row);
    }
  else if (!read_row (self, row, error))
    return FALSE;

  row->number = ++self->n_records;
  return TRUE;
}

const char *
rg_csv_reader_get_encoding (const RgCsvReader *self)
{
  return rg_csv_source_get_encoding (self->source);
}

char
rg_csv_reader_get_separator (const RgCsvReader *self)
{
  return self->separator;
}

const char *const *
rg_csv_reader_get_headings (const RgCsvReader *self)
{
  return (const char *const *) self->headings;
}

guint
rg_csv_reader_get_n_columns (const RgCsvReader *self)
{
  return self->n_columns;
}

gboolean
rg_csv_reader_headings_lean (const RgCsvReader *self)
{
  return self->headings_lean;
}

char **
rg_csv_headings_dup_problems (const char *const *headings)
{
  g_autoptr (GStrvBuilder) problems = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; headings[i] != NULL; i++)
    {
      g_autofree char *clean = rg_text_clean (headings[i]);
      g_autofree char *key = rg_text_fold (clean);
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));

      if (key[0] == '\0')
        g_strv_builder_take (problems, g_strdup_printf (_ ("Column %u has no heading."), i + 1));
      else if (before > 0)
        g_strv_builder_take (problems,
                             g_strdup_printf (_ ("Columns %u and %u are both called “%s”."), before, i + 1, clean));
      else
        g_hash_table_insert (seen, g_steal_pointer (&key), GUINT_TO_POINTER (i + 1));
    }
  return g_strv_builder_end (problems);
}
