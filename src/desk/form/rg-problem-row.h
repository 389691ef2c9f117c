/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RG_TYPE_PROBLEM_ROW (rg_problem_row_get_type ())
G_DECLARE_FINAL_TYPE (RgProblemRow, rg_problem_row, RG, PROBLEM_ROW, GtkListBoxRow)

GtkWidget *rg_problem_row_new (const char *text);

G_END_DECLS
