/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-profile.h"

G_BEGIN_DECLS

#define RG_TYPE_CUSTOMER_PAGE (rg_customer_page_get_type ())
G_DECLARE_FINAL_TYPE (RgCustomerPage, rg_customer_page, RG, CUSTOMER_PAGE, AdwBreakpointBin)

RgCustomerPage *rg_customer_page_new (RgDesk *desk);
RgCustomerProfile *rg_customer_page_get_profile (RgCustomerPage *self);
DexFuture *rg_customer_page_load (RgCustomerPage *self, gint64 customer_id);
gint64 rg_customer_page_get_customer_id (RgCustomerPage *self);
GtkWidget *rg_customer_page_show_view (RgCustomerPage *self, const char *name);
const char *rg_customer_page_get_view_name (RgCustomerPage *self);
void rg_customer_page_set_view_name (RgCustomerPage *self, const char *name);
void rg_customer_page_fold_all (RgCustomerPage *self, gboolean folded);
void rg_customer_page_show_nth_view (RgCustomerPage *self, guint n);

G_END_DECLS
