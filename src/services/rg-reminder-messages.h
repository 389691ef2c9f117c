/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "rg-desk.h"

G_BEGIN_DECLS

/**
 * RgReminderMessages:
 *
 * The notifications of due reminders that the desktop shows.
 */
typedef struct _RgReminderMessages RgReminderMessages;

RgReminderMessages *rg_reminder_messages_new (GApplication *application, GSettings *settings);
void rg_reminder_messages_show (RgReminderMessages *self, RgDesk *desk, GPtrArray *due, GPtrArray *news);
void rg_reminder_messages_keep (RgReminderMessages *self, GPtrArray *due);
void rg_reminder_messages_free (RgReminderMessages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgReminderMessages, rg_reminder_messages_free)

G_END_DECLS
