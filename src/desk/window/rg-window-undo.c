/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-window-undo.h"

#include <glib/gi18n-lib.h>

#include "rg-future.h"
#include "rg-journal.h"
#include "rg-undo.h"
#include "rg-window-private.h"

/* What Undo and Redo would take back, in words: of whoever is signed in, also what they did before the last
 * restart. */

/* How much of what was done a line of the menu shows. */
#define MENU_CHARS 40

typedef struct
{
  gint64 staff_id;
  char *words[2]; /* of undo, of redo; NULL for nothing */
} Last;

/* The words of an entry, "Note added: Called about…"; of the one that was taken back for an undo. */
static char *
dup_words (RgDb *db, gint64 entry_id, GError **error)
{
  g_autoptr (RgJournalEntry) entry = NULL;
  const RgOperation *operation;

  for (;;)
    {
      g_clear_object (&entry);
      entry = rg_journal_get (db, entry_id, error);
      if (entry == NULL)
        return NULL;
      if (entry->undoes_id == 0)
        break;
      entry_id = entry->undoes_id;
    }
  operation = rg_operation_find (entry->operation);
  if (operation == NULL || operation->undo == RG_UNDO_NEVER)
    return NULL;
  if (entry->words == NULL)
    return g_strdup (_ (operation->past));
  return g_strdup_printf ("%s (%s)", _ (operation->past), entry->words);
}

static GObject *
read_last (RgDb *db, gpointer data, GError **error)
{
  Last *last = data;

  for (int redo = 0; redo < 2; redo++)
    {
      gint64 entry_id = 0;

      if (!rg_journal_last_undoable (db, last->staff_id, redo != 0, rg_undo_can_ever, &entry_id, error))
        return NULL;
      if (entry_id != 0)
        last->words[redo] = dup_words (db, entry_id, NULL);
    }
  return NULL;
}

/* Short enough for a line of a menu, where an underscore is doubled. */
static char *
dup_menu_words (const char *words)
{
  g_autoptr (GString) text = g_string_new (words);

  if (g_utf8_strlen (words, -1) > MENU_CHARS)
    {
      g_string_truncate (text, (gsize) (g_utf8_offset_to_pointer (words, MENU_CHARS - 1) - words));
      g_string_append (text, "…");
    }
  g_string_replace (text, "_", "__", 0);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* A menu has no tooltips: its lines say what they would do, or why they can't. */
static void
fill_menu (RgWindow *self)
{
  g_autofree char *undo_words = self->undo_words != NULL ? dup_menu_words (self->undo_words) : NULL;
  g_autofree char *redo_words = self->redo_words != NULL ? dup_menu_words (self->redo_words) : NULL;
  g_autofree char *undo = undo_words != NULL ? g_strdup_printf (_ ("_Undo: %s"), undo_words)
                                             : g_strdup (_ ("_Undo (there is nothing to undo)"));
  g_autofree char *redo = redo_words != NULL ? g_strdup_printf (_ ("_Redo: %s"), redo_words)
                                             : g_strdup (_ ("_Redo (there is nothing to redo)"));

  g_menu_remove_all (self->undo_section);
  g_menu_append (self->undo_section, undo, "win.undo");
  g_menu_append (self->undo_section, redo, "win.redo");
}

static DexFuture *
refresh_fiber (gpointer data, gpointer unused)
{
  RgWindow *self = data;
  RgStaff *staff = self->desk != NULL ? rg_desk_get_staff (self->desk) : NULL;
  Last last = { staff != NULL ? rg_record_get_id (RG_RECORD (staff)) : 0, { NULL, NULL } };
  g_autofree char *tooltip = NULL;
  gboolean writable;

  if (self->desk == NULL || !dex_await (rg_desk_read (self->desk, read_last, &last, NULL), NULL))
    return NULL;
  writable = staff != NULL && !rg_store_is_read_only (rg_desk_get_store (self->desk));
  g_set_str (&self->undo_words, writable ? last.words[0] : NULL);
  g_set_str (&self->redo_words, writable ? last.words[1] : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", self->undo_words != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", self->redo_words != NULL);
  fill_menu (self);
  tooltip = self->undo_words != NULL ? g_strdup_printf (_ ("Undo: %s"), self->undo_words)
                                     : g_strdup (_ ("There is nothing to undo"));
  gtk_widget_set_tooltip_text (self->undo_button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->undo_words != NULL ? tooltip : _ ("Undo"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->undo_words != NULL ? "" : tooltip, -1);
  g_free (last.words[0]);
  g_free (last.words[1]);
  return NULL;
}

/**
 * rg_window_refresh_undo:
 * @self: a window
 *
 * Reads what Undo and Redo would take back, names it on the button, and disables what has nothing to take
 * back.
 */
void
rg_window_refresh_undo (RgWindow *self)
{
  rg_future_enter (self, refresh_fiber, NULL, NULL);
}
