/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-tag-data.h"

#include "rg-text.h"

G_DEFINE_FINAL_TYPE (RgTagUse, rg_tag_use, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_N_CUSTOMERS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
rg_tag_use_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RgTagUse *self = RG_TAG_USE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_N_CUSTOMERS:
      g_value_set_int64 (value, self->n_customers);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rg_tag_use_finalize (GObject *object)
{
  g_free (RG_TAG_USE (object)->name);

  G_OBJECT_CLASS (rg_tag_use_parent_class)->finalize (object);
}

static void
rg_tag_use_init (RgTagUse *self)
{
}

static void
rg_tag_use_class_init (RgTagUseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = rg_tag_use_get_property;
  object_class->finalize = rg_tag_use_finalize;
  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_N_CUSTOMERS] = g_param_spec_int64 ("n-customers", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/**
 * rg_tag_find:
 * @db: a connection
 * @name: the name of a tag, in any case and with or without accents
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the tag; %NULL without @error when there is none of that name
 */
RgTag *
rg_tag_find (RgDb *db, const char *name, GError **error)
{
  g_autofree char *clean = rg_text_clean (name);
  g_autofree char *folded = rg_text_fold (clean);

  return (RgTag *) rg_db_select_one (db, &rg_tag_type, error, "WHERE folded = ?", "t", folded);
}

/**
 * rg_tag_find_on_customer:
 * @db: a connection
 * @customer_id: a customer
 * @tag_id: a tag
 * @customer_tag_id: (out): what joins the two; 0 when the customer hasn't got the tag
 * @error: where to put what went wrong
 *
 * Returns: whether it could be read
 */
gboolean
rg_tag_find_on_customer (RgDb *db, gint64 customer_id, gint64 tag_id, gint64 *customer_tag_id, GError **error)
{
  return rg_db_get_int (db, customer_tag_id, error, "SELECT id FROM customer_tag WHERE customer_id = ? AND tag_id = ?",
                        "ii", customer_id, tag_id);
}

static GPtrArray *
take_uses (RgQuery *query, GError **error)
{
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local = NULL;

  if (query == NULL)
    return NULL;
  while (rg_query_next (query, &local))
    {
      RgTagUse *use = g_object_new (RG_TYPE_TAG_USE, NULL);

      use->id = rg_query_int (query, 0);
      use->name = g_strdup (rg_query_text (query, 1));
      use->n_customers = rg_query_int (query, 2);
      g_ptr_array_add (uses, use);
    }
  return rg_error_propagate (error, &local) ? NULL : g_steal_pointer (&uses);
}

/**
 * rg_tag_list:
 * @db: a connection
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgTagUse): all tags in the order of their names
 */
GPtrArray *
rg_tag_list (RgDb *db, GError **error)
{
  g_autoptr (RgQuery) query
    = rg_db_query (db, error,
                   "SELECT id, name, (SELECT count (*) FROM customer_tag WHERE tag_id = tag.id) "
                   "FROM tag ORDER BY folded",
                   "");

  return take_uses (query, error);
}

/* What was typed, with the characters that LIKE gives a meaning made plain. */
static char *
dup_like (const char *folded, gboolean anywhere)
{
  g_autoptr (GString) like = g_string_new (anywhere ? "% " : NULL);

  for (const char *p = folded; *p != '\0'; p++)
    {
      if (*p == '%' || *p == '_' || *p == '\\')
        g_string_append_c (like, '\\');
      g_string_append_c (like, *p);
    }
  g_string_append_c (like, '%');
  return g_string_free_and_steal (g_steal_pointer (&like));
}

/**
 * rg_tag_suggest:
 * @db: a connection
 * @typed: what was typed so far; may be empty
 * @customer_id: whose tags are left out; 0 for nobody's
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type RgTagUse): tags with a word that begins with @typed, at most
 *   %RG_TAG_SUGGESTIONS: those whose name begins with it first, then the most used
 */
GPtrArray *
rg_tag_suggest (RgDb *db, const char *typed, gint64 customer_id, GError **error)
{
  g_autofree char *clean = rg_text_clean (typed);
  g_autofree char *folded = rg_text_fold (clean);
  g_autofree char *start = dup_like (folded, FALSE);
  g_autofree char *word = dup_like (folded, TRUE);
  g_autoptr (RgQuery) query
    = rg_db_query (db, error,
                   "SELECT id, name, (SELECT count (*) FROM customer_tag WHERE tag_id = tag.id) AS uses FROM tag "
                   "WHERE (folded LIKE ?1 ESCAPE '\\' OR folded LIKE ?2 ESCAPE '\\') "
                   "AND NOT EXISTS (SELECT 1 FROM customer_tag WHERE customer_id = ?3 AND tag_id = tag.id) "
                   "ORDER BY folded NOT LIKE ?1 ESCAPE '\\', uses DESC, folded LIMIT ?4",
                   "ttii", start, word, customer_id, (gint64) RG_TAG_SUGGESTIONS);

  return take_uses (query, error);
}
