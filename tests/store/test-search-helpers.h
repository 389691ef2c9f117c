/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-file.h"

#include "rg-check.h"
#include "rg-contact.h"
#include "rg-customer-tag.h"
#include "rg-customer.h"
#include "rg-search.h"
#include "rg-tag.h"

/* A few people to be found. */

static const struct
{
  const char *first, *last, *business, *email, *phone, *work_phone, *external, *birth;
  RgCustomerStatus status;
  RgSegment segment;
} people[] = {
  { "Jordan", "Reyes", "Reyes Catering", "jordan@reyes.example", "(555) 012-3456", NULL, "SHOP-77", "1980-11-19" },
  { "Mai Linh", "Trần", NULL, "mai@linh.example", "+49 30 1234567", NULL, NULL, "1990-12-30" },
  { "Zoë", "O’Brien", "Café Zoë", "ZOE@Brien.example", NULL, "555-777-8888", NULL, "1975-01-02",
    .segment = RG_SEGMENT_VIP },
  { "Björn", "Straße", NULL, NULL, "070-765 43 21", NULL, NULL, "1996-02-29", .status = RG_CUSTOMER_STATUS_INACTIVE },
  { "Anna-Maria", "Reyes", NULL, "anna@reyes.example", NULL, NULL, NULL, NULL, .status = RG_CUSTOMER_STATUS_CANCELLED },
  { "Jordan", "Smith", "Smith & Sons", "js@smith.example", "555 012 9999", NULL, NULL, "1980-11-25",
    .segment = RG_SEGMENT_VIP },
  { "陳", "大文", "शर्मा हिन्दी", NULL, NULL, NULL, NULL, NULL },
};

typedef struct
{
  RgDb *db;
  gint64 tag_id;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (RgTag) tag = g_object_new (RG_TYPE_TAG, "name", "Churn Risk", NULL);

  self->db = test_file_new ();
  test_file_insert (self->db, RG_RECORD (tag));
  self->tag_id = rg_record_get_id (RG_RECORD (tag));
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (RgCustomer) customer = g_object_new (
        RG_TYPE_CUSTOMER, "number", (gint64) 100001 + i, "first-name", people[i].first, "last-name", people[i].last,
        "business-name", people[i].business, "email", people[i].email, "phone", people[i].phone, "work-phone",
        people[i].work_phone, "external-id", people[i].external, "status", people[i].status, "segment",
        people[i].segment, "date-of-birth", rg_day_from_iso (people[i].birth), NULL);

      test_file_insert (self->db, RG_RECORD (customer));
      if (i == 1)
        {
          g_autoptr (RgContact) contact
            = g_object_new (RG_TYPE_CONTACT, "customer-id", rg_record_get_id (RG_RECORD (customer)), "name",
                            "Bob Fixer", "phone", "(503) 555-0198", NULL);

          test_file_insert (self->db, RG_RECORD (contact));
        }
      if (i == 2 || i == 5)
        {
          g_autoptr (RgCustomerTag) link
            = g_object_new (RG_TYPE_CUSTOMER_TAG, "customer-id", rg_record_get_id (RG_RECORD (customer)), "tag-id",
                            self->tag_id, "added-at", G_GINT64_CONSTANT (1), NULL);

          test_file_insert (self->db, RG_RECORD (link));
        }
    }
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (rg_check_file (self->db, findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
  test_file_free (self->db);
}

/* The numbers, less 100000, of those found, in their order: "6 1". */
static char *
dup_found (RgDb *db, RgCustomerFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = rg_search_page (db, filter, 0, 0, 100, &error);
  g_autoptr (GString) found = g_string_new (NULL);
  guint count;

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (found, "%s%d", i > 0 ? " " : "", (int) (RG_CUSTOMER (rows->pdata[i])->number - 100000));
  rg_search_count (db, filter, 0, &count, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count, ==, rows->len);
  return g_string_free_and_steal (g_steal_pointer (&found));
}

static RgCustomerFilter *
filter_new (const char *text)
{
  return g_object_new (RG_TYPE_CUSTOMER_FILTER, "text", text, "any-status", TRUE, NULL);
}

#define assert_found(self, filter, expected)                                                                           \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_ = dup_found ((self)->db, filter);                                                          \
    g_assert_cmpstr (found_, ==, expected);                                                                            \
  }                                                                                                                    \
  G_STMT_END

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
