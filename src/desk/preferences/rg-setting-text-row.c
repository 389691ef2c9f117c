/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "rg-currency.h"
#include "rg-money.h"
#include "rg-setting-row.h"
#include "rg-style.h"
#include "rg-text.h"

/* A setting that is typed: text, a number or an amount in the currency of the business. It is checked and
 * kept when the field is left; a refusal keeps what was typed and says below the title what is wrong. */

struct _RgSettingTextRow
{
  AdwActionRow parent_instance;

  RgDesk *desk;
  RgSettingId id;
  gboolean updating;
  char *shown; /* what the entry had before somebody typed */
  char *base;  /* the value that was then; NULL once the person was told that it is another by now */

  GtkEntry *entry;
};

G_DEFINE_FINAL_TYPE (RgSettingTextRow, rg_setting_text_row, ADW_TYPE_ACTION_ROW)

static char *
dup_shown (RgSettingTextRow *self)
{
  RgSettings *settings = rg_desk_get_settings (self->desk);

  if (rg_setting_get_info (self->id)->kind != RG_SETTING_KIND_MONEY)
    return g_strdup (rg_settings_get (settings, self->id));
  return rg_money_format (rg_settings_get_money (settings, self->id), rg_settings_get (settings, RG_SETTING_CURRENCY));
}

/* What is typed, as it is kept: an amount has two decimals, whatever the currency. */
static char *
dup_value (RgSettingTextRow *self, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *currency = rg_settings_get (rg_desk_get_settings (self->desk), RG_SETTING_CURRENCY);
  gint64 amount;

  if (rg_setting_get_info (self->id)->kind != RG_SETTING_KIND_MONEY)
    return rg_text_clean (text);
  if (!rg_money_parse (text, currency, &amount, error))
    return NULL;
  if (amount < 0)
    {
      rg_error_set_invalid (error, "value", _ ("This can’t be less than zero."));
      return NULL;
    }
  for (int exponent = rg_currency_exponent (currency); exponent > 2; exponent--)
    amount /= 10;
  for (int exponent = rg_currency_exponent (currency); exponent < 2; exponent++)
    amount *= 10;
  return rg_money_format_plain (amount, "EUR");
}

static void
show_problem (GtkWidget *row, const GError *error)
{
  RgSettingTextRow *self = RG_SETTING_TEXT_ROW (row);
  const RgSettingInfo *info = rg_setting_get_info (self->id);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), error != NULL ? error->message : _ (info->meaning));
  rg_widget_set_class (row, "error", error != NULL);
  rg_widget_set_wrong (self->entry, error != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  error != NULL ? error->message : _ (info->meaning), -1);
}

static void
on_refused (GtkWidget *row, const GError *error)
{
  RgSettingTextRow *self = RG_SETTING_TEXT_ROW (row);

  if (self->entry == NULL)
    return;
  if (g_error_matches (error, RG_ERROR, RG_ERROR_CONFLICT))
    g_clear_pointer (&self->base, g_free);
  show_problem (row, error);
}

static gboolean
is_typed (RgSettingTextRow *self)
{
  return g_strcmp0 (self->shown, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0;
}

static void
on_leave (RgSettingTextRow *self)
{
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  if (self->desk == NULL || !is_typed (self))
    return;
  value = dup_value (self, &error);
  show_problem (GTK_WIDGET (self), error);
  if (value != NULL && !g_str_equal (value, rg_settings_get (rg_desk_get_settings (self->desk), self->id)))
    rg_setting_row_change (GTK_WIDGET (self), self->desk, self->id, self->base, value, on_refused);
}

static void
on_changed (RgSettingTextRow *self)
{
  if (!self->updating && self->desk != NULL)
    show_problem (GTK_WIDGET (self), NULL);
}

/* What somebody is typing is not taken from under their hands. */
static void
update (RgSettingTextRow *self)
{
  const char *value = rg_settings_get (rg_desk_get_settings (self->desk), self->id);
  g_autofree char *typed = is_typed (self) ? dup_value (self, NULL) : NULL;

  if (is_typed (self) && g_strcmp0 (typed, value) != 0)
    return;
  g_free (self->shown);
  self->shown = dup_shown (self);
  g_set_str (&self->base, value);
  self->updating = TRUE;
  if (is_typed (self))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
  self->updating = FALSE;
}

static void
rg_setting_text_row_dispose (GObject *object)
{
  RgSettingTextRow *self = RG_SETTING_TEXT_ROW (object);

  /* Closing the dialog is leaving the field, too. */
  on_leave (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_SETTING_TEXT_ROW);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->base, g_free);

  G_OBJECT_CLASS (rg_setting_text_row_parent_class)->dispose (object);
}

static void
rg_setting_text_row_init (RgSettingTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_setting_text_row_class_init (RgSettingTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_setting_text_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/regulars/Regulars/preferences/rg-setting-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgSettingTextRow, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

/**
 * rg_setting_text_row_new:
 * @desk: the desk
 * @id: a setting that is typed
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
rg_setting_text_row_new (RgDesk *desk, RgSettingId id)
{
  const RgSettingInfo *info = rg_setting_get_info (id);
  RgSettingTextRow *self
    = g_object_new (RG_TYPE_SETTING_TEXT_ROW, "title", _ (info->label), "subtitle", _ (info->meaning), NULL);

  self->desk = g_object_ref (desk);
  self->id = id;
  self->shown = g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (info->label), -1);
  if (info->kind == RG_SETTING_KIND_MONEY)
    gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1);
  g_signal_connect_object (desk, "settings-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
