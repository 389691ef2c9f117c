/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-order-chip.h"

/* The status of an order: a word in its colour. */

struct _RgOrderChip
{
  AdwBin parent_instance;

  RgOrderStatus status;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (RgOrderChip, rg_order_chip, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_STATUS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
show_status (RgOrderChip *self)
{
  static const char *const classes[] = {
    [RG_ORDER_STATUS_NEW] = "info",   [RG_ORDER_STATUS_OPEN] = "info",     [RG_ORDER_STATUS_PENDING] = "warn",
    [RG_ORDER_STATUS_CLOSED] = "dim", [RG_ORDER_STATUS_COMPLETE] = "good", [RG_ORDER_STATUS_CANCELLED] = "bad",
  };

  gtk_label_set_label (self->label, rg_words_get_label (&rg_order_status_words, self->status));
  gtk_widget_set_css_classes (GTK_WIDGET (self->label), (const char *[]) { "chip", classes[self->status], NULL });
}

static void
rg_order_chip_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_enum (value, (int) RG_ORDER_CHIP (object)->status);
}

static void
rg_order_chip_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RgOrderChip *self = RG_ORDER_CHIP (object);

  self->status = (RgOrderStatus) g_value_get_enum (value);
  show_status (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
rg_order_chip_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_ORDER_CHIP);

  G_OBJECT_CLASS (rg_order_chip_parent_class)->dispose (object);
}

static void
rg_order_chip_init (RgOrderChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_status (self);
}

static void
rg_order_chip_class_init (RgOrderChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rg_order_chip_get_property;
  object_class->set_property = rg_order_chip_set_property;
  object_class->dispose = rg_order_chip_dispose;

  props[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, RG_TYPE_ORDER_STATUS, RG_ORDER_STATUS_NEW,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/orders/rg-order-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, RgOrderChip, label);
}
