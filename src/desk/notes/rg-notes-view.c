/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-notes-view.h"

#include <glib/gi18n-lib.h>

#include "rg-card.h"
#include "rg-closures.h"
#include "rg-future.h"
#include "rg-note-filter.h"
#include "rg-note-operations.h"
#include "rg-note-row.h"
#include "rg-report.h"
#include "rg-text.h"

/* The Notes view: what is being written (kept as a draft until it is saved), and the notes through their filters. */

struct _RgNotesView
{
  RgCustomerView parent_instance;

  GtkFilterListModel *shown;
  GtkCustomFilter *filter;
  RgNote *editing; /* the note that is being changed; NULL for a new one */
  RgDay reminder_day;
  gint64 customer_id; /* whose draft it is */
  gboolean restoring;

  GtkDropDown *kind;
  GtkTextView *text;
  GtkWidget *placeholder;
  GtkWidget *reminder_button;
  GtkEntry *day_entry;
  GtkCalendar *calendar;
  GtkCheckButton *recur;
  GtkWidget *cancel;
  GtkButton *save;
  GtkLabel *problem;
  GtkLabel *reminder_label;
  RgCard *card;
  GtkEditable *search;
  GtkDropDown *kind_filter;
  GtkDropDown *date_filter;
  GtkToggleButton *trash;
  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *hidden;
};

G_DEFINE_FINAL_TYPE (RgNotesView, rg_notes_view, RG_TYPE_CUSTOMER_VIEW)

static char *
dup_text (RgNotesView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static void
set_text (RgNotesView *self, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text != NULL ? text : "", -1);
}

static void
show_reminder (RgNotesView *self)
{
  g_autofree char *text = NULL;

  if (self->reminder_day != 0)
    {
      RgDay today = rg_desk_get_today (rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self)));
      g_autofree char *day = rg_day_format_relative (self->reminder_day, today);

      text = g_strdup_printf (
        gtk_check_button_get_active (self->recur) ? _ ("Reminder: %s, then every week") : _ ("Reminder: %s"), day);
    }
  gtk_label_set_label (self->reminder_label, text != NULL ? text : "");
}

static void
set_reminder (RgNotesView *self, RgDay day)
{
  g_autofree char *text = day != 0 ? rg_day_format (day) : g_strdup ("");

  self->reminder_day = day;
  self->restoring = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->day_entry), text);
  self->restoring = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self->day_entry), "error");
  show_reminder (self);
}

static char *
dup_draft_key (RgNotesView *self)
{
  return g_strdup_printf ("draft/note/%" G_GINT64_FORMAT, self->customer_id);
}

/* What is being written is kept at every change; a crash loses nothing. */
static void
keep_draft (RgNotesView *self)
{
  RgStore *store = rg_desk_get_store (rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self)));
  g_autofree char *text = dup_text (self);
  g_autofree char *key = dup_draft_key (self);

  gtk_widget_set_visible (self->placeholder, text == NULL || *text == '\0');
  if (self->restoring || self->customer_id == 0 || self->editing != NULL || rg_store_is_read_only (store))
    return;
  rg_future_disown (rg_store_keep (store, key, rg_text_is_blank (text) ? NULL : text), "note draft");
}

static void
clear_composer (RgNotesView *self)
{
  g_clear_object (&self->editing);
  set_text (self, "");
  gtk_check_button_set_active (self->recur, FALSE);
  set_reminder (self, 0);
  gtk_label_set_label (self->problem, "");
  gtk_button_set_label (self->save, _ ("Add Note"));
  gtk_widget_set_visible (self->cancel, FALSE);
}

static void
show_problem (RgNotesView *self, const GError *error)
{
  const char *field = rg_error_get_field (error);

  gtk_label_set_label (self->problem, error->message);
  if (g_strcmp0 (field, "reminder_day") == 0)
    gtk_widget_grab_focus (self->reminder_button);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static DexFuture *
save_fiber (gpointer data, gpointer unused)
{
  RgNotesView *self = data;
  RgDesk *desk = rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self));
  g_autoptr (RgNote) note = NULL;
  g_autoptr (RgAct) act = NULL;
  g_autoptr (GError) error = NULL;

  note
    = self->editing != NULL ? (RgNote *) rg_record_copy (RG_RECORD (self->editing)) : g_object_new (RG_TYPE_NOTE, NULL);
  if (self->editing == NULL)
    note->customer_id = self->customer_id;
  g_free (note->text);
  note->text = dup_text (self);
  note->kind = gtk_drop_down_get_selected (self->kind);
  note->reminder_day = self->reminder_day;
  note->recur_weekly = gtk_check_button_get_active (self->recur);
  act = rg_act_new_record (self->editing != NULL ? &rg_note_edit : &rg_note_add, RG_RECORD (note));

  gtk_widget_set_sensitive (GTK_WIDGET (self->save), FALSE);
  if (dex_await (rg_desk_perform (desk, act), &error))
    {
      clear_composer (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->text));
    }
  else
    show_problem (self, error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), TRUE);
  return NULL;
}

static void
on_save_clicked (RgNotesView *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->save)))
    rg_future_enter (self, save_fiber, NULL, NULL);
}

static void
on_cancel_clicked (RgNotesView *self)
{
  clear_composer (self);
}

static gboolean
on_text_key_pressed (RgNotesView *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    {
      on_save_clicked (self);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Escape && self->editing != NULL)
    {
      clear_composer (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
on_draft_changed (RgNotesView *self)
{
  show_reminder (self);
}

static void
on_day_changed (RgNotesView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->day_entry));
  g_autoptr (GError) error = NULL;
  RgDay day;

  if (self->restoring)
    return;
  day = rg_text_is_blank (text) ? 0 : rg_day_parse (text, &error);
  self->reminder_day = day;
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->day_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->day_entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->day_entry), error != NULL ? error->message : NULL);
  show_reminder (self);
}

static void
on_day_activated (RgNotesView *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->reminder_button));
}

static void
on_calendar_day_selected (RgNotesView *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  set_reminder (self, rg_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                       g_date_time_get_day_of_month (date)));
}

static void
on_no_reminder_clicked (RgNotesView *self)
{
  gtk_check_button_set_active (self->recur, FALSE);
  set_reminder (self, 0);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->reminder_button));
}

static gboolean
is_shown (gpointer item, gpointer data)
{
  RgNotesView *self = data;
  guint kind = gtk_drop_down_get_selected (self->kind_filter);

  return rg_note_passes (item, gtk_editable_get_text (self->search), kind == 0 ? -1 : (int) kind - 1,
                         gtk_drop_down_get_selected (self->date_filter), gtk_toggle_button_get_active (self->trash),
                         rg_desk_get_today (rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self))));
}

/* How many there are, and whether an empty list is empty because of a filter. */
static void
update_state (RgNotesView *self)
{
  GListModel *notes = rg_customer_profile_get_list (rg_customer_view_get_profile (RG_CUSTOMER_VIEW (self)), "notes");
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint n_all = 0, n_deleted = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (RgNote) note = g_list_model_get_item (notes, i);

      if (note->deleted_at != 0)
        n_deleted++;
      else
        n_all++;
    }
  if (gtk_toggle_button_get_active (self->trash))
    n_all += n_deleted;
  count = n_shown == n_all ? g_strdup_printf ("%u", n_all) : g_strdup_printf (_ ("%u of %u"), n_shown, n_all);
  g_object_set (self->card, "count", count, NULL);
  if (n_shown == 0 && n_all > 0)
    {
      g_autofree char *text
        = g_strdup_printf (g_dngettext (NULL, "The filters hide %u note.", "The filters hide %u notes.", n_all), n_all);

      adw_status_page_set_description (self->hidden, text);
    }
  gtk_stack_set_visible_child_name (self->stack, n_shown > 0 ? "notes" : n_all > 0 ? "hidden" : "none");
}

static void
on_filter_changed (RgNotesView *self)
{
  if (self->filter == NULL)
    return;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_state (self);
}

static void
on_show_all_clicked (RgNotesView *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->kind_filter, 0);
  gtk_drop_down_set_selected (self->date_filter, 0);
  on_filter_changed (self);
}

static void
on_edit_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgNotesView *self = RG_NOTES_VIEW (widget);
  GListModel *notes = rg_customer_profile_get_list (rg_customer_view_get_profile (RG_CUSTOMER_VIEW (self)), "notes");

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (RgNote) note = g_list_model_get_item (notes, i);

      if (rg_record_get_id (RG_RECORD (note)) != g_variant_get_int64 (parameter))
        continue;
      clear_composer (self);
      g_set_object (&self->editing, note);
      set_text (self, note->text);
      gtk_drop_down_set_selected (self->kind, note->kind);
      gtk_check_button_set_active (self->recur, note->recur_weekly);
      set_reminder (self, note->reminder_day);
      gtk_button_set_label (self->save, _ ("Save Note"));
      gtk_widget_set_visible (self->cancel, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->text));
    }
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  return rg_note_row_new (rg_customer_view_get_desk (data), item);
}

static void
rg_notes_view_profile_changed (RgCustomerView *view)
{
  RgNotesView *self = RG_NOTES_VIEW (view);
  GListModel *notes = rg_customer_profile_get_list (rg_customer_view_get_profile (view), "notes");

  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->shown = gtk_filter_list_model_new (g_object_ref (notes), GTK_FILTER (g_object_ref (self->filter)));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), create_row, self, NULL);
}

static DexFuture *
restore_fiber (gpointer data, gpointer unused)
{
  RgNotesView *self = data;
  RgStore *store = rg_desk_get_store (rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self)));
  gint64 customer_id = self->customer_id;
  g_autofree char *key = dup_draft_key (self);
  g_autofree char *text = dex_await_string (rg_store_recall (store, key), NULL);
  g_autofree char *now = dup_text (self);

  if (self->customer_id == customer_id && rg_text_is_blank (now) && text != NULL && *text != '\0')
    {
      self->restoring = TRUE;
      set_text (self, text);
      self->restoring = FALSE;
    }
  return NULL;
}

static void
rg_notes_view_loaded (RgCustomerView *view)
{
  RgNotesView *self = RG_NOTES_VIEW (view);
  RgDesk *desk = rg_customer_view_get_desk (view);
  g_autofree char *why_not = rg_desk_dup_why_not (desk, &rg_note_add);

  if (self->customer_id != rg_customer_view_get_customer_id (view))
    {
      self->restoring = TRUE;
      clear_composer (self);
      self->restoring = FALSE;
      self->customer_id = rg_customer_view_get_customer_id (view);
      rg_future_enter (self, restore_fiber, NULL, NULL);
    }
  rg_widget_set_why_not (GTK_WIDGET (self->save), _ ("Save (Ctrl+Enter)"), why_not);
  on_filter_changed (self);
}

static void
rg_notes_view_dispose (GObject *object)
{
  RgNotesView *self = RG_NOTES_VIEW (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_NOTES_VIEW);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->editing);

  G_OBJECT_CLASS (rg_notes_view_parent_class)->dispose (object);
}

static void
rg_notes_view_init (RgNotesView *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) filters = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (filters, _ ("All types"));
  for (guint i = 0; i < rg_note_kind_words.n_words; i++)
    {
      gtk_string_list_append (kinds, rg_words_get_label (&rg_note_kind_words, i));
      gtk_string_list_append (filters, rg_words_get_label (&rg_note_kind_words, i));
    }
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_drop_down_set_selected (self->kind, RG_NOTE_KIND_PHONE);
  gtk_drop_down_set_model (self->kind_filter, G_LIST_MODEL (filters));
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (keep_draft), self);
}

static void
rg_notes_view_class_init (RgNotesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RgCustomerViewClass *view_class = RG_CUSTOMER_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_notes_view_dispose;
  view_class->profile_changed = rg_notes_view_profile_changed;
  view_class->loaded = rg_notes_view_loaded;

  g_type_ensure (RG_TYPE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/notes/rg-notes-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, kind);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, text);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, placeholder);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, reminder_button);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, day_entry);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, calendar);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, recur);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, cancel);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, save);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, problem);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, reminder_label);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, card);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, search);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, kind_filter);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, date_filter);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, trash);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, stack);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, list);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, hidden);
  gtk_widget_class_bind_template_callback (widget_class, on_text_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_day_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_draft_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_no_reminder_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all_clicked);
  rg_closures_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "notes.edit", "x", on_edit_action);
}

/**
 * rg_notes_view_start_note:
 * @self: the Notes view
 *
 * Puts the cursor where a new note is written.
 */
void
rg_notes_view_start_note (RgNotesView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
