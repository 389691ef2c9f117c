/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-list-pane.h"
#include "rg-nobody-found.h"

G_BEGIN_DECLS

struct _RgCustomerListPane
{
  AdwBin parent_instance;

  RgDesk *desk;
  RgCustomerList *customers;
  GtkSingleSelection *selection;
  gint64 selected_id;       /* who is selected, also while the row is not loaded */
  RgCustomerFilter *chosen; /* what the place or list shows by itself, and the filters */
  char *place_title;
  gboolean show_places_button;
  gboolean updating;

  AdwWindowTitle *title;
  GtkEditable *search;
  GtkWidget *filter_bar;
  GtkLabel *filter_label;
  GtkMenuButton *filter_button;
  GtkStack *stack;
  GtkGridView *list;
  RgNobodyFound *empty;
};

void rg_customer_list_pane_bind_keys (GtkWidgetClass *klass);
void rg_customer_list_pane_move (RgCustomerListPane *self, int by);

G_END_DECLS
