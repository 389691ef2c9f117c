/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-same-hint.h"

#include <glib/gi18n-lib.h>

#include "rg-customer-data.h"
#include "rg-customer.h"
#include "rg-detail-row.h"
#include "rg-future.h"

/* Who is on file already with the telephone number or e-mail address that is being typed. */

#define LOOK_AFTER 250 /* ms */

struct _RgSameHint
{
  AdwBin parent_instance;

  RgDesk *desk;
  RgCustomer *draft;
  guint source;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RgSameHint, rg_same_hint, ADW_TYPE_BIN)

typedef struct
{
  char *email;
  char *phone;
  gint64 except;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->email);
  g_free (look->phone);
  g_free (look);
}

static GObject *
read_same (RgDb *db, gpointer data, GError **error)
{
  Look *look = data;
  g_autoptr (GPtrArray) found = rg_customer_find_same (db, look->email, look->phone, look->except, error);
  GListStore *store;

  if (found == NULL)
    return NULL;
  store = g_list_store_new (RG_TYPE_CUSTOMER);
  g_list_store_splice (store, 0, 0, found->pdata, found->len);
  return G_OBJECT (store);
}

static DexFuture *
look_fiber (gpointer data, gpointer unused)
{
  RgSameHint *self = data;
  Look *look = g_new0 (Look, 1);
  g_autofree char *email = g_strdup (self->draft->email);
  g_autofree char *phone = g_strdup (self->draft->phone);
  g_autoptr (GListModel) found = NULL;
  g_autoptr (GError) error = NULL;

  look->email = g_strdup (email);
  look->phone = g_strdup (phone);
  look->except = rg_record_get_id (RG_RECORD (self->draft));
  found = dex_await_object (rg_desk_read (self->desk, read_same, look, look_free), &error);
  if (found == NULL)
    return dex_future_new_for_error (g_steal_pointer (&error));
  /* It went on being typed: another look is under way. */
  if (self->list == NULL || g_strcmp0 (email, self->draft->email) != 0 || g_strcmp0 (phone, self->draft->phone) != 0)
    return NULL;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (RgCustomer) customer = g_list_model_get_item (found, i);

      gtk_list_box_append (self->list, rg_detail_row_new (self->desk, RG_RECORD (customer)));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (found) > 0);
  return NULL;
}

static gboolean
on_look_timeout (gpointer data)
{
  RgSameHint *self = data;

  self->source = 0;
  rg_future_enter (self, look_fiber, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
look_soon (RgSameHint *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (LOOK_AFTER, on_look_timeout, self);
}

static void
on_row_activated (RgSameHint *self, GtkListBoxRow *row)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-customer", "x",
                              rg_record_get_id (rg_detail_row_get_record (RG_DETAIL_ROW (row))));
  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
}

static void
rg_same_hint_dispose (GObject *object)
{
  RgSameHint *self = RG_SAME_HINT (object);

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), RG_TYPE_SAME_HINT);
  g_clear_object (&self->desk);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (rg_same_hint_parent_class)->dispose (object);
}

static void
rg_same_hint_init (RgSameHint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
rg_same_hint_class_init (RgSameHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rg_same_hint_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/app/regulars/Regulars/account/rg-same-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, RgSameHint, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

/**
 * rg_same_hint_watch:
 * @self: a hint
 * @form: the form of a customer
 * @desk: the desk
 *
 * From now on it shows itself when somebody on file has what is typed there.
 */
void
rg_same_hint_watch (RgSameHint *self, RgForm *form, RgDesk *desk)
{
  self->desk = g_object_ref (desk);
  self->draft = g_object_ref (RG_CUSTOMER (rg_form_get_draft (form)));
  g_signal_connect_object (self->draft, "notify::email", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "notify::phone", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
}
