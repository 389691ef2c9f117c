/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-bulk.h"

/**
 * rg_db_set_durable:
 * @db: a writer's connection, outside a transaction
 * @durable: whether a commit is on the disk when it returns, as it is from the start; when turned on again,
 * all that was written until then is brought there
 * @error: where to put what went wrong
 *
 * For filling a new file, which is thrown away if the machine fails in the middle.
 *
 * Returns: whether it is so
 */
gboolean
rg_db_set_durable (RgDb *db, gboolean durable, GError **error)
{
  return rg_db_run_script (
    db, durable ? "PRAGMA synchronous = FULL; PRAGMA wal_checkpoint;" : "PRAGMA synchronous = OFF;", error);
}

/**
 * rg_db_begin_batch:
 * @db: a writer's connection, outside a transaction
 * @error: where to put what went wrong
 *
 * Until rg_db_end_batch() all transactions are written to the file together.
 *
 * Returns: whether the batch is begun
 */
gboolean
rg_db_begin_batch (RgDb *db, GError **error)
{
  return rg_db_run_script (db, "BEGIN IMMEDIATE", error);
}

/**
 * rg_db_end_batch:
 * @db: a connection with a batch
 * @error: where to put what went wrong
 *
 * Returns: whether the batch is written
 */
gboolean
rg_db_end_batch (RgDb *db, GError **error)
{
  return rg_db_run_script (db, "COMMIT", error);
}
