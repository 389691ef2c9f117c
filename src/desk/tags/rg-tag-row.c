/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-tag-row.h"

#include <glib/gi18n-lib.h>

#include "rg-report.h"
#include "rg-tag-operations.h"
#include "rg-tag-rename-dialog.h"

/* A tag of the customer, with the day it was added: its name leads to all who have it, the cross takes it off this
 * customer alone. */

struct _RgTagRow
{
  AdwActionRow parent_instance;

  RgDesk *desk;
  RgCustomerTag *tag;
  GtkWidget *rename;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (RgTagRow, rg_tag_row, ADW_TYPE_ACTION_ROW)

static void
on_activated (RgTagRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-tag", "x", self->tag->tag_id);
}

static void
on_rename_clicked (RgTagRow *self)
{
  rg_tag_rename_dialog_present (GTK_WIDGET (self), self->desk, self->tag->tag_id,
                                adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
}

static void
on_remove_clicked (RgTagRow *self)
{
  RgAct *act = rg_act_new (&rg_tag_remove, self->tag->customer_id);

  rg_act_add_id (act, self->tag->tag_id);
  rg_widget_perform (GTK_WIDGET (self), self->desk, act);
}

static void
rg_tag_row_dispose (GObject *object)
{
  RgTagRow *self = RG_TAG_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_TAG_ROW);
  g_clear_object (&self->desk);
  g_clear_object (&self->tag);

  G_OBJECT_CLASS (rg_tag_row_parent_class)->dispose (object);
}

static void
rg_tag_row_init (RgTagRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_tag_row_class_init (RgTagRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_tag_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/tags/rg-tag-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgTagRow, rename);
  gtk_widget_class_bind_template_child (widget_class, RgTagRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_rename_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

/**
 * rg_tag_row_new:
 * @desk: the desk
 * @tag: a tag of a customer
 * @name: its name
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
rg_tag_row_new (RgDesk *desk, RgCustomerTag *tag, const char *name)
{
  RgTagRow *self = g_object_new (RG_TYPE_TAG_ROW, NULL);
  g_autofree char *day
    = rg_day_format (rg_day_of_time (tag->added_at, rg_settings_get_zone (rg_desk_get_settings (desk))));
  g_autofree char *subtitle = g_strdup_printf (_ ("Added %s"), day);
  g_autofree char *rename = g_strdup_printf (_ ("Rename tag %s"), name);
  g_autofree char *remove = g_strdup_printf (_ ("Remove tag %s from this customer"), name);
  g_autofree char *why_not_rename = rg_desk_dup_why_not (desk, &rg_tag_rename);
  g_autofree char *why_not_remove = rg_desk_dup_why_not (desk, &rg_tag_remove);

  self->desk = g_object_ref (desk);
  self->tag = g_object_ref (tag);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  rg_widget_set_why_not (self->rename, rename, why_not_rename);
  rg_widget_set_why_not (self->remove, remove, why_not_remove);
  return GTK_WIDGET (self);
}

/**
 * rg_tag_row_get_tag:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
RgCustomerTag *
rg_tag_row_get_tag (RgTagRow *self)
{
  return self->tag;
}
