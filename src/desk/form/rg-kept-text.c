/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-kept-text.h"

#include "rg-future.h"

/* How long after the last keystroke what was typed is kept. */
#define KEEP_AFTER 400 /* ms */

typedef struct
{
  RgKeptText *owner;
  char *name;
  GtkWidget *widget; /* an entry or a choice of words; a weak pointer */
  char *start;       /* what was in it before anybody typed */
  char *wanted;      /* what is to be chosen as soon as it is offered */
} KeptField;

struct _RgKeptText
{
  GObject parent_instance;

  RgDesk *desk;
  char *key;
  GPtrArray *fields; /* of KeptField */
  guint keep_source;
  gboolean begun;
};

G_DEFINE_FINAL_TYPE (RgKeptText, rg_kept_text, G_TYPE_OBJECT)

enum
{
  SIGNAL_RESTORED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
kept_field_free (gpointer data)
{
  KeptField *field = data;

  if (field->widget != NULL)
    g_signal_handlers_disconnect_by_data (field->widget, field);
  g_clear_weak_pointer (&field->widget);
  g_free (field->name);
  g_free (field->start);
  g_free (field->wanted);
  g_free (field);
}

static const char *
get_text (KeptField *field)
{
  gpointer item;

  if (field->widget == NULL)
    return field->start;
  if (GTK_IS_EDITABLE (field->widget))
    return gtk_editable_get_text (GTK_EDITABLE (field->widget));
  item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (field->widget));
  return item != NULL ? gtk_string_object_get_string (item) : "";
}

static void
set_text (KeptField *field, const char *text)
{
  GListModel *model;

  g_clear_pointer (&field->wanted, g_free);
  if (field->widget == NULL || g_str_equal (get_text (field), text))
    return;
  if (GTK_IS_EDITABLE (field->widget))
    {
      gtk_editable_set_text (GTK_EDITABLE (field->widget), text);
      return;
    }
  model = adw_combo_row_get_model (ADW_COMBO_ROW (field->widget));
  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), text))
        {
          adw_combo_row_set_selected (ADW_COMBO_ROW (field->widget), i);
          return;
        }
    }
  field->wanted = g_strdup (text);
}

/* What differs from the start, as JSON; NULL when nothing does. */
static char *
write_fields (RgKeptText *self)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < self->fields->len; i++)
    {
      KeptField *field = self->fields->pdata[i];

      if (field->wanted != NULL)
        json_object_set_string_member (object, field->name, field->wanted);
      else if (!g_str_equal (get_text (field), field->start))
        json_object_set_string_member (object, field->name, get_text (field));
    }
  if (json_object_get_size (object) == 0)
    return NULL;
  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

static void
keep (RgKeptText *self, const char *text)
{
  rg_future_disown (rg_store_keep (rg_desk_get_store (self->desk), self->key, text), "kept text");
}

static gboolean
on_keep_timeout (gpointer data)
{
  RgKeptText *self = data;
  g_autofree char *text = write_fields (self);

  self->keep_source = 0;
  keep (self, text);
  return G_SOURCE_REMOVE;
}

static void
on_changed (KeptField *field)
{
  RgKeptText *self = field->owner;

  if (!self->begun)
    return;
  g_clear_handle_id (&self->keep_source, g_source_remove);
  self->keep_source = g_timeout_add (KEEP_AFTER, on_keep_timeout, self);
}

static void
on_offer_changed (KeptField *field)
{
  g_autofree char *wanted = g_steal_pointer (&field->wanted);

  if (wanted != NULL)
    set_text (field, wanted);
}

static DexFuture *
restore_fiber (gpointer self_pointer, gpointer unused)
{
  RgKeptText *self = self_pointer;
  g_autofree char *text = dex_await_string (rg_store_recall (rg_desk_get_store (self->desk), self->key), NULL);
  g_autoptr (JsonNode) node = text != NULL && *text != '\0' ? json_from_string (text, NULL) : NULL;
  gboolean any = FALSE;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node) || !self->begun)
    return NULL;
  for (guint i = 0; i < self->fields->len; i++)
    {
      KeptField *field = self->fields->pdata[i];
      const char *kept = json_object_get_string_member_with_default (json_node_get_object (node), field->name, NULL);

      /* What is typed already stays. */
      if (kept == NULL || !g_str_equal (get_text (field), field->start))
        continue;
      set_text (field, kept);
      any = TRUE;
    }
  if (any)
    g_signal_emit (self, signals[SIGNAL_RESTORED], 0);
  return NULL;
}

static void
rg_kept_text_dispose (GObject *object)
{
  RgKeptText *self = RG_KEPT_TEXT (object);

  /* What was typed last is kept even when the dialog closes at once. */
  if (self->keep_source != 0)
    {
      g_clear_handle_id (&self->keep_source, g_source_remove);
      on_keep_timeout (self);
    }
  self->begun = FALSE;
  g_ptr_array_set_size (self->fields, 0);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (rg_kept_text_parent_class)->dispose (object);
}

static void
rg_kept_text_finalize (GObject *object)
{
  g_ptr_array_unref (RG_KEPT_TEXT (object)->fields);
  g_free (RG_KEPT_TEXT (object)->key);

  G_OBJECT_CLASS (rg_kept_text_parent_class)->finalize (object);
}

static void
rg_kept_text_init (RgKeptText *self)
{
  self->fields = g_ptr_array_new_with_free_func (kept_field_free);
}

static void
rg_kept_text_class_init (RgKeptTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rg_kept_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = rg_kept_text_finalize;

  /**
   * RgKeptText::restored:
   * @self: the fields
   *
   * What was typed before, and neither entered nor given up, is back.
   */
  signals[SIGNAL_RESTORED]
    = g_signal_new ("restored", RG_TYPE_KEPT_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * rg_kept_text_new:
 * @desk: the desk
 * @key: what the fields are about: "ledger.charge/123"
 *
 * Returns: (transfer full): fields to be added to
 */
RgKeptText *
rg_kept_text_new (RgDesk *desk, const char *key)
{
  RgKeptText *self = g_object_new (RG_TYPE_KEPT_TEXT, NULL);

  self->desk = g_object_ref (desk);
  self->key = g_strconcat ("draft/", key, NULL);
  return self;
}

/**
 * rg_kept_text_add:
 * @self: fields
 * @name: a name for it, the same next time
 * @field: an entry, or an #AdwComboRow whose items are strings; never one for a secret
 */
void
rg_kept_text_add (RgKeptText *self, const char *name, GtkWidget *field)
{
  KeptField *kept = g_new0 (KeptField, 1);

  kept->owner = self;
  kept->name = g_strdup (name);
  g_set_weak_pointer (&kept->widget, field);
  kept->start = g_strdup (get_text (kept));
  g_ptr_array_add (self->fields, kept);
  if (GTK_IS_EDITABLE (field))
    g_signal_connect_swapped (field, "changed", G_CALLBACK (on_changed), kept);
  else
    {
      g_signal_connect_swapped (field, "notify::selected", G_CALLBACK (on_changed), kept);
      g_signal_connect_swapped (field, "notify::model", G_CALLBACK (on_offer_changed), kept);
    }
}

/**
 * rg_kept_text_begin:
 * @self: fields, all added and filled as they begin
 *
 * From now on what is typed is kept. What was kept before comes back, where nothing was typed yet.
 */
void
rg_kept_text_begin (RgKeptText *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    rg_kept_text_take (self, ((KeptField *) self->fields->pdata[i])->widget);
  self->begun = TRUE;
  rg_future_enter (self, restore_fiber, NULL, NULL);
}

/**
 * rg_kept_text_take:
 * @self: fields
 * @field: one of them
 *
 * What is in @field now was not typed by a person.
 */
void
rg_kept_text_take (RgKeptText *self, GtkWidget *field)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      KeptField *kept = self->fields->pdata[i];

      if (kept->widget == field)
        g_set_str (&kept->start, get_text (kept));
    }
}

/**
 * rg_kept_text_discard:
 * @self: fields
 *
 * What was typed goes; the fields are as they began.
 */
void
rg_kept_text_discard (RgKeptText *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      KeptField *field = self->fields->pdata[i];
      g_autofree char *start = g_strdup (field->start);

      set_text (field, start);
    }
  rg_kept_text_forget (self);
}

/**
 * rg_kept_text_forget:
 * @self: fields
 *
 * It is entered, or given up: nothing is kept of it any more.
 */
void
rg_kept_text_forget (RgKeptText *self)
{
  g_clear_handle_id (&self->keep_source, g_source_remove);
  keep (self, NULL);
}
