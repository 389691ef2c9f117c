/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-filter.h"

G_BEGIN_DECLS

#define RG_TYPE_CUSTOMER_FILTERS (rg_customer_filters_get_type ())
G_DECLARE_FINAL_TYPE (RgCustomerFilters, rg_customer_filters, RG, CUSTOMER_FILTERS, GtkPopover)

GtkWidget *rg_customer_filters_new (void);
void rg_customer_filters_show (RgCustomerFilters *self, RgCustomerFilter *filter);
void rg_customer_filters_apply (RgCustomerFilters *self, RgCustomerFilter *filter);
char *rg_customer_filters_dup_words (RgCustomerFilter *filter);

G_END_DECLS
