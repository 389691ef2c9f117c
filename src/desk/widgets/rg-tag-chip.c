/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-tag-chip.h"

#include <glib/gi18n-lib.h>

/* A tag of a customer: its name leads to all customers with it, its cross takes it off this one. */

struct _RgTagChip
{
  AdwBin parent_instance;

  gint64 tag_id;
  gboolean compact;
  GtkButton *name;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (RgTagChip, rg_tag_chip, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
on_name_clicked (RgTagChip *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-tag", "x", self->tag_id);
}

static void
on_remove_clicked (RgTagChip *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.remove-tag", "x", self->tag_id);
}

static void
rg_tag_chip_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, RG_TAG_CHIP (object)->compact);
}

static void
rg_tag_chip_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RgTagChip *self = RG_TAG_CHIP (object);

  self->compact = g_value_get_boolean (value);
  gtk_widget_set_visible (self->remove, !self->compact);
  g_object_notify_by_pspec (object, pspec);
}

static void
rg_tag_chip_dispose (GObject *object)
{
  RgTagChip *self = RG_TAG_CHIP (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_TAG_CHIP);

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
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rg_tag_chip_get_property;
  object_class->set_property = rg_tag_chip_set_property;
  object_class->dispose = rg_tag_chip_dispose;

  /* Whether it is without the cross that takes it off. */
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/widgets/rg-tag-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, RgTagChip, name);
  gtk_widget_class_bind_template_child (widget_class, RgTagChip, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_name_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

/**
 * rg_tag_chip_new:
 * @tag_id: a tag
 *
 * Returns: (transfer floating): a chip, still without a name
 */
RgTagChip *
rg_tag_chip_new (gint64 tag_id)
{
  RgTagChip *self = g_object_new (RG_TYPE_TAG_CHIP, NULL);

  self->tag_id = tag_id;
  return self;
}

/**
 * rg_tag_chip_get_tag_id:
 * @self: a chip
 *
 * Returns: its tag
 */
gint64
rg_tag_chip_get_tag_id (RgTagChip *self)
{
  return self->tag_id;
}

/**
 * rg_tag_chip_set_name:
 * @self: a chip
 * @name: the name of its tag
 */
void
rg_tag_chip_set_name (RgTagChip *self, const char *name)
{
  g_autofree char *remove = g_strdup_printf (_ ("Remove tag %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_button_set_label (self->name, name);
  gtk_widget_set_tooltip_text (self->remove, remove);
}
