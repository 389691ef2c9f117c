/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-tags-view.h"

#include <glib/gi18n-lib.h>

#include "rg-card.h"
#include "rg-future.h"
#include "rg-report.h"
#include "rg-style.h"
#include "rg-tag-operations.h"
#include "rg-tag-row.h"
#include "rg-text.h"

/* The tags of a customer. Adding one offers what is there while its name is typed, and a new one last. */

enum
{
  ORDER_NAME,
  ORDER_NEWEST,
  ORDER_OLDEST,
};

struct _RgTagsView
{
  RgCustomerView parent_instance;

  GtkSorter *sorter;
  GtkSortListModel *sorted;
  GListStore *found; /* of RgTagUse */
  guint serial;      /* of the newest search */

  GtkWidget *card;
  GtkDropDown *order;
  GtkToggleButton *add;
  GtkRevealer *adder;
  GtkEditable *entry;
  GtkLabel *hint;
  GtkListBox *suggestions;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RgTagsView, rg_tags_view, RG_TYPE_CUSTOMER_VIEW)

/* @is_problem: whether something is wrong with what was typed */
static void
show_hint (RgTagsView *self, const char *text, gboolean is_problem)
{
  gtk_label_set_label (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL);
  rg_widget_set_class (self->hint, "error", is_problem);
  rg_widget_set_wrong (self->entry, is_problem);
}

typedef struct
{
  gint64 tag_id;
  char *name;
} Addition;

static void
addition_free (gpointer data)
{
  Addition *addition = data;

  g_free (addition->name);
  g_free (addition);
}

/* What was typed stays when it is refused. */
static DexFuture *
add_fiber (gpointer self_pointer, gpointer data)
{
  RgTagsView *self = self_pointer;
  Addition *addition = data;
  g_autoptr (RgAct) act = rg_act_new (&rg_tag_add, rg_customer_view_get_customer_id (RG_CUSTOMER_VIEW (self)));
  g_autoptr (GError) error = NULL;

  if (addition->tag_id != 0)
    rg_act_add_id (act, addition->tag_id);
  act->text = g_strdup (addition->name);
  dex_await (rg_desk_perform (rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self)), act), &error);
  if (self->entry == NULL)
    return NULL;
  if (error == NULL)
    gtk_editable_set_text (self->entry, "");
  else
    show_hint (self, error->message, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return NULL;
}

static void
add_tag (RgTagsView *self, gint64 tag_id, const char *name)
{
  Addition *addition = g_new0 (Addition, 1);

  addition->tag_id = tag_id;
  addition->name = g_strdup (name);
  rg_future_enter (self, add_fiber, addition, addition_free);
}

typedef struct
{
  gint64 customer_id;
  char *typed;
  GPtrArray *uses;
  gboolean exact; /* what was typed is the whole name of a tag, the customer's own included */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->typed);
  g_clear_pointer (&search->uses, g_ptr_array_unref);
  g_free (search);
}

static GObject *
read_suggestions (RgDb *db, gpointer data, GError **error)
{
  Search *search = data;
  g_autoptr (RgTag) exact = NULL;

  search->uses = rg_tag_suggest (db, search->typed, search->customer_id, error);
  if (search->uses == NULL)
    return NULL;
  exact = rg_tag_find (db, search->typed, error);
  search->exact = exact != NULL;
  return NULL;
}

static void
take_suggestions (RgTagsView *self, Search *search)
{
  if (!search->exact && !rg_text_is_blank (search->typed))
    {
      RgTagUse *new = g_object_new (RG_TYPE_TAG_USE, NULL);

      new->name = rg_text_clean (search->typed);
      g_ptr_array_add (search->uses, new);
    }
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)), search->uses->pdata,
                       search->uses->len);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions), search->uses->len > 0);
}

static DexFuture *
suggest_fiber (gpointer self_pointer, gpointer data)
{
  RgTagsView *self = self_pointer;
  guint serial = ++self->serial;
  g_autoptr (GError) error = NULL;
  Search *search = g_new0 (Search, 1);
  gboolean fine;

  search->customer_id = rg_customer_view_get_customer_id (RG_CUSTOMER_VIEW (self));
  search->typed = g_strdup (gtk_editable_get_text (self->entry));
  fine = dex_await (rg_desk_read (rg_customer_view_get_desk (RG_CUSTOMER_VIEW (self)), read_suggestions, search, NULL),
                    &error);
  if (fine && serial == self->serial && search->uses != NULL)
    take_suggestions (self, search);
  search_free (search);
  return fine ? NULL : dex_future_new_for_error (g_steal_pointer (&error));
}

static void
suggest (RgTagsView *self)
{
  if (gtk_toggle_button_get_active (self->add) && rg_customer_view_get_profile (RG_CUSTOMER_VIEW (self)) != NULL)
    rg_future_enter (self, suggest_fiber, NULL, NULL);
}

static void
on_entry_changed (RgTagsView *self)
{
  show_hint (self, NULL, FALSE);
  suggest (self);
}

/* The full name of a tag, or a name like no other, is added at once; otherwise the person is asked to choose, and may
 * just as well go on typing. */
static void
on_entry_activated (RgTagsView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autoptr (RgTagUse) last = n > 0 ? g_list_model_get_item (G_LIST_MODEL (self->found), n - 1) : NULL;

  if (n > 1 && last->id == 0)
    show_hint (self, _ ("Choose one of these tags with the arrow key down, or go on typing."), FALSE);
  else
    add_tag (self, 0, gtk_editable_get_text (self->entry));
}

static void
leave (RgTagsView *self)
{
  gtk_toggle_button_set_active (self->add, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
}

static gboolean
on_entry_key_pressed (RgTagsView *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->suggestions, 0);

  if (keyval == GDK_KEY_Down && row != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (row));
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Escape)
    {
      leave (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* Letters typed at what was found go on in the entry; up from the first leads back to it. */
static gboolean
on_suggestions_key_pressed (
  RgTagsView *self, guint keyval, guint keycode, GdkModifierType state, GtkEventControllerKey *controller)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  GtkWidget *first = GTK_WIDGET (gtk_list_box_get_row_at_index (self->suggestions, 0));

  if (keyval == GDK_KEY_Escape)
    {
      leave (self);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Up && first != NULL && gtk_widget_has_focus (first))
    {
      gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_BackSpace
      && (letter == 0 || !g_unichar_isgraph (letter)
          || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0))
    return GDK_EVENT_PROPAGATE;
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
  return gtk_event_controller_key_forward (controller, GTK_WIDGET (gtk_editable_get_delegate (self->entry)));
}

static void
on_suggestion_activated (RgTagsView *self, GtkListBoxRow *row)
{
  RgTagUse *use = rg_tag_use_row_get_use (RG_TAG_USE_ROW (row));

  add_tag (self, use->id, use->name);
}

static void
on_add_toggled (RgTagsView *self)
{
  if (!gtk_toggle_button_get_active (self->add))
    return;
  /* What is not shown yet can't have the focus. */
  gtk_widget_set_visible (GTK_WIDGET (self->adder), TRUE);
  gtk_revealer_set_reveal_child (self->adder, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  suggest (self);
}

/* Puts the cursor where the name of a tag is typed. */
static void
on_start (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RgTagsView *self = RG_TAGS_VIEW (widget);

  gtk_toggle_button_set_active (self->add, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static const char *
get_name (RgTagsView *self, gconstpointer tag)
{
  const char *name = rg_customer_profile_get_tag_name (rg_customer_view_get_profile (RG_CUSTOMER_VIEW (self)),
                                                       ((const RgCustomerTag *) tag)->tag_id);

  return name != NULL ? name : "";
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  RgTagsView *self = data;
  const RgCustomerTag *first = a, *second = b;
  guint order = gtk_drop_down_get_selected (self->order);
  g_autoptr (GBytes) first_key = NULL;
  g_autoptr (GBytes) second_key = NULL;

  if (order != ORDER_NAME && first->added_at != second->added_at)
    return (first->added_at < second->added_at) == (order == ORDER_OLDEST) ? -1 : 1;
  first_key = rg_text_sort_key (get_name (self, a));
  second_key = rg_text_sort_key (get_name (self, b));
  return g_bytes_compare (first_key, second_key);
}

static void
on_order_changed (RgTagsView *self)
{
  if (self->sorter != NULL)
    gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  return rg_tag_row_new (rg_customer_view_get_desk (data), item, get_name (data, item));
}

static GtkWidget *
create_suggestion (gpointer item, gpointer data)
{
  return rg_tag_use_row_new (item);
}

static void
rg_tags_view_profile_changed (RgCustomerView *view)
{
  RgTagsView *self = RG_TAGS_VIEW (view);
  GListModel *tags = rg_customer_profile_get_list (rg_customer_view_get_profile (view), "tags");

  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));
  self->sorted = gtk_sort_list_model_new (g_object_ref (tags), g_object_ref (self->sorter));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->sorted), create_row, self, NULL);
}

/* Names may have changed: a tag is renamed for everybody. */
static void
rg_tags_view_loaded (RgCustomerView *view)
{
  RgTagsView *self = RG_TAGS_VIEW (view);
  g_autofree char *why_not = rg_desk_dup_why_not (rg_customer_view_get_desk (view), &rg_tag_add);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  g_autofree char *count = g_strdup_printf ("%u", n);

  for (guint i = 0; i < n; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_name (self, rg_tag_row_get_tag (RG_TAG_ROW (row))));
    }
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  g_object_set (self->card, "count", n > 0 ? count : NULL, NULL);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "tags" : "none");
  rg_widget_set_why_not (GTK_WIDGET (self->add), NULL, why_not);
  suggest (self);
}

static void
rg_tags_view_dispose (GObject *object)
{
  RgTagsView *self = RG_TAGS_VIEW (object);

  self->serial++;
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_TAGS_VIEW);
  g_clear_object (&self->sorted);
  g_clear_object (&self->sorter);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (rg_tags_view_parent_class)->dispose (object);
}

static void
rg_tags_view_init (RgTagsView *self)
{
  self->found = g_list_store_new (RG_TYPE_TAG_USE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->suggestions, G_LIST_MODEL (self->found), create_suggestion, self, NULL);
}

static void
rg_tags_view_class_init (RgTagsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RgCustomerViewClass *view_class = RG_CUSTOMER_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_tags_view_dispose;
  view_class->profile_changed = rg_tags_view_profile_changed;
  view_class->loaded = rg_tags_view_loaded;

  g_type_ensure (RG_TYPE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/tags/rg-tags-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RgTagsView, card);
  gtk_widget_class_bind_template_child (widget_class, RgTagsView, order);
  gtk_widget_class_bind_template_child (widget_class, RgTagsView, add);
  gtk_widget_class_bind_template_child (widget_class, RgTagsView, adder);
  gtk_widget_class_bind_template_child (widget_class, RgTagsView, entry);
  gtk_widget_class_bind_template_child (widget_class, RgTagsView, hint);
  gtk_widget_class_bind_template_child (widget_class, RgTagsView, suggestions);
  gtk_widget_class_bind_template_child (widget_class, RgTagsView, stack);
  gtk_widget_class_bind_template_child (widget_class, RgTagsView, list);
  gtk_widget_class_bind_template_callback (widget_class, on_order_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_add_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_suggestion_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_suggestions_key_pressed);
  gtk_widget_class_install_action (widget_class, "tags.start", NULL, on_start);
}
