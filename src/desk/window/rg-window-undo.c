/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-window-undo.h"

#include <string.h>

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
  gint64 entry_ids[2]; /* of undo, of redo; 0 for nothing */
  char *words[2];
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
      gint64 *entry_id = &last->entry_ids[redo];

      if (!rg_journal_last_undoable (db, last->staff_id, redo != 0, rg_undo_can_ever, entry_id, error))
        return NULL;
      if (*entry_id != 0)
        last->words[redo] = dup_words (db, *entry_id, NULL);
    }
  return NULL;
}

/* Awaits why whoever is signed in may not take an entry back; NULL when they may. */
static char *
dup_why_not (RgDesk *desk, gint64 entry_id)
{
  g_autoptr (RgAct) act = rg_act_new (&rg_undo, 0);
  char *why_not = rg_desk_dup_why_not (desk, &rg_undo);

  if (why_not != NULL)
    return why_not;
  rg_act_add_id (act, entry_id);
  if (!dex_await (rg_desk_why_not (desk, act), NULL) || act->reasons == NULL
      || !rg_reasons_prevent (act->reasons, FALSE))
    return NULL;
  return rg_reasons_dup_text (act->reasons);
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

/* A menu has no tooltips: its lines say what they would do, or the first sentence of why they can't. */
static char *
dup_line (gboolean redo, const char *words, const char *why_not)
{
  const char *end = why_not != NULL ? strchr (why_not, '.') : NULL;
  g_autofree char *first = end != NULL ? g_strndup (why_not, (gsize) (end - why_not)) : g_strdup (why_not);
  g_autofree char *detail = NULL;

  if (words == NULL)
    return g_strdup (redo ? _ ("_Redo (there is nothing to redo)") : _ ("_Undo (there is nothing to undo)"));
  detail = dup_menu_words (first != NULL ? first : words);
  if (first != NULL)
    /* Translators: %s is why something can't be undone, as a sentence without its full stop */
    return g_strdup_printf (redo ? _ ("_Redo (%s)") : _ ("_Undo (%s)"), detail);
  return g_strdup_printf (redo ? _ ("_Redo: %s") : _ ("_Undo: %s"), detail);
}

static void
fill_menu (RgWindow *self)
{
  g_autofree char *undo = dup_line (FALSE, self->undo_words, self->undo_why_not);
  g_autofree char *redo = dup_line (TRUE, self->redo_words, self->redo_why_not);

  g_menu_remove_all (self->undo_section);
  g_menu_append (self->undo_section, undo, "win.undo");
  g_menu_append (self->undo_section, redo, "win.redo");
}

static void
fill_button (RgWindow *self)
{
  g_autofree char *undo = self->undo_words != NULL ? g_strdup_printf (_ ("Undo: %s"), self->undo_words) : NULL;
  const char *why_not = undo == NULL ? _ ("There is nothing to undo") : self->undo_why_not;

  gtk_widget_set_tooltip_text (self->undo_button, why_not != NULL ? why_not : undo);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  undo != NULL ? undo : _ ("Undo"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  why_not != NULL ? why_not : "", -1);
}

static void
show_last (RgWindow *self, const Last *last, char *const why_not[2])
{
  g_set_str (&self->undo_words, last->words[0]);
  g_set_str (&self->redo_words, last->words[1]);
  g_set_str (&self->undo_why_not, why_not[0]);
  g_set_str (&self->redo_why_not, why_not[1]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", last->words[0] != NULL && why_not[0] == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", last->words[1] != NULL && why_not[1] == NULL);
  fill_menu (self);
  fill_button (self);
}

static DexFuture *
refresh_fiber (gpointer data, gpointer unused)
{
  RgWindow *self = data;
  g_autoptr (RgDesk) desk = self->desk != NULL ? g_object_ref (self->desk) : NULL;
  Last last = { .staff_id = desk != NULL ? rg_desk_get_staff_id (desk) : 0 };
  char *why_not[2] = { NULL, NULL };
  const guint read = ++self->undo_reads;

  if (desk == NULL || !dex_await (rg_desk_read (desk, read_last, &last, NULL), NULL))
    return NULL;
  for (int redo = 0; redo < 2; redo++)
    {
      if (last.staff_id == 0)
        g_clear_pointer (&last.words[redo], g_free);
      if (last.words[redo] != NULL)
        why_not[redo] = dup_why_not (desk, last.entry_ids[redo]);
    }
  /* After what was done meanwhile, and for who signed in, another fiber reads. */
  if (read == self->undo_reads && desk == self->desk)
    show_last (self, &last, why_not);
  for (int redo = 0; redo < 2; redo++)
    {
      g_free (last.words[redo]);
      g_free (why_not[redo]);
    }
  return NULL;
}

/**
 * rg_window_refresh_undo:
 * @self: a window
 *
 * Reads what Undo and Redo would take back, names it on the button, and disables what has nothing to take
 * back, or nothing that whoever is signed in may, saying why.
 */
void
rg_window_refresh_undo (RgWindow *self)
{
  rg_future_enter (self, refresh_fiber, NULL, NULL);
}
