/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-colleague-row.h"

#include "rg-closures.h"

/* Somebody who works at the desk, in a list: name, role, whether there is a PIN, and who is signed in. */

struct _RgColleagueRow
{
  AdwActionRow parent_instance;

  RgDesk *desk;
  RgStaff *staff;

  GtkWidget *pin_mark;
  GtkWidget *signed_in;
};

G_DEFINE_FINAL_TYPE (RgColleagueRow, rg_colleague_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_STAFF,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
update (RgColleagueRow *self)
{
  RgStaff *now = rg_desk_get_staff (self->desk);

  gtk_widget_set_visible (self->pin_mark, self->staff->pin_hash != NULL);
  gtk_widget_set_visible (
    self->signed_in, now != NULL && rg_record_get_id (RG_RECORD (now)) == rg_record_get_id (RG_RECORD (self->staff)));
}

static void
rg_colleague_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, RG_COLLEAGUE_ROW (object)->staff);
}

static void
rg_colleague_row_dispose (GObject *object)
{
  RgColleagueRow *self = RG_COLLEAGUE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_COLLEAGUE_ROW);
  g_clear_object (&self->desk);
  g_clear_object (&self->staff);

  G_OBJECT_CLASS (rg_colleague_row_parent_class)->dispose (object);
}

static void
rg_colleague_row_init (RgColleagueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_colleague_row_class_init (RgColleagueRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rg_colleague_row_get_property;
  object_class->dispose = rg_colleague_row_dispose;

  props[PROP_STAFF] = g_param_spec_object ("staff", NULL, NULL, RG_TYPE_STAFF,
                                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/staff/rg-colleague-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RgColleagueRow, pin_mark);
  gtk_widget_class_bind_template_child (widget_class, RgColleagueRow, signed_in);
  rg_closures_bind (widget_class);
}

/**
 * rg_colleague_row_new:
 * @desk: the desk
 * @staff: who
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
rg_colleague_row_new (RgDesk *desk, RgStaff *staff)
{
  RgColleagueRow *self = g_object_new (RG_TYPE_COLLEAGUE_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->staff = g_object_ref (staff);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STAFF]);
  g_signal_connect_object (desk, "notify::staff", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * rg_colleague_row_get_staff:
 * @self: a row
 *
 * Returns: (transfer none): who it shows
 */
RgStaff *
rg_colleague_row_get_staff (RgColleagueRow *self)
{
  return self->staff;
}

static gboolean
is_left (gpointer item, gpointer left)
{
  return RG_STAFF (item)->left == GPOINTER_TO_INT (left);
}

/**
 * rg_colleagues_new:
 * @desk: a desk
 * @left: whether those who left, instead of those who are there
 *
 * Returns: (transfer full): a list of #RgStaff that follows the file
 */
GListModel *
rg_colleagues_new (RgDesk *desk, gboolean left)
{
  GtkCustomFilter *filter = gtk_custom_filter_new (is_left, GINT_TO_POINTER (left), NULL);

  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (rg_desk_get_staff_list (desk)), GTK_FILTER (filter)));
}
