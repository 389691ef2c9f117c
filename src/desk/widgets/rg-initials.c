/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-initials.h"

#include "rg-text.h"

/* The initials of a name in a disc of its colour: looks like an AdwAvatar, for long lists. An avatar fits its font to
 * each pair of letters, and a font of a new size is dear; here all have one size. */

/* As many as Adwaita has. */
#define N_COLORS 14

struct _RgInitials
{
  GtkWidget parent_instance;

  char *text;
  guint color; /* from 1 on; 0 for none yet */
  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (RgInitials, rg_initials, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
set_text (RgInitials *self, const char *text)
{
  guint color = text != NULL ? g_str_hash (text) % N_COLORS + 1 : 0;
  g_autofree char *initials = NULL;
  char class[16];

  if (!g_set_str (&self->text, text))
    return;
  initials = rg_text_initials (text);
  pango_layout_set_text (self->layout, initials, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (color != self->color)
    {
      g_snprintf (class, sizeof class, "color%u", self->color);
      if (self->color != 0)
        gtk_widget_remove_css_class (GTK_WIDGET (self), class);
      g_snprintf (class, sizeof class, "color%u", color);
      if (color != 0)
        gtk_widget_add_css_class (GTK_WIDGET (self), class);
      self->color = color;
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

static void
rg_initials_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, RG_INITIALS (object)->text);
}

static void
rg_initials_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  set_text (RG_INITIALS (object), g_value_get_string (value));
}

static void
rg_initials_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RgInitials *self = RG_INITIALS (widget);
  int width, height;
  GdkRGBA color;

  pango_layout_get_pixel_size (self->layout, &width, &height);
  gtk_widget_get_color (widget, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) ((gtk_widget_get_width (widget) - width) / 2),
                                                          (float) ((gtk_widget_get_height (widget) - height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
rg_initials_finalize (GObject *object)
{
  g_free (RG_INITIALS (object)->text);
  g_clear_object (&RG_INITIALS (object)->layout);

  G_OBJECT_CLASS (rg_initials_parent_class)->finalize (object);
}

static void
rg_initials_init (RgInitials *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "initials");
}

static void
rg_initials_class_init (RgInitialsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rg_initials_get_property;
  object_class->set_property = rg_initials_set_property;
  object_class->finalize = rg_initials_finalize;

  /* The name. */
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  widget_class->snapshot = rg_initials_snapshot;
  gtk_widget_class_set_css_name (widget_class, "avatar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}
