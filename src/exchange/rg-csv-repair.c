/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-csv-repair.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rg-error.h"

/* Does field @i stand without quotes and begin with a blank? The separator may itself be one. */
static gboolean
leans (const RgCsvSurvey *survey, const RgCsvRow *row, guint i)
{
  char c = row->fields[i][0];

  return i > 0 && !row->quoted[i] && c != survey->separator && (c == ' ' || c == '\t');
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t")] == '\0';
}

static void
survey_column (RgCsvSurvey *self, const RgCsvRow *row, guint i)
{
  RgCsvColumn *column = &self->columns[i];

  if (is_blank (row->fields[i]))
    return;
  column->n_filled++;
  column->n_leaning += leans (self, row, i);
  rg_csv_number_evidence_add (&column->numbers, row->fields[i]);
  rg_csv_date_evidence_add (&column->dates, row->fields[i]);
}

static void
survey_row (RgCsvSurvey *self, const RgCsvRow *row)
{
  if (row->state == RG_CSV_ROW_EMPTY)
    return;

  self->n_rows++;
  switch (row->state)
    {
    case RG_CSV_ROW_OK:
      for (guint i = 0; i < self->n_columns; i++)
        survey_column (self, row, i);
      if (self->samples->len < RG_CSV_N_SAMPLES)
        g_ptr_array_add (self->samples, rg_csv_row_copy (row));
      break;
    case RG_CSV_ROW_SHORT:
      self->n_short++;
      break;
    case RG_CSV_ROW_LONG:
      self->n_long++;
      break;
    case RG_CSV_ROW_BAD:
      self->n_bad++;
      break;
    case RG_CSV_ROW_EMPTY:
    case RG_CSV_ROW_REPAIRED:
    default:
      break;
    }
}

/**
 * rg_csv_survey_new:
 * @reader: a reader from which no row has been read
 *
 * Reads @reader to its end. Memory does not grow with the file. Read the file again with a new reader for the
 * rows.
 *
 * Returns: (transfer full): the survey, or %NULL with @error as of rg_csv_reader_next()
 */
RgCsvSurvey *
rg_csv_survey_new (RgCsvReader *reader, GError **error)
{
  g_autoptr (RgCsvSurvey) self = g_new0 (RgCsvSurvey, 1);
  g_autoptr (RgCsvRow) row = rg_csv_row_new ();
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (reader != NULL, NULL);

  self->n_columns = rg_csv_reader_get_n_columns (reader);
  self->headings = g_strdupv ((char **) rg_csv_reader_get_headings (reader));
  self->separator = rg_csv_reader_get_separator (reader);
  self->encoding = g_strdup (rg_csv_reader_get_encoding (reader));
  self->headings_lean = rg_csv_reader_headings_lean (reader);
  self->columns = g_new0 (RgCsvColumn, self->n_columns);
  self->samples = g_ptr_array_new_with_free_func ((GDestroyNotify) rg_csv_row_free);

  while (rg_csv_reader_next (reader, row, &local))
    survey_row (self, row);
  if (rg_error_propagate (error, &local))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * rg_csv_survey_free:
 * @self: (nullable) (transfer full): a survey
 */
void
rg_csv_survey_free (RgCsvSurvey *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->headings);
  g_free (self->encoding);
  g_free (self->columns);
  g_clear_pointer (&self->samples, g_ptr_array_unref);
  g_free (self);
}

static gboolean
refuse (RgCsvRow *row, char *why)
{
  g_autofree char *was = row->reason;

  row->state = RG_CSV_ROW_BAD;
  row->reason = was != NULL ? g_strconcat (was, " ", why, NULL) : g_strdup (why);
  g_free (why);
  return FALSE;
}

/* May the leaning field @i be joined to the text before it, which is column @column? Else says why not. */
static char *
why_not_join (const RgCsvSurvey *survey, const RgCsvRow *row, guint i, guint column)
{
  if (row->quoted[i - 1] || is_blank (row->fields[i]) || is_blank (row->fields[i - 1]))
    return g_strdup_printf (_ ("Field %u begins with a blank, but is not the rest of the one before."), i + 1);
  /* As many columns further on as have been joined to this one by now. */
  if (column + 1 < survey->n_columns && survey->columns[column + 1].n_leaning > 0)
    /* Translators: a piece of text and the headings of two columns */
    return g_strdup_printf (_ ("Whether “%s” belongs to “%s” or is “%s” can’t be told, since other rows of this file "
                               "have a blank there as well."),
                            row->fields[i] + 1, survey->headings[column], survey->headings[column + 1]);
  return NULL;
}

/**
 * rg_csv_repair_row:
 * @survey: the survey of the file that @row is of
 * @row: a row of any state
 *
 * Joins what belongs together in a %RG_CSV_ROW_LONG row, as described above. The row becomes
 * %RG_CSV_ROW_REPAIRED with exactly the survey's number of columns, or %RG_CSV_ROW_BAD with the reason; rows
 * of other states are not touched. The same row gives the same result wherever it stands in the file.
 *
 * Returns: whether @row was repaired
 */
gboolean
rg_csv_repair_row (const RgCsvSurvey *survey, RgCsvRow *row)
{
  g_autoptr (RgCsvRow) fixed = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GString) what = NULL;
  guint n_leaning = 0, excess, column = 0;

  g_return_val_if_fail (survey != NULL && row != NULL, FALSE);

  if (row->state != RG_CSV_ROW_LONG)
    return FALSE;
  if (survey->headings_lean)
    return refuse (row, g_strdup (_ ("A field may contain the separator, but which one can’t be told.")));

  excess = row->n_fields - survey->n_columns;
  for (guint i = 1; i < row->n_fields; i++)
    n_leaning += leans (survey, row, i);
  if (n_leaning != excess)
    return refuse (row, g_strdup (_ ("A field may contain the separator, but which one can’t be told.")));

  fixed = rg_csv_row_new ();
  text = g_string_new (NULL);
  what = g_string_new (_ ("A separator without quotes was taken for text:"));
  for (guint i = 0; i < row->n_fields; i++, column++)
    {
      guint first = i;

      g_string_assign (text, row->fields[i]);
      while (i + 1 < row->n_fields && leans (survey, row, i + 1))
        {
          /* Every column that the pieces could be instead must speak against it. */
          for (guint other = column; other <= column + (i - first); other++)
            {
              char *why = why_not_join (survey, row, i + 1, other);

              if (why != NULL)
                return refuse (row, why);
            }
          i++;
          g_string_append_c (text, survey->separator);
          g_string_append (text, row->fields[i]);
        }
      if (i > first)
        {
          g_string_append_c (what, ' ');
          /* Translators: the heading of a column, and what it contains; follows “was taken for text:” */
          g_string_append_printf (what, _ ("“%s” is “%s”."), survey->headings[column], text->str);
        }
      rg_csv_row_add (fixed, text->str, text->len, row->quoted[first]);
    }
  rg_csv_row_close (fixed);

  /* The row of the caller keeps its place in memory and its place in the file, and gets everything else. */
  fixed->number = row->number;
  fixed->line = row->line;
  fixed->last_line = row->last_line;
  fixed->state = RG_CSV_ROW_REPAIRED;
  fixed->reason = g_strdup (what->str);
  {
    RgCsvRow old = *row;

    *row = *fixed;
    *fixed = old;
  }
  return TRUE;
}
