/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-window-wishes.h"

#include <glib/gi18n-lib.h>

#include "rg-future.h"
#include "rg-link.h"
#include "rg-lookup.h"
#include "rg-order-dialog.h"
#include "rg-window-private.h"

/* What was asked of the program from outside: links, the actions of its icon, the search of the desktop, notifications.
 * A wish waits until a file is open and somebody is signed in. */

typedef struct
{
  RgLinkKind kind;
  gint64 number;
  gint64 customer_id;
  gint64 order_id;
} Target;

static GObject *
look_up (RgDb *db, gpointer data, GError **error)
{
  Target *target = data;

  if (target->kind == RG_LINK_CUSTOMER)
    {
      g_autoptr (RgCustomer) customer = rg_lookup_customer (db, target->number, error);

      target->customer_id = customer != NULL ? rg_record_get_id (RG_RECORD (customer)) : 0;
    }
  else
    {
      g_autoptr (RgOrder) order = rg_lookup_order (db, target->number, error);

      target->order_id = order != NULL ? rg_record_get_id (RG_RECORD (order)) : 0;
      target->customer_id = order != NULL ? order->customer_id : 0;
    }
  return NULL;
}

static DexFuture *
follow_link_fiber (gpointer data, gpointer link)
{
  RgWindow *self = data;
  g_autoptr (RgDesk) desk = g_object_ref (self->desk);
  g_autoptr (GError) error = NULL;
  Target target = { 0 };

  if (!rg_link_parse (link, &target.kind, &target.number, &error)
      || !dex_await (rg_desk_read (desk, look_up, &target, NULL), &error)
      || !dex_await (rg_window_open_customer (self, target.customer_id, TRUE), &error))
    {
      rg_window_report (self, error);
      return NULL;
    }
  if (target.order_id != 0 && self->desk == desk)
    {
      rg_customer_page_show_view (rg_window_get_page (self), "orders");
      rg_order_dialog_present (GTK_WIDGET (self), desk, target.order_id);
    }
  return NULL;
}

static void
search_for (RgWindow *self, const char *text)
{
  if (*text != '\0')
    rg_window_show_place (self, "customers");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.search", NULL);
  if (*text != '\0')
    rg_customer_list_pane_search (self->list_pane, text);
}

static void
begin_note (RgWindow *self)
{
  if (rg_window_get_page (self) != NULL)
    {
      rg_window_show_list (self);
      adw_navigation_split_view_set_show_content (self->customers, TRUE);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.add-note", NULL);
      return;
    }
  search_for (self, "");
  rg_window_tell (self, _ ("Find the customer first, then press Ctrl+Shift+N for the note."));
}

/**
 * rg_window_fulfil:
 * @self: a window
 *
 * Does what is still wished for, if it can be done now.
 */
void
rg_window_fulfil (RgWindow *self)
{
  g_autofree char *wish = NULL;

  if (self->wish == NULL || self->restoring || self->desk == NULL || rg_desk_get_staff (self->desk) == NULL
      || g_strcmp0 (gtk_stack_get_visible_child_name (self->screens), "desk") != 0)
    return;
  wish = g_steal_pointer (&self->wish);
  if (rg_link_is_link (wish))
    rg_future_enter (self, follow_link_fiber, g_strdup (wish), g_free);
  else if (g_str_equal (wish, "note"))
    begin_note (self);
  else if (g_str_has_prefix (wish, "search:"))
    search_for (self, wish + strlen ("search:"));
  else
    rg_window_show_place (self, wish);
}

/**
 * rg_window_wish:
 * @self: a window
 * @wish: a link; "note" for a new note; "search:" with what to search for, or nothing; or the name of a place
 *
 * Does what somebody asked for from outside the window, as soon as it can be done. The last wish counts.
 */
void
rg_window_wish (RgWindow *self, const char *wish)
{
  g_autoptr (GError) error = NULL;
  RgLinkKind kind;
  gint64 number;

  if (rg_link_is_link (wish) && !rg_link_parse (wish, &kind, &number, &error))
    {
      rg_window_report (self, error);
      return;
    }
  g_set_str (&self->wish, wish);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->screens), "welcome") == 0 && !self->opening)
    rg_window_tell (self, _ ("Open a file first; this is done then."));
  rg_window_fulfil (self);
}
