/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-csv-tokens.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "rg-csv-reader.h"
#include "rg-csv-scan.h"

#define BUFFER (64 * 1024)
#define MARK_OF_EXCEL "sep="

/* libcsv gets the text in slices that end with a separator or a line break (or with the buffer). So it is
 * known where each field begins, which libcsv does not tell: lines can be counted, and whether a field is in
 * quotes can be looked up before libcsv sees it. Fields in quotes are then parsed strictly, others as they
 * are. */
struct _RgCsvTokens
{
  RgCsvSource *source;
  char separator;

  struct csv_parser parser;
  gboolean is_stop[256]; /* what ends a slice */
  char *buffer;          /* not yet parsed: [start, end) */
  gsize start;
  gsize end;
  gboolean at_end;

  guint64 line;         /* of buffer[start] */
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
parser_init (RgCsvTokens *self)
{
  csv_init (&self->parser, 0);
  csv_set_delim (&self->parser, self->separator);
  csv_set_space_func (&self->parser, is_never);
  csv_set_blk_size (&self->parser, 4096);
  self->quoted = FALSE;
}

/* The first thing that is wrong with a record is its reason. */
static void G_GNUC_PRINTF (2, 3) spoil (RgCsvRow *row, const char *format, ...)
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
on_field (void *text, size_t length, void *data)
{
  RgCsvTokens *self = data;
  RgCsvRow *row = self->row;

  self->at_field = TRUE;
  /* NUL is not valid either. */
  if (!g_utf8_validate_len (text, length, NULL))
    {
      if (memchr (text, '\0', length) != NULL)
        spoil (row, _ ("Field %u contains a NUL byte, which no text has. Perhaps the encoding is another one."),
               row->offsets->len + 1);
      else
        spoil (row, _ ("Field %u contains bytes that are no text in the encoding %s."), row->offsets->len + 1,
               rg_csv_source_get_encoding (self->source));
    }
  rg_csv_row_add (row, text, length, self->quoted);
}

static void
on_record (int c, void *data)
{
  RgCsvTokens *self = data;

  self->ended = TRUE;
}

/* Makes room and reads more behind what is there. */
static gboolean
refill (RgCsvTokens *self, GError **error)
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
count_line (RgCsvTokens *self, char c)
{
  self->line += c == '\r' || (c == '\n' && !self->after_cr);
  self->after_cr = c == '\r';
  self->after_break = c == '\r' || c == '\n';
}

/* Looks whether the field at the beginning of the buffer is in quotes, and tells libcsv. There may be blanks
 * before them. FALSE if that can't be seen yet. */
static gboolean
begin_field (RgCsvTokens *self)
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
pass_over (RgCsvTokens *self, RgCsvScan scan)
{
  csv_free (&self->parser);
  parser_init (self);
  self->passing = TRUE;
  self->scan = scan;
}

/* Passes over the rest of a record as far as the buffer goes. */
static void
pass (RgCsvTokens *self)
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
count_quotes (const char *text, gsize length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == '"';
  return n;
}

/* Gives libcsv the next slice. */
static void
parse (RgCsvTokens *self)
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
  /* Nothing before the end of the slice is a line break. */
  if (done > 1 || done < length)
    self->after_cr = self->after_break = FALSE;
  if (done < length)
    {
      if (csv_error (&self->parser) == CSV_EPARSE)
        spoil (self->row,
               _ ("In field %u text follows the closing quote. A quote that is part of the text must be "
                  "doubled, or "
                  "the quote opened on line %" PRIu64 " is not closed."),
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
             self->quoted
               ? _ ("Field %u is longer than 1 MiB. Perhaps the quote opened on line %" PRIu64 " is not closed.")
               : _ ("Field %u is longer than 1 MiB; it begins on line %" PRIu64 "."),
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
finish (RgCsvTokens *self)
{
  if (!self->passing && csv_fini (&self->parser, on_field, on_record, self) != 0)
    {
      spoil (self->row, _ ("The quote opened on line %" PRIu64 " is never closed, so nothing after it can be read."),
             self->field_line);
      csv_free (&self->parser);
      parser_init (self);
    }
  self->ended = TRUE;
  self->passing = FALSE;
}

/* "sep=;" in the first line is Excel's way to name the separator. */
static char
take_mark_of_excel (RgCsvTokens *self)
{
  gsize length = strlen (MARK_OF_EXCEL);
  const char *text = self->buffer + self->start;

  if (self->end - self->start < length + 2 || g_ascii_strncasecmp (text, MARK_OF_EXCEL, length) != 0
      || (text[length + 1] != '\r' && text[length + 1] != '\n')
      || (text[length] != '\t' && (!g_ascii_ispunct (text[length]) || text[length] == '"')))
    return '\0';
  self->start += length + 1;
  return text[length];
}

/**
 * rg_csv_tokens_new:
 * @source: (transfer full): the text
 * @separator: the character between fields, '\0' to find out
 * @error: as rg_csv_source_read()
 *
 * Returns: (transfer full): at the first record, or %NULL with @error set
 */
RgCsvTokens *
rg_csv_tokens_new (RgCsvSource *source, char separator, GError **error)
{
  g_autoptr (RgCsvTokens) self = g_new0 (RgCsvTokens, 1);
  char mark;

  self->source = source;
  self->buffer = g_malloc (BUFFER);
  self->line = 1;
  while (!self->at_end && BUFFER - self->end >= 16)
    if (!refill (self, error))
      return NULL;

  mark = take_mark_of_excel (self);
  if (separator == '\0')
    separator = mark;
  if (separator == '\0')
    separator = rg_csv_scan_guess_separator (self->buffer, self->end, self->at_end);
  self->separator = separator;
  self->is_stop['\n'] = self->is_stop['\r'] = self->is_stop[(guchar) separator] = TRUE;
  parser_init (self);
  return g_steal_pointer (&self);
}

/**
 * rg_csv_tokens_free:
 * @self: (nullable) (transfer full): tokens
 */
void
rg_csv_tokens_free (RgCsvTokens *self)
{
  if (self == NULL)
    return;

  csv_free (&self->parser);
  rg_csv_source_free (self->source);
  g_free (self->buffer);
  g_free (self);
}

/**
 * rg_csv_tokens_get_separator:
 *
 * Returns: the character between fields
 */
char
rg_csv_tokens_get_separator (const RgCsvTokens *self)
{
  return self->separator;
}

/**
 * rg_csv_tokens_get_encoding:
 *
 * Returns: the name of the source's encoding
 */
const char *
rg_csv_tokens_get_encoding (const RgCsvTokens *self)
{
  return rg_csv_source_get_encoding (self->source);
}

/**
 * rg_csv_tokens_next:
 * @self: tokens
 * @row: filled with the next record: fields, lines, and state and reason if it is %RG_CSV_ROW_BAD, else
 * %RG_CSV_ROW_OK
 * @error: as rg_csv_source_read()
 *
 * Lines without a character are passed over, those with blanks are records of one field.
 *
 * Returns: %TRUE with a record; %FALSE at the end (@error not set) or on failure (@error set)
 */
gboolean
rg_csv_tokens_next (RgCsvTokens *self, RgCsvRow *row, GError **error)
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
  rg_csv_row_close (row);
  return TRUE;
}
