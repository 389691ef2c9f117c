/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

/* Ties the value of a row to a field of a record, both ways. */

gboolean rg_form_bind (GtkWidget *widget, RgRecord *draft, const RgField *field, RgDesk *desk);

G_END_DECLS
