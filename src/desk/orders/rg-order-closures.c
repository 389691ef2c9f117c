/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-order-closures.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-order.h"

char *
rg_order_text_of_stop (gpointer self, gint64 stop)
{
  return stop > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, stop) : g_strdup ("—");
}

/* Whether it is paid; while it is not, how it will be. */
char *
rg_order_text_of_payment (gpointer self, int status, int type)
{
  const char *paid = rg_words_get_label (&rg_payment_status_words, (guint) status);

  if (type == RG_PAYMENT_TYPE_NONE)
    return g_strdup (paid);
  return g_strdup_printf ("%s · %s", paid, rg_words_get_label (&rg_payment_type_words, (guint) type));
}

/* Markup: what is a web address can be followed. */
char *
rg_order_text_of_tracking (gpointer self, const char *tracking)
{
  if (tracking == NULL || *tracking == '\0')
    return g_strdup ("—");
  if (g_str_has_prefix (tracking, "https://") || g_str_has_prefix (tracking, "http://"))
    return g_markup_printf_escaped ("<a href=\"%s\">%s</a>", tracking, strstr (tracking, "//") + 2);
  return g_markup_escape_text (tracking, -1);
}

/* "Pickup", "Route 4, stop 11" */
char *
rg_order_text_of_way (gpointer self, int kind, const char *route, gint64 stop)
{
  if (kind == RG_ORDER_KIND_PICKUP)
    return g_strdup (_ ("Pickup"));
  if (route == NULL || *route == '\0')
    return g_strdup (_ ("No route"));
  if (stop == 0)
    return g_strdup_printf (_ ("Route %s"), route);
  /* Translators: the delivery route and the place in it */
  return g_strdup_printf (_ ("Route %s, stop %" PRId64), route, stop);
}

/**
 * rg_order_closures_bind:
 * @klass: a widget class with a template
 *
 * Lets the template call the functions of this file.
 */
void
rg_order_closures_bind (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *name;
    GCallback function;
  } all[] = {
#define CLOSURE(f) { #f, G_CALLBACK (f) }
    CLOSURE (rg_order_text_of_stop),
    CLOSURE (rg_order_text_of_payment),
    CLOSURE (rg_order_text_of_tracking),
#undef CLOSURE
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_class_bind_template_callback_full (klass, all[i].name, all[i].function);
}
