/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-order-data.h"
#include "rg-order-dialog.h"
#include "rg-product-search.h"

G_BEGIN_DECLS

/* What the files of the dialog share. */

struct _RgOrderDialog
{
  AdwDialog parent_instance;

  RgDesk *desk;
  gint64 order_id;
  RgOrder *order; /* as on file; where something is being typed, as it was then */
  GListStore *line_store;
  gboolean filling;
  gboolean saving;
  gboolean touched; /* something was changed since it was opened */
  guint serial;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *cancel_order;
  GtkLabel *problem;
  GtkListBox *lines;
  GtkLabel *lines_why_not;
  RgProductSearch *search;
  GtkEditable *delivery_day;
  GtkPopover *day_popover;
  GtkCalendar *calendar;
  AdwSwitchRow *confirmed;
  AdwActionRow *address;
  GtkEditable *route;
  GtkEditable *stop;
  GtkEditable *tracking;
  GtkWidget *open_tracking;
  AdwComboRow *status;
  AdwComboRow *kind;
  AdwComboRow *origin;
  AdwComboRow *payment_type;
  GtkEditable *delivery_fee;
  GtkEditable *note;
  AdwSwitchRow *alert;
  AdwSwitchRow *log;
};

GtkWidget *rg_order_dialog_get_row (RgOrderDialog *self, const char *field);
void rg_order_dialog_show_fields (RgOrderDialog *self, RgOrderRow *row);
RgOrder *rg_order_dialog_make_order (RgOrderDialog *self, GError **error);
void rg_order_dialog_take_file (RgOrderDialog *self, RgOrder *file);
void rg_order_dialog_set_saved (RgOrderDialog *self);
void rg_order_dialog_show_problem (RgOrderDialog *self, const GError *error);
void rg_order_dialog_save (RgOrderDialog *self, gboolean closing);
DexFuture *rg_order_dialog_load (gpointer self, gpointer unused);

G_END_DECLS
