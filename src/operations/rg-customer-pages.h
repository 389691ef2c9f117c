/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-question.h"
#include "rg-customer-row.h"

G_BEGIN_DECLS

/* The loaded parts of a list of customers; for rg-customer-list.c alone. */

/**
 * RgListPage:
 * @rows: (nullable): each made when it is first asked for
 * @last_place: of its last row, for reading on; 0 before it is loaded
 * @used: when it was last looked at
 * @requested: whether it is loaded or about to be
 */
typedef struct
{
  RgCustomerRow *rows[RG_CUSTOMER_PAGE_SIZE];
  gint64 last_place;
  guint64 used;
  gboolean requested;
} RgListPage;

typedef struct _RgCustomerPages RgCustomerPages;

RgCustomerPages *rg_customer_pages_new (void);
void rg_customer_pages_free (RgCustomerPages *self);
void rg_customer_pages_clear (RgCustomerPages *self);
RgListPage *rg_customer_pages_get (RgCustomerPages *self, guint number);
RgListPage *rg_customer_pages_peek (RgCustomerPages *self, guint number);
RgCustomerRow *rg_customer_pages_find (RgCustomerPages *self, gint64 customer_id, guint *position);
void rg_customer_pages_trim (RgCustomerPages *self, guint n_rows);
GArray *rg_customer_pages_expire (RgCustomerPages *self);
RgCustomerRow *rg_list_page_get_row (RgListPage *page, guint index);

G_END_DECLS
