/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-settings.h"

#include <glib/gi18n-lib.h>

#include "rg-country.h"
#include "rg-currency.h"
#include "rg-error.h"
#include "rg-money.h"
#include "rg-setting-data.h"

struct _RgSettings
{
  char *values[RG_N_SETTINGS];
  GTimeZone *zone;
};

RG_DEFINE_WORDS (RgBusinessKind,
                 rg_business_kind,
                 RG_WORD (RG_BUSINESS_KIND_OTHER, "other", N_ ("Something else")),
                 RG_WORD (RG_BUSINESS_KIND_DELIVERY, "delivery", N_ ("Boxes and deliveries")),
                 RG_WORD (RG_BUSINESS_KIND_SHOP, "shop", N_ ("Shop")),
                 RG_WORD (RG_BUSINESS_KIND_WHOLESALE, "wholesale", N_ ("Wholesale")),
                 RG_WORD (RG_BUSINESS_KIND_BOOKINGS, "bookings", N_ ("Bookings and services")))

static const RgSettingInfo infos[RG_N_SETTINGS] = {
  [RG_SETTING_BUSINESS_NAME] = { "business-name", RG_SETTING_KIND_TEXT, "", N_ ("Business name"),
                                 N_ ("Shown in the window and on what is printed") },
  [RG_SETTING_BUSINESS_KIND] = { "business-kind", RG_SETTING_KIND_BUSINESS, "other", N_ ("Kind of business"),
                                 N_ ("What you do for your customers") },
  [RG_SETTING_CURRENCY]
  = { "currency", RG_SETTING_KIND_CURRENCY, "USD", N_ ("Currency"), N_ ("For prices, orders and new customers") },
  [RG_SETTING_COUNTRY] = { "country", RG_SETTING_KIND_COUNTRY, "US", N_ ("Country"), N_ ("For new addresses") },
  [RG_SETTING_TIME_ZONE] = { "time-zone", RG_SETTING_KIND_TIME_ZONE, "", N_ ("Time zone"), N_ ("When a day begins") },
  [RG_SETTING_FIRST_WEEKDAY]
  = { "first-weekday", RG_SETTING_KIND_WEEKDAY, "1", N_ ("First day of the week"), N_ ("For orders by week") },
  [RG_SETTING_CREDIT_LIMIT]
  = { "credit-limit", RG_SETTING_KIND_MONEY, "50.00", N_ ("Credit without a signature"),
      N_ ("Customer Service may give a customer up to this in a day; above it a Manager signs") },
  [RG_SETTING_DELIVERY_FEE]
  = { "delivery-fee", RG_SETTING_KIND_MONEY, "6.00", N_ ("Delivery fee"), N_ ("For new orders that are delivered") },
  [RG_SETTING_PENDING_HIGH] = { "pending-high", RG_SETTING_KIND_MONEY, "100.00", N_ ("Large pending payment"),
                                N_ ("From this amount on Pending Payments are shown in red") },
  [RG_SETTING_PICKUP]
  = { "pickup", RG_SETTING_KIND_BOOL, "yes", N_ ("Pickup orders"), N_ ("Customers may fetch their orders") },
  [RG_SETTING_SAME_WEEK_BLOCK] = { "same-week-block", RG_SETTING_KIND_BOOL, "no", N_ ("One order a week"),
                                   N_ ("Refuse a second order in the same week instead of warning") },
  [RG_SETTING_PAYMENT_SCORE]
  = { "payment-score", RG_SETTING_KIND_BOOL, "yes", N_ ("Payment score"), N_ ("Show how reliably a customer pays") },
  [RG_SETTING_LANGUAGE]
  = { "language", RG_SETTING_KIND_LANGUAGE, "en", N_ ("Language"), N_ ("Preferred language of new customers") },
  [RG_SETTING_EMAIL_LOCKED] = { "email-locked", RG_SETTING_KIND_BOOL, "no", N_ ("Lock emails"),
                                N_ ("Once a customer has an email it can’t be changed") },
  [RG_SETTING_SAMPLE] = { "sample", RG_SETTING_KIND_BOOL, "no", N_ ("Sample data"), NULL },
};

/**
 * rg_setting_get_info:
 * @id: a setting
 *
 * Returns: its name, kind, standard value and meaning
 */
const RgSettingInfo *
rg_setting_get_info (RgSettingId id)
{
  return &infos[id];
}

/**
 * rg_setting_find:
 * @name: (nullable): the name of a setting
 * @id: (out): the setting
 *
 * Returns: whether there is one of that name
 */
gboolean
rg_setting_find (const char *name, RgSettingId *id)
{
  for (guint i = 0; i < RG_N_SETTINGS; i++)
    if (g_strcmp0 (infos[i].name, name) == 0)
      {
        *id = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * rg_setting_check:
 * @id: a setting
 * @value: a value for it
 * @error: where to put why it can't have that value
 *
 * Returns: whether it can
 */
gboolean
rg_setting_check (RgSettingId id, const char *value, GError **error)
{
  gint64 number;
  guint kind;

  switch (infos[id].kind)
    {
    case RG_SETTING_KIND_TEXT:
      return TRUE;
    case RG_SETTING_KIND_BOOL:
      if (g_str_equal (value, "yes") || g_str_equal (value, "no"))
        return TRUE;
      rg_error_set_invalid (error, "value", _ ("“%s” is neither yes nor no."), value);
      return FALSE;
    case RG_SETTING_KIND_WEEKDAY:
      if (g_ascii_string_to_signed (value, 10, 1, 7, &number, NULL))
        return TRUE;
      rg_error_set_invalid (error, "value", _ ("The days of the week are 1, Monday, to 7, Sunday."));
      return FALSE;
    case RG_SETTING_KIND_MONEY:
      /* Checked with two decimals; a currency with fewer reads it the same. */
      return rg_money_parse_plain (value, "EUR", &number, error);
    case RG_SETTING_KIND_CURRENCY:
      if (rg_currency_is_known (value))
        return TRUE;
      rg_error_set_invalid (error, "value", _ ("“%s” is not a currency; use a code such as EUR."), value);
      return FALSE;
    case RG_SETTING_KIND_COUNTRY:
      {
        g_autofree char *code = rg_country_from_text (value);

        if (g_strcmp0 (code, value) == 0)
          return TRUE;
        rg_error_set_invalid (error, "value", _ ("“%s” is not a country; use a code such as DE."), value);
        return FALSE;
      }
    case RG_SETTING_KIND_LANGUAGE:
      if (g_strv_contains (rg_language_list (), value))
        return TRUE;
      rg_error_set_invalid (error, "value", _ ("“%s” is not a language; use a code such as en."), value);
      return FALSE;
    case RG_SETTING_KIND_BUSINESS:
      if (rg_words_find (&rg_business_kind_words, value, &kind))
        return TRUE;
      rg_error_set_invalid (error, "value", _ ("“%s” is not a kind of business."), value);
      return FALSE;
    case RG_SETTING_KIND_TIME_ZONE:
      {
        g_autoptr (GTimeZone) zone = *value != '\0' ? g_time_zone_new_identifier (value) : NULL;

        if (*value == '\0' || zone != NULL)
          return TRUE;
        rg_error_set_invalid (error, "value", _ ("“%s” is not a time zone; use a name such as Europe/Berlin."), value);
        return FALSE;
      }
    }
  g_assert_not_reached ();
}

/**
 * rg_settings_read:
 * @db: a connection
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the settings on file, standard values for those that are not
 */
RgSettings *
rg_settings_read (RgDb *db, GError **error)
{
  g_autoptr (RgSettings) self = g_new0 (RgSettings, 1);
  g_autoptr (GPtrArray) rows = rg_setting_list (db, error);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      RgSetting *setting = rows->pdata[i];
      RgSettingId id;

      if (rg_setting_find (setting->name, &id))
        g_set_str (&self->values[id], setting->value != NULL ? setting->value : "");
    }
  if (*rg_settings_get (self, RG_SETTING_TIME_ZONE) != '\0')
    self->zone = g_time_zone_new_identifier (rg_settings_get (self, RG_SETTING_TIME_ZONE));
  if (self->zone == NULL)
    self->zone = g_time_zone_new_local ();
  return g_steal_pointer (&self);
}

/**
 * rg_settings_free:
 * @self: (transfer full): settings
 */
void
rg_settings_free (RgSettings *self)
{
  for (guint i = 0; i < RG_N_SETTINGS; i++)
    g_free (self->values[i]);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self);
}

/**
 * rg_settings_get:
 * @self: settings
 * @id: a setting
 *
 * Returns: its value
 */
const char *
rg_settings_get (RgSettings *self, RgSettingId id)
{
  return self->values[id] != NULL ? self->values[id] : infos[id].standard;
}

/**
 * rg_settings_get_bool:
 * @self: settings
 * @id: a setting
 *
 * Returns: whether it is on
 */
gboolean
rg_settings_get_bool (RgSettings *self, RgSettingId id)
{
  return g_str_equal (rg_settings_get (self, id), "yes");
}

/**
 * rg_settings_get_money:
 * @self: settings
 * @id: a setting
 *
 * Returns: its amount, in minor units of the currency of the business; the most there is when it is even more
 */
gint64
rg_settings_get_money (RgSettings *self, RgSettingId id)
{
  gint64 amount = 0;
  const char *currency = rg_settings_get (self, RG_SETTING_CURRENCY);
  int exponent = rg_currency_exponent (currency);

  /* Kept with two decimals: read so and scaled to the currency. */
  if (!rg_money_parse_plain (rg_settings_get (self, id), "EUR", &amount, NULL))
    return 0;
  for (; exponent > 2; exponent--)
    if (!rg_money_multiply (amount, 10, 1, &amount, NULL))
      return G_MAXINT64;
  for (; exponent >= 0 && exponent < 2; exponent++)
    amount /= 10;
  return amount;
}

/**
 * rg_settings_get_zone:
 * @self: settings
 *
 * Returns: (transfer none): the time zone of the business
 */
GTimeZone *
rg_settings_get_zone (RgSettings *self)
{
  return self->zone;
}

/**
 * rg_settings_get_first_weekday:
 * @self: settings
 *
 * Returns: 1, Monday, to 7, Sunday
 */
int
rg_settings_get_first_weekday (RgSettings *self)
{
  return (int) g_ascii_strtoll (rg_settings_get (self, RG_SETTING_FIRST_WEEKDAY), NULL, 10);
}
