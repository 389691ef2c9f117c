/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-tag-bar.h"

#include <glib/gi18n-lib.h>

#include "rg-customer-tag.h"
#include "rg-report.h"
#include "rg-tag-operations.h"
#include "rg-tag-chip.h"

/* The tags in the header of a customer. A chip stays the same widget as long as its tag stays, so that the keyboard
 * focus does. */

struct _RgTagBar
{
  RgCustomerView parent_instance;

  gboolean compact;
  AdwWrapBox *box;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (RgTagBar, rg_tag_bar, RG_TYPE_CUSTOMER_VIEW)

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static RgTagChip *
find_chip (RgTagBar *self, gint64 tag_id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != self->add;
       child = gtk_widget_get_next_sibling (child))
    if (rg_tag_chip_get_tag_id (RG_TAG_CHIP (child)) == tag_id)
      return RG_TAG_CHIP (child);
  return NULL;
}

static gboolean
has_tag (GListModel *tags, gint64 tag_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (RgCustomerTag) tag = g_list_model_get_item (tags, i);

      if (tag->tag_id == tag_id)
        return TRUE;
    }
  return FALSE;
}

/* A chip that had the focus hands it to the one after it, or to what adds a tag. */
static void
remove_gone (RgTagBar *self, GListModel *tags)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  while (child != self->add)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (!has_tag (tags, rg_tag_chip_get_tag_id (RG_TAG_CHIP (child))))
        {
          if (gtk_widget_get_focus_child (GTK_WIDGET (self->box)) == child)
            gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
          adw_wrap_box_remove (self->box, child);
        }
      child = next;
    }
}

static void
rg_tag_bar_loaded (RgCustomerView *view)
{
  RgTagBar *self = RG_TAG_BAR (view);
  RgCustomerProfile *profile = rg_customer_view_get_profile (view);
  GListModel *tags = rg_customer_profile_get_list (profile, "tags");
  g_autofree char *why_not = rg_desk_dup_why_not (rg_customer_profile_get_desk (profile), &rg_tag_add);
  GtkWidget *before = NULL;

  remove_gone (self, tags);
  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (RgCustomerTag) tag = g_list_model_get_item (tags, i);
      RgTagChip *chip = find_chip (self, tag->tag_id);

      if (chip == NULL)
        {
          chip = rg_tag_chip_new (tag->tag_id);
          g_object_bind_property (self, "compact", chip, "compact", G_BINDING_SYNC_CREATE);
          adw_wrap_box_insert_child_after (self->box, GTK_WIDGET (chip), before);
        }
      else if (gtk_widget_get_prev_sibling (GTK_WIDGET (chip)) != before)
        adw_wrap_box_reorder_child_after (self->box, GTK_WIDGET (chip), before);
      rg_tag_chip_set_name (chip, rg_customer_profile_get_tag_name (profile, tag->tag_id));
      before = GTK_WIDGET (chip);
    }
  rg_widget_set_why_not (self->add, _ ("Add a tag"), why_not);
}

static void
rg_tag_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, RG_TAG_BAR (object)->compact);
}

static void
rg_tag_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RG_TAG_BAR (object)->compact = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
rg_tag_bar_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), RG_TYPE_TAG_BAR);

  G_OBJECT_CLASS (rg_tag_bar_parent_class)->dispose (object);
}

static void
rg_tag_bar_init (RgTagBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_tag_bar_class_init (RgTagBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rg_tag_bar_get_property;
  object_class->set_property = rg_tag_bar_set_property;
  object_class->dispose = rg_tag_bar_dispose;
  RG_CUSTOMER_VIEW_CLASS (klass)->loaded = rg_tag_bar_loaded;

  /* Whether the chips are without the cross that takes them off. */
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/customer/rg-tag-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RgTagBar, box);
  gtk_widget_class_bind_template_child (widget_class, RgTagBar, add);
}
