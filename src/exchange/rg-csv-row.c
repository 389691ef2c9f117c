/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-csv-row.h"

/* Memory beyond this is given back when the row is cleared. */
#define KEEP (256 * 1024)

static char *no_fields[] = { NULL };

/**
 * rg_csv_row_new:
 *
 * Returns: (transfer full): a row without fields
 */
RgCsvRow *
rg_csv_row_new (void)
{
  RgCsvRow *row = g_new0 (RgCsvRow, 1);

  row->text = g_byte_array_new ();
  row->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  row->quotes = g_array_new (FALSE, FALSE, sizeof (gboolean));
  row->pointers = g_ptr_array_new ();
  row->fields = no_fields;
  return row;
}

/**
 * rg_csv_row_copy:
 *
 * Returns: (transfer full): a row of its own with all that @row has
 */
RgCsvRow *
rg_csv_row_copy (const RgCsvRow *row)
{
  RgCsvRow *copy = rg_csv_row_new ();

  for (guint i = 0; i < row->n_fields; i++)
    rg_csv_row_add (copy, row->fields[i], strlen (row->fields[i]), row->quoted[i]);
  rg_csv_row_close (copy);
  copy->number = row->number;
  copy->line = row->line;
  copy->last_line = row->last_line;
  copy->state = row->state;
  copy->reason = g_strdup (row->reason);
  return copy;
}

/**
 * rg_csv_row_free:
 * @row: (nullable) (transfer full): a row
 */
void
rg_csv_row_free (RgCsvRow *row)
{
  if (row == NULL)
    return;

  g_byte_array_unref (row->text);
  g_array_unref (row->offsets);
  g_array_unref (row->quotes);
  g_ptr_array_unref (row->pointers);
  g_free (row->reason);
  g_free (row);
}

/**
 * rg_csv_row_get:
 * @row: a row
 * @column: a column of the file, from 0
 *
 * Returns: the field, "" when @row is too short to have it or @column is negative
 */
const char *
rg_csv_row_get (const RgCsvRow *row, int column)
{
  g_return_val_if_fail (row != NULL, "");

  return column >= 0 && (guint) column < row->n_fields ? row->fields[column] : "";
}

/**
 * rg_csv_row_clear:
 * @row: a row
 *
 * Takes away fields and reason; @row is as new. Large memory is given back.
 */
void
rg_csv_row_clear (RgCsvRow *row)
{
  if (row->text->len > KEEP)
    {
      g_byte_array_unref (row->text);
      row->text = g_byte_array_new ();
    }
  g_byte_array_set_size (row->text, 0);
  g_array_set_size (row->offsets, 0);
  g_array_set_size (row->quotes, 0);
  g_clear_pointer (&row->reason, g_free);
  row->fields = no_fields;
  row->quoted = NULL;
  row->n_fields = 0;
  row->number = row->line = row->last_line = 0;
  row->state = RG_CSV_ROW_OK;
}

/**
 * rg_csv_row_add:
 * @row: a row that has been cleared and not closed since
 * @text: the field, any bytes
 * @length: how many bytes
 * @quoted: whether it stood in quotes
 *
 * Adds a field. Those who fill rows (readers and tests) call rg_csv_row_close() after the last one.
 */
void
rg_csv_row_add (RgCsvRow *row, const char *text, gsize length, gboolean quoted)
{
  gsize offset = row->text->len;

  g_array_append_val (row->offsets, offset);
  g_array_append_val (row->quotes, quoted);
  g_byte_array_set_size (row->text, offset + length + 1);
  if (length > 0)
    memcpy (row->text->data + offset, text, length);
  row->text->data[offset + length] = '\0';
}

/**
 * rg_csv_row_close:
 * @row: a row
 *
 * Makes the fields that were added visible in @fields and @n_fields.
 */
void
rg_csv_row_close (RgCsvRow *row)
{
  row->n_fields = row->offsets->len;
  g_ptr_array_set_size (row->pointers, row->n_fields + 1);
  for (guint i = 0; i < row->n_fields; i++)
    row->pointers->pdata[i] = row->text->data + g_array_index (row->offsets, gsize, i);
  row->pointers->pdata[row->n_fields] = NULL;
  row->fields = (char **) row->pointers->pdata;
  row->quoted = (gboolean *) (gpointer) row->quotes->data;
}
