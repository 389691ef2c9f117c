/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-setup-dialog.h"

#include <locale.h>

#include "rg-choice.h"
#include "rg-future.h"
#include "rg-money.h"
#include "rg-setting.h"
#include "rg-text.h"

/* What a new business is asked once. The answers proposed are those of this computer. */

struct _RgSetupDialog
{
  AdwDialog parent_instance;

  RgDesk *desk;

  GtkWidget *done;
  GtkEditable *name;
  AdwComboRow *kind;
  AdwComboRow *currency;
  AdwComboRow *country;
  AdwComboRow *zone;
  GtkWidget *problem_group;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (RgSetupDialog, rg_setup_dialog, ADW_TYPE_DIALOG)

/* How each kind of business is set up at first; what is not named stays as it is out of the box. */
static const struct
{
  RgBusinessKind kind;
  RgSettingId id;
  const char *value;
} defaults[] = {
  { RG_BUSINESS_KIND_DELIVERY, RG_SETTING_PICKUP, "yes" },
  { RG_BUSINESS_KIND_SHOP, RG_SETTING_DELIVERY_FEE, "0.00" },
  { RG_BUSINESS_KIND_WHOLESALE, RG_SETTING_DELIVERY_FEE, "0.00" },
  { RG_BUSINESS_KIND_WHOLESALE, RG_SETTING_PENDING_HIGH, "1000.00" },
  { RG_BUSINESS_KIND_BOOKINGS, RG_SETTING_PICKUP, "no" },
  { RG_BUSINESS_KIND_BOOKINGS, RG_SETTING_DELIVERY_FEE, "0.00" },
};

static void
add_setting (RgAct *act, RgSettingId id, const char *value)
{
  if (act->records == NULL)
    act->records = g_ptr_array_new_with_free_func (g_object_unref);
  if (value != NULL)
    g_ptr_array_add (act->records,
                     g_object_new (RG_TYPE_SETTING, "name", rg_setting_get_info (id)->name, "value", value, NULL));
}

static RgAct *
make_act (RgSetupDialog *self)
{
  RgAct *act = rg_act_new (&rg_business_set_up, 0);
  g_autofree char *name = rg_text_clean (gtk_editable_get_text (self->name));
  g_autofree char *weekday = g_strdup_printf ("%d", rg_locale_first_weekday ());
  RgBusinessKind kind = adw_combo_row_get_selected (self->kind);

  add_setting (act, RG_SETTING_BUSINESS_NAME, name);
  add_setting (act, RG_SETTING_BUSINESS_KIND, rg_choice_row_get_code (self->kind));
  add_setting (act, RG_SETTING_CURRENCY, rg_choice_row_get_code (self->currency));
  add_setting (act, RG_SETTING_COUNTRY, rg_choice_row_get_code (self->country));
  add_setting (act, RG_SETTING_TIME_ZONE, rg_choice_row_get_code (self->zone));
  add_setting (act, RG_SETTING_FIRST_WEEKDAY, weekday);
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (defaults[i].kind == kind)
      add_setting (act, defaults[i].id, defaults[i].value);
  return act;
}

static DexFuture *
save_fiber (gpointer data, gpointer unused)
{
  RgSetupDialog *self = data;
  g_autoptr (RgAct) act = make_act (self);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  gtk_widget_set_sensitive (self->done, FALSE);
  ok = dex_await (rg_desk_perform (self->desk, act), &error);
  gtk_widget_set_sensitive (self->done, TRUE);
  if (ok)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return NULL;
    }
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (self->problem_group, TRUE);
  return NULL;
}

static void
on_done_clicked (RgSetupDialog *self)
{
  rg_future_enter (self, save_fiber, NULL, NULL);
}

static void
on_later_clicked (RgSetupDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
propose (RgSetupDialog *self)
{
  const struct lconv *convention = localeconv ();
  g_autofree char *currency = g_strndup (convention->int_curr_symbol, 3);
  const char *locale = setlocale (LC_MESSAGES, NULL);
  const char *territory = locale != NULL ? strchr (locale, '_') : NULL;
  g_autofree char *country = territory != NULL ? g_strndup (territory + 1, 2) : NULL;

  rg_choice_row_fill (self->kind, RG_SETTING_KIND_BUSINESS);
  rg_choice_row_fill (self->currency, RG_SETTING_KIND_CURRENCY);
  rg_choice_row_fill (self->country, RG_SETTING_KIND_COUNTRY);
  rg_choice_row_fill (self->zone, RG_SETTING_KIND_TIME_ZONE);
  rg_choice_row_set_code (self->kind, "delivery");
  if (!rg_choice_row_set_code (self->currency, currency))
    rg_choice_row_set_code (self->currency, rg_setting_get_info (RG_SETTING_CURRENCY)->standard);
  if (!rg_choice_row_set_code (self->country, country))
    rg_choice_row_set_code (self->country, rg_setting_get_info (RG_SETTING_COUNTRY)->standard);
}

static void
rg_setup_dialog_dispose (GObject *object)
{
  RgSetupDialog *self = RG_SETUP_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_SETUP_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (rg_setup_dialog_parent_class)->dispose (object);
}

static void
rg_setup_dialog_init (RgSetupDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  propose (self);
}

static void
rg_setup_dialog_class_init (RgSetupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_setup_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/preferences/rg-setup-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgSetupDialog, done);
  gtk_widget_class_bind_template_child (widget_class, RgSetupDialog, name);
  gtk_widget_class_bind_template_child (widget_class, RgSetupDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, RgSetupDialog, currency);
  gtk_widget_class_bind_template_child (widget_class, RgSetupDialog, country);
  gtk_widget_class_bind_template_child (widget_class, RgSetupDialog, zone);
  gtk_widget_class_bind_template_child (widget_class, RgSetupDialog, problem_group);
  gtk_widget_class_bind_template_child (widget_class, RgSetupDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_later_clicked);
}

/**
 * rg_setup_dialog_new:
 * @desk: a desk on a new file
 *
 * Returns: (transfer floating): a dialog that sets the business up
 */
AdwDialog *
rg_setup_dialog_new (RgDesk *desk)
{
  RgSetupDialog *self = g_object_new (RG_TYPE_SETUP_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  return ADW_DIALOG (self);
}
