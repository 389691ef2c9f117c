/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-place-row.h"

struct _RgPlaceRow
{
  GtkListBoxRow parent_instance;

  RgPlace *place;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (RgPlaceRow, rg_place_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_count (RgPlaceRow *self)
{
  g_autofree char *count = rg_place_dup_count_text (self->place);
  g_autofree char *spoken
    = *count != '\0' ? g_strdup_printf ("%s, %s", self->place->title, count) : g_strdup (self->place->title);

  gtk_label_set_label (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
rg_place_row_dispose (GObject *object)
{
  RgPlaceRow *self = RG_PLACE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_PLACE_ROW);
  g_clear_object (&self->place);

  G_OBJECT_CLASS (rg_place_row_parent_class)->dispose (object);
}

static void
rg_place_row_init (RgPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_place_row_class_init (RgPlaceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_place_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/window/rg-place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgPlaceRow, icon);
  gtk_widget_class_bind_template_child (widget_class, RgPlaceRow, title);
  gtk_widget_class_bind_template_child (widget_class, RgPlaceRow, count);
}

/**
 * rg_place_row_new:
 * @place: a place
 *
 * Returns: (transfer floating): a row that follows its count
 */
GtkWidget *
rg_place_row_new (RgPlace *place)
{
  RgPlaceRow *self = g_object_new (RG_TYPE_PLACE_ROW, NULL);

  self->place = g_object_ref (place);
  gtk_image_set_from_icon_name (self->icon, place->icon_name);
  gtk_label_set_label (self->title, place->title);
  g_signal_connect_object (place, "counted", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  show_count (self);
  return GTK_WIDGET (self);
}

/**
 * rg_place_row_get_place:
 * @self: a row
 *
 * Returns: (transfer none): its place
 */
RgPlace *
rg_place_row_get_place (RgPlaceRow *self)
{
  return self->place;
}
