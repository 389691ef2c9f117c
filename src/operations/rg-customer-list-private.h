/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-list.h"
#include "rg-customer-pages.h"

G_BEGIN_DECLS

/* For rg-customer-list.c and rg-customer-list-load.c alone. */

struct _RgCustomerList
{
  GObject parent_instance;

  RgDesk *desk;
  RgCustomerFilter *filter;
  RgCustomerPages *pages;
  guint n_items;
  guint serial;   /* of the newest query */
  guint n_asked;  /* queries under way */
  gboolean stale; /* the file changed meanwhile */
  gboolean fresh; /* the answer is to another question than the rows are */
  gboolean loaded;
  char **near_words;
  guint n_hidden; /* what the filters hide when nothing is found */
};

void rg_customer_list_take_page (RgCustomerList *self, guint number, RgCustomerQuestion *question);
void rg_customer_list_take_answer (RgCustomerList *self, RgCustomerQuestion *question);
void rg_customer_list_set_n_items (RgCustomerList *self, guint n_items);

void rg_customer_list_request_page (RgCustomerList *self, guint number);
DexFuture *rg_customer_list_ask (RgCustomerList *self);
void rg_customer_list_on_desk_changed (RgDesk *desk, GArray *changes, RgCustomerList *self);

G_END_DECLS
