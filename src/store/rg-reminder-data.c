/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-reminder-data.h"

#include "rg-customer.h"

G_DEFINE_FINAL_TYPE (RgReminder, rg_reminder, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NOTE,
  PROP_CUSTOMER_NAME,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
rg_reminder_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgReminder *self = RG_REMINDER (object);

  if (prop_id == PROP_NOTE)
    g_value_set_object (value, self->note);
  else
    g_value_set_string (value, self->customer_name);
}

static void
rg_reminder_finalize (GObject *object)
{
  RgReminder *self = RG_REMINDER (object);

  g_clear_object (&self->note);
  g_free (self->customer_name);

  G_OBJECT_CLASS (rg_reminder_parent_class)->finalize (object);
}

static void
rg_reminder_init (RgReminder *self)
{
}

static void
rg_reminder_class_init (RgReminderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rg_reminder_get_property;
  object_class->finalize = rg_reminder_finalize;
  props[PROP_NOTE] = g_param_spec_object ("note", NULL, NULL, RG_TYPE_NOTE, flags);
  props[PROP_CUSTOMER_NAME] = g_param_spec_string ("customer-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/**
 * rg_reminders_read:
 * @db: a connection
 * @until: only those for this day or before
 * @today: the business's day, for those completed on it to be there too; 0 for leaving them out
 * @with_done: whether all completed ones are there
 * @staff_id: only those this staff member wrote; 0 for everybody's
 * @limit: how many at most
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgReminder): reminders over all customers, earliest first
 */
GPtrArray *
rg_reminders_read (RgDb *db, RgDay until, RgDay today, gboolean with_done, gint64 staff_id, guint limit, GError **error)
{
  /* A weekly one that was completed stands for the same day of the week to come. */
  RgDay last = MIN (until + 7, rg_day_from_ymd (9999, 12, 31));
  gint64 since = today != 0 ? rg_day_start (today, NULL) : G_MAXINT64;
  g_autoptr (GPtrArray) reminders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) notes
    = rg_db_select (db, &rg_note_type, error,
                    "WHERE reminder_day IS NOT NULL AND deleted_at IS NULL AND reminder_day <= ?5 "
                    "AND (reminder_day <= ?1 OR (recur_weekly = 1 AND done_at >= ?6)) "
                    "AND (?2 OR recur_weekly = 1 OR done_at IS NULL OR done_at >= ?6) AND (?3 = 0 OR staff_id = ?3) "
                    "ORDER BY reminder_day, id LIMIT ?4",
                    "diiidi", until, (gint64) with_done, staff_id, (gint64) limit, last, since);

  if (notes == NULL)
    return NULL;
  for (guint i = 0; i < notes->len; i++)
    {
      RgReminder *reminder = g_object_new (RG_TYPE_REMINDER, NULL);
      g_autoptr (RgCustomer) customer = NULL;

      g_ptr_array_add (reminders, reminder);
      reminder->note = g_object_ref (notes->pdata[i]);
      customer = (RgCustomer *) rg_db_load (db, &rg_customer_type, reminder->note->customer_id, error);
      if (customer == NULL)
        return NULL;
      reminder->customer_name = rg_customer_dup_display_name (customer);
      reminder->customer_number = customer->number;
    }
  return g_steal_pointer (&reminders);
}

/**
 * rg_reminders_count_due:
 * @db: a connection
 * @today: the business's day
 * @count: (out): how many open reminders are due
 * @error: where to put what went wrong
 *
 * Returns: whether they could be counted
 */
gboolean
rg_reminders_count_due (RgDb *db, RgDay today, gint64 *count, GError **error)
{
  return rg_db_get_int (
    db, count, error,
    "SELECT count (*) FROM note WHERE reminder_day IS NOT NULL AND deleted_at IS NULL AND reminder_day <= ? "
    "AND (recur_weekly = 1 OR done_at IS NULL)",
    "d", today);
}
