/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-setting-row.h"

#include <glib/gi18n-lib.h>

#include "rg-choice.h"
#include "rg-future.h"
#include "rg-report.h"
#include "rg-setting.h"

/* What a row of a switch or a choice knows; freed with the row. */
typedef struct
{
  RgDesk *desk;
  RgSettingId id;
} Binding;

static void
binding_free (gpointer data)
{
  Binding *binding = data;

  g_object_unref (binding->desk);
  g_free (binding);
}

typedef struct
{
  RgDesk *desk;
  RgAct *act;
  RgSettingRefused refused;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->desk);
  g_object_unref (change->act);
  g_free (change);
}

static DexFuture *
change_fiber (gpointer row, gpointer data)
{
  Change *change = data;
  g_autoptr (GError) error = NULL;

  if (!dex_await (rg_desk_perform (change->desk, change->act), &error))
    change->refused (row, error);
  return NULL;
}

/**
 * rg_setting_row_change:
 * @row: the row that asks for it
 * @desk: the desk
 * @id: a setting
 * @base: (nullable): the value that was shown; %NULL when this one counts whatever somebody else made of it
 * @value: its new value
 * @refused: told when it can't have that value
 */
void
rg_setting_row_change (
  GtkWidget *row, RgDesk *desk, RgSettingId id, const char *base, const char *value, RgSettingRefused refused)
{
  g_autoptr (RgSetting) setting
    = g_object_new (RG_TYPE_SETTING, "name", rg_setting_get_info (id)->name, "value", value, NULL);
  Change *change = g_new0 (Change, 1);

  change->desk = g_object_ref (desk);
  change->act = rg_act_new_record (&rg_setting_change, RG_RECORD (setting));
  if (base != NULL)
    change->act->base = g_object_new (RG_TYPE_SETTING, "name", setting->name, "value", base, NULL);
  change->refused = refused;
  rg_future_disown (rg_future_spawn (row, change_fiber, change, change_free), "setting");
}

static void
show_value (GtkWidget *row)
{
  Binding *binding = g_object_get_data (G_OBJECT (row), "binding");
  RgSettings *settings = rg_desk_get_settings (binding->desk);

  if (ADW_IS_SWITCH_ROW (row))
    adw_switch_row_set_active (ADW_SWITCH_ROW (row), rg_settings_get_bool (settings, binding->id));
  else
    rg_choice_row_set_code (ADW_COMBO_ROW (row), rg_settings_get (settings, binding->id));
}

static void
on_refused (GtkWidget *row, const GError *error)
{
  show_value (row);
  rg_widget_report (row, error);
}

static void
on_chosen (GtkWidget *row)
{
  Binding *binding = g_object_get_data (G_OBJECT (row), "binding");
  const char *now = rg_settings_get (rg_desk_get_settings (binding->desk), binding->id);
  const char *value = ADW_IS_SWITCH_ROW (row) ? (adw_switch_row_get_active (ADW_SWITCH_ROW (row)) ? "yes" : "no")
                                              : rg_choice_row_get_code (ADW_COMBO_ROW (row));

  if (value != NULL && !g_str_equal (value, now))
    rg_setting_row_change (row, binding->desk, binding->id, now, value, on_refused);
}

static void
bind (GtkWidget *row, RgDesk *desk, RgSettingId id)
{
  Binding *binding = g_new0 (Binding, 1);

  binding->desk = g_object_ref (desk);
  binding->id = id;
  g_object_set_data_full (G_OBJECT (row), "binding", binding, binding_free);
  show_value (row);
  g_signal_connect_object (desk, "settings-changed", G_CALLBACK (show_value), row, G_CONNECT_SWAPPED);
  g_signal_connect (row, ADW_IS_SWITCH_ROW (row) ? "notify::active" : "notify::selected", G_CALLBACK (on_chosen), NULL);
}

/**
 * rg_setting_row_new:
 * @desk: the desk
 * @id: a setting
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
rg_setting_row_new (RgDesk *desk, RgSettingId id)
{
  const RgSettingInfo *info = rg_setting_get_info (id);
  GtkWidget *row;

  switch (info->kind)
    {
    case RG_SETTING_KIND_BOOL:
      row = g_object_new (ADW_TYPE_SWITCH_ROW, "title", _ (info->label), "subtitle", _ (info->meaning), "use-markup",
                          FALSE, NULL);
      bind (row, desk, id);
      return row;
    case RG_SETTING_KIND_TEXT:
    case RG_SETTING_KIND_MONEY:
      return rg_setting_text_row_new (desk, id);
    case RG_SETTING_KIND_CURRENCY:
    case RG_SETTING_KIND_COUNTRY:
    case RG_SETTING_KIND_TIME_ZONE:
    case RG_SETTING_KIND_WEEKDAY:
    case RG_SETTING_KIND_LANGUAGE:
    case RG_SETTING_KIND_BUSINESS:
    default:
      row = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ (info->label), "subtitle", _ (info->meaning), "use-markup",
                          FALSE, NULL);
      rg_choice_row_fill (ADW_COMBO_ROW (row), info->kind);
      bind (row, desk, id);
      return row;
    }
}
