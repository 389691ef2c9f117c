/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-closures.h"

#include <glib/gi18n-lib.h>

#include "rg-day.h"
#include "rg-money.h"
#include "rg-records.h"

char *
rg_text_of_money (gpointer self, gint64 amount, const char *currency)
{
  return rg_money_format (amount, currency != NULL ? currency : "XXX");
}

char *
rg_text_of_signed_money (gpointer self, gint64 amount, const char *currency)
{
  return rg_money_format_signed (amount, currency != NULL ? currency : "XXX");
}

char *
rg_text_of_day (gpointer self, guint day)
{
  return day != 0 ? rg_day_format_short (day, rg_day_today (NULL)) : g_strdup ("—");
}

char *
rg_text_of_time (gpointer self, gint64 time)
{
  return time != 0 ? rg_time_format (time, NULL, rg_day_today (NULL)) : g_strdup ("—");
}

char *
rg_text_of_number (gpointer self, gint64 number)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, number);
}

/* As people call a customer or an order: "#100234". */
char *
rg_text_of_name_number (gpointer self, gint64 number)
{
  return g_strdup_printf ("#%" G_GINT64_FORMAT, number);
}

/* The label of an enumeration's value; @words is the GType's name without "Rg", such as "NoteKind". */
char *
rg_text_of_enum (gpointer self, int value, const char *words)
{
  static const struct
  {
    const char *name;
    const RgWords *words;
  } all[] = {
    { "NoteKind", &rg_note_kind_words },
    { "CustomerStatus", &rg_customer_status_words },
    { "CustomerType", &rg_customer_type_words },
    { "UserType", &rg_user_type_words },
    { "AccountType", &rg_account_type_words },
    { "Segment", &rg_segment_words },
    { "PaymentTerms", &rg_payment_terms_words },
    { "AddressKind", &rg_address_kind_words },
    { "OrderStatus", &rg_order_status_words },
    { "OrderKind", &rg_order_kind_words },
    { "OrderOrigin", &rg_order_origin_words },
    { "PaymentStatus", &rg_payment_status_words },
    { "PaymentType", &rg_payment_type_words },
    { "Frequency", &rg_frequency_words },
    { "CartStatus", &rg_cart_status_words },
    { "LedgerKind", &rg_ledger_kind_words },
    { "CancellationReason", &rg_cancellation_reason_words },
    { "Role", &rg_role_words },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (all[i].name, words))
      return g_strdup (rg_words_get_label (all[i].words, (guint) value));
  g_return_val_if_reached (g_strdup (""));
}

gboolean
rg_is_text (gpointer self, const char *text)
{
  return text != NULL && *text != '\0';
}

char *
rg_text_or (gpointer self, const char *text, const char *otherwise)
{
  return g_strdup (rg_is_text (self, text) ? text : otherwise);
}

/* Nothing for none: for badges. */
char *
rg_text_of_count (gpointer self, guint count)
{
  return count > 0 ? g_strdup_printf ("%'u", count) : g_strdup ("");
}

static char *
label_of_key (const char *accelerator)
{
  guint key;
  GdkModifierType modifiers;

  return gtk_accelerator_parse (accelerator, &key, &modifiers) ? gtk_accelerator_get_label (key, modifiers) : NULL;
}

/* Accelerators with blanks between, as they stand on the keyboard; "<Alt>1...9" is a range. */
char *
rg_text_of_keys (gpointer self, const char *keys)
{
  g_auto (GStrv) all = g_strsplit (keys != NULL ? keys : "", " ", -1);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; all[i] != NULL; i++)
    {
      char *range = strstr (all[i], "...");
      g_autofree char *first = range != NULL ? g_strndup (all[i], range - all[i]) : g_strdup (all[i]);
      char *label = label_of_key (first);

      if (label == NULL)
        continue;
      if (range != NULL)
        {
          g_autofree char *begin = label;

          label = g_strconcat (begin, "…", range + strlen ("..."), NULL);
        }
      g_ptr_array_add (labels, label);
    }
  g_ptr_array_add (labels, NULL);
  return g_strjoinv ("   ", (char **) labels->pdata);
}

/**
 * rg_closures_bind:
 * @klass: a widget class with a template
 *
 * Lets the template call the functions of this file and name any record type.
 */
void
rg_closures_bind (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *name;
    GCallback function;
  } all[] = {
#define CLOSURE(f) { #f, G_CALLBACK (f) }
    CLOSURE (rg_text_of_money),  CLOSURE (rg_text_of_signed_money),
    CLOSURE (rg_text_of_day),    CLOSURE (rg_text_of_time),
    CLOSURE (rg_text_of_number), CLOSURE (rg_text_of_name_number),
    CLOSURE (rg_text_of_enum),   CLOSURE (rg_is_text),
    CLOSURE (rg_text_or),        CLOSURE (rg_text_of_keys),
#undef CLOSURE
  };

  guint n_types;
  const RgRecordType *const *types = rg_record_types (&n_types);

  /* A template knows a type by its name only once it is registered. */
  for (guint i = 0; i < n_types; i++)
    g_type_ensure (types[i]->get_type ());
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_class_bind_template_callback_full (klass, all[i].name, all[i].function);
}
