/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"

G_BEGIN_DECLS

/**
 * RgSettings:
 *
 * The settings of the business as they were last read. Changing one is the operation "setting.change".
 */
typedef struct _RgSettings RgSettings;

/**
 * RgBusinessKind:
 * @RG_BUSINESS_KIND_OTHER: Another kind of business
 * @RG_BUSINESS_KIND_DELIVERY: Boxes and deliveries
 * @RG_BUSINESS_KIND_SHOP: Shop
 * @RG_BUSINESS_KIND_WHOLESALE: Wholesale
 * @RG_BUSINESS_KIND_BOOKINGS: Bookings and services
 *
 * What the business does: decides how it is set up at first.
 */
typedef enum
{
  RG_BUSINESS_KIND_OTHER,
  RG_BUSINESS_KIND_DELIVERY,
  RG_BUSINESS_KIND_SHOP,
  RG_BUSINESS_KIND_WHOLESALE,
  RG_BUSINESS_KIND_BOOKINGS,
} RgBusinessKind;

GType rg_business_kind_get_type (void);
#define RG_TYPE_BUSINESS_KIND (rg_business_kind_get_type ())
extern const RgWords rg_business_kind_words;

typedef enum
{
  RG_SETTING_BUSINESS_NAME,
  RG_SETTING_BUSINESS_KIND,
  RG_SETTING_CURRENCY,
  RG_SETTING_COUNTRY,
  RG_SETTING_TIME_ZONE,
  RG_SETTING_FIRST_WEEKDAY,
  RG_SETTING_CREDIT_LIMIT,
  RG_SETTING_DELIVERY_FEE,
  RG_SETTING_PENDING_HIGH,
  RG_SETTING_PICKUP,
  RG_SETTING_SAME_WEEK_BLOCK,
  RG_SETTING_PAYMENT_SCORE,
  RG_SETTING_LANGUAGE,
  RG_SETTING_EMAIL_LOCKED,
  RG_SETTING_SAMPLE,
  RG_N_SETTINGS
} RgSettingId;

typedef enum
{
  RG_SETTING_KIND_TEXT,
  RG_SETTING_KIND_BOOL,
  RG_SETTING_KIND_MONEY, /* in the currency of the business, plain notation */
  RG_SETTING_KIND_CURRENCY,
  RG_SETTING_KIND_COUNTRY,
  RG_SETTING_KIND_TIME_ZONE,
  RG_SETTING_KIND_WEEKDAY,
  RG_SETTING_KIND_LANGUAGE, /* ISO 639-1 */
  RG_SETTING_KIND_BUSINESS, /* a word of rg_business_kind_words */
} RgSettingKind;

typedef struct
{
  const char *name;
  RgSettingKind kind;
  const char *standard; /* out of the box */
  const char *label;    /* marked for translation */
  const char *meaning;  /* marked for translation; NULL for what people don't set by hand */
} RgSettingInfo;

const RgSettingInfo *rg_setting_get_info (RgSettingId id);
gboolean rg_setting_find (const char *name, RgSettingId *id);
gboolean rg_setting_check (RgSettingId id, const char *value, GError **error);

RgSettings *rg_settings_read (RgDb *db, GError **error);
void rg_settings_free (RgSettings *self);
const char *rg_settings_get (RgSettings *self, RgSettingId id);
gboolean rg_settings_get_bool (RgSettings *self, RgSettingId id);
gint64 rg_settings_get_money (RgSettings *self, RgSettingId id);
GTimeZone *rg_settings_get_zone (RgSettings *self);
int rg_settings_get_first_weekday (RgSettings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgSettings, rg_settings_free)

G_END_DECLS
