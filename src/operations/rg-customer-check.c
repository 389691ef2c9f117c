/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-check.h"

#include <glib/gi18n-lib.h>

#include "rg-country.h"
#include "rg-currency.h"
#include "rg-email.h"
#include "rg-error.h"
#include "rg-phone.h"
#include "rg-text.h"

/* Nobody is older than this. */
#define MAX_AGE 130

/**
 * rg_customer_is_required:
 * @customer: a customer
 * @column: the name of a column, or of a property
 *
 * A full account has a first name, a last name and an e-mail address; a business also the name of the business. What
 * Quick Add made is not complete yet and may lack them.
 *
 * Returns: whether that field may not be empty
 */
gboolean
rg_customer_is_required (RgCustomer *customer, const char *column)
{
  if (customer->incomplete)
    return FALSE;
  if (g_str_equal (column, "first_name") || g_str_equal (column, "last_name") || g_str_equal (column, "email"))
    return TRUE;
  return g_str_equal (column, "business_name") && customer->type == RG_CUSTOMER_TYPE_BUSINESS
         && rg_text_is_blank (customer->legal_name);
}

/**
 * rg_customer_is_complete:
 * @customer: a customer
 *
 * Returns: whether everything that a full account needs is there
 */
gboolean
rg_customer_is_complete (RgCustomer *customer)
{
  return !rg_text_is_blank (customer->first_name) && !rg_text_is_blank (customer->last_name)
         && !rg_text_is_blank (customer->email)
         && (customer->type != RG_CUSTOMER_TYPE_BUSINESS || !rg_text_is_blank (customer->business_name)
             || !rg_text_is_blank (customer->legal_name));
}

/* Gives an error of a lower floor the name of the field it is about. */
static gboolean
name_field (GError *local, const char *column, GError **error)
{
  if (local == NULL)
    return TRUE;
  rg_error_set_invalid (error, column, "%s", local->message);
  g_error_free (local);
  return FALSE;
}

static gboolean
check_phone (const char *phone, const char *column, GError **error)
{
  GError *local = NULL;

  if (!rg_text_is_blank (phone))
    rg_phone_is_valid (phone, &local);
  return name_field (local, column, error);
}

static gboolean
check_extension (const char *extension, const char *column, GError **error)
{
  if (rg_text_is_blank (extension)
      || (strlen (extension) <= 7 && strspn (extension, "0123456789*#") == strlen (extension)))
    return TRUE;
  rg_error_set_invalid (error, column, _ ("An extension has up to 7 digits."));
  return FALSE;
}

static gboolean
check_birth (RgDay day, RgDay today, GError **error)
{
  if (day == 0)
    return TRUE;
  if (day > today)
    {
      rg_error_set_invalid (error, "date_of_birth", _ ("The date of birth is in the future."));
      return FALSE;
    }
  if (rg_day_add_months (day, 12 * MAX_AGE) < today)
    {
      rg_error_set_invalid (error, "date_of_birth",
                            _ ("The date of birth is more than %d years ago. Is the year right?"), MAX_AGE);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_email (const char *email, GError **error)
{
  GError *local = NULL;

  if (!rg_text_is_blank (email))
    rg_email_is_valid (email, &local);
  return name_field (local, "email", error);
}

/**
 * rg_customer_check_field:
 * @customer: a customer
 * @column: the name of a column, or of a property
 * @today: what day it is for the business
 * @error: where to put what is wrong, with the field it is about
 *
 * Returns: whether that field may be as it is
 */
gboolean
rg_customer_check_field (RgCustomer *customer, const char *column, RgDay today, GError **error)
{
  const RgField *field = rg_record_type_find_field (&rg_customer_type, column);

  g_return_val_if_fail (field != NULL, FALSE);
  column = field->column;
  if (field->kind == RG_KIND_TEXT && rg_text_is_blank (RG_RECORD_MEMBER (customer, field, char *))
      && rg_customer_is_required (customer, column))
    {
      if (g_str_equal (column, "business_name"))
        rg_error_set_invalid (error, column, _ ("A business needs a business name or a company legal name."));
      else
        /* Translators: %s is the name of a field, such as "Last name" */
        rg_error_set_invalid (error, column, _ ("%s is required."), _ (field->label));
      return FALSE;
    }
  if (g_str_equal (column, "email"))
    return check_email (customer->email, error);
  if (g_str_equal (column, "phone") || g_str_equal (column, "work_phone") || g_str_equal (column, "fax"))
    return check_phone (RG_RECORD_MEMBER (customer, field, char *), column, error);
  if (g_str_has_suffix (column, "_extension"))
    return check_extension (RG_RECORD_MEMBER (customer, field, char *), column, error);
  if (g_str_equal (column, "date_of_birth"))
    return check_birth (customer->date_of_birth, today, error);
  if (g_str_equal (column, "wholesale_discount")
      && (customer->wholesale_discount < 0 || customer->wholesale_discount > 10000))
    {
      rg_error_set_invalid (error, column, _ ("The wholesale discount is between 0 and 100 %%."));
      return FALSE;
    }
  if (g_str_equal (column, "currency") && !rg_text_is_blank (customer->currency)
      && !rg_currency_is_known (customer->currency))
    {
      rg_error_set_invalid (error, column, _ ("“%s” is not a currency; use a code such as EUR."), customer->currency);
      return FALSE;
    }
  if (g_str_equal (column, "language") && !rg_text_is_blank (customer->language)
      && !g_strv_contains (rg_language_list (), customer->language))
    {
      rg_error_set_invalid (error, column, _ ("“%s” is not a language; use a code such as en."), customer->language);
      return FALSE;
    }
  return TRUE;
}

/**
 * rg_customer_check:
 * @customer: a customer
 * @old: (nullable): as on file; %NULL for a new customer
 * @today: what day it is for the business
 * @error: where to put the first thing that is wrong, with the field it is about
 *
 * What was wrong on file already, such as a missing e-mail address in imported data, does not stand in the way of
 * changing something else.
 *
 * Returns: whether all fields may be as they are
 */
gboolean
rg_customer_check (RgCustomer *customer, RgCustomer *old, RgDay today, GError **error)
{
  for (guint i = 0; i < rg_customer_type.n_fields; i++)
    {
      const RgField *field = &rg_customer_type.fields[i];

      if (old != NULL && customer->type == old->type && g_strcmp0 (customer->legal_name, old->legal_name) == 0
          && rg_record_is_field_equal (RG_RECORD (customer), RG_RECORD (old), field))
        continue;
      if (!rg_customer_check_field (customer, field->column, today, error))
        return FALSE;
    }
  if (customer->incomplete
      && ((rg_text_is_blank (customer->first_name) && rg_text_is_blank (customer->last_name)
           && rg_text_is_blank (customer->business_name) && rg_text_is_blank (customer->legal_name))))
    {
      rg_error_set_invalid (error, "first_name", _ ("Enter a name."));
      return FALSE;
    }
  if (customer->incomplete && rg_text_is_blank (customer->phone) && rg_text_is_blank (customer->email)
      && rg_text_is_blank (customer->work_phone))
    {
      rg_error_set_invalid (error, "phone",
                            _ ("Enter a phone number or an email, so that the customer can be reached."));
      return FALSE;
    }
  return TRUE;
}

/**
 * rg_customer_get_email_lock:
 * @old: the customer as on file
 * @settings: the settings of the business
 *
 * Returns: (nullable): why the email can't be another one; %NULL when it can
 */
const char *
rg_customer_get_email_lock (RgCustomer *old, RgSettings *settings)
{
  if (old->email == NULL || !rg_settings_get_bool (settings, RG_SETTING_EMAIL_LOCKED))
    return NULL;
  return _ ("Emails are locked: the setting “Lock emails” is on.");
}

/**
 * rg_customer_clean:
 * @customer: a customer as somebody typed it
 * @old: (nullable): as on file
 *
 * Takes stray blanks out of the texts that are not as in @old; those of several lines keep their lines.
 */
void
rg_customer_clean (RgCustomer *customer, RgCustomer *old)
{
  for (guint i = 0; i < rg_customer_type.n_fields; i++)
    {
      const RgField *field = &rg_customer_type.fields[i];
      g_autofree char *clean = NULL;
      const char *text;

      if (field->kind != RG_KIND_TEXT || (field->flags & RG_FIELD_DERIVED) != 0)
        continue;
      text = RG_RECORD_MEMBER (customer, field, char *);
      if (text == NULL || (old != NULL && rg_record_is_field_equal (RG_RECORD (customer), RG_RECORD (old), field)))
        continue;
      clean = g_str_has_suffix (field->column, "_instructions") ? g_strstrip (g_strdup (text)) : rg_text_clean (text);
      g_object_set (customer, rg_field_get_property (field), clean, NULL);
    }
}
