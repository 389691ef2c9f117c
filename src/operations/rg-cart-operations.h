/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"

G_BEGIN_DECLS

/* The Future Cart: what a customer means to order later. The price when an item was added is kept and never
 * overwritten. */

/* The most of one product. */
#define RG_CART_MAX_QUANTITY 9999

extern const RgOperation rg_cart_add;         /* record: an RgCartItem with customer, product and quantity */
extern const RgOperation rg_cart_edit;        /* record: an item that is in no order yet, with its new quantity; base */
extern const RgOperation rg_cart_set_pending; /* ids: items that were put into an order; they are Pending again */
extern const RgOperation rg_cart_delete;      /* ids: items */
extern const RgOperation rg_cart_set_frequency; /* ids: items; text: the word of an RgFrequency. Other than "once", the
                                                   product becomes a recurring item of the customer */
extern const RgOperation rg_cart_to_order; /* ids: items; record: the RgOrder, or NULL for the newest open one; flag:
                                              price changes were reviewed. At the current prices */

G_END_DECLS
