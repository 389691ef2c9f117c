/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-lazy-list.h"

/* A list view keeps some two hundred rows, of which a person sees twenty. Here each of them is a slot; what is shown in
 * it is made when the slot is scrolled to, and only what is seen follows its item. All rows are of one height. */

/* Rows beyond either edge that are ready too. */
#define MARGIN 1

/* Rows that are ready before the list knows its height. */
#define FIRST_ROWS 14

/* Rows beyond those that are seen, which are made while there is nothing else to do, and how many at once. */
#define AHEAD 40
#define BATCH 2

/* Rows whose slots are gone that are kept for new slots: a search makes the list short and long again. */
#define SPARE 24

/* How high a row is before the first one is made, in pixels. */
#define ROW_HEIGHT 52

typedef struct
{
  GtkListView *view; /* weak */
  GType row_type;
  const char *spoken; /* interned: the property of the items that a screen reader reads out */
  GtkAdjustment *adjustment;
  GHashTable *slots; /* all of them */
  guint first, last; /* the positions that are seen */
  int row_height;
  guint ahead_source;
  GPtrArray *spare; /* rows without a slot */
} LazyList;

#define RG_TYPE_LAZY_SLOT (rg_lazy_slot_get_type ())
G_DECLARE_FINAL_TYPE (RgLazySlot, rg_lazy_slot, RG, LAZY_SLOT, GtkWidget)

struct _RgLazySlot
{
  GtkWidget parent_instance;

  LazyList *list;
  GtkListItem *list_item; /* unowned: it owns the slot */
  GtkWidget *row;         /* NULL until it is scrolled to */
  GObject *item;          /* what the row shows and follows */
  gboolean bound;
};

G_DEFINE_FINAL_TYPE (RgLazySlot, rg_lazy_slot, GTK_TYPE_WIDGET)

static void
rg_lazy_slot_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  RgLazySlot *self = RG_LAZY_SLOT (widget);

  *minimum = *natural = 0;
  if (self->row != NULL)
    gtk_widget_measure (self->row, orientation, for_size, minimum, natural, NULL, NULL);
  if (self->list == NULL || orientation != GTK_ORIENTATION_VERTICAL)
    return;
  if (self->row != NULL && *natural > self->list->row_height)
    self->list->row_height = *natural;
  *minimum = *natural = self->list->row_height > 0 ? self->list->row_height : ROW_HEIGHT;
}

static void
rg_lazy_slot_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RgLazySlot *self = RG_LAZY_SLOT (widget);

  if (self->row == NULL)
    return;
  /* It may have been made since the slot was measured. */
  gtk_widget_measure (self->row, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (self->row, width, height, baseline, NULL);
}

static void
show_spoken (RgLazySlot *self)
{
  g_autofree char *spoken = NULL;

  if (self->list->spoken == NULL)
    return;
  g_object_get (self->item, self->list->spoken, &spoken, NULL);
  gtk_list_item_set_accessible_label (self->list_item, spoken != NULL ? spoken : "");
}

static void
on_spoken_changed (GObject *item, GParamSpec *pspec, RgLazySlot *self)
{
  show_spoken (self);
}

static void
ensure_row (RgLazySlot *self)
{
  if (self->row != NULL)
    return;
  if (self->list->spare->len > 0)
    self->row = g_ptr_array_steal_index_fast (self->list->spare, self->list->spare->len - 1);
  else
    self->row = g_object_ref_sink (g_object_new (self->list->row_type, NULL));
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
}

/* Lets go of the item it followed. */
static void
unfollow (RgLazySlot *self)
{
  if (self->item == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->item, on_spoken_changed, self);
  g_clear_object (&self->item);
}

/* Makes what the slot shows, or lets it show another item. */
static void
follow (RgLazySlot *self)
{
  GObject *item = gtk_list_item_get_item (self->list_item);

  if (self->item == item || item == NULL)
    return;
  unfollow (self);
  self->item = g_object_ref (item);
  ensure_row (self);
  g_object_set (self->row, "row", item, NULL);
  if (self->list->spoken != NULL)
    {
      g_autofree char *signal = g_strconcat ("notify::", self->list->spoken, NULL);

      g_signal_connect (item, signal, G_CALLBACK (on_spoken_changed), self);
      show_spoken (self);
    }
}

static void
update_slot (RgLazySlot *self)
{
  guint position = gtk_list_item_get_position (self->list_item);

  if (self->bound && position >= self->list->first && position <= self->list->last)
    follow (self);
}

static void
rg_lazy_slot_dispose (GObject *object)
{
  RgLazySlot *self = RG_LAZY_SLOT (object);

  unfollow (self);
  if (self->row != NULL)
    gtk_widget_unparent (self->row);
  if (self->row != NULL && self->list != NULL && self->list->spare->len < SPARE)
    g_ptr_array_add (self->list->spare, g_steal_pointer (&self->row));
  g_clear_object (&self->row);
  if (self->list != NULL)
    g_hash_table_remove (self->list->slots, self);
  self->list = NULL;

  G_OBJECT_CLASS (rg_lazy_slot_parent_class)->dispose (object);
}

static void
rg_lazy_slot_init (RgLazySlot *self)
{
}

static void
rg_lazy_slot_class_init (RgLazySlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_lazy_slot_dispose;
  widget_class->measure = rg_lazy_slot_measure;
  widget_class->size_allocate = rg_lazy_slot_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static gboolean
on_ahead (gpointer data)
{
  LazyList *list = data;
  GHashTableIter iter;
  gpointer key;
  guint made = 0;

  g_hash_table_iter_init (&iter, list->slots);
  while (made < BATCH && g_hash_table_iter_next (&iter, &key, NULL))
    {
      RgLazySlot *slot = key;
      guint position = gtk_list_item_get_position (slot->list_item);

      if (slot->row != NULL || !slot->bound || position > list->last + AHEAD || position + AHEAD < list->first)
        continue;
      ensure_row (slot);
      /* Its style is worked out now and not in the frame that shows it. */
      gtk_widget_measure (slot->row, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
      made++;
    }
  if (made > 0)
    return G_SOURCE_CONTINUE;
  list->ahead_source = 0;
  return G_SOURCE_REMOVE;
}

static void
make_ahead (LazyList *list)
{
  if (list->ahead_source == 0)
    list->ahead_source = g_idle_add_full (G_PRIORITY_LOW, on_ahead, list, NULL);
}

static void
update_range (LazyList *list)
{
  GtkSelectionModel *model = list->view != NULL ? gtk_list_view_get_model (list->view) : NULL;
  guint n = model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
  double upper = list->adjustment != NULL ? gtk_adjustment_get_upper (list->adjustment) : 0;
  double page = list->adjustment != NULL ? gtk_adjustment_get_page_size (list->adjustment) : 0;
  double height = list->row_height > 0 ? list->row_height : ROW_HEIGHT;
  GHashTableIter iter;
  gpointer slot;

  if (n > 0 && upper > page)
    height = upper / n;
  list->first = list->adjustment != NULL ? (guint) (gtk_adjustment_get_value (list->adjustment) / height) : 0;
  list->last = list->first + (page > 0 ? (guint) (page / height) + 1 : FIRST_ROWS) + MARGIN;
  list->first -= MIN (list->first, MARGIN);
  g_hash_table_iter_init (&iter, list->slots);
  while (g_hash_table_iter_next (&iter, &slot, NULL))
    update_slot (slot);
  if (list->adjustment != NULL && gtk_adjustment_get_value (list->adjustment) > 0)
    make_ahead (list);
}

static void
on_vadjustment_changed (GtkListView *view, GParamSpec *pspec, LazyList *list)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  if (list->adjustment == adjustment)
    return;
  if (list->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (list->adjustment, list);
  g_set_object (&list->adjustment, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (update_range), list);
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (update_range), list);
  update_range (list);
}

static void
on_setup (GtkSignalListItemFactory *factory, GObject *object, LazyList *list)
{
  GtkListItem *list_item = GTK_LIST_ITEM (object);
  RgLazySlot *slot = g_object_new (RG_TYPE_LAZY_SLOT, NULL);

  slot->list = list;
  slot->list_item = list_item;
  g_hash_table_add (list->slots, slot);
  gtk_list_item_set_child (list_item, GTK_WIDGET (slot));
}

static void
on_bind (GtkSignalListItemFactory *factory, GObject *object, LazyList *list)
{
  RgLazySlot *slot = RG_LAZY_SLOT (gtk_list_item_get_child (GTK_LIST_ITEM (object)));

  slot->bound = TRUE;
  update_slot (slot);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GObject *object, LazyList *list)
{
  RgLazySlot *slot = RG_LAZY_SLOT (gtk_list_item_get_child (GTK_LIST_ITEM (object)));

  if (slot->item != NULL && list->spoken != NULL)
    gtk_list_item_set_accessible_label (GTK_LIST_ITEM (object), "");
  unfollow (slot);
  slot->bound = FALSE;
}

static void
on_teardown (GtkSignalListItemFactory *factory, GObject *object, LazyList *list)
{
  gtk_list_item_set_child (GTK_LIST_ITEM (object), NULL);
}

static void
lazy_list_free (gpointer data)
{
  LazyList *list = data;
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, list->slots);
  while (g_hash_table_iter_next (&iter, &slot, NULL))
    RG_LAZY_SLOT (slot)->list = NULL;
  g_hash_table_unref (list->slots);
  g_ptr_array_unref (list->spare);
  g_clear_handle_id (&list->ahead_source, g_source_remove);
  if (list->view != NULL)
    g_signal_handlers_disconnect_by_data (list->view, list);
  g_clear_weak_pointer (&list->view);
  if (list->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (list->adjustment, list);
  g_clear_object (&list->adjustment);
  g_free (list);
}

/**
 * rg_lazy_list_attach:
 * @view: a list view
 * @row_type: a type of widget with a property "row", which is the item it shows
 * @spoken: (nullable): the property of the items that a screen reader reads out
 *
 * Gives the list view a factory that makes widgets of @row_type for the rows that are seen.
 */
void
rg_lazy_list_attach (GtkListView *view, GType row_type, const char *spoken)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  LazyList *list = g_new0 (LazyList, 1);

  g_set_weak_pointer (&list->view, view);
  list->row_type = row_type;
  list->spoken = g_intern_string (spoken);
  list->slots = g_hash_table_new (NULL, NULL);
  list->spare = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), list);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), list);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), list);
  g_signal_connect (factory, "teardown", G_CALLBACK (on_teardown), list);
  g_signal_connect (view, "notify::vadjustment", G_CALLBACK (on_vadjustment_changed), list);
  on_vadjustment_changed (view, NULL, list);
  g_object_set_data_full (G_OBJECT (factory), "rg-lazy-list", list, lazy_list_free);
  gtk_list_view_set_factory (view, factory);
}
