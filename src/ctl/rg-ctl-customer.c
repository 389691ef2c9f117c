/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <inttypes.h>

#include "rg-address.h"
#include "rg-contact.h"
#include "rg-ctl-print.h"
#include "rg-customer-data.h"
#include "rg-customer-tag.h"
#include "rg-figures-data.h"
#include "rg-future.h"
#include "rg-money.h"
#include "rg-search.h"
#include "rg-tag-data.h"

/* Customers: finding, showing, adding and editing them. */

#define DEFAULT_LIMIT 50
#define MAX_ROWS 1000

static const RgCtlOption search_options[] = {
  { "status", "STATUS", N_ ("active, inactive, cancelled or any (active)") },
  { "type", "TYPE", N_ ("individual or business") },
  { "user-type", "TYPE", N_ ("customer, employee or debtor") },
  { "account-type", "TYPE", N_ ("What the account is for") },
  { "segment", "SEGMENT", N_ ("regular, vip, wholesale or corporate") },
  { "reason", "REASON", N_ ("Why they cancelled") },
  { "tag", "NAME", N_ ("Only those with this tag") },
  { "owing", NULL, N_ ("Only those who owe") },
  { "incomplete", NULL, N_ ("Only those to be completed") },
  { "due", "DATE", N_ ("Only those with a reminder due by then") },
  { "birthday", "DATE", N_ ("Only those with a birthday in the week from then on") },
  { "sort", "ORDER", N_ ("activity, name or number") },
  { "limit", "N", N_ ("How many rows at most (50)") },
  { "offset", "N", N_ ("How many rows to pass over") },
  { NULL },
};

typedef struct
{
  RgCustomerFilter *filter;
  const char *tag;
  guint limit;
  guint offset;
  guint count;
  GPtrArray *rows;
} Search;

static GObject *
search_job (RgDb *db, gpointer data, GError **error)
{
  Search *search = data;

  if (search->tag != NULL)
    {
      g_autoptr (RgTag) tag = rg_tag_find (db, search->tag, error);

      if (tag == NULL)
        {
          if (*error == NULL)
            g_set_error (error, RG_ERROR, RG_ERROR_NOT_FOUND, _ ("There is no tag “%s”."), search->tag);
          return NULL;
        }
      search->filter->tag_id = rg_record_get_id (RG_RECORD (tag));
    }
  if (rg_search_count (db, search->filter, 0, &search->count, error))
    search->rows = rg_search_page (db, search->filter, 0, search->offset, search->limit, error);
  return NULL;
}

/* An option that may be one of @words. */
static gboolean
read_word (RgCtl *ctl, const char *option, const RgWords *words, gboolean *has, guint *value, GError **error)
{
  if (!rg_ctl_has (ctl, option))
    return TRUE;
  *has = TRUE;
  return rg_ctl_get_word (ctl, option, words, value, error);
}

static gboolean
read_filter (RgCtl *ctl, RgCustomerFilter *filter, GError **error)
{
  const char *status = rg_ctl_get (ctl, "status");
  gboolean unused = FALSE;

  filter->text = rg_ctl_join (ctl, 0);
  filter->owing = rg_ctl_has (ctl, "owing");
  filter->incomplete = rg_ctl_has (ctl, "incomplete");
  filter->any_status = status != NULL && g_str_equal (status, "any");
  return (filter->any_status
          || read_word (ctl, "status", &rg_customer_status_words, &unused, (guint *) &filter->status, error))
         && read_word (ctl, "type", &rg_customer_type_words, &filter->has_type, (guint *) &filter->type, error)
         && read_word (ctl, "user-type", &rg_user_type_words, &filter->has_user_type, (guint *) &filter->user_type,
                       error)
         && read_word (ctl, "account-type", &rg_account_type_words, &filter->has_account_type,
                       (guint *) &filter->account_type, error)
         && read_word (ctl, "segment", &rg_segment_words, &filter->has_segment, (guint *) &filter->segment, error)
         && read_word (ctl, "reason", &rg_cancellation_reason_words, &filter->has_reason, (guint *) &filter->reason,
                       error)
         && read_word (ctl, "sort", &rg_customer_sort_words, &unused, (guint *) &filter->sort, error)
         && rg_ctl_get_day (ctl, "due", &filter->due_by, error)
         && rg_ctl_get_day (ctl, "birthday", &filter->birthday_from, error);
}

static void
print_found (RgCtl *ctl, Search *search)
{
  static const char *const headings[]
    = { N_ ("Number"), N_ ("Name"), N_ ("Business"), N_ ("Email"), N_ ("Phone"), NULL };
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);

  if (ctl->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "count", search->count);
      json_object_set_member (object, "customers", rg_ctl_records_to_json (search->rows));
      rg_ctl_print_object (object);
      return;
    }
  for (guint i = 0; i < search->rows->len; i++)
    {
      RgCustomer *customer = search->rows->pdata[i];
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, customer->number);
      g_autofree char *name = rg_customer_dup_display_name (customer);

      rg_ctl_table_add (table, number, name, customer->business_name != NULL ? customer->business_name : "",
                        customer->email != NULL ? customer->email : "", customer->phone, NULL);
    }
  rg_ctl_table_print (table);
  if (search->rows->len < search->count)
    rg_ctl_print (_ ("%u of %u customers"), search->rows->len, search->count);
  else
    rg_ctl_print (ngettext ("%u customer", "%u customers", search->count), search->count);
}

static gboolean
run_search (RgCtl *ctl, GError **error)
{
  g_autoptr (RgCustomerFilter) filter = g_object_new (RG_TYPE_CUSTOMER_FILTER, NULL);
  Search search = { filter, rg_ctl_get (ctl, "tag") };
  gboolean ok;

  if (!read_filter (ctl, filter, error) || !rg_ctl_get_count (ctl, "limit", DEFAULT_LIMIT, &search.limit, error)
      || !rg_ctl_get_count (ctl, "offset", 0, &search.offset, error))
    return FALSE;
  ok = rg_future_wait (rg_desk_read (ctl->desk, search_job, &search, NULL), error);
  if (ok)
    print_found (ctl, &search);
  g_clear_pointer (&search.rows, g_ptr_array_unref);
  return ok;
}

/* All that "show" tells of a customer. */
typedef struct
{
  gint64 customer_id;
  const char *currency;
  GPtrArray *addresses;
  GPtrArray *contacts;
  GPtrArray *tags; /* of char* */
  GPtrArray *balances;
  RgFigures *figures;
} Whole;

static void
whole_clear (Whole *whole)
{
  g_clear_pointer (&whole->addresses, g_ptr_array_unref);
  g_clear_pointer (&whole->contacts, g_ptr_array_unref);
  g_clear_pointer (&whole->tags, g_ptr_array_unref);
  g_clear_pointer (&whole->balances, g_ptr_array_unref);
  g_clear_object (&whole->figures);
}

static GObject *
read_whole (RgDb *db, gpointer data, GError **error)
{
  Whole *whole = data;
  g_autoptr (GPtrArray) tags = rg_customer_rows (db, &rg_customer_tag_type, whole->customer_id, MAX_ROWS, error);

  if (tags == NULL)
    return NULL;
  whole->tags = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < tags->len; i++)
    {
      g_autoptr (RgTag) tag = (RgTag *) rg_db_load (db, &rg_tag_type, RG_CUSTOMER_TAG (tags->pdata[i])->tag_id, error);

      if (tag == NULL)
        return NULL;
      g_ptr_array_add (whole->tags, g_strdup (tag->name));
    }
  if ((whole->addresses = rg_customer_rows (db, &rg_address_type, whole->customer_id, MAX_ROWS, error)) == NULL
      || (whole->contacts = rg_customer_rows (db, &rg_contact_type, whole->customer_id, MAX_ROWS, error)) == NULL
      || (whole->balances = rg_figures_read_balances (db, whole->customer_id, error)) == NULL)
    return NULL;
  whole->figures = rg_figures_read (db, whole->customer_id, whole->currency, error);
  return NULL;
}

static JsonNode *
whole_to_json (RgCustomer *customer, Whole *whole)
{
  JsonNode *node = rg_record_to_json (RG_RECORD (customer));
  JsonObject *object = json_node_get_object (node);
  JsonArray *tags = json_array_new ();
  JsonArray *balances = json_array_new ();

  for (guint i = 0; i < whole->tags->len; i++)
    json_array_add_string_element (tags, whole->tags->pdata[i]);
  for (guint i = 0; i < whole->balances->len; i++)
    {
      RgFigures *figures = whole->balances->pdata[i];
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "currency", figures->currency);
      json_object_set_int_member (one, "balance", figures->balance);
      json_object_set_int_member (one, "pending", figures->pending);
      json_object_set_int_member (one, "lifetime", figures->lifetime);
      json_object_set_int_member (one, "orders", figures->n_orders);
      json_array_add_object_element (balances, one);
    }
  json_object_set_array_member (object, "tags", tags);
  json_object_set_array_member (object, "figures", balances);
  json_object_set_member (object, "addresses", rg_ctl_records_to_json (whole->addresses));
  json_object_set_member (object, "contacts", rg_ctl_records_to_json (whole->contacts));
  return node;
}

static void
print_figure (const char *label, gint64 amount, const char *currency)
{
  g_autofree char *text = rg_money_format (amount, currency);

  rg_ctl_print ("%s: %s", label, text);
}

static void
print_whole (RgCustomer *customer, Whole *whole)
{
  rg_ctl_print_record (RG_RECORD (customer));
  for (guint i = 0; i < whole->addresses->len; i++)
    {
      rg_ctl_print ("\n%s",
                    RG_ADDRESS (whole->addresses->pdata[i])->is_primary ? _ ("Primary address") : _ ("Address"));
      rg_ctl_print_record (whole->addresses->pdata[i]);
    }
  for (guint i = 0; i < whole->contacts->len; i++)
    {
      rg_ctl_print ("\n%s", _ ("Contact"));
      rg_ctl_print_record (whole->contacts->pdata[i]);
    }
  if (whole->tags->len > 0)
    {
      g_autofree char *tags = NULL;

      g_ptr_array_add (whole->tags, NULL);
      tags = g_strjoinv (", ", (char **) whole->tags->pdata);
      rg_ctl_print ("\n%s: %s", _ ("Tags"), tags);
    }
  rg_ctl_print ("%s", "");
  print_figure (_ ("Pending payments"), whole->figures->pending, whole->figures->currency);
  for (guint i = 0; i < whole->balances->len; i++)
    print_figure (_ ("Account balance"), RG_FIGURES (whole->balances->pdata[i])->balance,
                  RG_FIGURES (whole->balances->pdata[i])->currency);
  print_figure (_ ("Lifetime sales"), whole->figures->lifetime, whole->figures->currency);
  rg_ctl_print ("%s: %" G_GINT64_FORMAT, _ ("Orders"), whole->figures->n_orders);
}

static gboolean
run_show (RgCtl *ctl, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);
  Whole whole = { 0 };
  gboolean ok;

  if (customer == NULL)
    return FALSE;
  whole.customer_id = rg_record_get_id (RG_RECORD (customer));
  whole.currency = customer->currency != NULL ? customer->currency
                                              : rg_settings_get (rg_desk_get_settings (ctl->desk), RG_SETTING_CURRENCY);
  ok = rg_future_wait (rg_desk_read (ctl->desk, read_whole, &whole, NULL), error);
  if (ok && ctl->json)
    rg_ctl_print_json (whole_to_json (customer, &whole));
  else if (ok)
    print_whole (customer, &whole);
  whole_clear (&whole);
  return ok;
}

/* Sets the fields that were typed; those that begin with "address." make an address. */
static gboolean
set_fields (RgCtl *ctl, guint from, RgAct *act, GError **error)
{
  g_autoptr (RgAddress) address = NULL;

  for (guint i = from; i < ctl->n_args; i++)
    {
      if (!g_str_has_prefix (ctl->args[i], "address."))
        {
          if (!rg_ctl_set_fields (act->record, ctl->args[i], error))
            return FALSE;
          continue;
        }
      if (address == NULL)
        address = g_object_new (RG_TYPE_ADDRESS, NULL);
      if (!rg_ctl_set_fields (RG_RECORD (address), ctl->args[i] + strlen ("address."), error))
        return FALSE;
    }
  if (address == NULL)
    return TRUE;
  rg_act_add_record (act, g_object_ref (RG_RECORD (address)));
  return TRUE;
}

static gboolean
run_add (RgCtl *ctl, GError **error)
{
  g_autoptr (RgCustomer) customer = g_object_new (RG_TYPE_CUSTOMER, NULL);
  g_autoptr (RgAct) act
    = rg_act_new_record (rg_ctl_has (ctl, "quick") ? &rg_customer_quick_add : &rg_customer_add, RG_RECORD (customer));

  if (!set_fields (ctl, 0, act, error) || !rg_ctl_perform (ctl, act, error))
    return FALSE;
  if (ctl->json)
    rg_ctl_print_done (ctl, act);
  else
    rg_ctl_print (_ ("Customer %" PRId64 " added (entry %" PRId64 ")."), RG_CUSTOMER (act->record)->number,
                  act->entry_id);
  return TRUE;
}

static gboolean
run_edit (RgCtl *ctl, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);
  g_autoptr (RgAct) act = NULL;

  if (customer == NULL)
    return FALSE;
  act = rg_act_new_edit (&rg_customer_edit, RG_RECORD (customer), RG_RECORD (customer));
  if (!set_fields (ctl, 1, act, error) || !rg_ctl_perform (ctl, act, error))
    return FALSE;
  rg_ctl_print_done (ctl, act);
  return TRUE;
}

/* "NUMBER [REASON…]" */
static gboolean
do_to_customer (RgCtl *ctl, const RgOperation *operation, GError **error)
{
  g_autoptr (RgCustomer) customer = rg_ctl_find_customer (ctl, ctl->args[0], error);
  g_autoptr (RgAct) act = customer != NULL ? rg_act_new (operation, rg_record_get_id (RG_RECORD (customer))) : NULL;

  if (act != NULL && ctl->n_args > 1)
    act->text = rg_ctl_join (ctl, 1);
  return act != NULL && rg_ctl_finish (ctl, act, error);
}

static gboolean
run_deactivate (RgCtl *ctl, GError **error)
{
  return do_to_customer (ctl, &rg_customer_deactivate, error);
}

static gboolean
run_reactivate (RgCtl *ctl, GError **error)
{
  return do_to_customer (ctl, &rg_customer_reactivate, error);
}

static gboolean
run_delete (RgCtl *ctl, GError **error)
{
  return do_to_customer (ctl, &rg_customer_delete, error);
}

static void
print_fields_json (const RgRecordType *type)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      JsonObject *object;
      JsonArray *words;

      if ((field->flags & (RG_FIELD_DERIVED | RG_FIELD_SECRET | RG_FIELD_FIXED)) != 0)
        continue;
      object = json_object_new ();
      json_object_set_string_member (object, "field", field->column);
      json_object_set_string_member (object, "label", _ (field->label));
      if (field->words != NULL)
        {
          words = json_array_new ();
          for (guint j = 0; j < field->words->n_words; j++)
            json_array_add_string_element (words, rg_words_get (field->words, j));
          json_object_set_array_member (object, "values", words);
        }
      json_array_add_object_element (array, object);
    }
  rg_ctl_print_array (array);
}

static gboolean
run_fields (RgCtl *ctl, GError **error)
{
  static const char *const headings[] = { N_ ("Field"), N_ ("Label"), N_ ("Values"), NULL };
  const RgRecordType *type = rg_record_type_find (ctl->n_args > 0 ? ctl->args[0] : "customer");
  g_autoptr (RgCtlTable) table = rg_ctl_table_new (headings);

  if (type == NULL)
    {
      rg_ctl_set_usage_error (error, _ ("There is no kind of record “%s”."), ctl->args[0]);
      return FALSE;
    }
  if (ctl->json)
    {
      print_fields_json (type);
      return TRUE;
    }
  for (guint i = 0; i < type->n_fields; i++)
    {
      const RgField *field = &type->fields[i];
      g_autofree char *words = field->words != NULL ? rg_words_dup_list (field->words) : NULL;

      if ((field->flags & (RG_FIELD_DERIVED | RG_FIELD_SECRET | RG_FIELD_FIXED)) == 0)
        rg_ctl_table_add (table, field->column, _ (field->label), words, NULL);
    }
  rg_ctl_table_print (table);
  return TRUE;
}

static const RgCtlOption add_options[] = {
  { "quick", NULL, N_ ("A name and a phone number or an email are enough; to be completed later") },
  { NULL },
};

#define VIEW { RG_AREA_CUSTOMERS, RG_SCOPE_VIEW }

static const RgCtlCommand commands[] = {
  { "search", "[TEXT…]", N_ ("Find customers by name, email, phone, number or tag"), 0, G_MAXUINT, RG_CTL_READS, VIEW,
    search_options, run_search },
  { "show", "NUMBER", N_ ("Show a customer with addresses, tags and figures"), 1, 1, RG_CTL_READS, VIEW, NULL,
    run_show },
  { "add", "FIELD=VALUE…", N_ ("Add a customer; address.street=… and the like give the address"), 1, G_MAXUINT,
    RG_CTL_WRITES, VIEW, add_options, run_add },
  { "edit", "NUMBER FIELD=VALUE…", N_ ("Change a customer"), 2, G_MAXUINT, RG_CTL_WRITES, VIEW, NULL, run_edit },
  { "deactivate", "NUMBER [REASON…]", N_ ("Make a customer inactive"), 1, G_MAXUINT, RG_CTL_WRITES, VIEW, NULL,
    run_deactivate },
  { "reactivate", "NUMBER [REASON…]", N_ ("Make a customer active again, who was inactive or cancelled"), 1, G_MAXUINT,
    RG_CTL_WRITES, VIEW, NULL, run_reactivate },
  { "delete", "NUMBER [REASON…]", N_ ("Delete a customer with all that belongs to them; “undo” brings all back"), 1,
    G_MAXUINT, RG_CTL_WRITES, VIEW, NULL, run_delete },
  { "fields", "[KIND]", N_ ("List the fields of a customer, or of another kind of record"), 0, 1, RG_CTL_NO_DESK,
    .run = run_fields },
};

const RgCtlGroup rg_ctl_customer_group = { N_ ("Customers:"), commands, G_N_ELEMENTS (commands) };
