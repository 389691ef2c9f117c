/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "rg-future.h"
#include "rg-window-private.h"
#include "rg-window-wishes.h"

/* What the window remembers of a file between two runs: the open tabs with their views, which one was looked at, the
 * place, and the filters of its list. */

#define KEY "window/tabs"

/**
 * rg_window_keep_state:
 * @self: a window
 *
 * Keeps the open tabs, the place and its filters in the file.
 */
void
rg_window_keep_state (RgWindow *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  RgCustomerPage *current = rg_window_get_page (self);

  if (self->desk == NULL || self->restoring || rg_store_is_read_only (rg_desk_get_store (self->desk)))
    return;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "current");
  json_builder_add_int_value (builder, current != NULL ? rg_customer_page_get_customer_id (current) : 0);
  json_builder_set_member_name (builder, "last");
  json_builder_add_int_value (builder, self->last_customer_id);
  json_builder_set_member_name (builder, "place");
  json_builder_add_string_value (builder, self->place != NULL ? self->place : "");
  json_builder_set_member_name (builder, "tabs");
  json_builder_begin_array (builder);
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tabs); i++)
    {
      GtkWidget *page = adw_tab_page_get_child (adw_tab_view_get_nth_page (self->tabs, i));

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "customer");
      json_builder_add_int_value (builder, rg_customer_page_get_customer_id (RG_CUSTOMER_PAGE (page)));
      json_builder_set_member_name (builder, "view");
      json_builder_add_string_value (builder, rg_customer_page_get_view_name (RG_CUSTOMER_PAGE (page)));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "filter");
  json_builder_add_value (builder, rg_record_to_json (RG_RECORD (rg_customer_list_pane_get_filter (self->list_pane))));
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  text = json_to_string (node, FALSE);
  rg_future_disown (rg_store_keep (rg_desk_get_store (self->desk), KEY, text), "window state");
}

/* What was kept is read with care: it may be of another version. */
static JsonObject *
read_state (JsonParser *parser, const char *text)
{
  JsonNode *root;

  if (text == NULL || *text == '\0' || !json_parser_load_from_data (parser, text, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

static void
await_tab (RgWindow *self, JsonObject *tab)
{
  gint64 customer_id = json_object_get_int_member_with_default (tab, "customer", 0);

  if (customer_id == 0)
    return;
  /* A customer who is gone by now is no reason to complain. */
  if (dex_await (rg_window_open_customer (self, customer_id, TRUE), NULL))
    rg_customer_page_set_view_name (rg_window_get_page (self),
                                    json_object_get_string_member_with_default (tab, "view", ""));
  else
    adw_tab_view_close_page (self->tabs, adw_tab_view_get_selected_page (self->tabs));
}

static void
await_tabs (RgWindow *self, JsonObject *state)
{
  JsonNode *node = json_object_get_member (state, "tabs");
  JsonArray *tabs = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gint64 current = json_object_get_int_member_with_default (state, "current", 0);

  for (guint i = 0; tabs != NULL && i < json_array_get_length (tabs); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (tabs, i)))
      await_tab (self, json_array_get_object_element (tabs, i));
  if (current != 0 && adw_tab_view_get_n_pages (self->tabs) > 0)
    dex_await (rg_window_open_customer (self, current, FALSE), NULL);
  adw_navigation_split_view_set_show_content (self->customers, FALSE);
}

/* The filters as they were. What the list shows by itself is that of today. */
static RgCustomerFilter *
read_filter (JsonObject *state, RgPlace *place)
{
  JsonNode *node = json_object_get_member (state, "filter");
  g_autoptr (RgCustomerFilter) filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, NULL);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node)
      || !rg_record_from_json (RG_RECORD (filter), json_node_get_object (node), NULL))
    return NULL;
  rg_customer_filter_set_list (filter, place->filter);
  return g_steal_pointer (&filter);
}

static gboolean
is_listed (RgWindow *self, RgCustomerFilter *filter)
{
  g_autoptr (JsonNode) listed = rg_record_to_json (RG_RECORD (rg_customer_list_pane_get_filter (self->list_pane)));
  g_autoptr (JsonNode) wanted = rg_record_to_json (RG_RECORD (filter));

  return json_node_equal (listed, wanted);
}

/* A list of customers begins where it was left. All customers are there already. */
static void
await_list (RgWindow *self, JsonObject *state, const char *name)
{
  RgPlace *place = rg_places_find (self->places, name);
  RgCustomerPage *page = rg_window_get_page (self);
  gint64 customer_id = page != NULL ? rg_customer_page_get_customer_id (page) : 0;
  g_autoptr (RgCustomerFilter) filter = NULL;

  if (place == NULL || (place->filter == NULL && !g_str_equal (name, "customers")))
    return;
  filter = read_filter (state, place);
  if (place->filter == NULL && (filter == NULL || is_listed (self, filter)))
    rg_customer_list_pane_select (self->list_pane, customer_id);
  else
    dex_await (rg_customer_list_pane_restore (self->list_pane, filter, customer_id), NULL);
}

static DexFuture *
restore_fiber (gpointer data, gpointer unused)
{
  RgWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  JsonObject *state;

  self->restoring = TRUE;
  text = dex_await_string (rg_store_recall (rg_desk_get_store (self->desk), KEY), &error);
  state = read_state (parser, text);
  if (state != NULL)
    {
      const char *place = json_object_get_string_member_with_default (state, "place", "");

      self->last_customer_id = json_object_get_int_member_with_default (state, "last", 0);
      await_tabs (self, state);
      /* Tags are places once they were counted. */
      if (*place != '\0' && rg_places_find (self->places, place) == NULL)
        dex_await (rg_places_refresh (self->places), NULL);
      if (*place != '\0' && !g_str_equal (place, "customers"))
        rg_window_show_place (self, place);
      await_list (self, state, *place != '\0' ? place : "customers");
    }
  self->restoring = FALSE;
  rg_window_fulfil (self);
  return NULL;
}

/**
 * rg_window_restore_state:
 * @self: a window with an open file
 *
 * Returns: (transfer full): a future for the tabs and the place being there again
 */
DexFuture *
rg_window_restore_state (RgWindow *self)
{
  return rg_future_spawn (self, restore_fiber, NULL, NULL);
}
