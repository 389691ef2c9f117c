/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-view.h"
#include "test-desk.h"

G_BEGIN_DECLS

/* What tests of the views of a customer need: one view in a window, and ways to find, press and see what is in it. */

typedef struct
{
  RgDesk *desk;
  RgCustomerProfile *profile;
  GtkWidget *window;
  GtkWidget *view;
} TestView;

TestView *test_view_new (RgDesk *desk, gint64 customer_id, GType type);
void test_view_free (TestView *self);
void test_view_settle (TestView *self);
void test_view_shoot (TestView *self, const char *name);
GtkWidget *test_find (GtkWidget *within, GType type, const char *text);
gboolean test_sees (GtkWidget *within, const char *text);
void test_click (GtkWidget *within, const char *text);
void test_view_init (int *argc, char ***argv);

G_END_DECLS
