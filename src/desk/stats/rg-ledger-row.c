/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-ledger-row.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-money.h"

/* One entry of the ledger: what it was and why, when, by whom, who signed, and what it did to the balance. */

struct _RgLedgerRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *about;
  GtkLabel *amount;
};

G_DEFINE_FINAL_TYPE (RgLedgerRow, rg_ledger_row, GTK_TYPE_LIST_BOX_ROW)

static void
rg_ledger_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_LEDGER_ROW);

  G_OBJECT_CLASS (rg_ledger_row_parent_class)->dispose (object);
}

static void
rg_ledger_row_init (RgLedgerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_ledger_row_class_init (RgLedgerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_ledger_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/stats/rg-ledger-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgLedgerRow, title);
  gtk_widget_class_bind_template_child (widget_class, RgLedgerRow, about);
  gtk_widget_class_bind_template_child (widget_class, RgLedgerRow, amount);
}

/* "Today 09:41 · Ben Carter · approved by Nadia Okafor" */
static char *
make_about (RgDesk *desk, RgLedgerEntry *entry)
{
  g_autofree char *time
    = rg_time_format (entry->created_at, rg_settings_get_zone (rg_desk_get_settings (desk)), rg_desk_get_today (desk));
  g_autofree char *by = rg_desk_dup_staff_name (desk, entry->staff_id);
  g_autofree char *approver = rg_desk_dup_staff_name (desk, entry->approved_by_id);
  g_autoptr (GString) about = g_string_new (time);

  if (*by != '\0')
    g_string_append_printf (about, " · %s", by);
  if (*approver != '\0')
    {
      g_string_append (about, " · ");
      /* Translators: %s is a name */
      g_string_append_printf (about, _ ("approved by %s"), approver);
    }
  return g_string_free_and_steal (g_steal_pointer (&about));
}

/* "Payment · Order 20610 · Cash" */
static char *
make_title (RgCustomerProfile *profile, RgLedgerEntry *entry)
{
  gint64 number = rg_customer_profile_get_order_number (profile, entry->order_id);
  g_autoptr (GString) title = g_string_new (rg_words_get_label (&rg_ledger_kind_words, entry->kind));

  if (number != 0)
    {
      g_string_append (title, " · ");
      g_string_append_printf (title, _ ("Order %" PRId64), number);
    }
  if (entry->reason != NULL)
    g_string_append_printf (title, " · %s", entry->reason);
  return g_string_free_and_steal (g_steal_pointer (&title));
}

/**
 * rg_ledger_row_new:
 * @profile: whose ledger
 * @entry: an entry of the ledger; it never changes
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
rg_ledger_row_new (RgCustomerProfile *profile, RgLedgerEntry *entry)
{
  RgLedgerRow *self = g_object_new (RG_TYPE_LEDGER_ROW, NULL);
  g_autofree char *title = make_title (profile, entry);
  g_autofree char *about = make_about (rg_customer_profile_get_desk (profile), entry);
  g_autofree char *amount = rg_money_format_signed (entry->amount, entry->currency);
  g_autofree char *spoken = g_strjoin (", ", title, amount, about, NULL);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->about, about);
  gtk_label_set_label (self->amount, amount);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->amount),
                               entry->amount >= 0 ? _ ("Adds to the balance") : _ ("Takes from the balance"));
  if (entry->amount != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->amount), entry->amount > 0 ? "good" : "bad");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (self);
}
