/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-account-view.h"
#include "rg-contact.h"
#include "rg-customer-operations.h"
#include "test-window.h"

/* A window with the Account view of a customer with two addresses and a contact. */

typedef struct
{
  RgWindow *window;
  RgDesk *desk;
  gint64 id;
  RgAccountView *view;
  RgForm *form;
} Fixture;

/* A condition: @widget has the keyboard, or something in it has. */
static gboolean
has_keyboard (gpointer widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gint64
add_customer (RgDesk *desk)
{
  g_autoptr (RgCustomer) typed
    = g_object_new (RG_TYPE_CUSTOMER, "first-name", "Jordan", "last-name", "Reyes", "business-name", "Reyes Catering",
                    "email", "jordan@reyes.example", "phone", "(415) 555-0134", "type", RG_CUSTOMER_TYPE_BUSINESS,
                    "tax-id", "94-1234567", "segment", RG_SEGMENT_VIP, "private-instructions",
                    "Gate code 4471, dog in the yard", "special-instructions", "Leave at the back door", NULL);
  g_autoptr (RgAct) act = rg_act_new_record (&rg_customer_add, RG_RECORD (typed));
  g_autoptr (RgAct) done = NULL;

  act->records = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (act->records, g_object_new (RG_TYPE_ADDRESS, "label", "Main residence", "street", "1 Market St",
                                               "city", "San Francisco", "state", "CA", "postcode", "94105", "route",
                                               "4", "stop", (gint64) 12, NULL));
  g_ptr_array_add (act->records, g_object_new (RG_TYPE_ADDRESS, "label", "Chalet", "street", "77 Lake Rd", "city",
                                               "Truckee", "state", "CA", "postcode", "96161", NULL));
  g_ptr_array_add (act->records, g_object_new (RG_TYPE_CONTACT, "name", "Ana Reyes", "role", "Accounts", "phone",
                                               "415 555 0135", NULL));
  done = test_perform_ok (desk, g_object_ref (act));
  return done->customer_id;
}

static void
set_up (Fixture *self)
{
  self->window = test_window_new ();
  self->desk = rg_window_get_desk (self->window);
  self->id = add_customer (self->desk);
  test_await (rg_window_open_customer (self->window, self->id, FALSE));
  test_act (self->window, "win.show-view(1)");
  self->view = test_wait_for (self->window, RG_TYPE_ACCOUNT_VIEW, NULL);
  self->form = rg_account_view_get_form (self->view);
  test_settle (200);
}

static void
tear_down (Fixture *self)
{
  test_check_file (self->desk);
  test_window_free (self->window);
}

static RgCustomer *
load (Fixture *self)
{
  return (RgCustomer *) test_load (self->desk, &rg_customer_type, self->id);
}
