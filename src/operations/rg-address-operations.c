/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-address-operations.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "rg-address-data.h"
#include "rg-country.h"
#include "rg-error.h"
#include "rg-note-operations.h"
#include "rg-order.h"
#include "rg-postcode.h"
#include "rg-settings.h"
#include "rg-text.h"

/* What makes an address another place. */
static const char *const place_columns[] = { "street", "street2", "city", "state", "postcode", "country" };

static gboolean
check_postcode (RgAddress *address, GError **error)
{
  g_autofree char *normal = rg_postcode_normalize (address->country, address->postcode);
  g_autofree char *example = address->country != NULL ? rg_postcode_dup_example (address->country) : NULL;
  g_autofree char *name = address->country != NULL ? rg_country_dup_name (address->country) : NULL;

  if (rg_text_is_blank (address->postcode) && rg_postcode_is_used (address->country))
    rg_error_set_invalid (error, "postcode", _ ("An address in this country (%s) needs a ZIP code."), name);
  else if (!rg_text_is_blank (address->postcode) && normal == NULL)
    /* Translators: the first %s is a country, the second an example of a ZIP code there */
    rg_error_set_invalid (error, "postcode", _ ("A ZIP code in this country (%s) looks like %s."), name, example);
  else
    return TRUE;
  return FALSE;
}

static gboolean
needs_state (const char *country)
{
  static const char *const countries[] = { "AU", "BR", "CA", "IN", "MX", "US", NULL };

  return country != NULL && g_strv_contains (countries, country);
}

/**
 * rg_address_check_field:
 * @address: an address
 * @column: the name of a column
 * @error: where to put what is wrong, with the field it is about
 *
 * Returns: whether that field may be as it is
 */
gboolean
rg_address_check_field (RgAddress *address, const char *column, GError **error)
{
  if (g_str_equal (column, "street") && rg_text_is_blank (address->street))
    rg_error_set_invalid (error, column, _ ("An address needs a street and number, or a box."));
  else if (g_str_equal (column, "city") && rg_text_is_blank (address->city))
    rg_error_set_invalid (error, column, _ ("An address needs a city."));
  else if (g_str_equal (column, "state") && rg_text_is_blank (address->state) && needs_state (address->country))
    rg_error_set_invalid (error, column, _ ("An address in this country needs a state."));
  else if (g_str_equal (column, "country") && !rg_text_is_blank (address->country)
           && !g_strv_contains (rg_country_list (), address->country))
    rg_error_set_invalid (error, column, _ ("“%s” is not a country; use a code such as DE."), address->country);
  else if (g_str_equal (column, "stop") && (address->stop < 0 || address->stop > 9999))
    rg_error_set_invalid (error, column, _ ("A stop is a number up to 9999; 0 means none."));
  else if (g_str_equal (column, "postcode"))
    return check_postcode (address, error);
  else
    return TRUE;
  return FALSE;
}

static void
add_reason (GPtrArray *reasons, GError *error)
{
  rg_reasons_add (reasons, error->message, NULL, NULL);
  g_error_free (error);
}

/* A ZIP code is doubtful when it lies in another state, or when others on file have another city with it. */
static gboolean
add_doubts (RgAddress *address, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_autofree char *postcode = rg_postcode_normalize (address->country, address->postcode);
  g_autofree char *text = NULL;
  g_autofree char *city = NULL;
  g_autoptr (GError) local = NULL;

  if (postcode == NULL || address->country == NULL)
    return TRUE;
  if (g_str_equal (address->country, "US"))
    {
      const char *zip_state = rg_postcode_get_us_state (postcode);
      const char *state = rg_us_state_from_text (address->state);

      if (zip_state == NULL)
        {
          text = g_strdup_printf (_ ("No ZIP code begins like %s."), postcode);
          rg_reasons_add (reasons, text, NULL, NULL);
          return TRUE;
        }
      if (state == NULL && !rg_text_is_blank (address->state))
        {
          text = g_strdup_printf (_ ("“%s” is not a state of the United States."), address->state);
          rg_reasons_add (reasons, text, NULL, NULL);
          return TRUE;
        }
      if (state != NULL && !g_str_equal (state, zip_state))
        {
          /* Translators: a ZIP code and two states */
          text = g_strdup_printf (_ ("The ZIP code %s lies in %s, not in %s."), postcode, zip_state, state);
          rg_reasons_add (reasons, text, NULL, NULL);
          return TRUE;
        }
    }
  city = rg_address_dup_usual_city (db, address->country, postcode, rg_record_get_id (RG_RECORD (address)), &local);
  if (rg_error_propagate (error, &local))
    return FALSE;
  if (city != NULL && !rg_text_is_blank (address->city))
    {
      g_autofree char *here = rg_text_fold (address->city);
      g_autofree char *there = rg_text_fold (city);

      if (!g_str_equal (g_strstrip (here), g_strstrip (there)))
        {
          /* Translators: a ZIP code and a city */
          text = g_strdup_printf (_ ("Other addresses on file have the ZIP code %s in %s."), postcode, city);
          rg_reasons_warn (reasons, text, NULL, NULL);
        }
    }
  return TRUE;
}

static gboolean
add_problems (RgAddress *address, RgDb *db, GPtrArray *reasons, GError **error)
{
  static const char *const columns[] = { "street", "city", "state", "postcode", "country" };
  guint before = reasons->len;

  if (rg_text_is_blank (address->country))
    rg_reasons_add (reasons, _ ("An address needs a country."), NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GError *local = NULL;

      if (!rg_address_check_field (address, columns[i], &local))
        add_reason (reasons, local);
    }
  return reasons->len > before || add_doubts (address, db, reasons, error);
}

static void
clean_address (RgAddress *address)
{
  g_autofree char *postcode = NULL;

  for (guint i = 0; i < rg_address_type.n_fields; i++)
    if (rg_address_type.fields[i].kind == RG_KIND_TEXT)
      rg_text_clean_in_place (&RG_RECORD_MEMBER (address, &rg_address_type.fields[i], char *));
  postcode = rg_postcode_normalize (address->country, address->postcode);
  if (postcode != NULL)
    g_set_str (&address->postcode, postcode);
}

static gboolean
is_same_place (RgAddress *a, RgAddress *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (place_columns); i++)
    if (!rg_record_is_field_equal (RG_RECORD (a), RG_RECORD (b),
                                   rg_record_type_find_field (&rg_address_type, place_columns[i])))
      return FALSE;
  return TRUE;
}

/* Exactly one address is the primary one: what was, is not any more. */
static gboolean
keep_one_primary (RgTxn *txn, RgAddress *address, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autoptr (GError) local = NULL;
  g_autoptr (RgAddress) primary
    = rg_address_primary (db, address->customer_id, rg_record_get_id (RG_RECORD (address)), &local);

  if (rg_error_propagate (error, &local))
    return FALSE;
  if (primary == NULL)
    {
      address->is_primary = TRUE;
      return TRUE;
    }
  if (!address->is_primary)
    return TRUE;
  primary->is_primary = FALSE;
  return rg_txn_update (txn, RG_RECORD (primary), error);
}

static gboolean
verify_now (RgTxn *txn, RgAddress *address, GError **error)
{
  g_autoptr (GPtrArray) reasons = rg_reasons_new ();

  if (!add_problems (address, rg_txn_get_db (txn), reasons, error))
    return FALSE;
  if (rg_reasons_prevent (reasons, TRUE))
    {
      g_autofree char *text = rg_reasons_dup_text (reasons);

      rg_error_set_invalid (error, "postcode", "%s", text);
      return FALSE;
    }
  address->verified_at = rg_txn_get_time (txn);
  return TRUE;
}

/**
 * rg_address_save:
 * @txn: a transaction
 * @address: an address, new or with its new values
 * @verify: whether to verify it as well
 * @error: where to put what went wrong
 *
 * The first address of a customer is the primary one. An address that becomes another place is not verified any more.
 *
 * Returns: whether it is on file
 */
gboolean
rg_address_save (RgTxn *txn, RgAddress *address, gboolean verify, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  gint64 id = rg_record_get_id (RG_RECORD (address));
  g_autoptr (RgSettings) settings = rg_settings_read (db, error);
  g_autoptr (RgAddress) old = NULL;

  if (settings == NULL || (id != 0 && (old = (RgAddress *) rg_db_load (db, &rg_address_type, id, error)) == NULL))
    return FALSE;
  clean_address (address);
  if (address->country == NULL)
    address->country = g_strdup (rg_settings_get (settings, RG_SETTING_COUNTRY));
  for (guint i = 0; i < rg_address_type.n_fields; i++)
    {
      const RgField *field = &rg_address_type.fields[i];

      if (old != NULL && is_same_place (old, address)
          && rg_record_is_field_equal (RG_RECORD (old), RG_RECORD (address), field))
        continue;
      if (!rg_address_check_field (address, field->column, error))
        return FALSE;
    }
  address->verified_at = old != NULL && is_same_place (old, address) ? old->verified_at : 0;
  if ((verify && !verify_now (txn, address, error)) || !keep_one_primary (txn, address, error))
    return FALSE;
  return old == NULL ? rg_txn_insert (txn, RG_RECORD (address), error)
                     : rg_txn_update (txn, RG_RECORD (address), error);
}

static void
set_words (RgTxn *txn, RgAddress *address)
{
  g_autofree char *line = rg_address_dup_line (address, address->country);

  rg_txn_set_words (txn, line);
}

static gboolean
add_address (RgAct *act, RgTxn *txn, GError **error)
{
  RgAddress *address = RG_ADDRESS (act->record);

  if (!rg_address_save (txn, address, act->flag, error))
    return FALSE;
  set_words (txn, address);
  for (guint i = 0; act->records != NULL && i < act->records->len; i++)
    if (RG_IS_NOTE (act->records->pdata[i])
        && !rg_note_insert_along (txn, act->records->pdata[i], address->customer_id, act->staff_id, error))
      return FALSE;
  return TRUE;
}

static gboolean
edit_address (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgRecord) file = rg_act_merge (act, rg_txn_get_db (txn), error);

  return file != NULL && add_address (act, txn, error);
}

static gboolean
add_orders (gint64 address_id, RgDb *db, GPtrArray *reasons, GError **error)
{
  g_autoptr (GPtrArray) orders = rg_address_orders (db, address_id, error);

  if (orders == NULL)
    return FALSE;
  for (guint i = 0; i < orders->len; i++)
    {
      RgOrder *order = orders->pdata[i];
      g_autofree char *text = NULL;

      if (!rg_order_is_open (order))
        continue;
      text = g_strdup_printf (_ ("Order %" PRId64 " is to go there."), order->number);
      rg_reasons_add (reasons, text, _ ("Give the order another address first."), NULL);
    }
  return TRUE;
}

static gboolean
why_not_remove (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  return add_orders (rg_record_get_id (act->record), db, reasons, error);
}

/* Orders that went there keep the address as text. */
static gboolean
detach_orders (RgTxn *txn, RgAddress *address, GError **error)
{
  g_autoptr (GPtrArray) orders = rg_address_orders (rg_txn_get_db (txn), rg_record_get_id (RG_RECORD (address)), error);

  for (guint i = 0; orders != NULL && i < orders->len; i++)
    {
      RgOrder *order = orders->pdata[i];

      if (order->ship_to == NULL)
        order->ship_to = rg_address_dup_lines (address, NULL);
      order->address_id = 0;
      if (!rg_txn_update (txn, RG_RECORD (order), error))
        return FALSE;
    }
  return orders != NULL;
}

/* Another address becomes the primary one in its place. */
static gboolean
delete_address (RgTxn *txn, RgAddress *address, GError **error)
{
  gint64 id = rg_record_get_id (RG_RECORD (address));
  g_autoptr (RgAddress) next = NULL;
  g_autoptr (GError) local = NULL;

  if (!detach_orders (txn, address, error) || !rg_txn_delete (txn, RG_RECORD (address), error))
    return FALSE;
  next = rg_address_newest (rg_txn_get_db (txn), address->customer_id, id, &local);
  if (rg_error_propagate (error, &local))
    return FALSE;
  if (!address->is_primary || next == NULL)
    return TRUE;
  next->is_primary = TRUE;
  return rg_txn_update (txn, RG_RECORD (next), error);
}

static gboolean
remove_address (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgAddress) address
    = (RgAddress *) rg_db_load (rg_txn_get_db (txn), &rg_address_type, rg_record_get_id (act->record), error);

  if (address == NULL)
    return FALSE;
  set_words (txn, address);
  return delete_address (txn, address, error);
}

/**
 * rg_address_is_blank:
 * @address: an address
 *
 * Returns: whether it says nothing of a place within its country
 */
gboolean
rg_address_is_blank (RgAddress *address)
{
  return rg_text_is_blank (address->street) && rg_text_is_blank (address->street2) && rg_text_is_blank (address->city)
         && rg_text_is_blank (address->postcode);
}

/**
 * rg_address_take_away:
 * @txn: a transaction
 * @address_id: an address on file that was emptied
 * @error: where to put why not: an open order may have to go there
 *
 * Returns: whether it is on file no more
 */
gboolean
rg_address_take_away (RgTxn *txn, gint64 address_id, GError **error)
{
  RgDb *db = rg_txn_get_db (txn);
  g_autoptr (RgAddress) address = (RgAddress *) rg_db_load (db, &rg_address_type, address_id, error);
  g_autoptr (GPtrArray) reasons = rg_reasons_new ();
  g_autofree char *text = NULL;

  if (address == NULL || !add_orders (address_id, db, reasons, error))
    return FALSE;
  if (reasons->len == 0)
    return delete_address (txn, address, error);
  text = rg_reasons_dup_text (reasons);
  rg_error_set_invalid (error, "street", "%s", text);
  return FALSE;
}

static gboolean
set_primary (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgAddress) address
    = (RgAddress *) rg_db_load (rg_txn_get_db (txn), &rg_address_type, rg_record_get_id (act->record), error);

  if (address == NULL)
    return FALSE;
  address->is_primary = TRUE;
  set_words (txn, address);
  g_set_object (&act->record, RG_RECORD (address));
  return keep_one_primary (txn, address, error) && rg_txn_update (txn, act->record, error);
}

static gboolean
why_not_verify (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error)
{
  return add_problems (RG_ADDRESS (act->record), db, reasons, error);
}

static gboolean
verify_address (RgAct *act, RgTxn *txn, GError **error)
{
  g_autoptr (RgAddress) address
    = (RgAddress *) rg_db_load (rg_txn_get_db (txn), &rg_address_type, rg_record_get_id (act->record), error);

  if (address == NULL || !verify_now (txn, address, error))
    return FALSE;
  set_words (txn, address);
  g_set_object (&act->record, RG_RECORD (address));
  return rg_txn_update (txn, act->record, error);
}

const RgOperation rg_address_add = {
  .name = "address.add",
  .label = N_ ("Add Address"),
  .past = N_ ("Address added"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .run = add_address,
};

const RgOperation rg_address_edit = {
  .name = "address.edit",
  .label = N_ ("Edit Address"),
  .past = N_ ("Address changed"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .run = edit_address,
};

const RgOperation rg_address_remove = {
  .name = "address.remove",
  .label = N_ ("Remove Address"),
  .past = N_ ("Address removed"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .why_not = why_not_remove,
  .run = remove_address,
};

const RgOperation rg_address_set_primary = {
  .name = "address.set-primary",
  .label = N_ ("Make Primary Address"),
  .past = N_ ("Primary address changed"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .run = set_primary,
};

const RgOperation rg_address_verify = {
  .name = "address.verify",
  .label = N_ ("Verify Address"),
  .past = N_ ("Address verified"),
  .right = { RG_AREA_CUSTOMERS, RG_SCOPE_EDIT },
  .why_not = why_not_verify,
  .run = verify_address,
};
