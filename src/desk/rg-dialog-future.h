/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <libdex.h>

G_BEGIN_DECLS

/* Dialogs and links as futures: awaited in a fiber, rejected with %RG_ERROR_CANCELLED when the person closes them. */

DexFuture *rg_file_dialog_open (GtkFileDialog *dialog, GtkWindow *parent);
DexFuture *rg_file_dialog_save (GtkFileDialog *dialog, GtkWindow *parent);
DexFuture *rg_uri_launch (const char *uri, GtkWidget *parent);
DexFuture *rg_alert_dialog_choose (AdwAlertDialog *dialog, GtkWidget *parent);

G_END_DECLS
