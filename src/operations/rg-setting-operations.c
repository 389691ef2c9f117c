/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-setting-operations.h"

#include <glib/gi18n-lib.h>

#include "rg-error.h"
#include "rg-setting-data.h"
#include "rg-settings.h"

static const char *
get_value (RgSetting *setting)
{
  return setting->value != NULL ? setting->value : "";
}

static gboolean
write_setting (RgTxn *txn, RgSetting *setting, RgSettingId *id, GError **error)
{
  g_autoptr (RgSetting) old = NULL;

  if (setting->name == NULL || !rg_setting_find (setting->name, id))
    {
      g_set_error (error, RG_ERROR, RG_ERROR_NOT_FOUND, _ ("There is no setting “%s”."),
                   setting->name != NULL ? setting->name : "");
      return FALSE;
    }
  if (!rg_setting_check (*id, get_value (setting), error))
    return FALSE;
  old = rg_setting_load (rg_txn_get_db (txn), setting->name, NULL);
  if (old == NULL)
    return rg_txn_insert (txn, RG_RECORD (setting), error);
  rg_record_set_id (RG_RECORD (setting), rg_record_get_id (RG_RECORD (old)));
  return rg_txn_update (txn, RG_RECORD (setting), error);
}

/* Of two who change the same setting at once, the second is told. */
static gboolean
check_base (RgAct *act, RgTxn *txn, GError **error)
{
  RgSetting *setting = RG_SETTING (act->record);
  g_autoptr (RgSettings) settings = NULL;
  RgSettingId id;
  const char *file;

  if (act->base == NULL || !rg_setting_find (setting->name, &id))
    return TRUE;
  settings = rg_settings_read (rg_txn_get_db (txn), error);
  if (settings == NULL)
    return FALSE;
  file = rg_settings_get (settings, id);
  if (g_str_equal (get_value (RG_SETTING (act->base)), file) || g_str_equal (get_value (setting), file))
    return TRUE;
  if (*file == '\0')
    g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT,
                 _ ("Somebody else emptied “%s” meanwhile. Look at it and save again."),
                 _ (rg_setting_get_info (id)->label));
  else
    g_set_error (error, RG_ERROR, RG_ERROR_CONFLICT,
                 _ ("Somebody else changed “%s” to “%s” meanwhile. Look at it and save again."),
                 _ (rg_setting_get_info (id)->label), file);
  return FALSE;
}

static gboolean
change_setting (RgAct *act, RgTxn *txn, GError **error)
{
  RgSettingId id;

  if (!check_base (act, txn, error))
    return FALSE;
  if (!write_setting (txn, RG_SETTING (act->record), &id, error))
    return FALSE;
  rg_txn_set_words (txn, _ (rg_setting_get_info (id)->label));
  return TRUE;
}

static gboolean
set_up_business (RgAct *act, RgTxn *txn, GError **error)
{
  for (guint i = 0; act->records != NULL && i < act->records->len; i++)
    {
      RgSetting *setting = act->records->pdata[i];
      RgSettingId id;

      if (!write_setting (txn, setting, &id, error))
        return FALSE;
      if (id == RG_SETTING_BUSINESS_NAME && setting->value != NULL)
        rg_txn_set_words (txn, setting->value);
    }
  return TRUE;
}

const RgOperation rg_setting_change = {
  .name = "setting.change",
  .label = N_ ("Change Setting"),
  .past = N_ ("Setting changed"),
  .right = { RG_AREA_SETTINGS, RG_SCOPE_EDIT },
  .run = change_setting,
};

const RgOperation rg_business_set_up = {
  .name = "business.set-up",
  .label = N_ ("Set Up Business"),
  .past = N_ ("Business set up"),
  .right = { RG_AREA_SETTINGS, RG_SCOPE_EDIT },
  .run = set_up_business,
};
