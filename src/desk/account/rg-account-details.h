/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-view.h"

G_BEGIN_DECLS

/* The addresses, contacts and cancellations in the Account view, and what can be done with each. */

void rg_account_details_bind (GtkListBox *list, RgCustomerProfile *profile, const char *name);
void rg_account_details_install (GtkWidgetClass *klass);

/* What the page of a customer can be asked for whichever view is looked at. */
void rg_account_details_install_on_page (GtkWidgetClass *klass);
void rg_account_details_update_page (GtkWidget *page, RgCustomerProfile *profile);

G_END_DECLS
