/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "rg-future.h"
#include "rg-window-private.h"
#include "rg-window-wishes.h"

/* What the window remembers of a file between two runs: the open tabs, which one was looked at, and the place. */

#define KEY "window/tabs"

/**
 * rg_window_keep_state:
 * @self: a window
 *
 * Keeps the open tabs and the place in the file.
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

      json_builder_add_int_value (builder, rg_customer_page_get_customer_id (RG_CUSTOMER_PAGE (page)));
    }
  json_builder_end_array (builder);
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
await_tabs (RgWindow *self, JsonObject *state)
{
  JsonNode *node = json_object_get_member (state, "tabs");
  JsonArray *tabs = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gint64 current = json_object_get_int_member_with_default (state, "current", 0);

  for (guint i = 0; tabs != NULL && i < json_array_get_length (tabs); i++)
    {
      gint64 id = json_array_get_int_element (tabs, i);

      /* A customer who is gone by now is no reason to complain. */
      if (id != 0 && !dex_await (rg_window_open_customer (self, id, TRUE), NULL))
        adw_tab_view_close_page (self->tabs, adw_tab_view_get_selected_page (self->tabs));
    }
  if (current != 0 && adw_tab_view_get_n_pages (self->tabs) > 0)
    dex_await (rg_window_open_customer (self, current, FALSE), NULL);
  adw_navigation_split_view_set_show_content (self->customers, FALSE);
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
