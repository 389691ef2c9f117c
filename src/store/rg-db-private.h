/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "rg-db.h"

G_BEGIN_DECLS

/* Inside a connection: for the files that make one up, and those that find the same errors another way. */

struct _RgDb
{
  sqlite3 *sqlite;
  char *path;
  GHashTable *idle; /* SQL text → RgQuery that nobody uses just now */
  GCancellable *cancellable;
  int busy_msec;      /* how long a statement waits for another program */
  gint64 waits_since; /* when the statement that waits began to, on the monotonic clock */
};

struct _RgQuery
{
  RgDb *db;
  sqlite3_stmt *stmt;
  const char *sql;
  GPtrArray *mended; /* texts of the row that are not UTF-8 in the file; NULL as a rule */
};

void rg_db_set_error (RgDb *db, GError **error);
void rg_db_set_file_error (RgError code, const char *path, GError **error);
void rg_query_finalize (RgQuery *query);

G_END_DECLS
