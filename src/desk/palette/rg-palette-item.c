/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-palette-item.h"

/* One line of the command palette: what it says, and what Enter does. It never changes. */

struct _RgPaletteItem
{
  GObject parent_instance;

  char *title;
  char *subtitle;
  char *icon_name;
  char *shortcut;
  char *why_not;
  char *action;
  GVariant *target;
};

G_DEFINE_FINAL_TYPE (RgPaletteItem, rg_palette_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_ICON_NAME,
  PROP_SHORTCUT,
  PROP_ENABLED,
  N_PROPS
};

static void
rg_palette_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgPaletteItem *self = RG_PALETTE_ITEM (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->why_not != NULL ? self->why_not : self->subtitle);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_SHORTCUT:
      g_value_set_string (value, self->shortcut);
      break;
    case PROP_ENABLED:
      g_value_set_boolean (value, self->why_not == NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_palette_item_finalize (GObject *object)
{
  RgPaletteItem *self = RG_PALETTE_ITEM (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->icon_name);
  g_free (self->shortcut);
  g_free (self->why_not);
  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);

  G_OBJECT_CLASS (rg_palette_item_parent_class)->finalize (object);
}

static void
rg_palette_item_init (RgPaletteItem *self)
{
}

static void
rg_palette_item_class_init (RgPaletteItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamSpec *props[N_PROPS] = { NULL };

  object_class->get_property = rg_palette_item_get_property;
  object_class->finalize = rg_palette_item_finalize;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_SHORTCUT] = g_param_spec_string ("shortcut", NULL, NULL, NULL, flags);
  props[PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/**
 * rg_palette_item_new:
 * @title: what it does or where it goes
 * @subtitle: (nullable): more about it
 * @icon_name: its icon
 * @shortcut: (nullable): the keys that do the same, "Ctrl+N"
 * @why_not: (nullable): why it can't be done now; %NULL when it can
 * @action: an action of the window or of the open customer
 * @target: (nullable): its parameter; a floating reference is taken
 *
 * Returns: (transfer full): a line of the palette
 */
RgPaletteItem *
rg_palette_item_new (const char *title,
                     const char *subtitle,
                     const char *icon_name,
                     const char *shortcut,
                     const char *why_not,
                     const char *action,
                     GVariant *target)
{
  RgPaletteItem *self = g_object_new (RG_TYPE_PALETTE_ITEM, NULL);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->icon_name = g_strdup (icon_name);
  self->shortcut = g_strdup (shortcut);
  self->why_not = g_strdup (why_not);
  self->action = g_strdup (action);
  self->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  return self;
}

/**
 * rg_palette_item_get_action:
 * @self: a line
 *
 * Returns: the action that Enter activates
 */
const char *
rg_palette_item_get_action (RgPaletteItem *self)
{
  return self->action;
}

/**
 * rg_palette_item_get_target:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the parameter of the action
 */
GVariant *
rg_palette_item_get_target (RgPaletteItem *self)
{
  return self->target;
}

/**
 * rg_palette_item_get_why_not:
 * @self: a line
 *
 * Returns: (nullable): why it can't be done now
 */
const char *
rg_palette_item_get_why_not (RgPaletteItem *self)
{
  return self->why_not;
}
