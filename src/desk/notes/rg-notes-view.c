/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-notes-view.h"

#include <glib/gi18n-lib.h>

#include "rg-card.h"
#include "rg-day-range.h"
#include "rg-note-composer.h"
#include "rg-note-filter.h"
#include "rg-note-row.h"
#include "rg-popover-focus.h"
#include "rg-style.h"
#include "rg-word-list.h"

/* The Notes view: where a note is written, and the notes through their filters. */

struct _RgNotesView
{
  RgCustomerView parent_instance;

  GtkFilterListModel *shown;
  GtkCustomFilter *filter;
  RgNoteComposer *composer;
  RgCard *card;
  GtkEditable *search;
  GtkWidget *filter_button;
  GtkDropDown *kind_filter;
  GtkDropDown *date_filter;
  RgDayRange *range;
  GtkToggleButton *trash;
  GtkWidget *show_all;
  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *hidden;
};

G_DEFINE_FINAL_TYPE (RgNotesView, rg_notes_view, RG_TYPE_CUSTOMER_VIEW)

static gboolean
is_shown (gpointer item, gpointer data)
{
  RgNotesView *self = data;
  guint kind = gtk_drop_down_get_selected (self->kind_filter);
  RgNoteDates dates = gtk_drop_down_get_selected (self->date_filter);
  RgDay first, last = 0;

  if (dates == RG_NOTE_DATES_RANGE)
    rg_day_range_get (self->range, &first, &last);
  else
    first = rg_note_dates_get_first (dates, rg_desk_get_today (rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self))));
  return rg_note_passes (item, gtk_editable_get_text (self->search), kind == 0 ? -1 : (int) kind - 1, first, last,
                         gtk_toggle_button_get_active (self->trash));
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
  /* Where nothing is shown there is a button below. */
  gtk_widget_set_visible (self->show_all, n_shown > 0 && n_shown < n_all);
  gtk_stack_set_visible_child_name (self->stack, n_shown > 0 ? "notes" : n_all > 0 ? "hidden" : "none");
}

static void
on_filter_changed (RgNotesView *self)
{
  if (self->filter == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->range),
                          gtk_drop_down_get_selected (self->date_filter) == RG_NOTE_DATES_RANGE);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  rg_widget_set_class (self->filter_button, "accent",
                       gtk_drop_down_get_selected (self->kind_filter) != 0
                         || gtk_drop_down_get_selected (self->date_filter) != 0);
  update_state (self);
}

static void
on_kind_picked (RgNotesView *self)
{
  rg_popover_focus_keep (GTK_WIDGET (self->kind_filter));
  on_filter_changed (self);
}

/* Whoever picks “From … to …” types the days next. */
static void
on_date_picked (RgNotesView *self)
{
  gboolean is_range = gtk_drop_down_get_selected (self->date_filter) == RG_NOTE_DATES_RANGE;

  on_filter_changed (self);
  rg_popover_focus_keep (is_range ? rg_day_range_get_first_entry (self->range) : GTK_WIDGET (self->date_filter));
}

static void
on_show_all_clicked (RgNotesView *self)
{
  /* The button is about to go. */
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->kind_filter, 0);
  gtk_drop_down_set_selected (self->date_filter, 0);
  rg_day_range_clear (self->range);
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
      rg_note_composer_edit (self->composer, note);
    }
}

static void
on_start (GtkWidget *widget, const char *action, GVariant *parameter)
{
  rg_note_composer_start (RG_NOTES_VIEW (widget)->composer);
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

static void
rg_notes_view_loaded (RgCustomerView *view)
{
  on_filter_changed (RG_NOTES_VIEW (view));
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

  G_OBJECT_CLASS (rg_notes_view_parent_class)->dispose (object);
}

static void
rg_notes_view_init (RgNotesView *self)
{
  g_autoptr (GListModel) filters = rg_word_list_new (&rg_note_kind_words, 0, _ ("All types"), NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->kind_filter, filters);
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
  g_type_ensure (RG_TYPE_DAY_RANGE);
  g_type_ensure (RG_TYPE_NOTE_COMPOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/notes/rg-notes-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, composer);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, card);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, search);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, kind_filter);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, date_filter);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, range);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, trash);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, show_all);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, stack);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, list);
  gtk_widget_class_bind_template_child (widget_class, RgNotesView, hidden);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_date_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all_clicked);
  gtk_widget_class_install_action (widget_class, "notes.edit", "x", on_edit_action);
  gtk_widget_class_install_action (widget_class, "notes.start", NULL, on_start);
}
