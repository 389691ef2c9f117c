/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-ctl.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <termios.h>
#include <unistd.h>

#include "rg-customer-data.h"
#include "rg-future.h"
#include "rg-lookup.h"
#include "rg-text.h"

/* What commands share: the options that were typed, the file, who is signed in. */

G_DEFINE_QUARK (rg - ctl - usage - error - quark, rg_ctl_usage_error)

/**
 * rg_ctl_set_usage_error:
 * @error: where to put it
 * @format: (not nullable): what was not understood
 * @...: values for @format
 */
void
rg_ctl_set_usage_error (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (RG_CTL_USAGE_ERROR, 0, format, args);
  va_end (args);
}

/**
 * rg_ctl_get:
 * @ctl: a run
 * @option: the name of an option
 *
 * Returns: (transfer none) (nullable): its value; %NULL when it was not typed
 */
const char *
rg_ctl_get (RgCtl *ctl, const char *option)
{
  return g_hash_table_lookup (ctl->options, option);
}

/**
 * rg_ctl_has:
 * @ctl: a run
 * @option: the name of an option
 *
 * Returns: whether it was typed
 */
gboolean
rg_ctl_has (RgCtl *ctl, const char *option)
{
  return g_hash_table_contains (ctl->options, option);
}

/**
 * rg_ctl_get_count:
 * @ctl: a run
 * @option: the name of an option
 * @standard: what it is when it was not typed
 * @count: (out): its value
 * @error: where to put what is wrong with it
 *
 * Returns: whether it is a number
 */
gboolean
rg_ctl_get_count (RgCtl *ctl, const char *option, guint standard, guint *count, GError **error)
{
  const char *text = rg_ctl_get (ctl, option);
  guint64 value = standard;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &value, NULL))
    {
      rg_ctl_set_usage_error (error, _ ("--%s wants a number, not “%s”."), option, text);
      return FALSE;
    }
  *count = (guint) value;
  return TRUE;
}

/**
 * rg_ctl_get_day:
 * @ctl: a run
 * @option: the name of an option
 * @day: (out): its value, 0 when it was not typed
 * @error: where to put what is wrong with it
 *
 * Returns: whether it is a day
 */
gboolean
rg_ctl_get_day (RgCtl *ctl, const char *option, RgDay *day, GError **error)
{
  const char *text = rg_ctl_get (ctl, option);

  *day = 0;
  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, "today"))
    *day = rg_desk_get_today (ctl->desk);
  else
    *day = rg_day_from_iso (text);
  if (*day != 0)
    return TRUE;
  rg_ctl_set_usage_error (error, _ ("--%s wants a date such as 2026-11-19, or “today”, not “%s”."), option, text);
  return FALSE;
}

/**
 * rg_ctl_get_word:
 * @ctl: a run
 * @option: the name of an option that was typed
 * @words: the words that it may be
 * @value: (out): which it is
 * @error: where to put what is wrong with it
 *
 * Returns: whether it is one of them
 */
gboolean
rg_ctl_get_word (RgCtl *ctl, const char *option, const RgWords *words, guint *value, GError **error)
{
  const char *text = rg_ctl_get (ctl, option);
  g_autofree char *all = NULL;

  if (rg_words_parse (words, text, value))
    return TRUE;
  all = rg_words_dup_list (words);
  /* Translators: an option, what it may be, and what was typed */
  rg_ctl_set_usage_error (error, _ ("--%s is one of: %s; not “%s”."), option, all, text);
  return FALSE;
}

/**
 * rg_ctl_join:
 * @ctl: a run
 * @from: the first argument
 *
 * Returns: (transfer full): that argument and all after it with blanks between
 */
char *
rg_ctl_join (RgCtl *ctl, guint from)
{
  return g_strjoinv (" ", ctl->args + MIN (from, ctl->n_args));
}

/**
 * rg_ctl_parse_number:
 * @text: a number as people write it, perhaps with # before it
 * @number: (out): the number
 * @error: where to put what is wrong with it
 *
 * Returns: whether it is one
 */
gboolean
rg_ctl_parse_number (const char *text, gint64 *number, GError **error)
{
  if (g_ascii_string_to_signed (text[0] == '#' ? text + 1 : text, 10, 1, G_MAXINT64, number, NULL))
    return TRUE;
  rg_ctl_set_usage_error (error, _ ("“%s” is not a number."), text);
  return FALSE;
}

typedef struct
{
  gint64 number;
  RgCustomer *customer;
} Find;

static GObject *
find_customer (RgDb *db, gpointer data, GError **error)
{
  Find *find = data;

  find->customer = rg_lookup_customer (db, find->number, error);
  return NULL;
}

/**
 * rg_ctl_find_customer:
 * @ctl: a run
 * @number: the customer number as typed
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the customer
 */
RgCustomer *
rg_ctl_find_customer (RgCtl *ctl, const char *number, GError **error)
{
  Find find = { 0, NULL };

  if (!rg_ctl_parse_number (number, &find.number, error)
      || !rg_future_wait (rg_desk_read (ctl->desk, find_customer, &find, NULL), error))
    return NULL;
  return find.customer;
}

typedef struct
{
  const RgRecordType *type;
  gint64 customer_id;
  guint limit;
  GPtrArray *rows;
} Rows;

static GObject *
read_rows (RgDb *db, gpointer data, GError **error)
{
  Rows *rows = data;

  rows->rows = rg_customer_rows (db, rows->type, rows->customer_id, rows->limit, error);
  return NULL;
}

/**
 * rg_ctl_read_rows:
 * @ctl: a run
 * @type: a record type that has a customer_id
 * @customer_id: a customer
 * @limit: how many at most; 0 for all
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgRecord): the customer's records of @type, newest first
 */
GPtrArray *
rg_ctl_read_rows (RgCtl *ctl, const RgRecordType *type, gint64 customer_id, guint limit, GError **error)
{
  Rows rows = { type, customer_id, limit, NULL };

  return rg_future_wait (rg_desk_read (ctl->desk, read_rows, &rows, NULL), error) ? rows.rows : NULL;
}

/**
 * rg_ctl_find_staff:
 * @ctl: a run
 * @name: the name of a staff member
 * @error: where to put what went wrong
 *
 * Returns: their id; 0 with @error set when nobody, or more than one, has that name
 */
gint64
rg_ctl_find_staff (RgCtl *ctl, const char *name, GError **error)
{
  GListModel *list = rg_desk_get_staff_list (ctl->desk);
  g_autofree char *wanted = rg_text_fold (name);
  gint64 found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RgStaff) staff = g_list_model_get_item (list, i);
      g_autofree char *folded = rg_text_fold (staff->name);

      if (staff->left || !g_str_equal (folded, wanted))
        continue;
      if (found != 0)
        {
          g_set_error (error, RG_ERROR, RG_ERROR_NOT_FOUND, _ ("More than one person here is called “%s”."), name);
          return 0;
        }
      found = rg_record_get_id (RG_RECORD (staff));
    }
  if (found == 0)
    g_set_error (error, RG_ERROR, RG_ERROR_NOT_FOUND, _ ("Nobody here is called “%s”."), name);
  return found;
}

/**
 * rg_ctl_ask_pin:
 * @variable: the environment variable that may have it
 * @name: whose PIN it is
 *
 * Returns: (transfer full) (nullable): the PIN from @variable, else as typed on the terminal, unseen; %NULL without a
 * terminal
 */
char *
rg_ctl_ask_pin (const char *variable, const char *name)
{
  const char *given = g_getenv (variable);
  struct termios seen, unseen;
  char line[128];
  FILE *terminal;
  gboolean got;

  if (given != NULL)
    return g_strdup (given);
  terminal = fopen ("/dev/tty", "r+e");
  if (terminal == NULL)
    return NULL;
  fprintf (terminal, _ ("PIN of %s: "), name);
  fflush (terminal);
  if (tcgetattr (fileno (terminal), &seen) != 0)
    {
      fclose (terminal);
      return NULL;
    }
  unseen = seen;
  unseen.c_lflag &= ~(tcflag_t) ECHO;
  tcsetattr (fileno (terminal), TCSAFLUSH, &unseen);
  got = fgets (line, sizeof line, terminal) != NULL;
  tcsetattr (fileno (terminal), TCSAFLUSH, &seen);
  fputc ('\n', terminal);
  fclose (terminal);
  if (!got)
    return NULL;
  return g_strchomp (g_strdup (line));
}

static gboolean
has_pin (RgDesk *desk, gint64 staff_id)
{
  GListModel *list = rg_desk_get_staff_list (desk);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RgStaff) staff = g_list_model_get_item (list, i);

      if (rg_record_get_id (RG_RECORD (staff)) == staff_id)
        return staff->pin_hash != NULL;
    }
  return FALSE;
}

/* The PIN comes from REGULARS_PIN or the terminal. */
static gboolean
sign_in (RgCtl *ctl, const char *name, GError **error)
{
  gint64 id = rg_ctl_find_staff (ctl, name, error);
  g_autofree char *pin = NULL;

  if (id == 0)
    return FALSE;
  if (has_pin (ctl->desk, id))
    pin = rg_ctl_ask_pin ("REGULARS_PIN", name);
  return rg_future_wait (rg_desk_sign_in (ctl->desk, id, pin), error);
}

/**
 * rg_ctl_open:
 * @ctl: a run
 * @read_only: whether nothing will be written
 * @staff: (nullable): who is to be signed in
 * @error: where to put what went wrong
 *
 * Returns: whether the file is open
 */
gboolean
rg_ctl_open (RgCtl *ctl, gboolean read_only, const char *staff, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (!rg_future_wait_value (rg_desk_open (ctl->path, read_only), &value, error))
    return FALSE;
  ctl->desk = g_value_dup_object (&value);
  return staff == NULL || sign_in (ctl, staff, error);
}

/**
 * rg_ctl_perform:
 * @ctl: a run
 * @act: what is to be done
 * @error: where to put why it was not
 *
 * Returns: whether it was done; @act then has what was filled in
 */
gboolean
rg_ctl_perform (RgCtl *ctl, RgAct *act, GError **error)
{
  g_autoptr (GError) local = NULL;

  /* Only what can warn takes the flag as a confirmation; elsewhere it has another meaning. */
  act->flag = act->flag || (ctl->confirmed && act->operation->why_not != NULL);
  if (rg_future_wait (rg_desk_perform (ctl->desk, act), &local))
    return TRUE;
  if (g_error_matches (local, RG_ERROR, RG_ERROR_DENIED) && !act->flag
      && rg_future_wait (rg_desk_why_not (ctl->desk, act), NULL) && act->reasons != NULL && act->reasons->len > 0
      && !rg_reasons_prevent (act->reasons, TRUE))
    g_set_error (error, RG_ERROR, RG_ERROR_DENIED, _ ("%s Say --yes to go on."), local->message);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * rg_ctl_set_fields:
 * @record: a record
 * @pair: "field=value", the field by the name of its column
 * @error: where to put what is wrong with it
 *
 * Returns: whether the field was set
 */
gboolean
rg_ctl_set_fields (RgRecord *record, const char *pair, GError **error)
{
  const RgRecordType *type = rg_record_get_record_type (record);
  const char *equals = strchr (pair, '=');
  g_autofree char *column = equals != NULL ? g_strndup (pair, (gsize) (equals - pair)) : NULL;
  const RgField *field;

  if (column == NULL)
    {
      rg_ctl_set_usage_error (error, _ ("“%s” is not FIELD=VALUE."), pair);
      return FALSE;
    }
  g_strdelimit (column, "-", '_');
  field = rg_record_type_find_field (type, column);
  if (field == NULL || (field->flags & (RG_FIELD_DERIVED | RG_FIELD_SECRET | RG_FIELD_FIXED)) != 0)
    {
      /* Translators: what was typed, and a kind of record such as "customer" */
      rg_ctl_set_usage_error (error, _ ("There is no field “%s” to be set; see “regularsctl fields %s”."), column,
                              type->name);
      return FALSE;
    }
  return rg_record_set_field_text (record, field, equals + 1, error);
}
