/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-form-draft.h"
#include "rg-form-private.h"
#include "rg-future.h"

/* What was typed into a form survives: it is kept in the scratch of the file until it is saved or given up. */

/* How long after the last keystroke what was typed is kept. */
#define KEEP_AFTER 400 /* ms */

static void
write_draft (RgForm *self)
{
  g_autofree char *text = rg_form_draft_write (self->draft, self->base);

  rg_future_disown (rg_store_keep (rg_desk_get_store (self->desk), self->key, text), "RgForm keep");
}

static gboolean
on_keep_timeout (gpointer data)
{
  RgForm *self = data;

  self->keep_source = 0;
  write_draft (self);
  return G_SOURCE_REMOVE;
}

/**
 * rg_form_keep_now: (skip)
 * @self: a form
 *
 * What was typed last is kept even when the window closes at once.
 */
void
rg_form_keep_now (RgForm *self)
{
  if (self->keep_source == 0)
    return;
  g_clear_handle_id (&self->keep_source, g_source_remove);
  write_draft (self);
}

/**
 * rg_form_keep_soon: (skip)
 * @self: a form in which something was typed
 */
void
rg_form_keep_soon (RgForm *self)
{
  if (self->key == NULL || self->loading)
    return;
  g_clear_handle_id (&self->keep_source, g_source_remove);
  self->keep_source = g_timeout_add (KEEP_AFTER, on_keep_timeout, self);
}

static DexFuture *
restore_fiber (gpointer data, gpointer key)
{
  RgForm *self = data;
  g_autofree char *text = dex_await_string (rg_store_recall (rg_desk_get_store (self->desk), key), NULL);

  if (text == NULL || *text == '\0' || g_strcmp0 (self->key, key) != 0)
    return NULL;
  rg_form_draft_read (text, self->draft, self->base);
  if (rg_form_is_changed (self))
    g_signal_emit_by_name (self, "restored");
  return NULL;
}

/**
 * rg_form_keep:
 * @self: a form
 * @key: under which name what is typed is kept: "customer/123"
 *
 * From now on what is typed survives a crash. What was kept before comes back, where nothing was typed yet.
 */
void
rg_form_keep (RgForm *self, const char *key)
{
  g_free (self->key);
  self->key = g_strconcat ("draft/", key, NULL);
  rg_future_enter (self, restore_fiber, g_strdup (self->key), g_free);
}

/**
 * rg_form_recall:
 * @desk: the desk
 * @key: as given to rg_form_keep()
 *
 * Returns: (transfer full): a future for what is kept under it, as text; empty or %NULL for nothing
 */
DexFuture *
rg_form_recall (RgDesk *desk, const char *key)
{
  g_autofree char *name = g_strconcat ("draft/", key, NULL);

  return rg_store_recall (rg_desk_get_store (desk), name);
}

/**
 * rg_form_forget:
 * @self: a form
 *
 * It is saved, or given up: nothing is kept of it any more.
 */
void
rg_form_forget (RgForm *self)
{
  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (self->key != NULL)
    rg_future_disown (rg_store_keep (rg_desk_get_store (self->desk), self->key, NULL), "RgForm forget");
}
