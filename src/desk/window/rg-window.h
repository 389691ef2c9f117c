/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-customer-filter.h"
#include "rg-customer-page.h"
#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_WINDOW (rg_window_get_type ())
G_DECLARE_FINAL_TYPE (RgWindow, rg_window, RG, WINDOW, AdwApplicationWindow)

RgWindow *rg_window_new (GtkApplication *application);
void rg_window_quit (RgWindow *self);
void rg_window_appear (RgWindow *self);
RgDesk *rg_window_get_desk (RgWindow *self);
DexFuture *rg_window_open_file (RgWindow *self, const char *path, gboolean read_only);
void rg_window_show_welcome (RgWindow *self);
DexFuture *rg_window_open_customer (RgWindow *self, gint64 customer_id, gboolean in_tab);
RgCustomerPage *rg_window_get_page (RgWindow *self);
void rg_window_show_place (RgWindow *self, const char *name);
void rg_window_show_orders (RgWindow *self, gint64 customer_id);
void rg_window_show_customers (RgWindow *self, const char *title, RgCustomerFilter *filter);
void rg_window_tell (RgWindow *self, const char *text);
AdwToast *rg_window_tell_with_button (RgWindow *self, const char *text, const char *button);
void rg_window_report (RgWindow *self, const GError *error);

G_END_DECLS
