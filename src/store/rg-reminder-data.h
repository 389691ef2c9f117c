/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-db-records.h"
#include "rg-note.h"

G_BEGIN_DECLS

#define RG_TYPE_REMINDER (rg_reminder_get_type ())
G_DECLARE_FINAL_TYPE (RgReminder, rg_reminder, RG, REMINDER, GObject)

/* A note with a reminder, and whose it is. */
struct _RgReminder
{
  GObject parent_instance;

  RgNote *note;
  char *customer_name;
  gint64 customer_number;
};

GPtrArray *rg_reminders_read (
  RgDb *db, RgDay until, RgDay today, gboolean with_done, gint64 staff_id, guint limit, GError **error);
gboolean rg_reminders_count_due (RgDb *db, RgDay today, gint64 *count, GError **error);

G_END_DECLS
