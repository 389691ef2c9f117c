/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-dialog-narrow.h"

/* On the screen of a telephone a dialog has its title between two buttons, and the title is what would be cut. */

#define NARROW_SP 400
#define MIN_WIDTH 340
#define MIN_HEIGHT 200

/* What a button says, without the mark of its key. */
static char *
dup_name (GtkWidget *button)
{
  g_auto (GStrv) parts = g_strsplit (gtk_button_get_label (GTK_BUTTON (button)), "_", -1);

  return g_strjoinv ("", parts);
}

/**
 * rg_dialog_shorten:
 * @dialog: a dialog
 * @button: the button of its header that does what the title says
 * @label: what the button says instead in a narrow window, with a mnemonic: "_Add" for "_Add Customer"
 *
 * Leaves room for the title of @dialog in a narrow window. To a screen reader the button keeps its whole name.
 */
void
rg_dialog_shorten (AdwDialog *dialog, GtkWidget *button, const char *label)
{
  AdwBreakpoint *narrow = adw_breakpoint_new (
    adw_breakpoint_condition_new_length (ADW_BREAKPOINT_CONDITION_MAX_WIDTH, NARROW_SP, ADW_LENGTH_UNIT_SP));
  g_autofree char *name = dup_name (button);
  g_auto (GValue) value = G_VALUE_INIT;

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, label);
  adw_breakpoint_add_setter (narrow, G_OBJECT (button), "label", &value);
  /* A dialog with breakpoints says itself how small it may become. */
  gtk_widget_set_size_request (GTK_WIDGET (dialog), MIN_WIDTH, MIN_HEIGHT);
  adw_dialog_add_breakpoint (dialog, narrow);
}
