/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-reminders-place.h"

#include <glib/gi18n-lib.h>

#include "rg-future.h"
#include "rg-reminder-row.h"

/* Reminders over all customers: what is due, what comes, what was completed. */

#define MOST 500

struct _RgRemindersPlace
{
  RgPlaceView parent_instance;

  GListStore *reminders;
  guint serial;

  AdwWindowTitle *title;
  AdwToggleGroup *range;
  GtkToggleButton *mine;
  GtkToggleButton *done;
  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *empty;
};

G_DEFINE_FINAL_TYPE (RgRemindersPlace, rg_reminders_place, RG_TYPE_PLACE_VIEW)

typedef struct
{
  RgDay until;
  RgDay today;
  gboolean with_done;
  gint64 staff_id;
  GPtrArray *reminders;
} Question;

static GObject *
read_reminders (RgDb *db, gpointer data, GError **error)
{
  Question *question = data;

  question->reminders
    = rg_reminders_read (db, question->until, question->today, question->with_done, question->staff_id, MOST, error);
  return NULL;
}

static gboolean
is_same (RgReminder *a, RgReminder *b)
{
  return rg_record_get_id (RG_RECORD (a->note)) == rg_record_get_id (RG_RECORD (b->note));
}

/* Which row has the keyboard; -1 for none. */
static int
get_focused (RgRemindersPlace *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* The rows are made anew; the keyboard stays with the reminder that was just completed, or where that was. */
static void
replace_reminders (RgRemindersPlace *self, GPtrArray *reminders)
{
  int focused = get_focused (self), now = MIN (focused, (int) reminders->len - 1);
  g_autoptr (RgReminder) reminder
    = focused >= 0 ? g_list_model_get_item (G_LIST_MODEL (self->reminders), (guint) focused) : NULL;

  g_list_store_splice (self->reminders, 0, g_list_model_get_n_items (G_LIST_MODEL (self->reminders)), reminders->pdata,
                       reminders->len);
  for (guint i = 0; reminder != NULL && i < reminders->len; i++)
    if (is_same (reminder, reminders->pdata[i]))
      now = (int) i;
  if (now >= 0)
    gtk_widget_child_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, now)), GTK_DIR_TAB_FORWARD);
}

static void
show_reminders (RgRemindersPlace *self, GPtrArray *reminders)
{
  const char *range = adw_toggle_group_get_active_name (self->range);
  g_autofree char *count = NULL;

  replace_reminders (self, reminders);
  count = g_strdup_printf (g_dngettext (NULL, "%u reminder", "%u reminders", reminders->len), reminders->len);
  adw_window_title_set_subtitle (self->title, count);
  gtk_stack_set_visible_child_name (self->stack, reminders->len > 0 ? "list" : "empty");
  adw_status_page_set_title (self->empty, g_strcmp0 (range, "due") == 0 ? _ ("Nothing Is Due") : _ ("No Reminders"));
  adw_status_page_set_description (self->empty,
                                   gtk_toggle_button_get_active (self->mine)
                                     ? _ ("Only your own reminders are shown. Switch off “Mine” to see everybody’s.")
                                     : _ ("A note with a date shows here when its day comes."));
}

static DexFuture *
refresh_fiber (gpointer data, gpointer unused)
{
  RgRemindersPlace *self = data;
  RgDesk *desk = rg_place_view_get_desk (data);
  RgStaff *staff = rg_desk_get_staff (desk);
  const char *range = adw_toggle_group_get_active_name (self->range);
  RgDay today = rg_desk_get_today (desk);
  guint serial = ++self->serial;
  Question question = { today, today, gtk_toggle_button_get_active (self->done), 0, NULL };
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (range, "week") == 0)
    question.until = today + 7;
  else if (g_strcmp0 (range, "all") == 0)
    question.until = rg_day_from_ymd (9999, 12, 31);
  if (gtk_toggle_button_get_active (self->mine) && staff != NULL)
    question.staff_id = rg_record_get_id (RG_RECORD (staff));
  if (!dex_await (rg_desk_read (desk, read_reminders, &question, NULL), &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  if (serial == self->serial)
    show_reminders (self, question.reminders);
  g_ptr_array_unref (question.reminders);
  return NULL;
}

static void
rg_reminders_place_refresh (RgPlaceView *view)
{
  rg_future_enter (view, refresh_fiber, NULL, NULL);
}

static void
on_choice_changed (RgRemindersPlace *self)
{
  if (rg_place_view_get_desk (RG_PLACE_VIEW (self)) != NULL)
    rg_reminders_place_refresh (RG_PLACE_VIEW (self));
}

static void
on_row_activated (RgRemindersPlace *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-customer", "x",
                              rg_reminder_row_get_customer_id (RG_REMINDER_ROW (row)));
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  return rg_reminder_row_new (rg_place_view_get_desk (data), item);
}

static void
rg_reminders_place_dispose (GObject *object)
{
  RgRemindersPlace *self = RG_REMINDERS_PLACE (object);

  self->serial++;
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_REMINDERS_PLACE);
  g_clear_object (&self->reminders);

  G_OBJECT_CLASS (rg_reminders_place_parent_class)->dispose (object);
}

static void
rg_reminders_place_init (RgRemindersPlace *self)
{
  self->reminders = g_list_store_new (RG_TYPE_REMINDER);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_toggle_group_set_active_name (self->range, "due");
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->reminders), create_row, self, NULL);
}

static void
rg_reminders_place_class_init (RgRemindersPlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_reminders_place_dispose;
  RG_PLACE_VIEW_CLASS (klass)->refresh = rg_reminders_place_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/reminders/rg-reminders-place.ui");
  gtk_widget_class_bind_template_child (widget_class, RgRemindersPlace, title);
  gtk_widget_class_bind_template_child (widget_class, RgRemindersPlace, range);
  gtk_widget_class_bind_template_child (widget_class, RgRemindersPlace, mine);
  gtk_widget_class_bind_template_child (widget_class, RgRemindersPlace, done);
  gtk_widget_class_bind_template_child (widget_class, RgRemindersPlace, stack);
  gtk_widget_class_bind_template_child (widget_class, RgRemindersPlace, list);
  gtk_widget_class_bind_template_child (widget_class, RgRemindersPlace, empty);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}
