/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rg-csv-writer.h"
#include "rg-currency.h"
#include "rg-import-private.h"
#include "rg-money.h"
#include "rg-text.h"

/* From cells to values. What can't be read, or could be read in two ways, makes the row a bad one with a
 * reason; nothing is guessed. */

/* A cell may be a megabyte long; a reason is read by a person. */
#define MAX_REASON 300

/** rg_import_find_target: Returns: the index of the target @name */
int
rg_import_find_target (RgImportRun *run, const char *name)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (run->target_of, name));

  g_assert (index > 0);
  return (int) index - 1;
}

/** rg_import_set_reason: @format: (not nullable): why the row is bad, or what there is to say about it */
void
rg_import_set_reason (RgImportRun *run, const char *format, ...)
{
  va_list args;

  g_autofree char *words = NULL;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  g_free (run->reason);
  run->reason
    = g_utf8_strlen (words, -1) > MAX_REASON ? g_utf8_substring (words, 0, MAX_REASON) : g_steal_pointer (&words);
}

/**
 * rg_import_get_text:
 * @run: a pass
 * @target: a target
 *
 * Databases write NULL for nothing, some of them \N.
 *
 * Returns: (transfer none): its cell without blanks at the ends; "" for nothing
 */
const char *
rg_import_get_text (RgImportRun *run, int target)
{
  int column = run->column_of[target];
  char *text;

  if (column < 0 || (guint) column >= run->row->n_fields)
    return "";
  text = g_strstrip (run->row->fields[column]);
  if (g_str_equal (text, "NULL") || g_str_equal (text, "null") || g_str_equal (text, "\\N"))
    return "";
  return rg_csv_unguard (text);
}

/** rg_import_get_named: as rg_import_get_text() by the name of the target */
const char *
rg_import_get_named (RgImportRun *run, const char *name)
{
  return rg_import_get_text (run, rg_import_find_target (run, name));
}

static gboolean G_GNUC_PRINTF (3, 4) refuse (RgImportRun *run, int target, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  rg_import_set_reason (run, "%s: %s", _ (run->type->targets[target].label), words);
  return FALSE;
}

/* Whether all digits of @text stand together, so that it reads the same in every notation. */
static gboolean
is_plain_number (const char *text)
{
  if (*text == '-' || *text == '+')
    text++;
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/** rg_import_read_int: @value: (inout): set unless the cell is empty. Returns: whether the cell could be read */
gboolean
rg_import_read_int (RgImportRun *run, int target, gint64 *value)
{
  const char *text = rg_import_get_text (run, target);
  gint64 read = 0;

  if (*text == '\0')
    return TRUE;
  if (is_plain_number (text)
      && g_ascii_string_to_signed (*text == '+' ? text + 1 : text, 10, G_MININT64, G_MAXINT64, &read, NULL))
    {
      *value = read;
      return TRUE;
    }
  /* "12.0" and "12,00" are whole too. */
  if (rg_money_parse_notation (text, "JPY", run->numbers[target] == RG_CSV_NUMBER_COMMA ? ',' : '.', 0, &read, NULL))
    {
      *value = read;
      return TRUE;
    }
  return refuse (run, target, _ ("“%s” is not a whole number."), text);
}

/** rg_import_read_money: @amount: (inout): set unless the cell is empty. Returns: whether the cell could be read */
gboolean
rg_import_read_money (RgImportRun *run, int target, const char *currency, gint64 *amount)
{
  const char *text = rg_import_get_text (run, target);
  RgCsvNumberNotation notation = run->numbers[target];
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    return TRUE;
  if (notation == RG_CSV_NUMBER_UNKNOWN)
    {
      RgCsvNumberEvidence own = { 0 };

      /* What proves itself, and what has no marks, can be read without knowing the column. */
      rg_csv_number_evidence_add (&own, text);
      notation = rg_csv_number_evidence_get (&own);
      if (notation == RG_CSV_NUMBER_UNKNOWN && own.fractions > 0)
        return refuse (run, target, _ ("“%s” can be read in two ways. Choose how this file writes numbers."), text);
    }
  if (rg_money_parse_notation (text, currency, notation == RG_CSV_NUMBER_COMMA ? ',' : '.',
                               notation == RG_CSV_NUMBER_COMMA ? '.' : ',', amount, &error))
    return TRUE;
  rg_import_set_reason (run, "%s: %s", _ (run->type->targets[target].label), error->message);
  return FALSE;
}

/* Three numbers in the order that the column has. */
static RgDay
read_day (const char *text, RgCsvDateOrder order)
{
  int part[3] = { 0 };
  gsize length[3] = { 0 };

  if (strlen (text) >= 8 && strspn (text, "0123456789") == 8 && !g_ascii_isdigit (text[8]))
    {
      g_autofree char *iso = g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6);

      return rg_day_from_iso (iso);
    }
  for (int i = 0; i < 3; i++)
    {
      length[i] = strspn (text, "0123456789");
      if (length[i] == 0 || length[i] > 4)
        return 0;
      part[i] = (int) g_ascii_strtoll (text, NULL, 10);
      text += length[i];
      if (i < 2 && (*text == '\0' || strchr ("-/.", *text) == NULL))
        return 0;
      if (i < 2)
        text++;
    }
  if (length[0] == 4)
    return rg_day_from_ymd (part[0], part[1], part[2]);
  if (length[2] != 4 || order == RG_CSV_DATE_UNKNOWN || order == RG_CSV_DATE_ISO)
    return 0;
  return order == RG_CSV_DATE_DMY ? rg_day_from_ymd (part[2], part[1], part[0])
                                  : rg_day_from_ymd (part[2], part[0], part[1]);
}

/** rg_import_read_day: @day: (inout): set unless the cell is empty; a time after it is passed over. Returns:
 * whether the cell could be read */
gboolean
rg_import_read_day (RgImportRun *run, int target, RgDay *day)
{
  const char *text = rg_import_get_text (run, target);
  RgCsvDateOrder order = run->dates[target];
  RgDay read;

  if (*text == '\0')
    return TRUE;
  if (order == RG_CSV_DATE_UNKNOWN)
    {
      RgCsvDateEvidence own = { 0 };

      rg_csv_date_evidence_add (&own, text);
      order = rg_csv_date_evidence_get (&own);
    }
  read = read_day (text, order);
  if (read != 0)
    {
      *day = read;
      return TRUE;
    }
  if (order == RG_CSV_DATE_UNKNOWN && (read_day (text, RG_CSV_DATE_DMY) != 0 || read_day (text, RG_CSV_DATE_MDY) != 0))
    return refuse (run, target, _ ("“%s” can be read in two ways. Choose how this file writes dates."), text);
  return refuse (run, target, _ ("“%s” is not a date."), text);
}

/* "0.15", "15 %" and "15" are 1500 hundredths of a percent. "1" alone is refused: it may be one percent or all. */
static gboolean
read_percent (RgImportRun *run, int target, gint64 *hundredths)
{
  const char *text = rg_import_get_text (run, target);
  g_autofree char *number = g_strdup (text);
  gboolean percent = g_str_has_suffix (number, "%");
  gint64 read = 0;

  if (percent)
    number[strlen (number) - 1] = '\0';
  /* Four decimals: a currency that has so many. Numbers here are small, so a comma can only be a decimal sign. */
  g_strdelimit (g_strstrip (number), ",", '.');
  if (!rg_money_parse_notation (number, "CLF", '.', 0, &read, NULL) || read < 0)
    return refuse (run, target, _ ("“%s” is not a discount."), text);
  if (!percent && read == 10000)
    return refuse (run, target, _ ("“%s” may be 1 %% or all of it. Write it with a percent sign."), text);
  read = percent || read > 10000 ? read / 100 : read;
  if (read > 10000)
    return refuse (run, target, _ ("“%s” is more than all."), text);
  *hundredths = read;
  return TRUE;
}

/**
 * rg_import_set_text:
 * @run: a pass
 * @target: what the text is of
 * @member: (inout): the text on file
 * @text: the text in the file, "" for nothing
 *
 * Returns: %TRUE
 */
gboolean
rg_import_set_text (RgImportRun *run, int target, char **member, const char *text)
{
  if (*text == '\0' || g_strcmp0 (*member, text) == 0)
    return TRUE;
  run->changed = TRUE;
  if (run->on_file && *member != NULL)
    run->conflicts[target]++;
  g_set_str (member, text);
  return TRUE;
}

static gboolean
set_number (RgImportRun *run, int target, gint64 *member, gint64 value)
{
  if (*member == value)
    return TRUE;
  run->changed = TRUE;
  if (run->on_file && *member != 0)
    run->conflicts[target]++;
  *member = value;
  return TRUE;
}

static gboolean
read_bool (RgImportRun *run, int target, gboolean *value)
{
  static const char *const yes[] = { "1", "yes", "y", "true", "t", "x", "on", "ja", "oui", "si", "sim", NULL };
  static const char *const no[] = { "0", "no", "n", "false", "f", "off", "nein", "non", "nao", "-", NULL };
  const char *text = rg_import_get_text (run, target);
  g_autofree char *folded = rg_text_fold (text);

  if (g_strv_contains (yes, folded))
    *value = TRUE;
  else if (g_strv_contains (no, folded))
    *value = FALSE;
  else
    return refuse (run, target, _ ("“%s” is neither yes nor no."), text);
  return TRUE;
}

/* A word of ours, or what it is called in the person's language. */
static gboolean
read_word (RgImportRun *run, int target, const RgWords *words, guint *value)
{
  const char *text = rg_import_get_text (run, target);
  g_autofree char *folded = rg_text_fold (text);

  for (guint i = 0; i < words->n_words; i++)
    {
      g_autofree char *word = rg_text_fold (rg_words_get (words, i));
      g_autofree char *label = rg_text_fold (rg_words_get_label (words, i));

      if (g_str_equal (folded, word) || g_str_equal (folded, label))
        {
          *value = i;
          return TRUE;
        }
    }
  return refuse (run, target, _ ("“%s” is none of the choices."), text);
}

/* Files have whole seconds or only the day; what agrees so far stays as exact as it is on file. */
static gboolean
set_time (RgImportRun *run, int target, gint64 *member)
{
  gint64 time = rg_time_from_iso (rg_import_get_text (run, target));
  RgDay day = 0;

  if (time != 0)
    return *member / G_USEC_PER_SEC == time / G_USEC_PER_SEC || set_number (run, target, member, time);
  if (!rg_import_read_day (run, target, &day))
    return FALSE;
  return rg_day_of_time (*member, run->zone) == day || set_number (run, target, member, rg_day_start (day, run->zone));
}

static gboolean
read_number (RgImportRun *run, RgRecord *record, int target, gint64 *value)
{
  const RgField *field = run->field_of[target];
  const RgField *currency;

  if (field->kind == RG_KIND_INT)
    return rg_import_read_int (run, target, value);
  if (field->kind == RG_KIND_PERCENT)
    return read_percent (run, target, value);
  currency = rg_record_type_find_field (rg_record_get_record_type (record), "currency");
  return rg_import_read_money (run, target, RG_RECORD_MEMBER (record, currency, char *), value);
}

/**
 * rg_import_set_field:
 * @run: a pass
 * @record: a record, always of the same type for @target
 * @column: a field of it; money needs its currency first
 * @target: the target with its value; an empty cell leaves the field as it is
 *
 * Returns: whether the cell could be read
 */
gboolean
rg_import_set_field (RgImportRun *run, RgRecord *record, const char *column, int target)
{
  const char *text = rg_import_get_text (run, target);
  const RgField *field;
  gint64 number = 0;

  if (*text == '\0')
    return TRUE;
  if (run->field_of[target] == NULL)
    run->field_of[target] = rg_record_type_find_field (rg_record_get_record_type (record), column);
  field = run->field_of[target];
  switch (field->kind)
    {
    case RG_KIND_TEXT:
      {
        g_autofree char *clean = strchr (text, '\n') != NULL ? g_strdup (text) : rg_text_clean (text);

        return rg_import_set_text (run, target, &RG_RECORD_MEMBER (record, field, char *), clean);
      }
    case RG_KIND_INT:
    case RG_KIND_MONEY:
    case RG_KIND_PERCENT:
      return read_number (run, record, target, &number)
             && set_number (run, target, &RG_RECORD_MEMBER (record, field, gint64), number);
    case RG_KIND_TIME:
      return set_time (run, target, &RG_RECORD_MEMBER (record, field, gint64));
    case RG_KIND_DAY:
      {
        RgDay day = 0;

        if (!rg_import_read_day (run, target, &day))
          return FALSE;
        number = RG_RECORD_MEMBER (record, field, RgDay);
        set_number (run, target, &number, day);
        RG_RECORD_MEMBER (record, field, RgDay) = day;
        return TRUE;
      }
    case RG_KIND_BOOL:
    case RG_KIND_ENUM:
      {
        guint value = 0;

        if (field->kind == RG_KIND_BOOL ? !read_bool (run, target, (gboolean *) &value)
                                        : !read_word (run, target, field->words, &value))
          return FALSE;
        number = RG_RECORD_MEMBER (record, field, guint);
        set_number (run, target, &number, value);
        RG_RECORD_MEMBER (record, field, guint) = value;
        return TRUE;
      }
    case RG_KIND_REF:
    case RG_KIND_BYTES:
    default:
      g_assert_not_reached ();
    }
}

/** rg_import_read_currency: @currency: (inout) (transfer full): set from the cell, or from the settings when it has
 * none yet. Returns: whether it is a currency */
gboolean
rg_import_read_currency (RgImportRun *run, int target, char **currency)
{
  const char *text = rg_import_get_text (run, target);
  g_autofree char *code = g_ascii_strup (*text != '\0' ? text : "", -1);

  if (*code == '\0')
    {
      if (*currency == NULL)
        *currency = g_strdup (rg_settings_get (run->settings, RG_SETTING_CURRENCY));
      return TRUE;
    }
  if (!rg_currency_is_known (code))
    return refuse (run, target, _ ("“%s” is not a currency; use a code such as EUR."), text);
  return rg_import_set_text (run, target, currency, code);
}
