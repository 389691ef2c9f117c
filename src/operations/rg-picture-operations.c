/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-picture-operations.h"

#include <glib/gi18n-lib.h>

#include "rg-customer.h"
#include "rg-error.h"
#include "rg-picture-data.h"

/**
 * rg_picture_check:
 * @picture: the photo of a customer or the image of a product
 * @error: where to put what is wrong with it
 *
 * Returns: whether it may be kept
 */
gboolean
rg_picture_check (RgPicture *picture, GError **error)
{
  gsize size = picture->data != NULL ? g_bytes_get_size (picture->data) : 0;
  const char *data = size > 0 ? g_bytes_get_data (picture->data, NULL) : NULL;
  gboolean known = size > 12
                   && (memcmp (data, "\x89PNG", 4) == 0 || memcmp (data, "\xFF\xD8\xFF", 3) == 0
                       || (memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0));

  if (!known)
    rg_error_set_invalid (error, "data", _ ("That is not a picture; use a PNG, JPEG or WebP file."));
  else if (size > RG_PICTURE_MAX_BYTES)
    rg_error_set_invalid (error, "data", _ ("The picture is too large; the most is 512 KiB."));
  else
    return TRUE;
  return FALSE;
}

/* A picture belongs to the history of its customer, if that is whose it is. */
static void
set_owner (RgTxn *txn, gint64 owner_id)
{
  g_autoptr (RgRecord) customer = rg_db_load (rg_txn_get_db (txn), &rg_customer_type, owner_id, NULL);

  if (customer == NULL)
    return;
  rg_txn_set_customer (txn, owner_id);
  rg_txn_touch (txn, owner_id);
}

static gboolean
set_picture (RgAct *act, RgTxn *txn, GError **error)
{
  RgPicture *picture = RG_PICTURE (act->record);
  g_autoptr (GError) local = NULL;
  g_autoptr (RgPicture) old = rg_picture_of (rg_txn_get_db (txn), picture->owner_id, &local);

  if (rg_error_propagate (error, &local))
    return FALSE;
  if (!rg_picture_check (picture, error))
    return FALSE;
  set_owner (txn, picture->owner_id);
  if (old == NULL)
    return rg_txn_insert (txn, act->record, error);
  rg_record_set_id (act->record, rg_record_get_id (RG_RECORD (old)));
  return rg_txn_update (txn, act->record, error);
}

static gboolean
remove_picture (RgAct *act, RgTxn *txn, GError **error)
{
  set_owner (txn, RG_PICTURE (act->record)->owner_id);
  return rg_txn_delete (txn, act->record, error);
}

const RgOperation rg_picture_set = {
  .name = "picture.set",
  .label = N_ ("Set Picture"),
  .past = N_ ("Picture set"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .run = set_picture,
};

const RgOperation rg_picture_remove = {
  .name = "picture.remove",
  .label = N_ ("Remove Picture"),
  .past = N_ ("Picture removed"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .run = remove_picture,
};
