/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-note-composer.h"

#include <glib/gi18n-lib.h>

#include "rg-closures.h"
#include "rg-fitting-text.h"
#include "rg-form-draft.h"
#include "rg-future.h"
#include "rg-note-draft.h"
#include "rg-note-operations.h"
#include "rg-reminder-popover.h"
#include "rg-report.h"
#include "rg-text.h"
#include "rg-word-list.h"

/* Where a note is written or changed. What differs from what is on file is kept in the file at every change, for each
 * customer a new note and for each note its edit, so that neither a crash nor a look at somebody else loses it. */

struct _RgNoteComposer
{
  RgCustomerView parent_instance;

  gint64 customer_id; /* whose note it is */
  RgNote *editing;    /* the note that is being changed, as it was shown; NULL for a new one */
  gboolean restoring;
  gboolean just_saved; /* and nothing was typed since */

  GtkDropDown *kind;
  GtkScrolledWindow *scroller;
  GtkTextView *text;
  GtkWidget *placeholder;
  GtkWidget *reminder_button;
  RgReminderPopover *reminder;
  GtkWidget *cancel;
  GtkButton *save;
  GtkLabel *problem;
  GtkLabel *reminder_label;
};

G_DEFINE_FINAL_TYPE (RgNoteComposer, rg_note_composer, RG_TYPE_CUSTOMER_VIEW)

static RgDesk *
get_desk (RgNoteComposer *self)
{
  return rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self));
}

static RgNote *
make_new_note (RgNoteComposer *self)
{
  RgNote *note = g_object_new (RG_TYPE_NOTE, NULL);

  note->customer_id = self->customer_id;
  note->kind = RG_NOTE_KIND_PHONE;
  return note;
}

/* As on file. */
static RgNote *
make_base (RgNoteComposer *self)
{
  return self->editing != NULL ? (RgNote *) rg_record_copy (RG_RECORD (self->editing)) : make_new_note (self);
}

static char *
dup_text (RgNoteComposer *self)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->text), "text", &text, NULL);
  return text;
}

/* As typed. */
static RgNote *
make_note (RgNoteComposer *self)
{
  RgNote *note = make_base (self);
  g_autofree char *text = dup_text (self);

  g_set_str (&note->text, *text != '\0' ? text : NULL);
  note->kind = gtk_drop_down_get_selected (self->kind);
  note->reminder_day = rg_reminder_popover_get_day (self->reminder);
  note->recur_weekly = rg_reminder_popover_is_weekly (self->reminder);
  return note;
}

static void
show_reminder (RgNoteComposer *self)
{
  RgDay day = rg_reminder_popover_get_day (self->reminder);
  g_autofree char *text = NULL;

  if (day != 0)
    {
      g_autofree char *date = rg_day_format_relative (day, rg_desk_get_today (get_desk (self)));

      text = g_strdup_printf (rg_reminder_popover_is_weekly (self->reminder) ? _ ("Reminder: %s, then every week")
                                                                             : _ ("Reminder: %s"),
                              date);
    }
  gtk_label_set_label (self->reminder_label, text != NULL ? text : "");
}

static void
show_note (RgNoteComposer *self, RgNote *note)
{
  self->restoring = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), note->text != NULL ? note->text : "", -1);
  gtk_drop_down_set_selected (self->kind, note->kind);
  rg_reminder_popover_show (self->reminder, note->reminder_day, note->recur_weekly);
  show_reminder (self);
  gtk_label_set_label (self->problem, "");
  gtk_button_set_label (self->save, self->editing != NULL ? _ ("Save Note") : _ ("Add Note"));
  gtk_widget_set_visible (self->cancel, self->editing != NULL);
  self->restoring = FALSE;
}

static void
on_changed (RgNoteComposer *self)
{
  g_autoptr (RgNote) note = NULL;
  g_autoptr (RgNote) base = NULL;
  g_autofree char *draft = NULL;

  if (self->customer_id == 0)
    return;
  note = make_note (self);
  gtk_widget_set_visible (self->placeholder, note->text == NULL);
  show_reminder (self);
  if (self->restoring)
    return;
  self->just_saved = FALSE;
  gtk_label_set_label (self->problem, "");
  base = make_base (self);
  draft = rg_form_draft_write (RG_RECORD (note), RG_RECORD (base));
  rg_note_draft_keep (get_desk (self), self->editing, self->customer_id, draft);
}

static RgNote *
find_note (RgNoteComposer *self, gint64 note_id)
{
  GListModel *notes = rg_customer_profile_get_list (rg_customer_view_get_profile (RG_CUSTOMER_VIEW (self)), "notes");

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (RgNote) note = g_list_model_get_item (notes, i);

      if (rg_record_get_id (RG_RECORD (note)) == note_id && note->deleted_at == 0)
        return g_steal_pointer (&note);
    }
  return NULL;
}

/* Shows the note of the customer that is being written, as far as it was. */
static void
await_new (RgNoteComposer *self)
{
  gint64 customer_id = self->customer_id;
  g_autofree char *draft = dex_await_string (rg_note_draft_recall (get_desk (self), NULL, customer_id), NULL);
  g_autofree char *now = dup_text (self);
  g_autoptr (RgNote) base = make_new_note (self);
  g_autoptr (RgNote) note = make_new_note (self);

  if (draft == NULL || self->customer_id != customer_id || self->editing != NULL || !rg_text_is_blank (now))
    return;
  rg_form_draft_read (draft, RG_RECORD (note), RG_RECORD (base));
  show_note (self, note);
}

/* Shows a note on file with what was changed in it before. */
static void
begin_edit (RgNoteComposer *self, RgNote *editing, const char *draft)
{
  g_autoptr (RgNote) note = (RgNote *) rg_record_copy (RG_RECORD (editing));

  if (draft != NULL)
    rg_form_draft_read (draft, RG_RECORD (note), RG_RECORD (editing));
  g_clear_object (&self->editing);
  self->editing = (RgNote *) rg_record_copy (RG_RECORD (editing));
  show_note (self, note);
  rg_note_draft_keep_edited (get_desk (self), self->customer_id, editing);
}

static DexFuture *
edit_fiber (gpointer data, gpointer note)
{
  RgNoteComposer *self = data;
  gint64 customer_id = self->customer_id;
  g_autofree char *draft = dex_await_string (rg_note_draft_recall (get_desk (self), note, customer_id), NULL);

  if (self->customer_id != customer_id)
    return NULL;
  begin_edit (self, note, draft);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return NULL;
}

static DexFuture *
new_fiber (gpointer data, gpointer unused)
{
  await_new (data);
  return NULL;
}

static DexFuture *
restore_fiber (gpointer data, gpointer unused)
{
  RgNoteComposer *self = data;
  gint64 customer_id = self->customer_id;
  g_autofree char *id = dex_await_string (rg_note_draft_recall_edited (get_desk (self), customer_id), NULL);
  g_autofree char *draft = NULL;
  g_autoptr (RgNote) note = NULL;

  if (self->customer_id != customer_id)
    return NULL;
  note = id != NULL ? find_note (self, g_ascii_strtoll (id, NULL, 10)) : NULL;
  if (note != NULL)
    draft = dex_await_string (rg_note_draft_recall (get_desk (self), note, customer_id), NULL);
  if (self->customer_id != customer_id || self->editing != NULL)
    return NULL;
  if (draft != NULL)
    begin_edit (self, note, draft);
  else
    await_new (self);
  return NULL;
}

/* Makes room for the next note, once this one is saved or given up. */
static void
start_anew (RgNoteComposer *self)
{
  gboolean was_edit = self->editing != NULL;
  g_autoptr (RgNote) note = NULL;

  rg_note_draft_forget (get_desk (self), self->editing, self->customer_id);
  g_clear_object (&self->editing);
  note = make_new_note (self);
  show_note (self, note);
  if (was_edit)
    rg_future_enter (self, new_fiber, NULL, NULL);
}

static void
show_problem (RgNoteComposer *self, const char *message, gboolean in_reminder)
{
  gtk_label_set_label (self->problem, message);
  gtk_widget_grab_focus (in_reminder ? self->reminder_button : GTK_WIDGET (self->text));
}

/* After a conflict saving again goes on from what is on file now; what was typed stays. */
static void
rebase (RgNoteComposer *self, RgNote *note, RgNote *file)
{
  g_set_object (&self->editing, file);
  show_note (self, note);
  on_changed (self);
}

/* Meanwhile the page may show somebody else, or be gone: what is said then is not theirs. */
static DexFuture *
save_fiber (gpointer data, gpointer unused)
{
  RgNoteComposer *self = data;
  g_autoptr (RgDesk) desk = g_object_ref (get_desk (self));
  gint64 customer_id = self->customer_id;
  g_autoptr (RgNote) editing = self->editing != NULL ? g_object_ref (self->editing) : NULL;
  g_autoptr (RgNote) note = make_note (self);
  g_autoptr (RgAct) act = editing != NULL ? rg_act_new_edit (&rg_note_edit, RG_RECORD (note), RG_RECORD (editing))
                                          : rg_act_new_record (&rg_note_add, RG_RECORD (note));
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->save), FALSE);
  dex_await (rg_desk_perform (desk, act), &error);
  if (self->save != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->save), TRUE);
  if (self->customer_id != customer_id || self->editing != editing)
    {
      if (error == NULL)
        rg_note_draft_forget (desk, editing, customer_id);
      return NULL;
    }
  if (error == NULL)
    {
      start_anew (self);
      self->just_saved = TRUE;
      gtk_widget_grab_focus (GTK_WIDGET (self->text));
    }
  else
    {
      if (g_error_matches (error, RG_ERROR, RG_ERROR_CONFLICT) && editing != NULL)
        rebase (self, RG_NOTE (act->record), RG_NOTE (act->base));
      show_problem (self, error->message, g_strcmp0 (rg_error_get_field (error), "reminder_day") == 0);
    }
  return NULL;
}

static void
on_save_clicked (RgNoteComposer *self)
{
  const char *problem = rg_reminder_popover_get_problem (self->reminder);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->save)))
    return;
  /* A date that was not understood must not be dropped without a word. */
  if (problem != NULL)
    show_problem (self, problem, TRUE);
  else if (self->just_saved && gtk_widget_get_visible (self->placeholder)) /* pressed twice */
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
  else
    rg_future_enter (self, save_fiber, NULL, NULL);
}

/* The note is changed again, with what was typed when that was given up. */
static void
on_bring_back (RgNoteComposer *self, AdwToast *toast)
{
  RgNote *note = g_object_get_data (G_OBJECT (toast), "note");

  if (self->customer_id != note->customer_id)
    return;
  begin_edit (self, note, g_object_get_data (G_OBJECT (toast), "draft"));
  on_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* What was changed and is given up can be brought back for a while. */
static void
offer_back (RgNoteComposer *self)
{
  g_autoptr (RgNote) note = make_note (self);
  g_autofree char *draft = rg_form_draft_write (RG_RECORD (note), RG_RECORD (self->editing));
  AdwToast *toast;

  if (draft == NULL)
    return;
  toast = rg_widget_tell_with_button (GTK_WIDGET (self), _ ("Changes to the note not saved"), _ ("_Bring Back"));
  if (toast == NULL)
    return;
  g_object_set_data_full (G_OBJECT (toast), "note", g_object_ref (self->editing), g_object_unref);
  g_object_set_data_full (G_OBJECT (toast), "draft", g_steal_pointer (&draft), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_bring_back), self, G_CONNECT_SWAPPED);
}

static void
on_cancel_clicked (RgNoteComposer *self)
{
  offer_back (self);
  start_anew (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static gboolean
on_text_key_pressed (RgNoteComposer *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    {
      on_save_clicked (self);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Escape && self->editing != NULL)
    {
      on_cancel_clicked (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* A date that was not understood is out of sight now. */
static void
on_reminder_closed (RgNoteComposer *self)
{
  const char *problem = rg_reminder_popover_get_problem (self->reminder);

  if (problem != NULL)
    gtk_label_set_label (self->problem, problem);
}

static void
rg_note_composer_loaded (RgCustomerView *view)
{
  RgNoteComposer *self = RG_NOTE_COMPOSER (view);
  g_autofree char *why_not = rg_desk_dup_why_not (get_desk (self), &rg_note_add);

  if (self->customer_id != rg_customer_view_get_customer_id (view))
    {
      g_autoptr (RgNote) note = NULL;

      self->customer_id = rg_customer_view_get_customer_id (view);
      g_clear_object (&self->editing);
      note = make_new_note (self);
      show_note (self, note);
      rg_future_enter (self, restore_fiber, NULL, NULL);
    }
  rg_widget_set_why_not (GTK_WIDGET (self->save), _ ("Save (Ctrl+Enter)"), why_not);
}

static void
rg_note_composer_dispose (GObject *object)
{
  RgNoteComposer *self = RG_NOTE_COMPOSER (object);

  self->customer_id = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_NOTE_COMPOSER);
  g_clear_object (&self->editing);

  G_OBJECT_CLASS (rg_note_composer_parent_class)->dispose (object);
}

static void
rg_note_composer_init (RgNoteComposer *self)
{
  g_autoptr (GListModel) kinds = rg_word_list_new (&rg_note_kind_words, 0, NULL);

  self->restoring = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->kind, kinds);
  gtk_drop_down_set_selected (self->kind, RG_NOTE_KIND_PHONE);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (on_changed), self);
  rg_scrolled_window_fit_text (self->scroller);
  self->restoring = FALSE;
}

static void
rg_note_composer_class_init (RgNoteComposerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_note_composer_dispose;
  RG_CUSTOMER_VIEW_CLASS (klass)->loaded = rg_note_composer_loaded;

  g_type_ensure (RG_TYPE_REMINDER_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/notes/rg-note-composer.ui");
  gtk_widget_class_bind_template_child (widget_class, RgNoteComposer, kind);
  gtk_widget_class_bind_template_child (widget_class, RgNoteComposer, scroller);
  gtk_widget_class_bind_template_child (widget_class, RgNoteComposer, text);
  gtk_widget_class_bind_template_child (widget_class, RgNoteComposer, placeholder);
  gtk_widget_class_bind_template_child (widget_class, RgNoteComposer, reminder_button);
  gtk_widget_class_bind_template_child (widget_class, RgNoteComposer, reminder);
  gtk_widget_class_bind_template_child (widget_class, RgNoteComposer, cancel);
  gtk_widget_class_bind_template_child (widget_class, RgNoteComposer, save);
  gtk_widget_class_bind_template_child (widget_class, RgNoteComposer, problem);
  gtk_widget_class_bind_template_child (widget_class, RgNoteComposer, reminder_label);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_text_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_reminder_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  rg_closures_bind (widget_class);
}

/**
 * rg_note_composer_start:
 * @self: the composer
 *
 * Puts the cursor where a note is written.
 */
void
rg_note_composer_start (RgNoteComposer *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/**
 * rg_note_composer_edit:
 * @self: the composer
 * @note: a note on file
 *
 * Lets @note be changed. A new note that is half written comes back afterwards.
 */
void
rg_note_composer_edit (RgNoteComposer *self, RgNote *note)
{
  rg_future_enter (self, edit_fiber, g_object_ref (note), g_object_unref);
}
