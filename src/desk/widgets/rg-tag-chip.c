/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-tag-chip.h"

#include <glib/gi18n-lib.h>

/* A tag of a customer: its name leads to all customers with it, its cross takes it off this one. */

struct _RgTagChip
{
  AdwBin parent_instance;

  RgCustomerTag *tag;
  GtkButton *name;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (RgTagChip, rg_tag_chip, ADW_TYPE_BIN)

static void
on_name_clicked (RgTagChip *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-tag", "x", self->tag->tag_id);
}

static void
on_remove_clicked (RgTagChip *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.remove-tag", "x", self->tag->tag_id);
}

static void
rg_tag_chip_dispose (GObject *object)
{
  RgTagChip *self = RG_TAG_CHIP (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_TAG_CHIP);
  g_clear_object (&self->tag);

  G_OBJECT_CLASS (rg_tag_chip_parent_class)->dispose (object);
}

static void
rg_tag_chip_init (RgTagChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_tag_chip_class_init (RgTagChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_tag_chip_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/widgets/rg-tag-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, RgTagChip, name);
  gtk_widget_class_bind_template_child (widget_class, RgTagChip, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_name_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

/**
 * rg_tag_chip_new:
 * @tag: a tag of a customer
 * @name: its name
 *
 * Returns: (transfer floating): a chip
 */
GtkWidget *
rg_tag_chip_new (RgCustomerTag *tag, const char *name)
{
  RgTagChip *self = g_object_new (RG_TYPE_TAG_CHIP, NULL);
  g_autofree char *remove = g_strdup_printf (_ ("Remove tag %s"), name);

  self->tag = g_object_ref (tag);
  gtk_button_set_label (self->name, name);
  gtk_widget_set_tooltip_text (self->remove, remove);
  return GTK_WIDGET (self);
}
