/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "rg-desk.h"

G_BEGIN_DECLS

#define RG_TYPE_REMINDER_NOTIFIER (rg_reminder_notifier_get_type ())
G_DECLARE_FINAL_TYPE (RgReminderNotifier, rg_reminder_notifier, RG, REMINDER_NOTIFIER, GObject)

/**
 * RgReminderAction:
 * @RG_REMINDER_DONE: complete it
 * @RG_REMINDER_TOMORROW: put it off until tomorrow
 *
 * What a notification offers besides opening the customer.
 */
typedef enum
{
  RG_REMINDER_DONE,
  RG_REMINDER_TOMORROW,
} RgReminderAction;

RgReminderNotifier *rg_reminder_notifier_new (GApplication *application, GSettings *settings);
void rg_reminder_notifier_set_desk (RgReminderNotifier *self, RgDesk *desk);
DexFuture *rg_reminder_notifier_open (RgReminderNotifier *self);
DexFuture *rg_reminder_notifier_act (RgReminderNotifier *self, gint64 note_id, RgReminderAction action);

G_END_DECLS
