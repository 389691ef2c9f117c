/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-product-dialog.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-closures.h"
#include "rg-currency.h"
#include "rg-dialog-future.h"
#include "rg-future.h"
#include "rg-kept-text.h"
#include "rg-money.h"
#include "rg-product-image.h"
#include "rg-product-operations.h"
#include "rg-record-fiber.h"
#include "rg-report.h"
#include "rg-small-picture.h"
#include "rg-style.h"

/* Adds or edits a product. */

struct _RgProductDialog
{
  AdwDialog parent_instance;

  RgDesk *desk;
  RgProduct *product; /* as it was; new when it has no id */
  RgPicture *picture; /* to be saved along; NULL to leave the image */

  RgKeptText *kept;

  AdwBanner *restored;
  GtkLabel *problem;
  GtkEditable *name;
  GtkEditable *number;
  GtkEditable *barcode;
  GtkEditable *price;
  AdwComboRow *currency;
  GtkEditable *unit;
  GtkEditable *category;
  GtkEditable *description;
  RgProductImage *image;
  GtkWidget *remove_image;
  GtkWidget *retire_group;
  AdwSwitchRow *retired;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (RgProductDialog, rg_product_dialog, ADW_TYPE_DIALOG)

/* The text fields, by the field of the product. */
static GtkEditable *
get_entry (RgProductDialog *self, const char *field)
{
  const struct
  {
    const char *field;
    GtkEditable *entry;
  } all[] = {
    { "name", self->name },
    { "number", self->number },
    { "barcode", self->barcode },
    { "price", self->price },
    { "category", self->category },
    { "unit", self->unit },
    { "description", self->description },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_strcmp0 (all[i].field, field) == 0)
      return all[i].entry;
  return NULL;
}

static void
show_problem (RgProductDialog *self, const GError *error)
{
  GtkEditable *wrong = error != NULL ? get_entry (self, rg_error_get_field (error)) : NULL;

  for (guint i = 0; i < rg_product_type.n_fields; i++)
    {
      GtkEditable *entry = get_entry (self, rg_product_type.fields[i].column);

      if (entry != NULL)
        rg_widget_set_wrong (entry, entry == wrong);
    }
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  if (wrong != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (wrong));
}

/* "EUR · Euro": the code comes first. */
static char *
dup_currency (RgProductDialog *self)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (self->currency);

  return chosen != NULL ? g_strndup (gtk_string_object_get_string (chosen), 3) : NULL;
}

static void
fill_currencies (RgProductDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const char *const *codes = rg_currency_list ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *name = rg_currency_dup_name (codes[i]);

      gtk_string_list_take (list, g_strdup_printf ("%s · %s", codes[i], name));
    }
  adw_combo_row_set_model (self->currency, G_LIST_MODEL (list));
}

static void
show_currency (RgProductDialog *self, const char *currency)
{
  const char *const *codes = rg_currency_list ();

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_strcmp0 (codes[i], currency) == 0)
      adw_combo_row_set_selected (self->currency, i);
}

static void
show_fields (RgProductDialog *self, RgProduct *product)
{
  g_autofree char *price = rg_money_format (product->price, product->currency);

  for (guint i = 0; i < rg_product_type.n_fields; i++)
    {
      const RgField *field = &rg_product_type.fields[i];
      GtkEditable *entry = get_entry (self, field->column);
      const char *text = field->kind == RG_KIND_TEXT ? RG_RECORD_MEMBER (product, field, char *) : NULL;

      if (entry != NULL)
        gtk_editable_set_text (entry, text != NULL ? text : "");
    }
  if (rg_record_get_id (RG_RECORD (product)) != 0)
    gtk_editable_set_text (self->price, price);
  show_currency (self, product->currency);
  adw_switch_row_set_active (self->retired, product->retired);
}

static RgProduct *
make_product (RgProductDialog *self, GError **error)
{
  g_autoptr (RgProduct) product = (RgProduct *) rg_record_copy (RG_RECORD (self->product));

  for (guint i = 0; i < rg_product_type.n_fields; i++)
    {
      const RgField *field = &rg_product_type.fields[i];
      GtkEditable *entry = get_entry (self, field->column);

      if (entry != NULL && field->kind == RG_KIND_TEXT)
        g_set_str (&RG_RECORD_MEMBER (product, field, char *), gtk_editable_get_text (entry));
    }
  g_free (product->currency);
  product->currency = dup_currency (self);
  product->retired = adw_switch_row_get_active (self->retired);
  if (!rg_money_parse (gtk_editable_get_text (self->price), product->currency, &product->price, error))
    {
      g_autofree char *message = error != NULL ? g_strdup ((*error)->message) : NULL;

      g_clear_error (error);
      rg_error_set_invalid (error, "price", "%s", message);
      return NULL;
    }
  return g_steal_pointer (&product);
}

static DexFuture *
save_fiber (gpointer self_pointer, gpointer unused)
{
  RgProductDialog *self = self_pointer;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgProduct) product = make_product (self, &error);
  g_autoptr (RgKeptText) kept = g_object_ref (self->kept);
  g_autoptr (RgAct) act = NULL;

  if (product != NULL)
    {
      gboolean is_new = rg_record_get_id (RG_RECORD (product)) == 0;

      act = is_new ? rg_act_new_record (&rg_product_add, RG_RECORD (product))
                   : rg_act_new_edit (&rg_product_edit, RG_RECORD (product), RG_RECORD (self->product));
      if (self->picture != NULL)
        rg_act_add_record (act, g_object_ref (RG_RECORD (self->picture)));
      gtk_widget_set_sensitive (self->save, FALSE);
      dex_await (rg_desk_perform (self->desk, act), &error);
      if (error == NULL)
        rg_kept_text_forget (kept);
      if (self->save == NULL)
        return NULL;
      gtk_widget_set_sensitive (self->save, TRUE);
    }
  if (g_error_matches (error, RG_ERROR, RG_ERROR_CONFLICT) && act->base != NULL)
    {
      show_fields (self, RG_PRODUCT (act->record));
      rg_record_assign (RG_RECORD (self->product), act->base);
    }
  show_problem (self, error);
  if (error == NULL)
    adw_dialog_force_close (ADW_DIALOG (self));
  return NULL;
}

static void
on_save_clicked (RgProductDialog *self)
{
  if (gtk_widget_get_sensitive (self->save))
    rg_future_enter (self, save_fiber, NULL, NULL);
}

static void
on_cancel_clicked (RgProductDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
take_picture (RgProductDialog *self, GBytes *bytes)
{
  g_clear_object (&self->picture);
  self->picture = g_object_new (RG_TYPE_PICTURE, "data", bytes, NULL);
  rg_product_image_set_bytes (self->image, bytes);
  gtk_widget_set_visible (self->remove_image, bytes != NULL);
}

static void
on_remove_image_clicked (RgProductDialog *self)
{
  take_picture (self, NULL);
}

static DexFuture *
choose_image_fiber (gpointer self_pointer, gpointer unused)
{
  RgProductDialog *self = self_pointer;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  gtk_file_filter_add_pixbuf_formats (filter);
  gtk_file_dialog_set_title (dialog, _ ("Choose an Image"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  file = dex_await_object (rg_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))), NULL);
  if (file == NULL)
    return NULL;
  if (self->image == NULL)
    return NULL;
  bytes = rg_small_picture_load (file, &error);
  if (bytes != NULL)
    take_picture (self, bytes);
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  return NULL;
}

static void
on_choose_image_clicked (RgProductDialog *self)
{
  rg_future_enter (self, choose_image_fiber, NULL, NULL);
}

static void
on_restored (RgProductDialog *self)
{
  adw_banner_set_revealed (self->restored, TRUE);
}

static void
on_start_anew_clicked (RgProductDialog *self)
{
  rg_kept_text_discard (self->kept);
  adw_banner_set_revealed (self->restored, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
begin_keeping (RgProductDialog *self)
{
  g_autofree char *key = g_strdup_printf ("product/%" PRId64, rg_record_get_id (RG_RECORD (self->product)));

  self->kept = rg_kept_text_new (self->desk, key);
  for (guint i = 0; i < rg_product_type.n_fields; i++)
    {
      GtkEditable *entry = get_entry (self, rg_product_type.fields[i].column);

      if (entry != NULL)
        rg_kept_text_add (self->kept, rg_product_type.fields[i].column, GTK_WIDGET (entry));
    }
  rg_kept_text_add (self->kept, "currency", GTK_WIDGET (self->currency));
  g_signal_connect_object (self->kept, "restored", G_CALLBACK (on_restored), self, G_CONNECT_SWAPPED);
  rg_kept_text_begin (self->kept);
}

static DexFuture *
picture_fiber (gpointer self_pointer, gpointer unused)
{
  RgProductDialog *self = self_pointer;
  g_autoptr (RgPicture) picture
    = dex_await_object (rg_product_image_read (self->desk, rg_record_get_id (RG_RECORD (self->product))), NULL);

  if (picture != NULL && self->picture == NULL && self->image != NULL)
    {
      rg_product_image_set_bytes (self->image, picture->data);
      gtk_widget_set_visible (self->remove_image, TRUE);
    }
  return NULL;
}

static void
show (RgProductDialog *self)
{
  gboolean is_new = rg_record_get_id (RG_RECORD (self->product)) == 0;
  g_autofree char *why_not = rg_desk_dup_why_not (self->desk, is_new ? &rg_product_add : &rg_product_edit);

  adw_dialog_set_title (ADW_DIALOG (self), is_new ? _ ("Add Product") : _ ("Edit Product"));
  fill_currencies (self);
  show_fields (self, self->product);
  gtk_widget_set_visible (self->retire_group, !is_new);
  rg_widget_set_why_not (self->save, NULL, why_not);
  if (!is_new)
    rg_future_enter (self, picture_fiber, NULL, NULL);
}

static void
rg_product_dialog_dispose (GObject *object)
{
  RgProductDialog *self = RG_PRODUCT_DIALOG (object);

  g_clear_object (&self->kept);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_PRODUCT_DIALOG);
  g_clear_object (&self->desk);
  g_clear_object (&self->product);
  g_clear_object (&self->picture);

  G_OBJECT_CLASS (rg_product_dialog_parent_class)->dispose (object);
}

static void
rg_product_dialog_init (RgProductDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_product_dialog_class_init (RgProductDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_product_dialog_dispose;

  g_type_ensure (RG_TYPE_PRODUCT_IMAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/products/rg-product-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RgProductDialog, restored);
  gtk_widget_class_bind_template_child (widget_class, RgProductDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, RgProductDialog, name);
  gtk_widget_class_bind_template_child (widget_class, RgProductDialog, number);
  gtk_widget_class_bind_template_child (widget_class, RgProductDialog, barcode);
  gtk_widget_class_bind_template_child (widget_class, RgProductDialog, price);
  gtk_widget_class_bind_template_child (widget_class, RgProductDialog, currency);
  gtk_widget_class_bind_template_child (widget_class, RgProductDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, RgProductDialog, category);
  gtk_widget_class_bind_template_child (widget_class, RgProductDialog, description);
  gtk_widget_class_bind_template_child (widget_class, RgProductDialog, image);
  gtk_widget_class_bind_template_child (widget_class, RgProductDialog, remove_image);
  gtk_widget_class_bind_template_child (widget_class, RgProductDialog, retire_group);
  gtk_widget_class_bind_template_child (widget_class, RgProductDialog, retired);
  gtk_widget_class_bind_template_child (widget_class, RgProductDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_image_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_image_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_start_anew_clicked);
  rg_closures_bind (widget_class);
}

/**
 * rg_product_dialog_present:
 * @parent: a widget of the window
 * @desk: a desk
 * @product: (nullable): what to edit; %NULL to add one
 */
void
rg_product_dialog_present (GtkWidget *parent, RgDesk *desk, RgProduct *product)
{
  RgProductDialog *self = g_object_new (RG_TYPE_PRODUCT_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->product
    = product != NULL ? (RgProduct *) rg_record_copy (RG_RECORD (product)) : g_object_new (RG_TYPE_PRODUCT, NULL);
  if (product == NULL)
    g_set_str (&self->product->currency, rg_settings_get (rg_desk_get_settings (desk), RG_SETTING_CURRENCY));
  show (self);
  begin_keeping (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

static GObject *
read_product (RgDb *db, gpointer data, GError **error)
{
  return (GObject *) rg_db_load (db, &rg_product_type, *(gint64 *) data, error);
}

static DexFuture *
open_fiber (GtkWidget *parent, RgDesk *desk, gint64 product_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RgProduct) product
    = dex_await_object (rg_desk_read (desk, read_product, g_memdup2 (&product_id, sizeof product_id), g_free), &error);

  if (product == NULL)
    rg_widget_report (parent, error);
  else if (gtk_widget_get_root (parent) != NULL)
    rg_product_dialog_present (parent, desk, product);
  return NULL;
}

/**
 * rg_product_dialog_open:
 * @parent: a widget of the window
 * @desk: a desk
 * @product_id: what to edit
 */
void
rg_product_dialog_open (GtkWidget *parent, RgDesk *desk, gint64 product_id)
{
  rg_widget_enter (parent, desk, product_id, open_fiber);
}
