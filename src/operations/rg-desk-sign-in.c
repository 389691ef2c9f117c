/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-desk-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "rg-future.h"
#include "rg-pin.h"

/* Who works at a desk. */

typedef struct
{
  gint64 staff_id;
  char *pin;
} SignIn;

static void
sign_in_free (gpointer data)
{
  SignIn *sign_in = data;

  if (sign_in->pin != NULL)
    sodium_memzero (sign_in->pin, strlen (sign_in->pin));
  g_free (sign_in->pin);
  g_free (sign_in);
}

/* Verifying takes a tenth of a second on purpose, so it is done on the reader's thread. */
static GObject *
check_sign_in (RgDb *db, gpointer data, GError **error)
{
  SignIn *sign_in = data;
  g_autoptr (RgStaff) staff = (RgStaff *) rg_db_load (db, &rg_staff_type, sign_in->staff_id, error);

  if (staff == NULL)
    return NULL;
  if (staff->left)
    {
      g_set_error (error, RG_ERROR, RG_ERROR_DENIED, _ ("%s doesn’t work here any more."), staff->name);
      return NULL;
    }
  if (staff->pin_hash != NULL && !rg_pin_verify (staff->pin_hash, sign_in->pin != NULL ? sign_in->pin : ""))
    {
      rg_error_set_invalid (error, "pin", _ ("That is not the PIN of %s."), staff->name);
      return NULL;
    }
  return G_OBJECT (g_steal_pointer (&staff));
}

static DexFuture *
sign_in_fiber (gpointer self_pointer, gpointer data)
{
  RgDesk *self = self_pointer;
  g_autoptr (GError) error = NULL;
  g_autoptr (RgStaff) staff = NULL;

  staff = dex_await_object (rg_store_read (rg_desk_get_store (self), check_sign_in, data, NULL), &error);
  if (staff == NULL)
    return dex_future_new_for_error (g_steal_pointer (&error));
  rg_desk_set_staff (self, staff);
  return dex_future_new_take_object (g_steal_pointer (&staff));
}

/**
 * rg_desk_sign_in:
 * @self: a desk
 * @staff_id: a staff member
 * @pin: (nullable): their PIN
 *
 * Returns: (transfer full): a future for the #RgStaff who is signed in from now on; %RG_ERROR_INVALID for a wrong PIN
 */
DexFuture *
rg_desk_sign_in (RgDesk *self, gint64 staff_id, const char *pin)
{
  SignIn *sign_in = g_new0 (SignIn, 1);

  sign_in->staff_id = staff_id;
  sign_in->pin = g_strdup (pin);
  return rg_future_spawn (self, sign_in_fiber, sign_in, sign_in_free);
}

/**
 * rg_desk_sign_out:
 * @self: a desk
 *
 * Nobody is signed in from now on.
 */
void
rg_desk_sign_out (RgDesk *self)
{
  rg_desk_set_staff (self, NULL);
}

/**
 * rg_desk_dup_why_not_lock:
 * @self: a desk
 *
 * Returns: (transfer full) (nullable): why locking would keep nobody out; %NULL when it does
 */
char *
rg_desk_dup_why_not_lock (RgDesk *self)
{
  RgStaff *staff = rg_desk_get_staff (self);

  if (staff == NULL)
    return g_strdup (_ ("Nobody is signed in."));
  return staff->pin_hash == NULL ? g_strdup (_ ("You have no PIN. Set one in Manage Staff.")) : NULL;
}

/**
 * rg_desk_is_locked:
 * @self: a desk
 *
 * Returns: whether somebody has to sign in before anything is shown
 */
gboolean
rg_desk_is_locked (RgDesk *self)
{
  return rg_desk_get_staff (self) == NULL && g_list_model_get_n_items (rg_desk_get_staff_list (self)) > 0;
}
