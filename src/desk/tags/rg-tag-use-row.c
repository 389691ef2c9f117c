/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-tag-row.h"

/* A tag that can be added, with how many have it; without an id, one that is to be made. */

struct _RgTagUseRow
{
  AdwActionRow parent_instance;

  RgTagUse *use;
  GtkImage *icon;
};

G_DEFINE_FINAL_TYPE (RgTagUseRow, rg_tag_use_row, ADW_TYPE_ACTION_ROW)

static void
rg_tag_use_row_dispose (GObject *object)
{
  RgTagUseRow *self = RG_TAG_USE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_TAG_USE_ROW);
  g_clear_object (&self->use);

  G_OBJECT_CLASS (rg_tag_use_row_parent_class)->dispose (object);
}

static void
rg_tag_use_row_init (RgTagUseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_tag_use_row_class_init (RgTagUseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_tag_use_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/tags/rg-tag-use-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgTagUseRow, icon);
}

/**
 * rg_tag_use_row_new:
 * @use: a tag; without an id, the name of one that is not there yet
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
rg_tag_use_row_new (RgTagUse *use)
{
  RgTagUseRow *self = g_object_new (RG_TYPE_TAG_USE_ROW, NULL);
  g_autofree char *text = NULL;

  self->use = g_object_ref (use);
  if (use->id == 0)
    {
      gtk_image_set_from_icon_name (self->icon, "list-add-symbolic");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Create New Tag"));
      text = g_strdup_printf (_ ("“%s”"), use->name);
    }
  else
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), use->name);
      text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " customer", "%" PRId64 " customers", (gulong) use->n_customers),
        use->n_customers);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  return GTK_WIDGET (self);
}

/**
 * rg_tag_use_row_get_use:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
RgTagUse *
rg_tag_use_row_get_use (RgTagUseRow *self)
{
  return self->use;
}
