/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer-list-pane.h"
#include "rg-places.h"
#include "rg-window.h"

G_BEGIN_DECLS

/* For the files of the window alone. */

typedef void (*RgWindowFunc) (RgWindow *self);

struct _RgWindow
{
  AdwApplicationWindow parent_instance;

  RgDesk *desk; /* NULL before a file is open */
  char *path;   /* the file that is open or was tried last */
  RgPlaces *places;
  AdwToast *last_toast; /* weak */
  gboolean restoring;
  guint undo_reads; /* how often that was begun to be read: the last one counts */
  char *undo_words; /* what Undo would take back; NULL for nothing */
  char *redo_words;
  char *undo_why_not; /* why it may not be taken back by who is signed in; NULL when it may */
  char *redo_why_not;
  gint64 last_customer_id; /* who was looked at last, also before the restart; 0 for nobody yet */
  GMenuModel *main_menu;
  GMenuModel *staff_menu;
  GMenu *undo_section;
  GMenu *lock_section;
  char *place;   /* that is shown, as in rg-places.c */
  char *list;    /* whose customers are listed, as in rg-places.c; NULL for all */
  char *warning; /* about the file, for the banner; NULL for none */
  char *wish;    /* what to do once a file is open, as in rg-window-wishes.c; NULL for nothing */
  gboolean opening;
  RgWindowFunc leaving;    /* what to do once the dialog that holds it up has closed; NULL for nothing */
  GtkWidget *focus_before; /* weak: what had the focus when the window was locked */
  guint appear_source;     /* waiting for something to see before the window is shown; 0 once it is */

  AdwToastOverlay *toasts;
  GtkStack *screens;
  GtkWidget *welcome_buttons;
  GtkProgressBar *welcome_progress;
  AdwStatusPage *trouble;
  GtkWidget *trouble_again;
  GtkWidget *trouble_restore;
  GtkWidget *trouble_read_only;
  GtkMenuButton *main_button;
  GtkMenuButton *staff_button;
  GtkWidget *undo_button;
  GtkWidget *sign_in;
  AdwOverlaySplitView *outer;
  AdwWindowTitle *business_title;
  GtkListBox *places_list;
  AdwAvatar *staff_avatar;
  GtkLabel *staff_name;
  GtkLabel *staff_role;
  AdwBanner *banner;
  GtkStack *pages;
  AdwNavigationSplitView *customers;
  RgCustomerListPane *list_pane;
  GtkStack *customer_stack;
  AdwTabView *tabs;
};

gboolean rg_window_leave_dialogs (RgWindow *self, RgWindowFunc then);
void rg_window_stop_waiting (RgWindow *self);
void rg_window_undo_entry (RgWindow *self, gint64 entry_id);
void rg_window_tell_performed (RgDesk *desk, RgAct *act, RgWindow *self);
void rg_window_fill_sidebar (RgWindow *self);
void rg_window_select_place (RgWindow *self, const char *name);
void rg_window_on_place_activated (RgWindow *self, GtkListBoxRow *row);
void rg_window_on_list_cleared (RgWindow *self);
void rg_window_show_list (RgWindow *self);
void rg_window_keep_state (RgWindow *self);
DexFuture *rg_window_restore_state (RgWindow *self);

G_END_DECLS
