/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Inside a Flatpak a file outside of the sandbox is lent by the document portal: it can be read, and written in one go,
 * but a database can't be worked on in place. It is copied by way of a stage: a file of the same name in a new folder
 * of the program's own. */

gboolean rg_path_is_lent (const char *path);
char *rg_stage_new (const char *path, GError **error);
void rg_stage_remove (const char *stage);
gboolean rg_stage_copy (const char *from, const char *to, GCancellable *cancellable, GError **error);

G_END_DECLS
