/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RG_TYPE_HELP_PAGE (rg_help_page_get_type ())
G_DECLARE_FINAL_TYPE (RgHelpPage, rg_help_page, RG, HELP_PAGE, GObject)

/* A page of the help: a task with its steps. */
struct _RgHelpPage
{
  GObject parent_instance;

  char *title;
  char *summary;
  char *markup; /* Pango */
};

RgHelpPage *rg_help_page_load (const char *id);
GListModel *rg_help_pages_list (void);

G_END_DECLS
