/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-tag-operations.h"

#include <glib/gi18n-lib.h>

#include "rg-customer-tag.h"
#include "rg-customer.h"
#include "rg-error.h"
#include "rg-tag-data.h"
#include "rg-text.h"

static gint64
get_tag_id (RgAct *act)
{
  return act->ids != NULL && act->ids->len > 0 ? g_array_index (act->ids, gint64, 0) : 0;
}

/* What was typed as the name of a tag, without the blanks around it; NULL with @error when it can't be one. */
static char *
dup_name (const char *typed, GError **error)
{
  g_autofree char *clean = rg_text_clean (typed);
  g_autofree char *folded = rg_text_fold (clean);
  glong length = g_utf8_strlen (clean, -1);

  if (typed != NULL && !g_utf8_validate (typed, -1, NULL))
    {
      rg_error_set_invalid (error, "name", _ ("A tag’s name is text; this has damaged characters."));
      return NULL;
    }
  for (const char *p = typed != NULL ? typed : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)) && !g_unichar_isspace (g_utf8_get_char (p)))
      {
        rg_error_set_invalid (error, "name", _ ("A tag’s name is one line of text without control characters."));
        return NULL;
      }
  if (*folded == '\0')
    {
      rg_error_set_invalid (error, "name", _ ("Type the name of the tag."));
      return NULL;
    }
  if (length > RG_TAG_MAX_LENGTH)
    {
      rg_error_set_invalid (error, "name", _ ("A tag’s name has at most %d characters; this has %ld."),
                            RG_TAG_MAX_LENGTH, length);
      return NULL;
    }
  return g_steal_pointer (&clean);
}

/* The tag that is meant, made when there is none of that name. */
static RgTag *
find_or_make (RgAct *act, RgTxn *txn, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (RgTag) tag = NULL;
  g_autoptr (GError) local = NULL;

  if (get_tag_id (act) != 0)
    return (RgTag *) rg_db_load (rg_txn_get_db (txn), &rg_tag_type, get_tag_id (act), error);
  name = dup_name (act->text, error);
  if (name == NULL)
    return NULL;
  tag = rg_tag_find (rg_txn_get_db (txn), name, &local);
  if (tag == NULL && local == NULL)
    {
      tag = (RgTag *) rg_record_new (&rg_tag_type);
      tag->name = g_steal_pointer (&name);
      if (!rg_txn_insert (txn, RG_RECORD (tag), &local))
        g_clear_object (&tag);
    }
  if (tag == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return g_steal_pointer (&tag);
}

static gboolean
add_tag (RgAct *act, RgTxn *txn, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autoptr (RgCustomer) customer = (RgCustomer *) rg_db_load (db, &rg_customer_type, act->customer_id, error);
  g_autoptr (RgTag) tag = customer != NULL ? find_or_make (act, txn, error) : NULL;
  g_autoptr (RgCustomerTag) joint = NULL;
  gint64 existing;

  if (tag == NULL
      || !rg_tag_find_on_customer (db, act->customer_id, rg_record_get_id (RG_RECORD (tag)), &existing, error))
    return FALSE;
  if (existing != 0)
    {
      rg_error_set_invalid (error, "name", _ ("The customer has the tag “%s” already."), tag->name);
      return FALSE;
    }
  joint = (RgCustomerTag *) rg_record_new (&rg_customer_tag_type);
  joint->customer_id = act->customer_id;
  joint->tag_id = rg_record_get_id (RG_RECORD (tag));
  joint->added_at = rg_txn_get_time (txn);
  rg_txn_set_words (txn, tag->name);
  g_set_object (&act->record, RG_RECORD (joint));
  return rg_txn_insert (txn, RG_RECORD (joint), error);
}

static gboolean
remove_tag (RgAct *act, RgTxn *txn, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autoptr (RgTag) tag = (RgTag *) rg_db_load (db, &rg_tag_type, get_tag_id (act), error);
  g_autoptr (RgCustomerTag) joint = NULL;
  gint64 id;

  if (tag == NULL || !rg_tag_find_on_customer (db, act->customer_id, get_tag_id (act), &id, error))
    return FALSE;
  if (id == 0)
    {
      g_set_error (error, RG_ERROR, RG_ERROR_NOT_FOUND, _ ("The customer hasn’t got the tag “%s”."), tag->name);
      return FALSE;
    }
  joint = (RgCustomerTag *) rg_db_load (db, &rg_customer_tag_type, id, error);
  rg_txn_set_words (txn, tag->name);
  return joint != NULL && rg_txn_delete (txn, RG_RECORD (joint), error);
}

/* The tag with its new name, unless somebody else renamed it meanwhile. */
static RgTag *
load_to_rename (RgAct *act, RgDb *db, const char *name, GError **error)
{
  g_autoptr (RgTag) tag = (RgTag *) rg_db_load (db, &rg_tag_type, get_tag_id (act), error);
  g_autoptr (RgRecord) file = NULL;

  if (tag == NULL)
    return NULL;
  g_set_str (&tag->name, name);
  g_set_object (&act->record, RG_RECORD (tag));
  file = rg_act_merge (act, db, error);
  return file != NULL ? g_steal_pointer (&tag) : NULL;
}

static gboolean
rename_tag (RgAct *act, RgTxn *txn, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autofree char *name = dup_name (act->text, error);
  g_autoptr (RgTag) tag = name != NULL ? load_to_rename (act, db, name, error) : NULL;
  g_autoptr (RgTag) other = NULL;
  g_autoptr (GError) local = NULL;

  if (tag == NULL)
    return FALSE;
  other = rg_tag_find (db, name, &local);
  if (rg_error_propagate (error, &local))
    return FALSE;
  if (other != NULL && rg_record_get_id (RG_RECORD (other)) != get_tag_id (act))
    {
      rg_error_set_invalid (error, "name", _ ("There is a tag “%s” already."), other->name);
      return FALSE;
    }
  rg_txn_set_words (txn, name);
  return rg_txn_update (txn, RG_RECORD (tag), error);
}

const RgOperation rg_tag_add = {
  .name = "tag.add",
  .label = N_ ("Add Tag"),
  .past = N_ ("Tag added"),
  .right = { RG_AREA_TAGS, RG_SCOPE_CREATE },
  .run = add_tag,
};

const RgOperation rg_tag_remove = {
  .name = "tag.remove",
  .label = N_ ("Remove Tag"),
  .past = N_ ("Tag removed"),
  .right = { RG_AREA_TAGS, RG_SCOPE_DELETE },
  .run = remove_tag,
};

const RgOperation rg_tag_rename = {
  .name = "tag.rename",
  .label = N_ ("Rename Tag"),
  .past = N_ ("Tag renamed"),
  .right = { RG_AREA_TAGS, RG_SCOPE_EDIT },
  .run = rename_tag,
};
