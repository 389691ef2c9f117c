/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-customer-pages.h"

/* Pages in memory; those not looked at for longest go first. */
#define MAX_PAGES 48

/* Of them, those that are read again at once when the file changed; a list view holds fewer. */
#define MAX_EXPIRED 8

struct _RgCustomerPages
{
  GHashTable *pages; /* number → RgListPage */
  guint64 clock;
};

static void
page_free (gpointer data)
{
  RgListPage *page = data;

  for (guint i = 0; i < RG_CUSTOMER_PAGE_SIZE; i++)
    g_clear_object (&page->rows[i]);
  g_free (page);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

static void
drop_oldest (RgCustomerPages *self)
{
  GHashTableIter iter;
  gpointer key, value, oldest = NULL;
  guint64 used = G_MAXUINT64;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (((RgListPage *) value)->used < used)
      {
        used = ((RgListPage *) value)->used;
        oldest = key;
      }
  g_hash_table_remove (self->pages, oldest);
}

/**
 * rg_customer_pages_new: (skip)
 *
 * Returns: (transfer full): no pages
 */
RgCustomerPages *
rg_customer_pages_new (void)
{
  RgCustomerPages *self = g_new0 (RgCustomerPages, 1);

  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
  return self;
}

/**
 * rg_customer_pages_free: (skip)
 * @self: the pages
 */
void
rg_customer_pages_free (RgCustomerPages *self)
{
  g_hash_table_unref (self->pages);
  g_free (self);
}

/**
 * rg_customer_pages_clear: (skip)
 * @self: the pages
 *
 * Forgets them all.
 */
void
rg_customer_pages_clear (RgCustomerPages *self)
{
  g_hash_table_remove_all (self->pages);
}

/**
 * rg_customer_pages_get: (skip)
 * @self: the pages
 * @number: which page, from 0 on
 *
 * Returns: (transfer none): the page; a new one in place of the one not looked at for longest
 */
RgListPage *
rg_customer_pages_get (RgCustomerPages *self, guint number)
{
  RgListPage *page = rg_customer_pages_peek (self, number);

  if (page == NULL)
    {
      if (g_hash_table_size (self->pages) >= MAX_PAGES)
        drop_oldest (self);
      page = g_new0 (RgListPage, 1);
      g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
    }
  page->used = ++self->clock;
  return page;
}

/**
 * rg_customer_pages_peek: (skip)
 * @self: the pages
 * @number: which page
 *
 * Returns: (transfer none) (nullable): the page, if it is there
 */
RgListPage *
rg_customer_pages_peek (RgCustomerPages *self, guint number)
{
  return g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));
}

/**
 * rg_customer_pages_find: (skip)
 * @self: the pages
 * @customer_id: a customer
 * @position: (out): where in the list
 *
 * Returns: (transfer none) (nullable): the first row of the customer, where it is loaded
 */
RgCustomerRow *
rg_customer_pages_find (RgCustomerPages *self, gint64 customer_id, guint *position)
{
  RgCustomerRow *found = NULL;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &key, &value))
    for (guint i = 0; i < RG_CUSTOMER_PAGE_SIZE; i++)
      {
        RgCustomerRow *row = ((RgListPage *) value)->rows[i];
        guint there = GPOINTER_TO_UINT (key) * RG_CUSTOMER_PAGE_SIZE + i;

        if (row == NULL || rg_customer_row_get_customer_id (row) != customer_id || (found != NULL && there > *position))
          continue;
        *position = there;
        found = row;
      }
  return found;
}

/**
 * rg_customer_pages_trim: (skip)
 * @self: the pages
 * @n_rows: how many rows there are in the list
 *
 * Forgets the rows that are beyond the end.
 */
void
rg_customer_pages_trim (RgCustomerPages *self, guint n_rows)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &key, &value))
    for (guint i = 0; i < RG_CUSTOMER_PAGE_SIZE; i++)
      if (GPOINTER_TO_UINT (key) * RG_CUSTOMER_PAGE_SIZE + i >= n_rows)
        g_clear_object (&((RgListPage *) value)->rows[i]);
}

/**
 * rg_customer_pages_expire: (skip)
 * @self: the pages
 *
 * All pages but the first have to be read again. Only those that were looked at last stay, with their rows as they are
 * until then.
 *
 * Returns: (transfer full) (element-type guint): the numbers of those pages, ascending
 */
GArray *
rg_customer_pages_expire (RgCustomerPages *self)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer key, value;

  while (g_hash_table_size (self->pages) > MAX_EXPIRED)
    drop_oldest (self);
  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      RgListPage *page = value;
      guint number = GPOINTER_TO_UINT (key);

      if (number == 0)
        continue;
      page->requested = FALSE;
      page->last_place = 0;
      g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, compare_numbers);
  return numbers;
}

/**
 * rg_list_page_get_row: (skip)
 * @page: a page
 * @index: which row of it
 *
 * Returns: (transfer none): the row, which may still have to be loaded
 */
RgCustomerRow *
rg_list_page_get_row (RgListPage *page, guint index)
{
  if (page->rows[index] == NULL)
    page->rows[index] = rg_customer_row_new ();
  return page->rows[index];
}
