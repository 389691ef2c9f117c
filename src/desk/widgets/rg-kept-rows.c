/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-kept-rows.h"

/* A view destroys the rows of items that a search takes away, and makes them anew when the search is cleared. To make a
 * row takes far longer than to show another item in it: here they are kept meanwhile. */

typedef struct
{
  GType row_type;
  const char *spoken; /* interned: the property of the items that a screen reader reads out */
  GPtrArray *rows;    /* all that were made: those without a parent are free */
} KeptRows;

static void
kept_rows_free (gpointer data)
{
  KeptRows *kept = data;

  g_ptr_array_unref (kept->rows);
  g_free (kept);
}

static GtkWidget *
find_free_row (KeptRows *kept)
{
  for (guint i = 0; i < kept->rows->len; i++)
    if (gtk_widget_get_parent (kept->rows->pdata[i]) == NULL)
      return kept->rows->pdata[i];
  return NULL;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, KeptRows *kept)
{
  GtkWidget *row = find_free_row (kept);

  if (row == NULL)
    {
      row = g_object_ref_sink (g_object_new (kept->row_type, NULL));
      g_ptr_array_add (kept->rows, row);
    }
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, KeptRows *kept)
{
  GObject *item = gtk_list_item_get_item (list_item);

  g_object_set (gtk_list_item_get_child (list_item), "row", item, NULL);
  g_object_set_data (G_OBJECT (list_item), "rg-spoken",
                     g_object_bind_property (item, kept->spoken, list_item, "accessible-label", G_BINDING_SYNC_CREATE));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, KeptRows *kept)
{
  g_binding_unbind (g_object_steal_data (G_OBJECT (list_item), "rg-spoken"));
}

/**
 * rg_kept_rows_factory_new:
 * @row_type: a type of widget with a property "row", which is the item it shows
 * @spoken: the property of the items that a screen reader reads out
 *
 * Returns: (transfer full): a factory that makes no more rows than were in the view at once
 */
GtkListItemFactory *
rg_kept_rows_factory_new (GType row_type, const char *spoken)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  KeptRows *kept = g_new0 (KeptRows, 1);

  kept->row_type = row_type;
  kept->spoken = g_intern_string (spoken);
  kept->rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), kept);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), kept);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), kept);
  g_object_set_data_full (G_OBJECT (factory), "rg-kept-rows", kept, kept_rows_free);
  return factory;
}
