/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-list.h"

G_BEGIN_DECLS

#define RG_TYPE_CUSTOMER_LIST_PANE (rg_customer_list_pane_get_type ())
G_DECLARE_FINAL_TYPE (RgCustomerListPane, rg_customer_list_pane, RG, CUSTOMER_LIST_PANE, AdwBin)

void rg_customer_list_pane_set_desk (RgCustomerListPane *self, RgDesk *desk);
RgCustomerList *rg_customer_list_pane_get_list (RgCustomerListPane *self);
DexFuture *rg_customer_list_pane_show (RgCustomerListPane *self, const char *title, RgCustomerFilter *filter);
RgCustomerFilter *rg_customer_list_pane_get_filter (RgCustomerListPane *self);
DexFuture *rg_customer_list_pane_restore (RgCustomerListPane *self, RgCustomerFilter *filter, gint64 customer_id);
void rg_customer_list_pane_focus_search (RgCustomerListPane *self);
void rg_customer_list_pane_search (RgCustomerListPane *self, const char *text);
gint64 rg_customer_list_pane_step (RgCustomerListPane *self, int by);
void rg_customer_list_pane_select (RgCustomerListPane *self, gint64 customer_id);

G_END_DECLS
