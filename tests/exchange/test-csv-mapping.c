/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-csv-mapping.h"

#include <string.h>

#include "csv-helpers.h"
#include "rg-error.h"

static const RgCsvTarget targets[] = {
  { "number", "Customer number", RG_CSV_KIND_TEXT, "customer id|id|kundennummer|no" },
  { "name", "Name", RG_CSV_KIND_TEXT, "contact name|full name|ansprechpartner" },
  { "business", "Business", RG_CSV_KIND_TEXT, "company|company name|firma|société" },
  { "email", "E-mail", RG_CSV_KIND_EMAIL, "email address|mail" },
  { "phone", "Telephone", RG_CSV_KIND_PHONE, "phone|phone number|tel|telefon" },
  { "street", "Street", RG_CSV_KIND_TEXT, "address|address line 1|straße" },
  { "postal_code", "Postcode", RG_CSV_KIND_TEXT, "postal code|zip|zip code|plz" },
  { "city", "Town", RG_CSV_KIND_TEXT, "city|ort" },
  { "birthday", "Birthday", RG_CSV_KIND_DATE, "date of birth|born|geburtstag" },
  { "balance", "Balance", RG_CSV_KIND_NUMBER, "saldo|credit" },
};

typedef struct
{
  const char *name;
  const char *text;     /* a file with semicolons */
  const char *expected; /* heading=field, for those that are mapped */
} Case;

static const Case cases[] = {
  { "camel", "customerID;companyName;contactName;contactTitle;address;city;region;postalCode;country;phone;fax",
    "customerID=number companyName=business contactName=name address=street city=city postalCode=postal_code "
    "phone=phone" },
  { "words", "Customer ID;Company Name;Contact Name;ZIP Code",
    "Customer ID=number Company Name=business Contact Name=name ZIP Code=postal_code" },
  { "underscores", "customer_id;company-name;CONTACT_NAME;zip.code",
    "customer_id=number company-name=business CONTACT_NAME=name zip.code=postal_code" },
  { "accents", "SOCIETE;Strasse;Société", "SOCIETE=business Strasse=street" },
  { "labels-before-aliases", "company;Business", "Business=business" },
  { "e-mail", "eMail;E-Mail-Address", "eMail=email" },
  { "word-order", "Number of the Customer;Name, full", "Number of the Customer=number Name, full=name" },
  { "ending", "ship_city;shipPostalCode;Mobile Phone", "ship_city=city shipPostalCode=postal_code Mobile Phone=phone" },
  { "ending-the-longest", "Private Company Name", "Private Company Name=business" },
  { "ending-over-e-mails", "Mail address;City\nada@example.org;Paris", "Mail address=email City=city" },
  { "ending-claimed-twice", "homePhone;workPhone", "" },
  { "ending-of-what-is-taken", "phone;workPhone", "phone=phone" },
  { "not-a-beginning", "Phone type;City code", "" },
  { "not-part-of-a-word", "Hostname;Username;Velocity", "" },
  { "twice", "Name;Name;Phone;phone", "Name=name Phone=phone" },
  { "no-words", ";-;  ;...", "" },
  { "other-scripts", "電話;Телефон", "" },
  { "samples-veto-e-mail", "Mail;Name\nyes;Ada\nno;Bob", "Name=name" },
  { "samples-veto-number", "Balance;Credit\nnone;12,50\n;3", "Credit=balance" },
  { "samples-veto-date", "Born;Name\nParis;Ada", "Name=name" },
  { "samples-veto-phone", "Phone;Name\nNULL;Ada", "Name=name" },
  { "samples-some-fit", "Phone;Balance\nNULL;\n555 1234;n/a\n;1", "Phone=phone Balance=balance" },
  { "samples-all-empty", "Mail;Name\n;Ada", "Mail=email Name=name" },
  { "e-mails-found-by-samples", "Contact;Name\nada@example.org;Ada\n;Bob\nbob@example.org;Bob",
    "Contact=email Name=name" },
  { "e-mails-in-two-columns", "One;Two\na@example.org;b@example.org", "" },
  { "e-mails-not-all", "Contact;Name\nada@example.org;Ada\ncall her;Bob", "Name=name" },
};

static char *
describe (const RgCsvMapping *mapping, const char *const *headings)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; headings[i] != NULL; i++)
    {
      int target = rg_csv_mapping_get (mapping, i);

      if (target < 0)
        continue;
      g_string_append_printf (text, "%s%s=%s", text->len > 0 ? " " : "", headings[i], targets[target].name);
      g_assert_cmpint (rg_csv_mapping_find (mapping, targets[target].name), ==, i);
    }
  return g_strdup (text->str);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  RgCsvFormat format = { .separator = ';' };
  g_autoptr (RgCsvReader) reader = csv_reader_over (c->text, -1, &format, NULL);
  g_autoptr (RgCsvSurvey) survey = rg_csv_survey_new (reader, NULL);
  const char *const *headings = rg_csv_reader_get_headings (reader);
  g_autoptr (RgCsvMapping) mapping = rg_csv_mapping_guess (headings, survey->samples, targets, G_N_ELEMENTS (targets));
  g_autofree char *found = describe (mapping, headings);

  g_assert_cmpstr (found, ==, c->expected);
}

static guint
count_mapped (const RgCsvMapping *mapping, guint n_headings)
{
  guint n = 0;

  for (guint i = 0; i < n_headings; i++)
    n += rg_csv_mapping_get (mapping, i) >= 0;
  return n;
}

static void
test_change (void)
{
  static const char *const headings[] = { "a", "b", "c", NULL };
  g_autoptr (RgCsvMapping) mapping = rg_csv_mapping_new (headings, targets, G_N_ELEMENTS (targets));

  g_assert_cmpuint (count_mapped (mapping, 3), ==, 0);
  g_assert_cmpint (rg_csv_mapping_set (mapping, 0, 3), ==, -1);
  g_assert_cmpint (rg_csv_mapping_set (mapping, 0, 3), ==, -1);
  g_assert_cmpint (rg_csv_mapping_set (mapping, 1, 4), ==, -1);
  g_assert_cmpint (rg_csv_mapping_set (mapping, 2, 3), ==, 0);
  g_assert_cmpint (rg_csv_mapping_get (mapping, 0), ==, -1);
  g_assert_cmpint (rg_csv_mapping_find (mapping, "email"), ==, 2);
  g_assert_cmpint (rg_csv_mapping_find (mapping, "name"), ==, -1);
  g_assert_cmpint (rg_csv_mapping_find (mapping, "no such field"), ==, -1);
  g_assert_cmpuint (count_mapped (mapping, 3), ==, 2);
  g_assert_cmpint (rg_csv_mapping_set (mapping, 2, -1), ==, -1);
  g_assert_cmpuint (count_mapped (mapping, 3), ==, 1);
}

static void
test_json (void)
{
  static const char *const headings[] = { "companyName", "Name", "Name", "fax", NULL };
  static const char *const other[] = { "Fax", "NAME", "new", "name", NULL };
  g_autoptr (RgCsvMapping) mapping = rg_csv_mapping_new (headings, targets, G_N_ELEMENTS (targets));
  g_autoptr (RgCsvMapping) same = NULL;
  g_autoptr (RgCsvMapping) moved = NULL;
  g_autoptr (RgCsvMapping) fewer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  guint n_lost;

  rg_csv_mapping_set (mapping, 0, 2);
  rg_csv_mapping_set (mapping, 2, 1);
  json = rg_csv_mapping_to_json (mapping);
  g_assert_cmpstr (json, ==,
                   "{\"version\":1,\"columns\":[{\"heading\":\"companyName\",\"field\":\"business\"},"
                   "{\"heading\":\"Name\",\"field\":null},{\"heading\":\"Name\",\"field\":\"name\"},"
                   "{\"heading\":\"fax\",\"field\":null}]}");

  same = rg_csv_mapping_from_json (json, headings, targets, G_N_ELEMENTS (targets), &n_lost, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_lost, ==, 0);
  g_assert_cmpint (rg_csv_mapping_get (same, 0), ==, 2);
  g_assert_cmpint (rg_csv_mapping_get (same, 1), ==, -1);
  g_assert_cmpint (rg_csv_mapping_get (same, 2), ==, 1);

  /* Another file: the second "name" is still the second. */
  moved = rg_csv_mapping_from_json (json, other, targets, G_N_ELEMENTS (targets), &n_lost, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_lost, ==, 1);
  g_assert_cmpint (rg_csv_mapping_find (moved, "name"), ==, 3);
  g_assert_cmpuint (count_mapped (moved, g_strv_length ((char **) other)), ==, 1);

  /* A field that has gone. */
  fewer = rg_csv_mapping_from_json (json, headings, targets, 2, &n_lost, &error);
  g_assert_cmpuint (n_lost, ==, 1);
  g_assert_cmpint (rg_csv_mapping_find (fewer, "name"), ==, 2);
}

static void
test_json_refused (void)
{
  static const struct
  {
    const char *json;
    RgError code;
  } refused[] = {
    { "", RG_ERROR_INVALID },
    { "null", RG_ERROR_INVALID },
    { "[]", RG_ERROR_INVALID },
    { "{", RG_ERROR_INVALID },
    { "{}", RG_ERROR_INVALID },
    { "{\"version\":\"1\",\"columns\":[]}", RG_ERROR_INVALID },
    { "{\"version\":1,\"columns\":{}}", RG_ERROR_INVALID },
    { "{\"version\":1,\"columns\":[1]}", RG_ERROR_INVALID },
    { "{\"version\":1,\"columns\":[{}]}", RG_ERROR_INVALID },
    { "{\"version\":1,\"columns\":[{\"heading\":null}]}", RG_ERROR_INVALID },
    { "{\"version\":1,\"columns\":[{\"heading\":\"a\",\"field\":1}]}", RG_ERROR_INVALID },
    { "{\"version\":1,\"columns\":[{\"heading\":\"a\",\"field\":[]}]}", RG_ERROR_INVALID },
    { "{\"version\":2,\"columns\":[]}", RG_ERROR_NEWER },
  };
  static const char *const headings[] = { "a", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
        rg_csv_mapping_from_json (refused[i].json, headings, targets, G_N_ELEMENTS (targets), NULL, &error));
      g_assert_error (error, RG_ERROR, (int) refused[i].code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/mapping/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/csv/mapping/change", test_change);
  g_test_add_func ("/csv/mapping/json", test_json);
  g_test_add_func ("/csv/mapping/json-refused", test_json_refused);
  return g_test_run ();
}
