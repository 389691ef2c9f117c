/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-choice.h"

#include <glib/gi18n-lib.h>

#include "rg-country.h"
#include "rg-currency.h"
#include "rg-zone.h"

/* What a setting of a kind may be: the code on file, and how a person reads it. */

struct _RgChoice
{
  GObject parent_instance;

  char *code;
  char *label;
};

G_DEFINE_FINAL_TYPE (RgChoice, rg_choice, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS
};

static void
rg_choice_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, RG_CHOICE (object)->label);
}

static void
rg_choice_finalize (GObject *object)
{
  RgChoice *self = RG_CHOICE (object);

  g_free (self->code);
  g_free (self->label);

  G_OBJECT_CLASS (rg_choice_parent_class)->finalize (object);
}

static void
rg_choice_init (RgChoice *self)
{
}

static void
rg_choice_class_init (RgChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = rg_choice_get_property;
  G_OBJECT_CLASS (klass)->finalize = rg_choice_finalize;
  g_object_class_install_property (
    G_OBJECT_CLASS (klass), PROP_LABEL,
    g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
add (GListStore *list, const char *code, char *label)
{
  g_autoptr (RgChoice) choice = g_object_new (RG_TYPE_CHOICE, NULL);

  choice->code = g_strdup (code);
  choice->label = label;
  g_list_store_append (list, choice);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_utf8_collate (((const RgChoice *) a)->label, ((const RgChoice *) b)->label);
}

static void
add_all (GListStore *list, const char *const *codes, char *(*dup_name) (const char *code))
{
  for (; *codes != NULL; codes++)
    add (list, *codes, dup_name (*codes));
  g_list_store_sort (list, compare, NULL);
}

static char *
dup_currency (const char *code)
{
  g_autofree char *name = rg_currency_dup_name (code);

  return g_strdup_printf ("%s · %s", code, name);
}

static void
add_weekdays (GListStore *list)
{
  for (int i = 1; i <= 7; i++)
    {
      /* 1 January 2024 was a Monday. */
      g_autoptr (GDateTime) day = g_date_time_new_utc (2024, 1, i, 0, 0, 0);
      char code[] = { (char) ('0' + i), '\0' };

      add (list, code, g_date_time_format (day, "%A"));
    }
}

static gboolean
has_long_names (RgSettingKind kind)
{
  return kind == RG_SETTING_KIND_CURRENCY || kind == RG_SETTING_KIND_COUNTRY || kind == RG_SETTING_KIND_LANGUAGE
         || kind == RG_SETTING_KIND_TIME_ZONE;
}

/* There is more room below the title than beside it. What the row is for becomes its tooltip. */
static void
show_below (AdwComboRow *row)
{
  const char *meaning = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

  if (meaning != NULL && *meaning != '\0')
    {
      gtk_widget_set_tooltip_text (GTK_WIDGET (row), meaning);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning, -1);
    }
  adw_combo_row_set_use_subtitle (row, TRUE);
}

/**
 * rg_choice_row_fill:
 * @row: a combo row
 * @kind: a kind of setting
 *
 * Returns: whether that kind is a choice, which the row now offers
 */
gboolean
rg_choice_row_fill (AdwComboRow *row, RgSettingKind kind)
{
  g_autoptr (GListStore) list = g_list_store_new (RG_TYPE_CHOICE);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (RG_TYPE_CHOICE, NULL, "label");
  g_autoptr (RgChoice) here = NULL;

  switch (kind)
    {
    case RG_SETTING_KIND_CURRENCY:
      add_all (list, rg_currency_list (), dup_currency);
      break;
    case RG_SETTING_KIND_COUNTRY:
      add_all (list, rg_country_list (), rg_country_dup_name);
      break;
    case RG_SETTING_KIND_LANGUAGE:
      add_all (list, rg_language_list (), rg_language_dup_name);
      break;
    case RG_SETTING_KIND_TIME_ZONE:
      add_all (list, rg_zone_list (), rg_zone_dup_name);
      here = g_object_new (RG_TYPE_CHOICE, NULL);
      here->code = g_strdup ("");
      here->label = g_strdup (_ ("As on this computer"));
      g_list_store_insert (list, 0, here);
      break;
    case RG_SETTING_KIND_WEEKDAY:
      add_weekdays (list);
      break;
    case RG_SETTING_KIND_BUSINESS:
      for (guint i = 0; i < rg_business_kind_words.n_words; i++)
        add (list, rg_words_get (&rg_business_kind_words, i),
             g_strdup (rg_words_get_label (&rg_business_kind_words, i)));
      break;
    case RG_SETTING_KIND_TEXT:
    case RG_SETTING_KIND_BOOL:
    case RG_SETTING_KIND_MONEY:
    default:
      return FALSE;
    }
  if (has_long_names (kind))
    show_below (row);
  adw_combo_row_set_expression (row, expression);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_enable_search (row, g_list_model_get_n_items (G_LIST_MODEL (list)) > 12);
  adw_combo_row_set_search_match_mode (row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  return TRUE;
}

/**
 * rg_choice_row_get_code:
 * @row: a filled row
 *
 * Returns: (nullable): the code of what is chosen
 */
const char *
rg_choice_row_get_code (AdwComboRow *row)
{
  RgChoice *choice = adw_combo_row_get_selected_item (row);

  return choice != NULL ? choice->code : NULL;
}

/**
 * rg_choice_row_set_code:
 * @row: a filled row
 * @code: what to choose
 *
 * Returns: whether it is offered
 */
gboolean
rg_choice_row_set_code (AdwComboRow *row, const char *code)
{
  GListModel *list = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RgChoice) choice = g_list_model_get_item (list, i);

      if (g_strcmp0 (choice->code, code) == 0)
        {
          adw_combo_row_set_selected (row, i);
          return TRUE;
        }
    }
  return FALSE;
}
