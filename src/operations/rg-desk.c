/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-desk-private.h"

#include <glib/gi18n-lib.h>

#include "rg-future.h"
#include "rg-staff-data.h"

/* The root: the open file, who is signed in, the settings. Every face holds one and reaches everything through it. */

struct _RgDesk
{
  GObject parent_instance;

  RgStore *store;
  RgSettings *settings;
  RgStaff *staff;
  GListStore *staff_list; /* of RgStaff, those who left included */
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (RgDesk, rg_desk, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STAFF,
  PROP_READ_ONLY,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_PERFORMED,
  SIGNAL_SETTINGS_CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
rg_desk_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgDesk *self = RG_DESK (object);

  switch (prop_id)
    {
    case PROP_STAFF:
      g_value_set_object (value, self->staff);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, rg_store_is_read_only (self->store));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_desk_finalize (GObject *object)
{
  RgDesk *self = RG_DESK (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->settings, rg_settings_free);
  g_clear_object (&self->staff);
  g_clear_object (&self->staff_list);

  G_OBJECT_CLASS (rg_desk_parent_class)->finalize (object);
}

static void
rg_desk_init (RgDesk *self)
{
  self->staff_list = g_list_store_new (RG_TYPE_STAFF);
}

static void
rg_desk_class_init (RgDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rg_desk_get_property;
  object_class->finalize = rg_desk_finalize;

  /**
   * RgDesk:staff:
   *
   * Who is signed in.
   */
  props[PROP_STAFF] = g_param_spec_object ("staff", NULL, NULL, RG_TYPE_STAFF,
                                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * RgDesk:read-only:
   *
   * Whether nothing in the file can be changed.
   */
  props[PROP_READ_ONLY]
    = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * RgDesk::changed:
   * @self: the desk
   * @changes: (element-type RgChange) (nullable): what was changed; %NULL for "everything may have"
   *
   * Emitted after every commit to the file, of this program or another one.
   */
  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", RG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
  /**
   * RgDesk::performed:
   * @self: the desk
   * @act: what was done
   *
   * Emitted after an operation of this desk succeeded: for the toast that offers to undo it.
   */
  signals[SIGNAL_PERFORMED]
    = g_signal_new ("performed", RG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, RG_TYPE_ACT);
  /**
   * RgDesk::settings-changed:
   * @self: the desk
   *
   * Emitted when the settings and the list of staff are as they are on file again.
   */
  signals[SIGNAL_SETTINGS_CHANGED]
    = g_signal_new ("settings-changed", RG_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* What the desk itself keeps of the file. */
typedef struct
{
  RgSettings *settings;
  GPtrArray *staff;
} Basics;

static GObject *
read_basics (RgDb *db, gpointer data, GError **error)
{
  Basics *basics = data;

  basics->settings = rg_settings_read (db, error);
  if (basics->settings != NULL)
    basics->staff = rg_staff_list (db, error);
  return NULL;
}

static gboolean
await_basics (RgDesk *self, GError **error)
{
  Basics basics = { NULL, NULL };
  gint64 own_id;

  if (!dex_await (rg_store_read (self->store, read_basics, &basics, NULL), error))
    {
      g_clear_pointer (&basics.settings, rg_settings_free);
      return FALSE;
    }
  /* Somebody else may have signed in meanwhile. */
  own_id = self->staff != NULL ? rg_record_get_id (RG_RECORD (self->staff)) : 0;
  g_clear_pointer (&self->settings, rg_settings_free);
  self->settings = basics.settings;
  rg_day_set_zone (rg_settings_get_zone (self->settings));
  g_list_store_splice (self->staff_list, 0, g_list_model_get_n_items (G_LIST_MODEL (self->staff_list)),
                       basics.staff->pdata, basics.staff->len);
  for (guint i = 0; i < basics.staff->len; i++)
    if (rg_record_get_id (basics.staff->pdata[i]) == own_id && g_set_object (&self->staff, basics.staff->pdata[i]))
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STAFF]);
  g_ptr_array_unref (basics.staff);
  g_signal_emit (self, signals[SIGNAL_SETTINGS_CHANGED], 0);
  return TRUE;
}

static DexFuture *
refresh_basics (gpointer data, gpointer unused)
{
  RgDesk *self = data;
  g_autoptr (GError) error = NULL;

  if (!self->closed && !await_basics (self, &error) && !self->closed)
    return dex_future_new_for_error (g_steal_pointer (&error));
  return NULL;
}

static void
on_store_changed (RgStore *store, GArray *changes, RgDesk *self)
{
  gboolean basics = changes == NULL;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const char *name = g_array_index (changes, RgChange, i).type->name;

      basics |= g_str_equal (name, "staff") || g_str_equal (name, "setting");
    }
  if (basics)
    rg_future_enter (self, refresh_basics, NULL, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes);
}

/* On a new file whoever is logged in to the computer becomes the System Administrator. */
static gboolean
await_first_staff (RgDesk *self, GError **error)
{
  g_autoptr (RgStaff) staff = g_object_new (RG_TYPE_STAFF, NULL);
  g_autoptr (RgAct) act = NULL;
  g_autoptr (GError) local = NULL;
  const char *name = g_get_real_name ();

  if (g_strcmp0 (name, "Unknown") == 0 || *name == '\0')
    name = g_get_user_name ();
  g_set_str (&staff->name, name);
  act = rg_act_new_record (&rg_staff_begin, RG_RECORD (staff));
  /* Another program may have been first. */
  if (!dex_await (rg_desk_perform (self, act), &local) && !g_error_matches (local, RG_ERROR, RG_ERROR_CONFLICT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return await_basics (self, error);
}

/* Whoever has no PIN and comes first; a desk where everybody has one begins with nobody signed in. */
static void
choose_first_staff (RgDesk *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->staff_list)); i++)
    {
      g_autoptr (RgStaff) staff = g_list_model_get_item (G_LIST_MODEL (self->staff_list), i);

      if (!staff->left && staff->pin_hash == NULL && (self->staff == NULL || staff->role > self->staff->role))
        g_set_object (&self->staff, staff);
    }
}

static DexFuture *
open_fiber (gpointer self_pointer, gpointer store)
{
  RgDesk *self = self_pointer;
  g_autoptr (GError) error = NULL;

  self->store = dex_await_object (dex_ref (store), &error);
  if (self->store == NULL || !await_basics (self, &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  if (!rg_store_is_read_only (self->store) && g_list_model_get_n_items (G_LIST_MODEL (self->staff_list)) == 0
      && !await_first_staff (self, &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  choose_first_staff (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self, 0);
  return dex_future_new_take_object (g_object_ref (self));
}

/**
 * rg_desk_open:
 * @path: a file; made when it is not there, unless @read_only
 * @read_only: whether nothing may be written to it
 *
 * Returns: (transfer full): a future for the #RgDesk
 */
DexFuture *
rg_desk_open (const char *path, gboolean read_only)
{
  g_autoptr (RgDesk) self = g_object_new (RG_TYPE_DESK, NULL);

  return rg_future_spawn (self, open_fiber, rg_store_open (path, read_only), dex_unref);
}

/**
 * rg_desk_close:
 * @self: a desk
 *
 * Returns: (transfer full): a future for everything being on the disk and the file closed
 */
DexFuture *
rg_desk_close (RgDesk *self)
{
  self->closed = TRUE;
  return rg_store_close (self->store);
}

/**
 * rg_desk_get_store:
 * @self: a desk
 *
 * Returns: (transfer none): the open file
 */
RgStore *
rg_desk_get_store (RgDesk *self)
{
  return self->store;
}

/**
 * rg_desk_get_settings:
 * @self: a desk
 *
 * Returns: (transfer none): the settings of the business
 */
RgSettings *
rg_desk_get_settings (RgDesk *self)
{
  return self->settings;
}

/**
 * rg_desk_get_staff:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): who is signed in
 */
RgStaff *
rg_desk_get_staff (RgDesk *self)
{
  return self->staff;
}

/**
 * rg_desk_get_staff_id:
 * @self: a desk
 *
 * Returns: the id of who is signed in; 0 for nobody
 */
gint64
rg_desk_get_staff_id (RgDesk *self)
{
  return self->staff != NULL ? rg_record_get_id (RG_RECORD (self->staff)) : 0;
}

/**
 * rg_desk_set_staff: (skip)
 * @self: a desk
 * @staff: (nullable): who is signed in from now on; %NULL for nobody
 */
void
rg_desk_set_staff (RgDesk *self, RgStaff *staff)
{
  if (g_set_object (&self->staff, staff))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STAFF]);
}

/**
 * rg_desk_get_staff_list:
 * @self: a desk
 *
 * Returns: (transfer none): a list of #RgStaff, those who left last
 */
GListModel *
rg_desk_get_staff_list (RgDesk *self)
{
  return G_LIST_MODEL (self->staff_list);
}

/**
 * rg_desk_dup_staff_name:
 * @self: a desk
 * @staff_id: a staff member
 *
 * Returns: (transfer full): their name; "" when nobody has that id
 */
char *
rg_desk_dup_staff_name (RgDesk *self, gint64 staff_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->staff_list)); i++)
    {
      g_autoptr (RgStaff) staff = g_list_model_get_item (G_LIST_MODEL (self->staff_list), i);

      if (rg_record_get_id (RG_RECORD (staff)) == staff_id)
        return g_strdup (staff->name);
    }
  return g_strdup ("");
}

/**
 * rg_desk_get_today:
 * @self: a desk
 *
 * Returns: the day it is for the business
 */
RgDay
rg_desk_get_today (RgDesk *self)
{
  return rg_day_today (rg_settings_get_zone (self->settings));
}

/**
 * rg_desk_has_right:
 * @self: a desk
 * @right: a functionality and a scope
 *
 * Returns: whether whoever is signed in may
 */
gboolean
rg_desk_has_right (RgDesk *self, RgRight right)
{
  return self->staff != NULL && !self->staff->left && rg_role_has_right (self->staff->role, right);
}

/**
 * rg_desk_dup_why_not_right:
 * @self: a desk
 * @right: a functionality and a scope
 *
 * For what changes nothing and needs a right all the same.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL when whoever is signed in may
 */
char *
rg_desk_dup_why_not_right (RgDesk *self, RgRight right)
{
  if (self->staff == NULL)
    return g_strdup (_ ("Nobody is signed in."));
  if (self->staff->left)
    return g_strdup (_ ("You don’t work here any more."));
  return rg_role_has_right (self->staff->role, right) ? NULL : rg_right_dup_reason (right);
}

/**
 * rg_desk_dup_why_not:
 * @self: a desk
 * @operation: an operation
 *
 * The part of "why not" that needs no look into the file: for a button before anything is filled in.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL when nothing is in the way
 */
char *
rg_desk_dup_why_not (RgDesk *self, const RgOperation *operation)
{
  if (rg_store_is_read_only (self->store))
    return g_strdup (_ ("This file is open read-only; nothing in it can be changed."));
  return rg_desk_dup_why_not_right (self, operation->right);
}

/**
 * rg_desk_read:
 * @self: a desk
 * @func: runs on the reader's thread
 * @data: for @func
 * @destroy: frees @data, on the reader's thread
 *
 * Returns: (transfer full): a future for what @func returns
 */
DexFuture *
rg_desk_read (RgDesk *self, RgJobFunc func, gpointer data, GDestroyNotify destroy)
{
  return rg_store_read (self->store, func, data, destroy);
}
