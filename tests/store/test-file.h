/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-desk.h"

#include "rg-db.h"
#include "rg-txn.h"

G_BEGIN_DECLS

/* Files for tests of the store: a connection to a new one, and records in it. */

RgDb *test_file_new (void);
RgDb *test_file_open (const char *path);
void test_file_free (RgDb *db);
gint64 test_file_insert (RgDb *db, RgRecord *record);
gint64 test_file_int (RgDb *db, const char *sql);
void test_file_run (RgDb *db, const char *script);
void test_assert_sentence (const GError *error, int code);

G_END_DECLS
