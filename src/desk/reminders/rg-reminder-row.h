/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rg-desk.h"
#include "rg-reminder-data.h"

G_BEGIN_DECLS

#define RG_TYPE_REMINDER_ROW (rg_reminder_row_get_type ())
G_DECLARE_FINAL_TYPE (RgReminderRow, rg_reminder_row, RG, REMINDER_ROW, GtkListBoxRow)

GtkWidget *rg_reminder_row_new (RgDesk *desk, RgReminder *reminder);
gint64 rg_reminder_row_get_customer_id (RgReminderRow *self);

G_END_DECLS
