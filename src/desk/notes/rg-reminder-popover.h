/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rg-day.h"

G_BEGIN_DECLS

#define RG_TYPE_REMINDER_POPOVER (rg_reminder_popover_get_type ())
G_DECLARE_FINAL_TYPE (RgReminderPopover, rg_reminder_popover, RG, REMINDER_POPOVER, GtkPopover)

void rg_reminder_popover_show (RgReminderPopover *self, RgDay day, gboolean weekly);
RgDay rg_reminder_popover_get_day (RgReminderPopover *self);
gboolean rg_reminder_popover_is_weekly (RgReminderPopover *self);
const char *rg_reminder_popover_get_problem (RgReminderPopover *self);

G_END_DECLS
