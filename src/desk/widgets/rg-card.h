/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RG_TYPE_CARD (rg_card_get_type ())
G_DECLARE_FINAL_TYPE (RgCard, rg_card, RG, CARD, AdwBin)

gboolean rg_card_is_folded (RgCard *self);
void rg_card_set_folded (RgCard *self, gboolean folded);
void rg_card_fold_all (GtkWidget *within, gboolean folded);

G_END_DECLS
