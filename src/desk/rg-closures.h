/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pure functions that templates call: every template class binds them all with rg_closures_bind(). The first argument
 * is the template's widget (or list item) and never used. Strings are (transfer full). */

void rg_closures_bind (GtkWidgetClass *klass);

char *rg_text_of_money (gpointer self, gint64 amount, const char *currency);
char *rg_text_of_signed_money (gpointer self, gint64 amount, const char *currency);
char *rg_text_of_day (gpointer self, guint day);
char *rg_text_of_time (gpointer self, gint64 time);
char *rg_text_of_number (gpointer self, gint64 number);
char *rg_text_of_name_number (gpointer self, gint64 number);
char *rg_text_of_enum (gpointer self, int value, const char *words);
gboolean rg_is_text (gpointer self, const char *text);
char *rg_text_or (gpointer self, const char *text, const char *otherwise);
char *rg_text_of_count (gpointer self, guint count);
char *rg_text_of_keys (gpointer self, const char *keys);

G_END_DECLS
