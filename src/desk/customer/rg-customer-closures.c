/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-closures.h"

#include <glib/gi18n-lib.h>

#include "rg-day.h"
#include "rg-records.h"

/* The functions that the header of a customer calls in its template: pure, without a state. */

static gboolean
is_special_segment (gpointer self, int segment)
{
  return segment != RG_SEGMENT_REGULAR;
}

static gboolean
is_special_account (gpointer self, int account_type)
{
  return account_type != RG_ACCOUNT_TYPE_CUSTOMER;
}

/* Without the route where there is little room. */
static char *
next_text (gpointer self, guint day, const char *route, gboolean compact)
{
  g_autofree char *text = NULL;

  if (day == 0)
    return g_strdup ("—");
  text = rg_day_format_short (day, rg_day_today (NULL));
  if (compact || route == NULL || *route == '\0')
    return g_steal_pointer (&text);
  /* Translators: a day and the delivery route, "Thu 3 Dec · route 4" */
  return g_strdup_printf (_ ("%s · route %s"), text, route);
}

static char *
balance_state (gpointer self, gint64 balance)
{
  return g_strdup (balance < 0 ? "bad" : balance > 0 ? "good" : "");
}

/**
 * rg_customer_closures_bind:
 * @klass: a widget class with a template
 *
 * Lets the template call the functions of this file.
 */
void
rg_customer_closures_bind (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, is_special_segment);
  gtk_widget_class_bind_template_callback (klass, is_special_account);
  gtk_widget_class_bind_template_callback (klass, next_text);
  gtk_widget_class_bind_template_callback (klass, balance_state);
}
