/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-csv-source.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rg-error.h"

#define BLOCK (64 * 1024)

struct _RgCsvSource
{
  GInputStream *stream;
  GCancellable *cancellable;
  char *encoding;
  GIConv converter; /* (GIConv) -1 for UTF-8 */
  gsize unit;       /* bytes to pass over where decoding fails */

  char *raw; /* bytes not yet decoded: [start, end) */
  gsize start;
  gsize end;
  gboolean at_end; /* of the stream */
};

/* How far a stream is UTF-8. A character may be cut by the end of a block: its beginning waits in @rest. */
typedef struct
{
  guint64 good; /* characters outside ASCII */
  guint64 bad;  /* bytes */
  char rest[8];
  gsize n_rest;
} Utf8Tally;

static guint64
count_leads (const char *text, gsize length)
{
  guint64 n = 0;

  for (gsize i = 0; i < length; i++)
    n += ((guchar) text[i] & 0xc0) == 0xc0;
  return n;
}

/* Looks at @text and returns how many bytes at its end may be the beginning of a character. */
static gsize
tally (Utf8Tally *self, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *stop;

      g_utf8_validate_len (text, end - text, &stop);
      self->good += count_leads (text, stop - text);
      text = stop;
      if (text == end)
        break;
      if (*text != '\0')
        {
          if (end - text < 4 && g_utf8_get_char_validated (text, end - text) == (gunichar) -2)
            return end - text;
          self->bad++;
        }
      text++;
    }
  return 0;
}

static void
tally_block (Utf8Tally *self, const char *block, gsize length)
{
  gsize rest, used = 0;

  /* The cut character is looked at together with as much as it may need. */
  if (self->n_rest > 0)
    {
      gsize old = self->n_rest;

      used = MIN (length, sizeof self->rest - old);
      /* Only as far as the character goes: 10xxxxxx follow its first byte. */
      for (gsize i = 0; i < used; i++)
        if (((guchar) block[i] & 0xc0) != 0x80)
          used = i;
      memcpy (self->rest + old, block, used);
      rest = tally (self, self->rest, old + used);
      if (rest > 0 && used == length)
        {
          memmove (self->rest, self->rest + old + used - rest, rest);
          self->n_rest = rest;
          return;
        }
      self->bad += rest;
    }

  rest = tally (self, block + used, length - used);
  memcpy (self->rest, block + length - rest, rest);
  self->n_rest = rest;
}

/* Turns an error of a stream into one of ours, in place. */
static gboolean
failed (GError **error)
{
  GError *old;

  if (error == NULL)
    return FALSE;
  old = *error;
  *error = g_error_new (RG_ERROR, (int) rg_error_code_of (old), _ ("The file can’t be read: %s."), old->message);
  g_error_free (old);
  return FALSE;
}

/* Reads until @raw is full or the stream ends. */
static gboolean
fill (RgCsvSource *self, GError **error)
{
  gsize n;

  if (self->start > 0)
    {
      memmove (self->raw, self->raw + self->start, self->end - self->start);
      self->end -= self->start;
      self->start = 0;
    }
  if (self->at_end || self->end == BLOCK)
    return TRUE;
  if (!g_input_stream_read_all (self->stream, self->raw + self->end, BLOCK - self->end, &n, self->cancellable, error))
    return failed (error);
  self->at_end = self->end + n < BLOCK;
  self->end += n;
  return TRUE;
}

/* Reads a stream that can be rewound through to its end, and puts it back to where it is now. */
static gboolean
tally_stream (RgCsvSource *self, Utf8Tally *counts, GError **error)
{
  GSeekable *seekable = G_SEEKABLE (self->stream);
  g_autofree char *block = g_malloc (BLOCK);
  goffset here = g_seekable_tell (seekable);
  gssize n;

  while ((n = g_input_stream_read (self->stream, block, BLOCK, self->cancellable, error)) > 0)
    tally_block (counts, block, n);
  if (n < 0 || !g_seekable_seek (seekable, here, G_SEEK_SET, self->cancellable, error))
    return failed (error);
  return TRUE;
}

/* An object that begins with a member, or an array of objects. */
static gboolean
is_json (RgCsvSource *self)
{
  gboolean marked = self->end >= 3 && memcmp (self->raw, "\xef\xbb\xbf", 3) == 0;
  char found[3] = { 0 };
  guint n_found = 0;

  for (gsize i = marked ? 3 : 0; i < self->end && n_found < 2; i++)
    if (!g_ascii_isspace (self->raw[i]))
      found[n_found++] = self->raw[i];
  return g_str_equal (found, "{\"") || g_str_equal (found, "{}") || g_str_equal (found, "[{");
}

/* What is often taken for CSV and isn't. */
static gboolean
check_magic (RgCsvSource *self, GError **error)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *words;
  } known[] = {
    { "PK\3\4", 4, N_ ("This is a spreadsheet or an archive, not CSV. Open it where it was made and save it as CSV.") },
    { "\xd0\xcf\x11\xe0", 4, N_ ("This is a spreadsheet, not CSV. Open it where it was made and save it as CSV.") },
    { "%PDF-", 5, N_ ("This is a PDF document, not CSV.") },
    { "SQLite format 3", 16, N_ ("This is a database, not CSV.") },
    { "\x1f\x8b", 2, N_ ("This file is compressed. Unpack it first.") },
  };

  if (is_json (self))
    {
      g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID,
                           _ ("This is JSON, not CSV. Export it as CSV where it was made."));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (self->end >= known[i].length && memcmp (self->raw, known[i].bytes, known[i].length) == 0)
      {
        g_set_error_literal (error, RG_ERROR, RG_ERROR_INVALID, _ (known[i].words));
        return FALSE;
      }
  return TRUE;
}

static gboolean
is_encoding (const char *encoding, const char *name, const char *other)
{
  return g_ascii_strcasecmp (encoding, name) == 0 || g_ascii_strcasecmp (encoding, other) == 0;
}

static gboolean
choose_encoding (RgCsvSource *self, const char *wanted, GError **error)
{
  static const struct
  {
    const char *encoding;
    const char *mark;
    gsize length;
  } marks[] = {
    { "UTF-8", "\xef\xbb\xbf", 3 },
    { "UTF-16LE", "\xff\xfe", 2 },
    { "UTF-16BE", "\xfe\xff", 2 },
  };
  goffset begin = 0;
  gboolean can_rewind = G_IS_SEEKABLE (self->stream) && g_seekable_can_seek (G_SEEKABLE (self->stream));

  if (can_rewind)
    begin = g_seekable_tell (G_SEEKABLE (self->stream));
  if (!fill (self, error) || !check_magic (self, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (self->end >= marks[i].length && memcmp (self->raw, marks[i].mark, marks[i].length) == 0
        && (wanted == NULL || g_ascii_strcasecmp (wanted, marks[i].encoding) == 0
            || (marks[i].length == 2 && is_encoding (wanted, "UTF-16", "UCS-2"))))
      {
        self->start = marks[i].length;
        wanted = marks[i].encoding;
      }

  if (wanted == NULL)
    {
      Utf8Tally counts = { 0 };

      tally_block (&counts, self->raw, self->end);
      if (!self->at_end && can_rewind)
        {
          memset (&counts, 0, sizeof counts);
          if (!g_seekable_seek (G_SEEKABLE (self->stream), begin, G_SEEK_SET, self->cancellable, error))
            return failed (error);
          if (!tally_stream (self, &counts, error))
            return FALSE;
          self->start = self->end = 0;
        }
      if (can_rewind || self->at_end)
        counts.bad += counts.n_rest > 0; /* cut off by the end of the file, not of the block */
      wanted = counts.bad == 0 || counts.good >= counts.bad ? "UTF-8" : "WINDOWS-1252";
    }

  self->encoding = g_ascii_strup (wanted, -1);
  if (is_encoding (wanted, "UTF-8", "UTF8"))
    return TRUE;
  if (g_str_has_prefix (self->encoding, "UTF-16") || g_str_has_prefix (self->encoding, "UCS-2"))
    self->unit = 2;
  else if (g_str_has_prefix (self->encoding, "UTF-32") || g_str_has_prefix (self->encoding, "UCS-4"))
    self->unit = 4;
  self->converter = g_iconv_open ("UTF-8", wanted);
  if (self->converter == (GIConv) -1)
    {
      g_set_error (error, RG_ERROR, RG_ERROR_INVALID, _ ("The encoding “%s” is not known on this computer."), wanted);
      return FALSE;
    }
  return TRUE;
}

/**
 * rg_csv_source_new:
 * @stream: what to read, from where it stands
 * @encoding: (nullable): known to g_iconv(); %NULL to find out, as rg_csv_reader_new() tells
 * @cancellable: (nullable): for this and later calls
 * @error: as rg_csv_reader_new()
 *
 * Returns: (transfer full): a source, or %NULL with @error set
 */
RgCsvSource *
rg_csv_source_new (GInputStream *stream, const char *encoding, GCancellable *cancellable, GError **error)
{
  g_autoptr (RgCsvSource) self = g_new0 (RgCsvSource, 1);

  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  self->converter = (GIConv) -1;
  self->unit = 1;
  self->raw = g_malloc (BLOCK);
  if (!choose_encoding (self, encoding, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * rg_csv_source_free:
 * @self: (nullable) (transfer full): a source
 */
void
rg_csv_source_free (RgCsvSource *self)
{
  if (self == NULL)
    return;

  if (self->converter != (GIConv) -1)
    g_iconv_close (self->converter);
  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_free (self->encoding);
  g_free (self->raw);
  g_free (self);
}

/**
 * rg_csv_source_get_encoding:
 *
 * Returns: the name of the encoding
 */
const char *
rg_csv_source_get_encoding (const RgCsvSource *self)
{
  return self->encoding;
}

/* Decodes from @raw into @buffer until one of them can't go on. */
static gsize
decode (RgCsvSource *self, char *buffer, gsize size)
{
  char *out = buffer;

  while (self->start < self->end && size >= 8)
    {
      char *in = self->raw + self->start;
      gsize n_in = self->end - self->start;
      gsize result = g_iconv (self->converter, &in, &n_in, &out, &size);
      int reason = errno;

      self->start = self->end - n_in;
      if (result != (gsize) -1)
        continue;
      if (reason == E2BIG || (reason == EINVAL && !self->at_end))
        break;
      /* Not valid, or cut off by the end of the file. */
      *out++ = '\xff';
      size--;
      self->start = MIN (self->start + (reason == EINVAL ? n_in : self->unit), self->end);
    }
  return out - buffer;
}

/**
 * rg_csv_source_read:
 * @self: a source
 * @buffer: (out caller-allocates) (array length=size): for the text
 * @size: its size, at least 16
 * @error: %RG_ERROR_UNAVAILABLE or %RG_ERROR_CANCELLED
 *
 * Returns: how many bytes were read, 0 at the end, -1 with @error set
 */
gssize
rg_csv_source_read (RgCsvSource *self, char *buffer, gsize size, GError **error)
{
  g_return_val_if_fail (size >= 16, -1);

  /* Not every stream looks. */
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    {
      failed (error);
      return -1;
    }
  if (self->converter == (GIConv) -1)
    {
      gsize n = self->end - self->start;

      if (n == 0 && !self->at_end)
        {
          gssize got = g_input_stream_read (self->stream, buffer, size, self->cancellable, error);

          if (got < 0)
            failed (error);
          self->at_end = got == 0;
          return got;
        }
      n = MIN (n, size);
      memcpy (buffer, self->raw + self->start, n);
      self->start += n;
      return n;
    }

  for (;;)
    {
      gsize n = decode (self, buffer, size);

      if (n > 0)
        return n;
      if (self->at_end && self->start == self->end)
        return 0;
      if (!fill (self, error))
        return -1;
    }
}
