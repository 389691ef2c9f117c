/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-secret-group.h"

#include <glib/gi18n-lib.h>

#include "rg-file-id.h"
#include "rg-future.h"
#include "rg-keyring.h"
#include "rg-report.h"

/* One credential for the world outside: whether it is stored, a field to store or replace it, and a way to
 * remove it. It lives in the person's keyring and is never shown again. */

struct _RgSecretGroup
{
  AdwPreferencesGroup parent_instance;

  RgDesk *desk;
  char *purpose;
  char *file_id;
  gboolean working;

  AdwActionRow *state;
  GtkWidget *remove;
  GtkEditable *entry;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (RgSecretGroup, rg_secret_group, ADW_TYPE_PREFERENCES_GROUP)

static void
show_problem (RgSecretGroup *self, const GError *error)
{
  gboolean shown = error != NULL && !g_error_matches (error, RG_ERROR, RG_ERROR_CANCELLED);

  gtk_label_set_label (self->problem, shown ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), shown);
}

static void
show_state (RgSecretGroup *self, gboolean stored)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state),
                                 stored ? _ ("Stored in the keyring") : _ ("Not stored"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), stored ? _ ("Replace with") : _ ("Enter to store"));
  gtk_widget_set_visible (self->remove, stored);
}

typedef enum
{
  LOOK,
  STORE,
  REMOVE,
} Wish;

/* Stored is what can be read again. */
static gboolean
await_store (RgSecretGroup *self, const char *text, GError **error)
{
  const char *title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self));
  g_autofree char *label = g_strdup_printf ("%s: %s", _ ("Regulars"), title);
  g_autofree char *file_id = g_strdup (self->file_id);
  g_autofree char *purpose = g_strdup (self->purpose);
  g_autoptr (RgSecret) secret = NULL;

  if (!dex_await (rg_keyring_store (file_id, purpose, label, text), error))
    return FALSE;
  secret = dex_await_boxed (rg_keyring_lookup (file_id, purpose), error);
  if (secret == NULL || g_str_equal (rg_secret_get_text (secret), text))
    return secret != NULL;
  g_set_error (error, RG_ERROR, RG_ERROR_UNAVAILABLE,
               _ ("The keyring gives back something else than was stored. Store it again."));
  return FALSE;
}

static DexFuture *
keyring_fiber (gpointer data, gpointer wish_pointer)
{
  RgSecretGroup *self = data;
  Wish wish = GPOINTER_TO_INT (wish_pointer);
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  if (self->file_id == NULL)
    {
      g_autofree char *file_id = dex_await_string (rg_file_id_ensure (rg_desk_get_store (self->desk)), &error);

      if (file_id == NULL)
        {
          show_problem (self, error);
          self->working = FALSE;
          return NULL;
        }
      g_set_str (&self->file_id, file_id);
    }
  if (wish == STORE)
    {
      ok = await_store (self, gtk_editable_get_text (self->entry), &error);
      if (ok)
        {
          gtk_editable_set_text (self->entry, "");
          rg_widget_tell (GTK_WIDGET (self), _ ("Stored in the keyring"));
        }
    }
  else if (wish == REMOVE)
    {
      ok = dex_await (rg_keyring_remove (self->file_id, self->purpose), &error);
      if (ok)
        {
          /* The button that had the focus goes away. */
          gtk_widget_grab_focus (GTK_WIDGET (self->entry));
          rg_widget_tell (GTK_WIDGET (self), _ ("Removed from the keyring"));
        }
    }
  if (ok)
    {
      gboolean stored = dex_await_boolean (rg_keyring_has (self->file_id, self->purpose), &error);

      if (error == NULL)
        show_state (self, stored);
      else
        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state), _ ("Not known whether it is stored"));
    }
  show_problem (self, error);
  self->working = FALSE;
  return NULL;
}

static void
begin (RgSecretGroup *self, Wish wish)
{
  if (self->working)
    return;
  self->working = TRUE;
  rg_future_disown (rg_future_spawn (self, keyring_fiber, GINT_TO_POINTER (wish), NULL), "keyring");
}

static void
on_apply (RgSecretGroup *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    begin (self, STORE);
}

static void
on_remove_clicked (RgSecretGroup *self)
{
  begin (self, REMOVE);
}

static void
on_changed (RgSecretGroup *self)
{
  show_problem (self, NULL);
}

static void
rg_secret_group_dispose (GObject *object)
{
  RgSecretGroup *self = RG_SECRET_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_SECRET_GROUP);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->purpose, g_free);
  g_clear_pointer (&self->file_id, g_free);

  G_OBJECT_CLASS (rg_secret_group_parent_class)->dispose (object);
}

static void
rg_secret_group_init (RgSecretGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_secret_group_class_init (RgSecretGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_secret_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/preferences/rg-secret-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RgSecretGroup, state);
  gtk_widget_class_bind_template_child (widget_class, RgSecretGroup, remove);
  gtk_widget_class_bind_template_child (widget_class, RgSecretGroup, entry);
  gtk_widget_class_bind_template_child (widget_class, RgSecretGroup, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

/**
 * rg_secret_group_new:
 * @desk: the desk
 * @purpose: as for rg_keyring_store()
 * @title: what it is called
 * @description: what it is for
 *
 * Returns: (transfer floating): its group
 */
RgSecretGroup *
rg_secret_group_new (RgDesk *desk, const char *purpose, const char *title, const char *description)
{
  RgSecretGroup *self = g_object_new (RG_TYPE_SECRET_GROUP, "title", title, "description", description, NULL);

  self->desk = g_object_ref (desk);
  self->purpose = g_strdup (purpose);
  show_state (self, FALSE);
  begin (self, LOOK);
  return self;
}
