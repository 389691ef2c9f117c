/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-application.h"

G_BEGIN_DECLS

void rg_application_add_actions (RgApplication *self);

G_END_DECLS
