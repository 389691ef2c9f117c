/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-shortcut-row.h"

#include "rg-closures.h"

struct _RgShortcutRow
{
  AdwActionRow parent_instance;

  char *keys; /* accelerators with blanks between */
};

G_DEFINE_FINAL_TYPE (RgShortcutRow, rg_shortcut_row, ADW_TYPE_ACTION_ROW)

static void
rg_shortcut_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, RG_SHORTCUT_ROW (object)->keys);
}

static void
rg_shortcut_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (g_set_str (&RG_SHORTCUT_ROW (object)->keys, g_value_get_string (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
rg_shortcut_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_SHORTCUT_ROW);

  G_OBJECT_CLASS (rg_shortcut_row_parent_class)->dispose (object);
}

static void
rg_shortcut_row_finalize (GObject *object)
{
  g_free (RG_SHORTCUT_ROW (object)->keys);

  G_OBJECT_CLASS (rg_shortcut_row_parent_class)->finalize (object);
}

static void
rg_shortcut_row_init (RgShortcutRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_shortcut_row_class_init (RgShortcutRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rg_shortcut_row_get_property;
  object_class->set_property = rg_shortcut_row_set_property;
  object_class->dispose = rg_shortcut_row_dispose;
  object_class->finalize = rg_shortcut_row_finalize;
  g_object_class_install_property (object_class, 1, g_param_spec_string ("keys", NULL, NULL, NULL, flags));
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/window/rg-shortcut-row.ui");
  rg_closures_bind (widget_class);
}
