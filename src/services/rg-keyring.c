/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-keyring.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "rg-error.h"

struct _RgSecret
{
  gatomicrefcount ref_count;
  char *text; /* of libsecret, in memory that is not paged */
};

G_DEFINE_BOXED_TYPE (RgSecret, rg_secret, rg_secret_ref, rg_secret_unref)

/* GNOME Keyring does not find what is in a keyring that has been locked since the person logged in when the
 * schema's name is part of the question, and would say that there is nothing instead of asking to unlock it.
 * The id of the file is enough to tell our secrets from those of others. */
static const SecretSchema schema = {
  .name = "app.regulars.Regulars",
  .flags = SECRET_SCHEMA_DONT_MATCH_NAME,
  .attributes = {
    { "purpose", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "file-id", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

static RgSecret *
rg_secret_new_take (char *text)
{
  RgSecret *self = g_new0 (RgSecret, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = text;
  return self;
}

/**
 * rg_secret_ref:
 *
 * Returns: (transfer full): @self
 */
RgSecret *
rg_secret_ref (RgSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * rg_secret_unref:
 * @self: (transfer full): a secret
 */
void
rg_secret_unref (RgSecret *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  secret_password_free (self->text); /* wipes it */
  g_free (self);
}

/**
 * rg_secret_get_text:
 *
 * Returns: (transfer none): the secret, valid as long as @self
 */
const char *
rg_secret_get_text (RgSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

static GHashTable *
attributes_new (const char *file_id, const char *purpose)
{
  return secret_attributes_build (&schema, "purpose", purpose, "file-id", file_id, NULL);
}

/* The failures of libsecret, D-Bus and GIO, in words that say what to do. The original is for the log. */
static GError *
explain (GError *error)
{
  g_autoptr (GError) old = error;

  if (g_error_matches (old, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_new_literal (RG_ERROR, RG_ERROR_CANCELLED, _ ("The keyring was not asked any further."));
  g_debug ("The keyring failed: %s", old->message);
  if (g_error_matches (old, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    return g_error_new_literal (RG_ERROR, RG_ERROR_CONFLICT,
                                _ ("Another program has changed the keyring at the same time. Start Regulars again and "
                                   "try once more."));
  if (g_error_matches (old, SECRET_ERROR, SECRET_ERROR_INVALID_FILE_FORMAT))
    return g_error_new_literal (RG_ERROR, RG_ERROR_CORRUPT,
                                _ ("The keyring’s file is damaged. Restore it from a backup, or remove it and enter "
                                   "the passwords once more."));
  if (g_error_matches (old, SECRET_ERROR, SECRET_ERROR_IS_LOCKED)
      || g_error_matches (old, SECRET_ERROR, SECRET_ERROR_NO_SUCH_OBJECT))
    return g_error_new_literal (RG_ERROR, RG_ERROR_UNAVAILABLE,
                                _ ("The keyring is locked. Unlock it in Passwords and Keys, or log out and in again, "
                                   "and try once more."));
  return g_error_new_literal (RG_ERROR, RG_ERROR_UNAVAILABLE,
                              _ ("There is no keyring to keep passwords in. Install and start GNOME Keyring or another "
                                 "Secret Service, or create a keyring in Passwords and Keys, and try once more. "
                                 "Everything else works without it."));
}

static void
reject (DexPromise *promise, GError *error)
{
  dex_promise_reject (promise, explain (error));
}

/* ---- one after the other ---- */

typedef enum
{
  STORE,
  REMOVE,
  LOOK_UP,
  SEARCH,
} JobKind;

/* Something the keyring is asked for. Libsecret's file takes the second of two changes at a time for one from
 * outside and refuses it, and newer ones stand still for good when they look while they store: so there is
 * one at a time. */
typedef struct
{
  JobKind kind;
  DexPromise *promise;
  GHashTable *attributes;
  char *label;
  SecretValue *secret;
} Job;

static GQueue jobs = G_QUEUE_INIT; /* the head is under way */

static void start_job (void);

static void
finish_job (void)
{
  Job *self = g_queue_pop_head (&jobs);

  dex_unref (self->promise);
  g_hash_table_unref (self->attributes);
  g_free (self->label);
  g_clear_pointer (&self->secret, secret_value_unref);
  g_free (self);
  start_job ();
}

static void
on_stored (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *self = data;
  GError *error = NULL;

  if (secret_password_store_finish (result, &error))
    dex_promise_resolve_boolean (self->promise, TRUE);
  else if (error != NULL)
    reject (self->promise, error);
  else
    /* Without an error the person has closed the keyring's dialog. */
    dex_promise_reject (self->promise,
                        g_error_new_literal (RG_ERROR, RG_ERROR_CANCELLED, _ ("The keyring was not unlocked.")));
  finish_job ();
}

/* What is there, whether or not it can be read: the answer to a search, and to why nothing was removed or
 * handed out. */
static void
on_searched (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *self = data;
  GError *error = NULL;
  GList *items = secret_password_search_finish (result, &error);

  if (error != NULL)
    reject (self->promise, error);
  else if (self->kind == SEARCH)
    dex_promise_resolve_boolean (self->promise, items != NULL);
  else if (items != NULL)
    reject (self->promise, g_error_new_literal (SECRET_ERROR, SECRET_ERROR_IS_LOCKED, "locked"));
  else if (self->kind == REMOVE)
    dex_promise_resolve_boolean (self->promise, FALSE);
  else
    dex_promise_reject (self->promise,
                        g_error_new_literal (RG_ERROR, RG_ERROR_NOT_FOUND,
                                             _ ("The keyring has no password for this. Enter it once more.")));
  g_list_free_full (items, g_object_unref);
  finish_job ();
}

static void
search (Job *self)
{
  secret_password_searchv (&schema, self->attributes, SECRET_SEARCH_NONE, NULL, on_searched, self);
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *self = data;
  GError *error = NULL;

  if (secret_password_clear_finish (result, &error))
    dex_promise_resolve_boolean (self->promise, TRUE);
  else if (error != NULL)
    reject (self->promise, error);
  else
    {
      search (self);
      return;
    }
  finish_job ();
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *self = data;
  GError *error = NULL;
  char *text = secret_password_lookup_nonpageable_finish (result, &error);

  if (text == NULL && error == NULL)
    {
      search (self);
      return;
    }

  if (text != NULL)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_value_init (&value, RG_TYPE_SECRET);
      g_value_take_boxed (&value, rg_secret_new_take (text));
      dex_promise_resolve (self->promise, &value);
    }
  else
    reject (self->promise, error);
  finish_job ();
}

static void
start_job (void)
{
  Job *self = g_queue_peek_head (&jobs);

  if (self == NULL)
    return;
  switch (self->kind)
    {
    case STORE:
      secret_password_storev_binary (&schema, self->attributes, SECRET_COLLECTION_DEFAULT, self->label, self->secret,
                                     NULL, on_stored, self);
      break;
    case REMOVE:
      secret_password_clearv (&schema, self->attributes, NULL, on_removed, self);
      break;
    case LOOK_UP:
      secret_password_lookupv (&schema, self->attributes, NULL, on_looked_up, self);
      break;
    case SEARCH:
    default:
      search (self);
    }
}

static DexFuture *
add_job (JobKind kind, const char *file_id, const char *purpose, const char *label, SecretValue *secret)
{
  Job *self = g_new0 (Job, 1);
  DexPromise *promise = dex_promise_new ();

  self->kind = kind;
  self->promise = dex_ref (promise);
  self->attributes = attributes_new (file_id, purpose);
  self->label = g_strdup (label);
  self->secret = secret;
  g_queue_push_tail (&jobs, self);
  if (g_queue_get_length (&jobs) == 1)
    start_job ();
  return DEX_FUTURE (promise);
}

/**
 * rg_keyring_store:
 * @file_id: which Regulars file it belongs to
 * @purpose: what it is for: "mail-password"
 * @label: what the person sees in the keyring's own program: "Regulars: mail password"
 * @secret: the secret, UTF-8; not copied outside of libsecret's guarded memory by this call
 *
 * Stores a secret in place of the one of the same purpose.
 *
 * Returns: (transfer full): a future of %TRUE
 */
DexFuture *
rg_keyring_store (const char *file_id, const char *purpose, const char *label, const char *secret)
{
  g_return_val_if_fail (file_id != NULL && purpose != NULL && label != NULL && secret != NULL, NULL);

  return add_job (STORE, file_id, purpose, label, secret_value_new (secret, -1, "text/plain"));
}

/**
 * rg_keyring_remove:
 * @file_id: which Regulars file
 * @purpose: what it is for
 *
 * Returns: (transfer full): a future of a boolean: whether there was one
 */
DexFuture *
rg_keyring_remove (const char *file_id, const char *purpose)
{
  g_return_val_if_fail (file_id != NULL && purpose != NULL, NULL);

  return add_job (REMOVE, file_id, purpose, NULL, NULL);
}

/**
 * rg_keyring_lookup:
 * @file_id: which Regulars file
 * @purpose: what it is for
 *
 * Returns: (transfer full): a future of an #RgSecret (dex_await_boxed()); rejects with %RG_ERROR_NOT_FOUND
 * when there is none
 */
DexFuture *
rg_keyring_lookup (const char *file_id, const char *purpose)
{
  g_return_val_if_fail (file_id != NULL && purpose != NULL, NULL);

  return add_job (LOOK_UP, file_id, purpose, NULL, NULL);
}

/**
 * rg_keyring_has:
 * @file_id: which Regulars file
 * @purpose: what it is for
 *
 * Looks without unlocking anything, so without a dialog.
 *
 * Returns: (transfer full): a future of a boolean: whether there is one
 */
DexFuture *
rg_keyring_has (const char *file_id, const char *purpose)
{
  g_return_val_if_fail (file_id != NULL && purpose != NULL, NULL);

  return add_job (SEARCH, file_id, purpose, NULL, NULL);
}
