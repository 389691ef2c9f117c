/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-error.h"
#include "rg-record.h"

G_BEGIN_DECLS

/**
 * RgDb:
 *
 * One connection to a file, used by one thread at a time. It keeps its prepared statements.
 */
typedef struct _RgDb RgDb;

typedef enum
{
  RG_DB_READ_WRITE,
  RG_DB_READ_ONLY,
  RG_DB_IMMUTABLE, /* a file that cannot be written to at all, such as one on a read-only medium */
} RgDbMode;

/* "Regu": tells a Regulars file from any other SQLite file */
#define RG_DB_APPLICATION_ID 0x52656775

RgDb *rg_db_open (const char *path, RgDbMode mode, GError **error);
void rg_db_close (RgDb *db);
void rg_db_set_busy_timeout (guint msec);
guint rg_db_get_busy_timeout (void);
void rg_db_set_cancellable (RgDb *db, GCancellable *cancellable);
const char *rg_db_get_path (RgDb *db);

/**
 * RgQuery:
 *
 * A running statement. Take rows with rg_query_next() and columns, from 0, with the getters.
 */
typedef struct _RgQuery RgQuery;

/* Binds by @types: 'i' gint64, 't' const char *, 'b' GBytes *, 'd' RgDay; NULL, and 0 for 'd', are NULL. */
RgQuery *rg_db_query (RgDb *db, GError **error, const char *sql, const char *types, ...);
RgQuery *rg_db_query_valist (RgDb *db, GError **error, const char *sql, const char *types, va_list args);
gboolean rg_db_run (RgDb *db, GError **error, const char *sql, const char *types, ...);
gboolean rg_db_get_int (RgDb *db, gint64 *value, GError **error, const char *sql, const char *types, ...);
gboolean rg_db_run_script (RgDb *db, const char *script, GError **error);
gboolean rg_db_in_transaction (RgDb *db);

gboolean rg_query_next (RgQuery *query, GError **error);
void rg_query_reset (RgQuery *query);
void rg_query_free (RgQuery *query);
gint64 rg_query_int (RgQuery *query, int column);
const char *rg_query_text (RgQuery *query, int column);
RgDay rg_query_day (RgQuery *query, int column);
GBytes *rg_query_dup_bytes (RgQuery *query, int column);
int rg_query_get_n_columns (RgQuery *query);
void rg_query_bind_int (RgQuery *query, int index, gint64 value);
void rg_query_bind_text (RgQuery *query, int index, const char *value);
void rg_query_bind_day (RgQuery *query, int index, RgDay value);
void rg_query_bind_bytes (RgQuery *query, int index, GBytes *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgDb, rg_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RgQuery, rg_query_free)

G_END_DECLS
