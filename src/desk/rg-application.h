/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-reminder-notifier.h"
#include "rg-window.h"

G_BEGIN_DECLS

#define RG_TYPE_APPLICATION (rg_application_get_type ())
G_DECLARE_FINAL_TYPE (RgApplication, rg_application, RG, APPLICATION, AdwApplication)

RgApplication *rg_application_new (void);
RgWindow *rg_application_ensure_window (RgApplication *self);
void rg_application_open_window (RgApplication *self);
RgReminderNotifier *rg_application_get_notifier (RgApplication *self);

G_END_DECLS
