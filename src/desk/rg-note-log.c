/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-note-log.h"

#include "rg-note-operations.h"
#include "rg-report.h"
#include "rg-text.h"

/**
 * rg_note_log:
 * @widget: a widget in a window
 * @desk: the desk
 * @customer_id: whose notes
 * @past: what was done, translated: "Credit added"
 * @about: (nullable): what it is about: "$20.00. Damaged tomatoes"
 *
 * Adds a note about it, as activity.
 */
void
rg_note_log (GtkWidget *widget, RgDesk *desk, gint64 customer_id, const char *past, const char *about)
{
  g_autoptr (RgNote) note
    = g_object_new (RG_TYPE_NOTE, "customer-id", customer_id, "kind", RG_NOTE_KIND_ACTIVITY, NULL);

  note->text = rg_text_is_blank (about) ? g_strdup (past) : g_strdup_printf ("%s: %s", past, about);
  rg_widget_perform (widget, desk, rg_act_new_record (&rg_note_add, RG_RECORD (note)));
}
