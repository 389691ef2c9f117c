/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-places.h"

#include <glib/gi18n-lib.h>

#include "rg-future.h"
#include "rg-reminder-data.h"
#include "rg-search.h"
#include "rg-tag-data.h"

/* What the sidebar shows, with counts that follow the file. */

#define COUNT_MOST 10000

/* How long after a change the counts are made anew: a burst of changes counts once. */
#define COUNT_DELAY_MSEC 300

struct _RgPlaces
{
  GObject parent_instance;

  RgDesk *desk;
  GListStore *store;
  guint count_source;
  DexFuture *refreshing;
};

G_DEFINE_FINAL_TYPE (RgPlaces, rg_places, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (RgPlace, rg_place, G_TYPE_OBJECT)

static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
} pages[] = {
  { "customers", N_ ("Customers"), "system-users-symbolic" },
  { "reminders", N_ ("Reminders"), "alarm-symbolic" },
  { "orders", N_ ("Orders"), "view-list-symbolic" },
  { "products", N_ ("Products"), "package-x-generic-symbolic" },
};

static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
} lists[] = {
  { "due-today", N_ ("Due today"), "alarm-symbolic" },
  { "owing", N_ ("Owing"), "dialog-warning-symbolic" },
  { "cancelled", N_ ("Cancelled"), "action-unavailable-symbolic" },
  { "birthdays", N_ ("Birthdays this week"), "starred-symbolic" },
  { "incomplete", N_ ("To be completed"), "document-edit-symbolic" },
};

static void
rg_place_finalize (GObject *object)
{
  RgPlace *self = RG_PLACE (object);

  g_free (self->name);
  g_free (self->title);
  g_free (self->icon_name);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (rg_place_parent_class)->finalize (object);
}

static void
rg_place_init (RgPlace *self)
{
}

static guint count_signal;

static void
rg_place_class_init (RgPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rg_place_finalize;

  /**
   * RgPlace::counted:
   * @self: the place
   *
   * Its count is another one.
   */
  count_signal = g_signal_new ("counted", RG_TYPE_PLACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static RgPlace *
place_new (RgSection section, const char *name, const char *title, const char *icon_name)
{
  RgPlace *place = g_object_new (RG_TYPE_PLACE, NULL);

  place->section = section;
  place->name = g_strdup (name);
  place->title = g_strdup (title);
  place->icon_name = g_strdup (icon_name);
  return place;
}

static RgCustomerFilter *
make_list_filter (RgPlaces *self, const char *name)
{
  RgCustomerFilter *filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, NULL);
  RgDay today = rg_desk_get_today (self->desk);

  if (g_str_equal (name, "due-today"))
    {
      filter->any_status = TRUE;
      filter->due_by = today;
    }
  else if (g_str_equal (name, "owing"))
    {
      filter->any_status = TRUE;
      filter->owing = TRUE;
    }
  else if (g_str_equal (name, "cancelled"))
    filter->status = RG_CUSTOMER_STATUS_CANCELLED;
  else if (g_str_equal (name, "birthdays"))
    filter->birthday_from = today;
  else if (g_str_equal (name, "incomplete"))
    {
      filter->any_status = TRUE;
      filter->incomplete = TRUE;
    }
  return filter;
}

/* What one count reads. */
typedef struct
{
  RgDay today;
  GPtrArray *filters; /* of RgCustomerFilter; NULL where there is none */
  GArray *counts;
  GPtrArray *tags;
  gint64 due;
} Count;

static Count *
count_new (void)
{
  Count *count = g_atomic_rc_box_new0 (Count);

  count->filters = g_ptr_array_new_with_free_func (g_object_unref);
  count->counts = g_array_new (FALSE, TRUE, sizeof (guint));
  return count;
}

static void
count_clear (gpointer data)
{
  Count *count = data;

  g_ptr_array_unref (count->filters);
  g_array_unref (count->counts);
  g_clear_pointer (&count->tags, g_ptr_array_unref);
}

static void
count_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, count_clear);
}

static GObject *
read_counts (RgDb *db, gpointer data, GError **error)
{
  Count *count = data;

  for (guint i = 0; i < count->filters->len; i++)
    {
      guint n = 0;

      if (!rg_search_count (db, count->filters->pdata[i], COUNT_MOST, &n, error))
        return NULL;
      g_array_append_val (count->counts, n);
    }
  if (!rg_reminders_count_due (db, count->today, &count->due, error))
    return NULL;
  count->tags = rg_tag_list (db, error);
  return NULL;
}

static void
set_count (RgPlace *place, guint count)
{
  if (place->count == count)
    return;
  place->count = count;
  place->capped = count >= COUNT_MOST;
  g_signal_emit (place, count_signal, 0);
}

static guint
find_section (RgPlaces *self, RgSection section)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RgPlace) place = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (place->section >= section)
        return i;
    }
  return n;
}

/* Only when tags came, went or were renamed, so that the sidebar does not blink at every count. */
static void
show_tags (RgPlaces *self, GPtrArray *tags)
{
  guint first = find_section (self, RG_SECTION_TAGS);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store)) - first;
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean same = n == tags->len;

  for (guint i = 0; i < tags->len; i++)
    {
      RgTagUse *tag = tags->pdata[i];
      g_autofree char *name = g_strdup_printf ("tag/%" G_GINT64_FORMAT, tag->id);
      RgPlace *place = place_new (RG_SECTION_TAGS, name, tag->name, "user-bookmarks-symbolic");

      place->filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, NULL);
      place->filter->any_status = TRUE;
      place->filter->tag_id = tag->id;
      place->count = (guint) tag->n_customers;
      g_ptr_array_add (places, place);
      if (same)
        {
          g_autoptr (RgPlace) old = g_list_model_get_item (G_LIST_MODEL (self->store), first + i);

          same = g_str_equal (old->name, name) && g_str_equal (old->title, tag->name);
          if (same)
            set_count (old, (guint) tag->n_customers);
        }
    }
  if (!same)
    g_list_store_splice (self->store, first, n, places->pdata, places->len);
}

static DexFuture *
refresh_fiber (gpointer data, gpointer unused)
{
  RgPlaces *self = data;
  Count *count = count_new ();
  g_autoptr (GError) error = NULL;
  guint first = G_N_ELEMENTS (pages);

  count->today = rg_desk_get_today (self->desk);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (RgPlace) place = g_list_model_get_item (G_LIST_MODEL (self->store), first + i);
      RgCustomerFilter *filter = make_list_filter (self, lists[i].name);

      g_set_object (&place->filter, filter);
      g_ptr_array_add (count->filters, filter);
    }
  if (!dex_await (rg_desk_read (self->desk, read_counts, g_atomic_rc_box_acquire (count), count_unref), &error))
    {
      count_unref (count);
      return dex_future_new_for_error (g_steal_pointer (&error));
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (RgPlace) place = g_list_model_get_item (G_LIST_MODEL (self->store), first + i);

      set_count (place, g_array_index (count->counts, guint, i));
    }
  set_count (rg_places_find (self, "reminders"), (guint) count->due);
  show_tags (self, count->tags);
  count_unref (count);
  return NULL;
}

static gboolean
on_count_timeout (gpointer data)
{
  RgPlaces *self = data;

  self->count_source = 0;
  rg_future_enter (self, refresh_fiber, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
on_desk_changed (RgDesk *desk, GArray *changes, RgPlaces *self)
{
  if (self->count_source == 0)
    self->count_source = g_timeout_add (COUNT_DELAY_MSEC, on_count_timeout, self);
}

static void
rg_places_dispose (GObject *object)
{
  RgPlaces *self = RG_PLACES (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  dex_clear (&self->refreshing);
  g_clear_object (&self->desk);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (rg_places_parent_class)->dispose (object);
}

static void
rg_places_init (RgPlaces *self)
{
  self->store = g_list_store_new (RG_TYPE_PLACE);
}

static void
rg_places_class_init (RgPlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rg_places_dispose;
}

/**
 * rg_places_new:
 * @desk: a desk
 *
 * Returns: (transfer full): the places, lists and, once they are counted, the tags
 */
RgPlaces *
rg_places_new (RgDesk *desk)
{
  RgPlaces *self = g_object_new (RG_TYPE_PLACES, NULL);

  self->desk = g_object_ref (desk);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (RgPlace) place = place_new (RG_SECTION_PLACES, pages[i].name, _ (pages[i].title), pages[i].icon_name);

      g_list_store_append (self->store, place);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (RgPlace) place = place_new (RG_SECTION_LISTS, lists[i].name, _ (lists[i].title), lists[i].icon_name);

      place->filter = make_list_filter (self, lists[i].name);
      g_list_store_append (self->store, place);
    }
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_desk_changed), self, 0);
  return self;
}

/**
 * rg_places_get_model:
 * @self: the places
 *
 * Returns: (transfer none): a list of #RgPlace in the order of their sections
 */
GListModel *
rg_places_get_model (RgPlaces *self)
{
  return G_LIST_MODEL (self->store);
}

/**
 * rg_places_find:
 * @self: the places
 * @name: the name of a place
 *
 * Returns: (transfer none) (nullable): the place
 */
RgPlace *
rg_places_find (RgPlaces *self, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (RgPlace) place = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (g_str_equal (place->name, name))
        return place;
    }
  return NULL;
}

/**
 * rg_places_refresh:
 * @self: the places
 *
 * Counts once, however many ask meanwhile: what is changed meanwhile counts anew by itself.
 *
 * Returns: (transfer full): a future for the counts and tags being as they are on file
 */
DexFuture *
rg_places_refresh (RgPlaces *self)
{
  if (self->refreshing == NULL || !dex_future_is_pending (self->refreshing))
    {
      dex_clear (&self->refreshing);
      self->refreshing = rg_future_spawn (self, refresh_fiber, NULL, NULL);
    }
  return dex_ref (self->refreshing);
}

/**
 * rg_place_dup_count_text:
 * @self: a place
 *
 * Returns: (transfer full): its count as shown: "1,866", "10,000+", "" for none
 */
char *
rg_place_dup_count_text (RgPlace *self)
{
  if (self->count == 0)
    return g_strdup ("");
  return g_strdup_printf (self->capped ? "%'u+" : "%'u", self->count);
}
