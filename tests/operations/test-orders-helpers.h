/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer.h"
#include "rg-product.h"
#include "rg-recurring-item.h"
#include "rg-setting.h"
#include "test-desk.h"

/* A customer, two products, and orders of them, on Sunday 22 November 2026. */

#define TODAY rg_day_from_iso ("2026-11-22")

typedef struct
{
  RgDesk *desk;
  gint64 customer_id;
  RgProduct *box;
  RgProduct *eggs;
} Fixture;

#define get_id(record) rg_record_get_id (RG_RECORD (record))

static RgProduct *
new_product (Fixture *self, const char *number, const char *name, gint64 price)
{
  RgProduct *product
    = g_object_new (RG_TYPE_PRODUCT, "number", number, "name", name, "price", price, "currency", "USD", NULL);

  test_insert (self->desk, RG_RECORD (product));
  return product;
}

static void
setup (Fixture *self, gconstpointer data)
{
  rg_time_set_now (rg_time_from_iso ("2026-11-22T09:00:00Z"));
  self->desk = test_desk_new ();
  self->customer_id = test_customer_new (self->desk, "Jordan", "Reyes");
  self->box = new_product (self, "BOX", "Winter box", 3800);
  self->eggs = new_product (self, "EGG", "Eggs, dozen", 750);
}

static void
teardown (Fixture *self, gconstpointer data)
{
  g_object_unref (self->box);
  g_object_unref (self->eggs);
  test_check_file (self->desk);
  test_desk_free (self->desk);
  rg_time_set_now (0);
}

static inline void
set_setting (Fixture *self, const char *name, const char *value)
{
  g_autoptr (RgSetting) setting = g_object_new (RG_TYPE_SETTING, "name", name, "value", value, NULL);

  test_perform (self->desk, rg_act_new_record (&rg_setting_change, RG_RECORD (setting)));
}

static inline RgAct *
new_create (Fixture *self, RgDay day, RgOrderKind kind, gboolean confirmed)
{
  RgAct *act = rg_act_new (&rg_order_create, self->customer_id);

  act->record = g_object_new (RG_TYPE_ORDER, "kind", kind, NULL);
  act->day = day;
  act->flag = confirmed;
  return act;
}

/* An order for @day. */
static inline RgOrder *
create (Fixture *self, RgDay day, gboolean confirmed)
{
  g_autoptr (RgAct) act = test_perform_ok (self->desk, new_create (self, day, RG_ORDER_KIND_DELIVERY, confirmed));

  return (RgOrder *) g_object_ref (act->record);
}

static inline RgAct *
new_line_act (const RgOperation *operation, RgOrder *order, RgProduct *product, gint64 quantity)
{
  g_autoptr (RgOrderLine) line = g_object_new (RG_TYPE_ORDER_LINE, "order-id", get_id (order), "product-id",
                                               get_id (product), "quantity", quantity, NULL);

  return rg_act_new_record (operation, RG_RECORD (line));
}

static inline RgOrderLine *
add_line (Fixture *self, RgOrder *order, RgProduct *product, gint64 quantity)
{
  static RgOrderLine *last;
  g_autoptr (RgAct) act = test_perform_ok (self->desk, new_line_act (&rg_order_add_line, order, product, quantity));

  g_set_object (&last, (RgOrderLine *) act->record);
  return last;
}
