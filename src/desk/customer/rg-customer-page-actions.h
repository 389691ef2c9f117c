/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rg_customer_page_install_actions (GtkWidgetClass *klass);

G_END_DECLS
