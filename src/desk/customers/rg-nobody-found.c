/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-nobody-found.h"

#include <glib/gi18n-lib.h>

/* Why there is nobody in the list, and what to do about it. */

struct _RgNobodyFound
{
  AdwBin parent_instance;

  AdwStatusPage *page;
  GtkWidget *show_hidden;
  GtkStringList *near;
};

G_DEFINE_FINAL_TYPE (RgNobodyFound, rg_nobody_found, ADW_TYPE_BIN)

static void
on_near_clicked (GtkButton *button)
{
  gtk_widget_activate_action (GTK_WIDGET (button), "customers.search", "s", gtk_button_get_label (button));
}

static void
rg_nobody_found_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_NOBODY_FOUND);

  G_OBJECT_CLASS (rg_nobody_found_parent_class)->dispose (object);
}

static void
rg_nobody_found_init (RgNobodyFound *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_nobody_found_class_init (RgNobodyFoundClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_nobody_found_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/customers/rg-nobody-found.ui");
  gtk_widget_class_bind_template_child (widget_class, RgNobodyFound, page);
  gtk_widget_class_bind_template_child (widget_class, RgNobodyFound, show_hidden);
  gtk_widget_class_bind_template_child (widget_class, RgNobodyFound, near);
  gtk_widget_class_bind_template_callback (widget_class, on_near_clicked);
}

/**
 * rg_nobody_found_show:
 * @self: the page
 * @customers: a list that is empty
 *
 * Says whether a filter hides somebody, and which names are spelt nearly like what was searched for. What it offers are
 * actions of the widget around it: "customers.clear-filters", "customers.search".
 */
void
rg_nobody_found_show (RgNobodyFound *self, RgCustomerList *customers)
{
  RgCustomerFilter *filter = rg_customer_list_get_filter (customers);
  g_auto (GStrv) near = NULL;
  g_autofree char *hidden = NULL;
  const char *title = _ ("No Customer Found");
  const char *text;
  gboolean narrowed = filter->has_type || filter->has_user_type || filter->has_account_type || filter->has_segment
                      || filter->has_reason;
  guint n_hidden = 0;

  g_object_get (customers, "near-words", &near, "n-hidden", &n_hidden, NULL);
  if (n_hidden > 0 && !rg_customer_filter_is_plain (filter))
    text = hidden = g_strdup_printf (g_dngettext (NULL, "The filters hide %'u customer who matches.",
                                                  "The filters hide %'u customers who match.", n_hidden),
                                     n_hidden);
  else if (n_hidden > 0)
    {
      if (filter->status == RG_CUSTOMER_STATUS_ACTIVE)
        title = _ ("No Active Customer Found");
      text = hidden = g_strdup_printf (g_dngettext (NULL, "The status filter hides %'u customer who matches.",
                                                    "The status filter hides %'u customers who match.", n_hidden),
                                       n_hidden);
    }
  else if (filter->text != NULL)
    text = near != NULL && near[0] != NULL
             ? _ ("Try the phone number or the email instead of the name, or a name on file that is spelt nearly like "
                  "it:")
             : _ ("Try the phone number or the email instead of the name, or another spelling.");
  else if (narrowed)
    text = _ ("No customer matches the filters.");
  else
    {
      title = _ ("No Customers");
      text = _ ("Nobody is in this list.");
    }
  adw_status_page_set_title (self->page, title);
  adw_status_page_set_description (self->page, text);
  gtk_widget_set_visible (self->show_hidden, n_hidden > 0 || (narrowed && filter->text == NULL));
  gtk_string_list_splice (self->near, 0, g_list_model_get_n_items (G_LIST_MODEL (self->near)),
                          (const char *const *) near);
}
