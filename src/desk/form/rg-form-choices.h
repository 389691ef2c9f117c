/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

/* What the combo of a field offers: the values of an enumeration, countries, currencies, languages, staff. */

gboolean rg_form_choices_bind (AdwComboRow *row, RgRecord *draft, const RgField *field, RgDesk *desk);

G_END_DECLS
