/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-window.h"
#include "test-desk.h"

G_BEGIN_DECLS

/* What display tests need: a window on a file of its own, ways to find a widget by what a person sees of it,
 * to use it, and to wait for what comes of it. Not for fibers: these run the main context. */

RgWindow *test_window_new (void);
RgWindow *test_window_open (const char *path);
RgWindow *test_window_new_welcome (void);
void test_window_free (RgWindow *window);

/* Finds the first visible widget below @root, depth first, whose label, title, text or tooltip is @text. */
gpointer test_find (gpointer root, GType type, const char *text);
gpointer test_find_named (gpointer root, const char *name);
gpointer test_wait_named (gpointer root, const char *name);
gpointer test_wait_for (gpointer root, GType type, const char *text);
void test_wait_gone (gpointer root, GType type, const char *text);
AdwDialog *test_wait_dialog (RgWindow *window, GType type);
void test_wait_no_dialog (RgWindow *window);

typedef gboolean (*TestCondition) (gpointer data);
void test_wait_until (TestCondition condition, gpointer data);
void test_settle (guint msec);

/* Uses a widget as a person would: it must be visible and sensitive. */
void test_click (gpointer widget);
void test_type (gpointer editable, const char *text);
void test_act (RgWindow *window, const char *detailed_action);

/* Keeps a picture of the window in the build folder's pictures; @width is the window's, 0 for as it is. */
void test_picture (RgWindow *window, const char *name);
void test_pictures (RgWindow *window, const char *name);

void test_display_init (int *argc, char ***argv);

G_END_DECLS
