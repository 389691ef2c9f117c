/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-ctl-print.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

/* How often a log is told how far something is. */
#define LINE_EVERY (5 * G_USEC_PER_SEC)

/* What goes to the standard output: UTF-8, whatever the locale is. Text from the file never reaches the terminal with
 * control characters in it. */

#define GAP 2

struct _RgCtlTable
{
  guint n_columns;
  GPtrArray *rows; /* of GStrv; the first is the headings */
};

/* Control characters are shown as blanks, those of Unicode as well; a line break stays when @lines. */
static char *
make_safe (const char *text, gboolean lines)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) safe = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) && !(lines && c == '\n'))
        c = ' ';
      g_string_append_unichar (safe, c);
    }
  return g_string_free_and_steal (g_steal_pointer (&safe));
}

/* How many columns of a terminal a text takes. */
static guint
get_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/**
 * rg_ctl_table_new:
 * @headings: (array zero-terminated=1): the headings, marked for translation
 *
 * Returns: (transfer full): a table without rows
 */
RgCtlTable *
rg_ctl_table_new (const char *const *headings)
{
  RgCtlTable *self = g_new0 (RgCtlTable, 1);
  char **row;

  self->n_columns = g_strv_length ((char **) headings);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  row = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    row[i] = g_strdup (_ (headings[i]));
  g_ptr_array_add (self->rows, row);
  return self;
}

/**
 * rg_ctl_table_add:
 * @self: a table
 * @cell: the first cell
 * @...: the others, then %NULL
 */
void
rg_ctl_table_add (RgCtlTable *self, const char *cell, ...)
{
  char **row = g_new0 (char *, self->n_columns + 1);
  va_list args;

  va_start (args, cell);
  for (guint i = 0; i < self->n_columns; i++)
    {
      row[i] = make_safe (cell != NULL ? cell : "", FALSE);
      if (cell != NULL)
        cell = va_arg (args, const char *);
    }
  va_end (args);
  g_ptr_array_add (self->rows, row);
}

/**
 * rg_ctl_table_print:
 * @self: a table
 *
 * Prints it, unless it has no rows.
 */
void
rg_ctl_table_print (RgCtlTable *self)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);

  if (self->rows->len < 2)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->n_columns; j++)
      widths[j] = MAX (widths[j], get_width (((char **) self->rows->pdata[i])[j]));
  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = self->rows->pdata[i];
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint j = 0; j < self->n_columns; j++)
        g_string_append_printf (line, "%s%*s", row[j],
                                j + 1 < self->n_columns ? (int) (widths[j] - get_width (row[j]) + GAP) : 0, "");
      g_strchomp (line->str);
      puts (line->str);
    }
}

/**
 * rg_ctl_table_free:
 * @self: (transfer full): a table
 */
void
rg_ctl_table_free (RgCtlTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * rg_ctl_print:
 * @format: (not nullable): a line, without its end
 * @...: values for @format
 */
void
rg_ctl_print (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *safe = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  safe = make_safe (text, TRUE);
  puts (safe);
}

/**
 * rg_ctl_print_pair:
 * @left: a word
 * @width: how much room it has
 * @right: what it means
 *
 * Prints a line of the help.
 */
void
rg_ctl_print_pair (const char *left, guint width, const char *right)
{
  guint taken = get_width (left);

  printf ("  %s%*s%s\n", left, taken < width ? (int) (width - taken + 1) : 1, "", right);
}

/**
 * rg_ctl_print_json:
 * @node: (transfer full): what to print
 */
void
rg_ctl_print_json (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, TRUE);

  puts (text);
  json_node_unref (node);
}

/**
 * rg_ctl_print_object:
 * @object: (transfer full): what to print
 */
void
rg_ctl_print_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  rg_ctl_print_json (node);
}

/**
 * rg_ctl_print_array:
 * @array: (transfer full): what to print
 */
void
rg_ctl_print_array (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  rg_ctl_print_json (node);
}

/**
 * rg_ctl_records_to_json:
 * @records: (element-type RgRecord): records
 *
 * Returns: (transfer full): an array of them
 */
JsonNode *
rg_ctl_records_to_json (GPtrArray *records)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < records->len; i++)
    json_array_add_element (array, rg_record_to_json (records->pdata[i]));
  json_node_take_array (node, array);
  return node;
}

/**
 * rg_ctl_print_done:
 * @ctl: a run
 * @act: what was done
 *
 * Says so: in words, or as an object with the journal entry and the record.
 */
void
rg_ctl_print_done (RgCtl *ctl, RgAct *act)
{
  if (ctl->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "operation", act->operation->name);
      json_object_set_int_member (object, "entry", act->entry_id);
      if (act->record != NULL)
        json_object_set_member (object, rg_record_get_record_type (act->record)->name, rg_record_to_json (act->record));
      rg_ctl_print_object (object);
    }
  else if (act->entry_id == 0)
    rg_ctl_print ("%s", _ ("Nothing had to be changed."));
  else
    /* Translators: what was done, and its number in the history: "Note added (entry 12)." */
    rg_ctl_print (_ ("%s (entry %" PRId64 ")."), _ (act->operation->past), act->entry_id);
}

/**
 * rg_ctl_print_record:
 * @record: a record
 *
 * Prints the fields that have a value, each on a line with its name.
 */
void
rg_ctl_print_record (RgRecord *record)
{
  const RgRecordType *type = rg_record_get_record_type (record);
  guint width = 0;

  for (guint i = 0; i < type->n_fields; i++)
    width = MAX (width, get_width (_ (type->fields[i].label)));
  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      g_autofree char *text = NULL;

      if ((field->flags & (RG_FIELD_DERIVED | RG_FIELD_SECRET)) != 0 || field->kind == RG_KIND_REF
          || rg_record_is_field_empty (record, field)
          || (field->kind == RG_KIND_BOOL && !RG_RECORD_MEMBER (record, field, gboolean)))
        continue;
      text = rg_record_dup_field_display (record, field);
      rg_ctl_print ("%s:%*s%s", _ (field->label), (int) (width - get_width (_ (field->label)) + GAP), "", text);
    }
}

/**
 * rg_ctl_print_progress:
 * @done: how far it is, 0 to 1; 1 ends the line
 * @what: what is being done
 *
 * On the standard error. What is no terminal, such as a log, gets a line now and then when it takes long.
 */
void
rg_ctl_print_progress (double done, const char *what)
{
  static int shown = -1;
  static gint64 told_at = 0;
  int percent = (int) (done * 100);
  gint64 now = g_get_monotonic_time ();

  if (percent == shown)
    return;
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r%s %d %%%s", what, percent, percent >= 100 ? "\n" : "");
  else if (told_at == 0)
    told_at = now;
  else if (now - told_at >= LINE_EVERY)
    {
      fprintf (stderr, "%s %d %%\n", what, percent);
      told_at = now;
    }
  shown = percent;
  fflush (stderr);
}
