/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-detail-row.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-address-operations.h"
#include "rg-cancellation-operations.h"
#include "rg-contact-operations.h"
#include "rg-customer.h"
#include "rg-report.h"
#include "rg-uri.h"

/* One address, contact or cancellation of a customer, or another customer; follows the record. What is done with it is
 * an action of the view around it, with the id: "account.edit" … */

struct _RgDetailRow
{
  AdwActionRow parent_instance;

  RgDesk *desk;
  RgRecord *record;

  GtkLabel *first_chip;
  GtkLabel *second_chip;
  GtkWidget *edit;
  GtkMenuButton *more;
};

G_DEFINE_FINAL_TYPE (RgDetailRow, rg_detail_row, ADW_TYPE_ACTION_ROW)

static void
show_chip (GtkLabel *chip, const char *text, const char *style)
{
  const char *const styles[] = { "chip", style, NULL };

  gtk_label_set_label (chip, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (chip), text != NULL);
  if (style != NULL)
    gtk_widget_set_css_classes (GTK_WIDGET (chip), (const char **) styles);
}

static void
show_texts (RgDetailRow *self, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
}

static void
append (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autofree char *detailed = g_strdup_printf ("%s(int64 %" G_GINT64_FORMAT ")", action, id);

  g_menu_append (menu, label, detailed);
}

static void
append_link (GMenu *menu, const char *label, const char *uri)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  if (uri == NULL)
    return;
  g_menu_item_set_action_and_target (item, "page.launch", "s", uri);
  g_menu_append_item (menu, item);
}

static char *
join (const char *first, ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  va_list args;

  va_start (args, first);
  for (const char *part = first; part != GINT_TO_POINTER (-1); part = va_arg (args, const char *))
    if (part != NULL && *part != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  va_end (args);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
#define JOIN(...) join (__VA_ARGS__, GINT_TO_POINTER (-1))

/* What can't be done is there all the same, below the reason. */
static void
append_removal (RgDetailRow *self, GMenu *menu, const char *label, const RgOperation *operation)
{
  g_autofree char *why_not = rg_desk_dup_why_not (self->desk, operation);
  g_autoptr (GMenu) section = g_menu_new ();

  append (section, label, why_not == NULL ? "account.remove" : "account.none", rg_record_get_id (self->record));
  g_menu_append_section (menu, why_not, G_MENU_MODEL (section));
}

static void
show_address (RgDetailRow *self, RgAddress *address, GMenu *menu)
{
  gint64 id = rg_record_get_id (self->record);
  const char *home = rg_settings_get (rg_desk_get_settings (self->desk), RG_SETTING_COUNTRY);
  g_autofree char *lines = rg_address_dup_lines (address, home);
  g_autofree char *title = JOIN (address->label, rg_words_get_label (&rg_address_kind_words, address->kind));
  g_autofree char *stop = address->stop != 0 ? g_strdup_printf (_ ("stop %" PRId64), address->stop) : NULL;
  g_autofree char *route = address->route != NULL ? g_strdup_printf (_ ("Route %s"), address->route) : NULL;
  g_autofree char *way = JOIN (route, stop);
  g_autofree char *subtitle = g_strconcat (lines, *way != '\0' ? "\n" : "", way, NULL);

  show_texts (self, title, subtitle);
  show_chip (self->first_chip, address->is_primary ? _ ("Primary") : NULL, "info");
  show_chip (self->second_chip, address->verified_at != 0 ? _ ("Verified") : NULL, "good");
  if (!address->is_primary)
    append (menu, _ ("Make _Primary Address"), "account.make-primary", id);
  if (address->verified_at == 0)
    append (menu, _ ("_Verify Address"), "account.verify", id);
  append_removal (self, menu, _ ("_Remove Address"), &rg_address_remove);
}

static void
show_contact (RgDetailRow *self, RgContact *contact, GMenu *menu)
{
  g_autofree char *subtitle = JOIN (contact->role, contact->phone, contact->email);

  g_autofree char *call = rg_uri_for_phone (contact->phone, NULL);
  g_autofree char *write = rg_uri_for_email (contact->email);

  show_texts (self, contact->name, subtitle);
  append_link (menu, _ ("_Call"), call);
  append_link (menu, _ ("_Write Email"), write);
  append_removal (self, menu, _ ("_Remove Contact"), &rg_contact_remove);
}

static void
show_cancellation (RgDetailRow *self, RgCancellation *cancellation, GMenu *menu)
{
  g_autofree char *day = rg_day_format (cancellation->day);
  g_autofree char *by = rg_desk_dup_staff_name (self->desk, cancellation->staff_id);
  g_autofree char *reason
    = JOIN (rg_words_get_label (&rg_cancellation_reason_words, cancellation->reason), cancellation->other_reason);
  g_autofree char *about = JOIN (day, by);
  g_autofree char *subtitle = g_strconcat (about, cancellation->notes != NULL ? "\n" : "",
                                           cancellation->notes != NULL ? cancellation->notes : "", NULL);

  show_texts (self, reason, subtitle);
  append_removal (self, menu, _ ("_Remove Cancellation"), &rg_cancellation_remove);
}

static void
show_customer (RgDetailRow *self, RgCustomer *customer)
{
  g_autofree char *name = rg_customer_dup_display_name (customer);
  g_autofree char *number = g_strdup_printf ("#%" G_GINT64_FORMAT, customer->number);
  g_autofree char *subtitle = JOIN (number, customer->phone, customer->email);

  show_texts (self, name, subtitle);
  show_chip (self->first_chip, rg_words_get_label (&rg_customer_status_words, customer->status), NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

static void
update (RgDetailRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const RgOperation *operation = NULL;
  const char *tooltip = NULL;

  show_chip (self->first_chip, NULL, NULL);
  show_chip (self->second_chip, NULL, NULL);
  if (RG_IS_ADDRESS (self->record))
    {
      show_address (self, RG_ADDRESS (self->record), menu);
      operation = &rg_address_edit;
      tooltip = _ ("Edit address");
    }
  else if (RG_IS_CONTACT (self->record))
    {
      show_contact (self, RG_CONTACT (self->record), menu);
      operation = &rg_contact_edit;
      tooltip = _ ("Edit contact");
    }
  else if (RG_IS_CANCELLATION (self->record))
    {
      show_cancellation (self, RG_CANCELLATION (self->record), menu);
      operation = &rg_cancellation_edit;
      tooltip = _ ("Edit cancellation");
    }
  else
    show_customer (self, RG_CUSTOMER (self->record));

  gtk_widget_set_visible (self->edit, operation != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->more), operation != NULL);
  if (operation != NULL)
    {
      g_autofree char *why_not = rg_desk_dup_why_not (self->desk, operation);

      rg_widget_set_why_not (self->edit, tooltip, why_not);
      gtk_menu_button_set_menu_model (self->more, G_MENU_MODEL (menu));
    }
}

static void
on_edit_clicked (RgDetailRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "account.edit", "x", rg_record_get_id (self->record));
}

static void
rg_detail_row_dispose (GObject *object)
{
  RgDetailRow *self = RG_DETAIL_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_DETAIL_ROW);
  g_clear_object (&self->desk);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (rg_detail_row_parent_class)->dispose (object);
}

static void
rg_detail_row_init (RgDetailRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_detail_row_class_init (RgDetailRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_detail_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/account/rg-detail-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgDetailRow, first_chip);
  gtk_widget_class_bind_template_child (widget_class, RgDetailRow, second_chip);
  gtk_widget_class_bind_template_child (widget_class, RgDetailRow, edit);
  gtk_widget_class_bind_template_child (widget_class, RgDetailRow, more);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked);
}

/**
 * rg_detail_row_new:
 * @desk: the desk
 * @record: an address, a contact, a cancellation or a customer
 *
 * Returns: (transfer floating): a row that follows @record
 */
GtkWidget *
rg_detail_row_new (RgDesk *desk, RgRecord *record)
{
  RgDetailRow *self = g_object_new (RG_TYPE_DETAIL_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->record = g_object_ref (record);
  g_signal_connect_object (record, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::staff", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * rg_detail_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
RgRecord *
rg_detail_row_get_record (RgDetailRow *self)
{
  return self->record;
}
