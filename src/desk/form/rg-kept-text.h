/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_KEPT_TEXT (rg_kept_text_get_type ())
G_DECLARE_FINAL_TYPE (RgKeptText, rg_kept_text, RG, KEPT_TEXT, GObject)

/**
 * RgKeptText:
 *
 * Keeps what is typed into the fields of a dialog that is no form of a record. It survives Escape and a crash, and is
 * back when the same dialog is opened again, until it is entered or given up.
 */

RgKeptText *rg_kept_text_new (RgDesk *desk, const char *key);
void rg_kept_text_add (RgKeptText *self, const char *name, GtkWidget *field);
void rg_kept_text_begin (RgKeptText *self);
void rg_kept_text_take (RgKeptText *self, GtkWidget *field);
void rg_kept_text_discard (RgKeptText *self);
void rg_kept_text_forget (RgKeptText *self);

G_END_DECLS
