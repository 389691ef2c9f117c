/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rg-address-data.h"
#include "rg-cancellation.h"
#include "rg-country.h"
#include "rg-customer-check.h"
#include "rg-customer-data.h"
#include "rg-customer-tag.h"
#include "rg-error.h"
#include "rg-import-private.h"
#include "rg-tag-data.h"
#include "rg-text.h"

/* Rows of customers, each with one address and tags. */

static const RgCsvTarget targets[] = {
  { "number", N_ ("Customer number"), RG_CSV_KIND_NUMBER,
    "number|customer no|customer nr|account number|account no|kundennummer|kundennr|numero client|no" },
  { "external_id", N_ ("Imported as"), RG_CSV_KIND_TEXT,
    "customer id|id|external id|client id|account id|contact id|kunden id|key|code|customer number|customer no|"
    "customer nr|account number|account no|kundennummer|kundennr|numero client" },
  { "first_name", N_ ("First name"), RG_CSV_KIND_TEXT, "forename|given name|vorname|prenom|nombre|nome" },
  { "last_name", N_ ("Last name"), RG_CSV_KIND_TEXT, "surname|family name|nachname|nom|apellido|cognome|lastname" },
  { "contact_name", N_ ("First and last name"), RG_CSV_KIND_TEXT,
    "contact name|full name|name|customer name|contact|contact person|ansprechpartner|nom complet" },
  { "business_name", N_ ("Business name"), RG_CSV_KIND_TEXT,
    "company name|company|business|organisation|organization|firma|firm|societe|entreprise|empresa" },
  { "email", N_ ("Email"), RG_CSV_KIND_EMAIL, "e mail|email address|mail|e mail address|courriel|correo" },
  { "phone", N_ ("Phone"), RG_CSV_KIND_PHONE,
    "telephone|phone number|mobile|mobile phone|cell|cell phone|home phone|tel|telefon|telefono|handy" },
  { "phone_extension", N_ ("Phone extension"), RG_CSV_KIND_TEXT, "extension|ext" },
  { "work_phone", N_ ("Work phone"), RG_CSV_KIND_PHONE, "business phone|office phone|phone 2|telefon geschaftlich" },
  { "work_phone_extension", N_ ("Work phone extension"), RG_CSV_KIND_TEXT, NULL },
  { "fax", N_ ("Fax"), RG_CSV_KIND_TEXT, "fax number|telefax" },
  { "fax_extension", N_ ("Fax extension"), RG_CSV_KIND_TEXT, NULL },
  { "street", N_ ("Street"), RG_CSV_KIND_TEXT,
    "address|address 1|address line 1|street address|street 1|strasse|adresse|rue|calle|direccion|indirizzo" },
  { "street2", N_ ("Street, second line"), RG_CSV_KIND_TEXT, "address 2|address line 2|street 2|adresszusatz" },
  { "city", N_ ("City"), RG_CSV_KIND_TEXT, "town|ort|stadt|ville|ciudad|citta|locality" },
  { "state", N_ ("State"), RG_CSV_KIND_TEXT, "region|province|county|bundesland|estado|provincia" },
  { "postcode", N_ ("ZIP code"), RG_CSV_KIND_TEXT,
    "zip|postal code|postcode|post code|plz|postleitzahl|code postal|cap" },
  { "country", N_ ("Country"), RG_CSV_KIND_TEXT, "land|pays|pais|paese|nation|country code" },
  { "route", N_ ("Route"), RG_CSV_KIND_TEXT, "delivery route|tour" },
  { "stop", N_ ("Stop"), RG_CSV_KIND_NUMBER, "stop number" },
  { "status", N_ ("Status"), RG_CSV_KIND_TEXT, "account status|customer status" },
  { "type", N_ ("Type"), RG_CSV_KIND_TEXT, "customer type|kind" },
  { "user_type", N_ ("User type"), RG_CSV_KIND_TEXT, NULL },
  { "account_type", N_ ("Account type"), RG_CSV_KIND_TEXT, NULL },
  { "segment", N_ ("Segment"), RG_CSV_KIND_TEXT, "customer segment|customer group|kundengruppe" },
  { "wholesale_discount", N_ ("Wholesale discount"), RG_CSV_KIND_TEXT, "discount|rabatt" },
  { "language", N_ ("Language"), RG_CSV_KIND_TEXT, "language code|sprache" },
  { "currency", N_ ("Currency"), RG_CSV_KIND_TEXT, "currency code|wahrung" },
  { "contact_by_email", N_ ("Contact by email"), RG_CSV_KIND_TEXT, "newsletter|email opt in" },
  { "contact_by_phone", N_ ("Contact by phone"), RG_CSV_KIND_TEXT, NULL },
  { "contact_by_sms", N_ ("Contact by SMS"), RG_CSV_KIND_TEXT, "sms opt in" },
  { "contact_by_post", N_ ("Contact by post"), RG_CSV_KIND_TEXT, NULL },
  { "date_of_birth", N_ ("Date of birth"), RG_CSV_KIND_DATE, "birthday|birth date|dob|born|geburtstag|geburtsdatum" },
  { "legal_name", N_ ("Company legal name"), RG_CSV_KIND_TEXT, "legal name" },
  { "tax_id", N_ ("Tax ID / VAT number"), RG_CSV_KIND_TEXT, "tax id|vat|vat number|vat id|ust id|ustid|siren" },
  { "registration_number", N_ ("Registration number"), RG_CSV_KIND_TEXT, "company number" },
  { "business_type", N_ ("Business type"), RG_CSV_KIND_TEXT, "legal form|rechtsform" },
  { "industry", N_ ("Industry"), RG_CSV_KIND_TEXT, "sector|branche" },
  { "payment_terms", N_ ("Payment terms"), RG_CSV_KIND_TEXT, "terms" },
  { "cardboard_only", N_ ("Show Cardboard only icon on label"), RG_CSV_KIND_TEXT, NULL },
  { "no_plastic", N_ ("No plastic packing icon"), RG_CSV_KIND_TEXT, NULL },
  { "force_ground", N_ ("Force Ground or 2-day Air"), RG_CSV_KIND_TEXT, NULL },
  { "force_third_party", N_ ("Force 3rd Party Shipping"), RG_CSV_KIND_TEXT, NULL },
  { "alert_next_order", N_ ("Generate Alert on Next Order"), RG_CSV_KIND_TEXT, NULL },
  { "vip_label", N_ ("Print VIP icon on label"), RG_CSV_KIND_TEXT, NULL },
  { "extra_dry_ice", N_ ("Extra Dry Ice"), RG_CSV_KIND_TEXT, NULL },
  { "private_instructions", N_ ("Private Delivery Instructions"), RG_CSV_KIND_TEXT,
    "delivery instructions|driver instructions|delivery notes" },
  { "special_instructions", N_ ("Special Instructions"), RG_CSV_KIND_TEXT, "instructions" },
  { "registered_at", N_ ("Registered"), RG_CSV_KIND_DATE,
    "registered|registration date|customer since|created|created at" },
  { "last_login_at", N_ ("Last login"), RG_CSV_KIND_DATE, "last login date|last seen|letzte anmeldung" },
  { "last_login_from", N_ ("Last login from"), RG_CSV_KIND_TEXT, "last ip|last login ip" },
  { "password_reset_at", N_ ("Password last reset"), RG_CSV_KIND_DATE, "password reset|password changed" },
  { "tags", N_ ("Tags"), RG_CSV_KIND_TEXT, "labels|tag|groups|categories" },
};

/* Targets that are not a field of the customer or of the address just as they stand. */
static const char *const own_code[]
  = { "external_id", "number", "contact_name", "country", "currency", "tags", "type", NULL };

static gboolean
is_of_address (const char *name)
{
  static const char *const names[] = { "street", "street2", "city", "state", "postcode", "route", "stop", NULL };

  return g_strv_contains (names, name);
}

/* The last word is the last name, and what stands before a comma is too. */
static void
split_name (RgImportRun *run, int target, RgCustomer *customer)
{
  g_autofree char *name = rg_text_clean (rg_import_get_text (run, target));
  char *comma = strchr (name, ',');
  char *blank = strrchr (name, ' ');

  if (*name == '\0')
    return;
  if (comma != NULL && comma[1] != '\0')
    {
      *comma = '\0';
      rg_import_set_text (run, target, &customer->first_name, g_strstrip (comma + 1));
      rg_import_set_text (run, target, &customer->last_name, g_strstrip (name));
    }
  else if (blank != NULL)
    {
      *blank = '\0';
      rg_import_set_text (run, target, &customer->first_name, name);
      rg_import_set_text (run, target, &customer->last_name, blank + 1);
    }
  else
    rg_import_set_text (run, target, &customer->last_name, name);
}

static gboolean
set_country (RgImportRun *run, int target, RgAddress *address)
{
  const char *text = rg_import_get_text (run, target);
  g_autofree char *code = NULL;

  if (*text == '\0')
    return TRUE;
  code = rg_country_from_text (text);
  if (code == NULL)
    {
      rg_import_set_reason (run, _ ("“%s” is not a country."), text);
      return FALSE;
    }
  return rg_import_set_text (run, target, &address->country, code);
}

static gboolean
set_type (RgImportRun *run, int target, RgCustomer *customer)
{
  if (*rg_import_get_text (run, target) != '\0')
    return rg_import_set_field (run, RG_RECORD (customer), "type", target);
  if (!run->on_file && customer->business_name != NULL)
    customer->type = RG_CUSTOMER_TYPE_BUSINESS;
  return TRUE;
}

/* All cells of the row into the customer and the address. */
static gboolean
set_cells (RgImportRun *run, RgCustomer *customer, RgAddress *address)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      const char *name = targets[i].name;

      if (run->column_of[i] < 0 || g_strv_contains (own_code, name))
        continue;
      if (!rg_import_set_field (run, is_of_address (name) ? RG_RECORD (address) : RG_RECORD (customer), name, (int) i))
        return FALSE;
    }
  split_name (run, rg_import_find_target (run, "contact_name"), customer);
  return set_country (run, rg_import_find_target (run, "country"), address)
         && (*rg_import_get_named (run, "currency") == '\0' /* that of the business, whichever it is */
             || rg_import_read_currency (run, rg_import_find_target (run, "currency"), &customer->currency))
         && set_type (run, rg_import_find_target (run, "type"), customer);
}

/* What the rules of a customer's record say to what is in the file; what was on file already is not its fault. */
static gboolean
check_customer (RgImportRun *run, RgCustomer *customer)
{
  static const char *const checked[]
    = { "email", "phone",         "phone_extension", "work_phone", "work_phone_extension",
        "fax",   "date_of_birth", "language",        NULL };
  gboolean incomplete = customer->incomplete;
  g_autoptr (GError) error = NULL;

  /* Data from elsewhere may lack what a new account must have; it is marked as to be completed then. */
  customer->incomplete = TRUE;
  for (guint i = 0; checked[i] != NULL && error == NULL; i++)
    if (*rg_import_get_named (run, checked[i]) != '\0')
      rg_customer_check_field (customer, checked[i], run->today, &error);
  customer->incomplete = incomplete;
  if (error != NULL)
    {
      rg_import_set_reason (run, "%s", error->message);
      return FALSE;
    }
  if (customer->first_name == NULL && customer->last_name == NULL && customer->business_name == NULL
      && customer->legal_name == NULL && customer->email == NULL)
    {
      rg_import_set_reason (run, "%s", _ ("There is no name in this row."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
find_by_phone (RgImportRun *run, RgCustomer **old, GError **error)
{
  const char *phone = rg_import_get_named (run, "phone");
  g_autoptr (RgCustomer) typed = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GPtrArray) same = NULL;

  if (*phone == '\0')
    return TRUE;
  typed = g_object_new (RG_TYPE_CUSTOMER, NULL);
  rg_import_set_field (run, RG_RECORD (typed), "first_name", rg_import_find_target (run, "first_name"));
  rg_import_set_field (run, RG_RECORD (typed), "last_name", rg_import_find_target (run, "last_name"));
  rg_import_set_field (run, RG_RECORD (typed), "business_name", rg_import_find_target (run, "business_name"));
  split_name (run, rg_import_find_target (run, "contact_name"), typed);
  run->changed = FALSE;
  name = rg_customer_dup_display_name (typed);
  folded = rg_text_fold (name);
  same = rg_customer_find_same (run->db, NULL, phone, 0, error);
  for (guint i = 0; same != NULL && i < same->len && *old == NULL; i++)
    {
      g_autofree char *other = rg_customer_dup_display_name (same->pdata[i]);
      g_autofree char *other_folded = rg_text_fold (other);

      if (g_str_equal (folded, other_folded))
        *old = g_object_ref (same->pdata[i]);
    }
  return same != NULL;
}

/* Kinds of keys, the strongest first. */
enum
{
  KEY_EXTERNAL = 1 << 0,
  KEY_NUMBER = 1 << 1,
  KEY_EMAIL = 1 << 2,
  KEY_ALL = 1 << 3,
};

/* The strongest key that the row has; rows without any are told apart by all that is in them. */
static char *
make_key (RgImportRun *run, const char *external_id, gint64 number, const char *email, guint *kind)
{
  *kind = external_id != NULL ? KEY_EXTERNAL : number != 0 ? KEY_NUMBER : email != NULL ? KEY_EMAIL : KEY_ALL;
  if (external_id != NULL)
    return g_strconcat ("x", external_id, NULL);
  if (number != 0)
    return g_strdup_printf ("n%" G_GINT64_FORMAT, number);
  if (email != NULL)
    {
      g_autofree char *folded = g_utf8_casefold (email, -1);

      return g_strconcat ("e", folded, NULL);
    }
  return g_strjoinv ("\x1f", run->row->fields);
}

/* Whether the row may be about somebody on file. When nobody was there, it can only be about one of those who came in
 * since under a key of another kind, because the same key twice is a duplicate. */
static gboolean
may_be_on_file (RgImportRun *run, gint64 number, const char *email, guint kind)
{
  if (!run->none_on_file)
    return TRUE;
  if (run->txn == NULL)
    return FALSE;
  if (number != 0)
    return number <= run->highest_number;
  if (kind == KEY_ALL)
    return *rg_import_get_named (run, "phone") != '\0';
  return email != NULL && (run->keys & ~kind) != 0;
}

static gboolean
find_on_file (RgImportRun *run,
              const char *external_id,
              gint64 number,
              const char *email,
              guint kind,
              RgCustomer **found,
              RgAddress **address,
              GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!may_be_on_file (run, number, email, kind))
    return TRUE;
  if (run->txn != NULL && number == 0 && !rg_txn_need_indexes (run->txn, error))
    return FALSE;
  *found = rg_import_find_customer (run->db, external_id, number, email, &local);
  if (local == NULL && *found == NULL && kind == KEY_ALL)
    find_by_phone (run, found, &local);
  if (local == NULL && *found != NULL)
    *address = rg_address_primary (run->db, rg_record_get_id (RG_RECORD (*found)), 0, &local);
  return !rg_error_propagate (error, &local);
}

static gboolean
add_tag (RgImportRun *run, gint64 customer_id, const char *name, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RgTag) tag = rg_tag_find (run->db, name, &local);
  g_autoptr (RgCustomerTag) given = NULL;
  gint64 existing = 0;

  if (rg_error_propagate (error, &local))
    return FALSE;
  if (tag == NULL)
    {
      tag = g_object_new (RG_TYPE_TAG, "name", name, NULL);
      if (!rg_txn_insert (run->txn, RG_RECORD (tag), error))
        return FALSE;
    }
  if (!rg_tag_find_on_customer (run->db, customer_id, rg_record_get_id (RG_RECORD (tag)), &existing, error))
    return FALSE;
  if (existing != 0)
    return TRUE;
  given = g_object_new (RG_TYPE_CUSTOMER_TAG, NULL);
  given->customer_id = customer_id;
  given->tag_id = rg_record_get_id (RG_RECORD (tag));
  given->added_at = rg_txn_get_time (run->txn);
  return rg_txn_insert (run->txn, RG_RECORD (given), error);
}

static gboolean
write_tags (RgImportRun *run, gint64 customer_id, GError **error)
{
  const char *text = rg_import_get_named (run, "tags");
  g_auto (GStrv) names = g_strsplit_set (text, ",;|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = rg_text_clean (names[i]);

      if (*name != '\0' && !add_tag (run, customer_id, name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_address_empty (RgAddress *address)
{
  return address->street == NULL && address->street2 == NULL && address->city == NULL && address->postcode == NULL
         && address->state == NULL && address->country == NULL;
}

/* Whoever is cancelled has a cancellation; what the file does not tell of it can be put right afterwards. */
static gboolean
write_cancellation (RgImportRun *run, gint64 customer_id, GError **error)
{
  g_autoptr (RgCancellation) cancellation
    = g_object_new (RG_TYPE_CANCELLATION, "customer-id", customer_id, "reason", RG_CANCELLATION_REASON_OTHER,
                    "other-reason", _ ("Import"), NULL);

  cancellation->day = run->today;
  cancellation->created_at = rg_txn_get_time (run->txn);
  return rg_txn_insert (run->txn, RG_RECORD (cancellation), error);
}

static gboolean
write_row (RgImportRun *run, RgCustomer *customer, RgAddress *address, RgCustomerStatus before, GError **error)
{
  RgRecord *record = RG_RECORD (customer);

  if (run->on_file)
    {
      if (customer->incomplete && rg_customer_is_complete (customer))
        customer->incomplete = FALSE;
      if (!rg_txn_update (run->txn, record, error))
        return FALSE;
    }
  else
    {
      customer->incomplete = !rg_customer_is_complete (customer);
      if (customer->registered_at == 0)
        customer->registered_at = rg_txn_get_time (run->txn);
      if (customer->language == NULL)
        customer->language = g_strdup (rg_settings_get (run->settings, RG_SETTING_LANGUAGE));
      if ((customer->number == 0 && !rg_customer_next_number (run->db, &customer->number, error))
          || !rg_txn_insert (run->txn, record, error))
        return FALSE;
    }
  if (customer->status == RG_CUSTOMER_STATUS_CANCELLED && before != RG_CUSTOMER_STATUS_CANCELLED
      && !write_cancellation (run, rg_record_get_id (record), error))
    return FALSE;
  if (!is_address_empty (address))
    {
      if (address->country == NULL)
        address->country = g_strdup (rg_settings_get (run->settings, RG_SETTING_COUNTRY));
      address->customer_id = rg_record_get_id (record);
      if (rg_record_get_id (RG_RECORD (address)) == 0)
        {
          address->is_primary = TRUE;
          if (!rg_txn_insert (run->txn, RG_RECORD (address), error))
            return FALSE;
        }
      else if (!rg_txn_update (run->txn, RG_RECORD (address), error))
        return FALSE;
    }
  return run->column_of[rg_import_find_target (run, "tags")] < 0 || write_tags (run, rg_record_get_id (record), error);
}

static gboolean
count_similar (RgImportRun *run, RgCustomer *customer, RgAddress *address, GError **error)
{
  gboolean similar = FALSE;

  if (!run->none_on_file && !rg_customer_has_similar (run->db, customer, address->postcode, &similar, error))
    return FALSE;
  run->n_similar += similar;
  return TRUE;
}

static int
import_row (RgImportRun *run, GError **error)
{
  const char *text = rg_import_get_named (run, "external_id");
  g_autofree char *external_id = *text != '\0' ? g_strdup (text) : NULL;
  g_autofree char *email = g_strdup (rg_import_get_named (run, "email"));
  g_autofree char *key = NULL;
  g_autoptr (RgCustomer) customer = NULL;
  g_autoptr (RgAddress) address = NULL;
  RgCustomerStatus before;
  gint64 number = 0;
  guint kind;

  if (!rg_import_read_int (run, rg_import_find_target (run, "number"), &number))
    return RG_IMPORT_BAD;
  if (*email == '\0')
    g_clear_pointer (&email, g_free);
  key = make_key (run, external_id, number, email, &kind);
  if (!rg_import_seen_add (run->seen, key))
    {
      rg_import_set_reason (run, _ ("This customer is in the file twice: %s"),
                            external_id != NULL ? external_id
                            : email != NULL     ? email
                                                : rg_import_get_named (run, "number"));
      return RG_IMPORT_DUPLICATE;
    }
  if (!find_on_file (run, external_id, number, email, kind, &customer, &address, error))
    return -1;
  run->on_file = customer != NULL;
  if (customer == NULL)
    {
      customer = g_object_new (RG_TYPE_CUSTOMER, NULL);
      customer->number = MAX (number, 0);
    }
  if (address == NULL)
    address = g_object_new (RG_TYPE_ADDRESS, NULL);
  if (external_id != NULL)
    rg_import_set_text (run, rg_import_find_target (run, "external_id"), &customer->external_id, external_id);
  before = customer->status;
  if (!set_cells (run, customer, address) || !check_customer (run, customer))
    return RG_IMPORT_BAD;
  if (run->txn != NULL && (!run->on_file || run->changed || *rg_import_get_named (run, "tags") != '\0')
      && !write_row (run, customer, address, before, error))
    return -1;
  if (!run->on_file)
    {
      if (run->txn == NULL && !count_similar (run, customer, address, error))
        return -1;
      run->keys |= email != NULL ? kind : 0;
      run->highest_number = MAX (run->highest_number, customer->number);
    }
  return !run->on_file ? RG_IMPORT_NEW : run->changed ? RG_IMPORT_CHANGED : RG_IMPORT_SAME;
}

const RgImportType rg_import_customers = {
  .name = "customers",
  .label = N_ ("Customers"),
  .targets = targets,
  .n_targets = G_N_ELEMENTS (targets),
  .needed = "first_name|last_name|contact_name|business_name|email",
  .needed_words = N_ ("Say which column has the name of the customer."),
  .row = import_row,
};
