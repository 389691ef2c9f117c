/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-order.h"
#include "rg-pin.h"
#include "test-desk.h"

/* A customer, a manager who signs, and orders that are to be paid. */

#define PIN "2580"

typedef struct
{
  RgDesk *desk;
  gint64 customer_id;
  gint64 manager_id;
} Fixture;

static void
setup (Fixture *self, gconstpointer data)
{
  g_autoptr (RgStaff) manager = NULL;

  self->desk = test_desk_new ();
  self->customer_id = test_customer_new (self->desk, "Jordan", "Reyes");
  manager = g_object_new (RG_TYPE_STAFF, "name", "Nadia Okafor", "role", RG_ROLE_MANAGER, NULL);
  manager->pin_hash = rg_pin_hash_with_cost (PIN, 1, 8192, NULL);
  test_insert (self->desk, RG_RECORD (manager));
  self->manager_id = rg_record_get_id (RG_RECORD (manager));
}

static void
teardown (Fixture *self, gconstpointer data)
{
  test_check_file (self->desk);
  test_desk_free (self->desk);
}

static RgAct *
new_act (Fixture *self, const RgOperation *operation, gint64 amount, const char *reason)
{
  RgAct *act = rg_act_new (operation, self->customer_id);

  act->amount = amount;
  act->text = g_strdup (reason);
  return act;
}

static RgOrder *
new_order (Fixture *self, gint64 total)
{
  static gint64 number = 5000;
  RgOrder *order = g_object_new (RG_TYPE_ORDER, "number", ++number, "customer-id", self->customer_id, "status",
                                 RG_ORDER_STATUS_COMPLETE, "currency", "USD", "subtotal", total, "total", total,
                                 "created-at", (gint64) 1, "delivery-day", 739000u, NULL);

  test_insert (self->desk, RG_RECORD (order));
  return order;
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, setup, func, teardown)
