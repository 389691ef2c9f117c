/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"
#include "rg-operations.h"
#include "rg-settings.h"
#include "rg-store.h"

G_BEGIN_DECLS

#define RG_TYPE_DESK (rg_desk_get_type ())
G_DECLARE_FINAL_TYPE (RgDesk, rg_desk, RG, DESK, GObject)

DexFuture *rg_desk_open (const char *path, gboolean read_only);
DexFuture *rg_desk_close (RgDesk *self);

RgStore *rg_desk_get_store (RgDesk *self);
RgSettings *rg_desk_get_settings (RgDesk *self);
RgStaff *rg_desk_get_staff (RgDesk *self);
gint64 rg_desk_get_staff_id (RgDesk *self);
RgDay rg_desk_get_today (RgDesk *self);
gboolean rg_desk_has_right (RgDesk *self, RgRight right);
char *rg_desk_dup_why_not_right (RgDesk *self, RgRight right);
char *rg_desk_dup_why_not (RgDesk *self, const RgOperation *operation);
char *rg_desk_dup_staff_name (RgDesk *self, gint64 staff_id);
GListModel *rg_desk_get_staff_list (RgDesk *self);

DexFuture *rg_desk_sign_in (RgDesk *self, gint64 staff_id, const char *pin);
void rg_desk_sign_out (RgDesk *self);
char *rg_desk_dup_why_not_lock (RgDesk *self);
gboolean rg_desk_is_locked (RgDesk *self);
DexFuture *rg_desk_why_not (RgDesk *self, RgAct *act);
DexFuture *rg_desk_perform (RgDesk *self, RgAct *act);
DexFuture *rg_desk_undo (RgDesk *self, gint64 entry_id);
DexFuture *rg_desk_undo_last (RgDesk *self);
DexFuture *rg_desk_redo_last (RgDesk *self);

/* Reading for those above: func runs on the reader's thread. */
DexFuture *rg_desk_read (RgDesk *self, RgJobFunc func, gpointer data, GDestroyNotify destroy);

G_END_DECLS
