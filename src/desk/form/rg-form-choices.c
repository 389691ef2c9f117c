/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-form-choices.h"

#include <glib/gi18n-lib.h>

#include "rg-country.h"
#include "rg-currency.h"
#include "rg-staff.h"
#include "rg-text.h"
#include "rg-word-list.h"

typedef struct
{
  const char *code;
  char *name;
  GBytes *key;
} Choice;

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  return g_bytes_compare (((const Choice *) a)->key, ((const Choice *) b)->key);
}

static void
choice_clear (gpointer data)
{
  Choice *choice = data;

  g_free (choice->name);
  g_bytes_unref (choice->key);
}

/* Codes with their names, sorted by name, after the choice of none. Made once: there are hundreds. */
static GListModel *
make_codes (const char *const *codes, char *(*dup_name) (const char *code), gboolean show_code)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  GPtrArray *order = g_ptr_array_new ();

  g_array_set_clear_func (choices, choice_clear);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      Choice choice = { codes[i], dup_name (codes[i]), NULL };

      choice.key = rg_text_sort_key (choice.name);
      g_array_append_val (choices, choice);
    }
  g_array_sort (choices, compare_choices);
  gtk_string_list_append (list, _ ("Not set"));
  g_ptr_array_add (order, NULL);
  for (guint i = 0; i < choices->len; i++)
    {
      Choice *choice = &g_array_index (choices, Choice, i);
      g_autofree char *shown
        = show_code ? g_strdup_printf ("%s · %s", choice->code, choice->name) : g_strdup (choice->name);

      gtk_string_list_append (list, shown);
      g_ptr_array_add (order, (gpointer) choice->code);
    }
  g_object_set_data_full (G_OBJECT (list), "codes", order, (GDestroyNotify) g_ptr_array_unref);
  return G_LIST_MODEL (list);
}

static GListModel *
get_codes (const char *column)
{
  static GListModel *countries, *currencies, *languages;

  if (g_str_equal (column, "country"))
    return countries != NULL ? countries : (countries = make_codes (rg_country_list (), rg_country_dup_name, FALSE));
  if (g_str_equal (column, "currency"))
    return currencies != NULL ? currencies
                              : (currencies = make_codes (rg_currency_list (), rg_currency_dup_name, TRUE));
  if (g_str_equal (column, "language"))
    return languages != NULL ? languages : (languages = make_codes (rg_language_list (), rg_language_dup_name, FALSE));
  return NULL;
}

static gboolean
code_to_index (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  GPtrArray *codes = data;
  const char *code = g_value_get_string (from);

  for (guint i = 1; code != NULL && i < codes->len; i++)
    if (g_str_equal (codes->pdata[i], code))
      {
        g_value_set_uint (to, i);
        return TRUE;
      }
  g_value_set_uint (to, 0);
  return TRUE;
}

static gboolean
index_to_code (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  GPtrArray *codes = data;
  guint i = g_value_get_uint (from);

  g_value_set_string (to, i < codes->len ? codes->pdata[i] : NULL);
  return TRUE;
}

static gboolean
enum_to_index (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_uint (to, (guint) g_value_get_enum (from));
  return TRUE;
}

static gboolean
index_to_enum (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  if (g_value_get_uint (from) == GTK_INVALID_LIST_POSITION)
    return FALSE;
  g_value_set_enum (to, (int) g_value_get_uint (from));
  return TRUE;
}

/* Staff: nobody, whoever works here, and whoever is chosen already. */
typedef struct
{
  AdwComboRow *row;
  RgRecord *draft;
  const RgField *field;
  RgDesk *desk;
  GArray *ids;
  gboolean updating;
} StaffChoice;

static void
staff_choice_free (gpointer data)
{
  StaffChoice *self = data;

  g_array_unref (self->ids);
  g_object_unref (self->draft);
  g_free (self);
}

static void
update_staff (StaffChoice *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *staff = rg_desk_get_staff_list (self->desk);
  gint64 chosen = RG_RECORD_MEMBER (self->draft, self->field, gint64);
  gint64 nobody = 0;
  guint selected = 0;

  self->updating = TRUE;
  g_array_set_size (self->ids, 0);
  g_array_append_val (self->ids, nobody);
  gtk_string_list_append (names, _ ("Nobody"));
  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr (RgStaff) member = g_list_model_get_item (staff, i);
      gint64 id = rg_record_get_id (RG_RECORD (member));

      if (member->left && id != chosen)
        continue;
      if (id == chosen)
        selected = self->ids->len;
      g_array_append_val (self->ids, id);
      gtk_string_list_append (names, member->name);
    }
  adw_combo_row_set_model (self->row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->row, selected);
  self->updating = FALSE;
}

static void
on_staff_selected (AdwComboRow *row, GParamSpec *pspec, StaffChoice *self)
{
  guint i = adw_combo_row_get_selected (row);
  const char *name = rg_field_get_property (self->field);

  if (self->updating || i >= self->ids->len)
    return;
  self->updating = TRUE;
  g_object_set (self->draft, name, g_array_index (self->ids, gint64, i), NULL);
  self->updating = FALSE;
}

static void
on_draft_staff (StaffChoice *self)
{
  if (!self->updating)
    update_staff (self);
}

static void
bind_staff (AdwComboRow *row, RgRecord *draft, const RgField *field, RgDesk *desk)
{
  StaffChoice *self = g_new0 (StaffChoice, 1);
  const char *name = rg_field_get_property (field);
  g_autofree char *signal = g_strconcat ("notify::", name, NULL);
  GSignalGroup *draft_signals = g_signal_group_new (RG_TYPE_RECORD);
  GSignalGroup *list_signals = g_signal_group_new (G_TYPE_LIST_MODEL);

  self->row = row;
  self->draft = g_object_ref (draft);
  self->field = field;
  self->desk = desk;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  update_staff (self);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_staff_selected), self);
  g_signal_group_connect_swapped (draft_signals, signal, G_CALLBACK (on_draft_staff), self);
  g_signal_group_connect_swapped (list_signals, "items-changed", G_CALLBACK (on_draft_staff), self);
  g_signal_group_set_target (draft_signals, draft);
  g_signal_group_set_target (list_signals, rg_desk_get_staff_list (desk));
  /* They go with the row, the signals before what they are given. */
  g_object_set_data_full (G_OBJECT (row), "staff-choice", self, staff_choice_free);
  g_object_set_data_full (G_OBJECT (row), "draft-signals", draft_signals, g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "list-signals", list_signals, g_object_unref);
}

/**
 * rg_form_choices_bind:
 * @row: the row of a field
 * @draft: the record that is edited
 * @field: the field
 * @desk: the desk
 *
 * Fills the row and ties what is chosen to the field.
 *
 * Returns: whether there is something to choose for such a field
 */
gboolean
rg_form_choices_bind (AdwComboRow *row, RgRecord *draft, const RgField *field, RgDesk *desk)
{
  GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;
  const char *name = rg_field_get_property (field);

  if (field->kind == RG_KIND_ENUM)
    {
      g_autoptr (GListModel) labels = rg_word_list_new (field->words, 0, NULL);

      adw_combo_row_set_model (row, labels);
      g_object_bind_property_full (draft, name, row, "selected", flags, enum_to_index, index_to_enum, NULL, NULL);
      return TRUE;
    }
  if (field->kind == RG_KIND_TEXT && get_codes (field->column) != NULL)
    {
      GListModel *codes = get_codes (field->column);
      g_autoptr (GtkExpression) shown = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

      adw_combo_row_set_expression (row, shown);
      adw_combo_row_set_search_match_mode (row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
      adw_combo_row_set_enable_search (row, TRUE);
      adw_combo_row_set_model (row, codes);
      g_object_bind_property_full (draft, name, row, "selected", flags, code_to_index, index_to_code,
                                   g_object_get_data (G_OBJECT (codes), "codes"), NULL);
      return TRUE;
    }
  if (field->kind == RG_KIND_REF && g_strcmp0 (field->refers, "staff") == 0)
    {
      bind_staff (row, draft, field, desk);
      return TRUE;
    }
  return FALSE;
}
