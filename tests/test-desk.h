/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-desk.h"
#include "rg-future.h"

G_BEGIN_DECLS

/* What tests of operations need: an open desk on a file of its own, and acts that must succeed or must fail.
 * Outside a fiber these run the main context until done; inside one (TEST_FIBER) they await. */

#define TEST_STAFF_NAME "Test Administrator"

char *test_dir_new (void);
void test_dir_remove (const char *dir);

RgDesk *test_desk_new (void);
RgDesk *test_desk_open (const char *path);
RgDesk *test_desk_reopen (RgDesk *desk);
void test_desk_free (RgDesk *desk);
const char *test_desk_get_path (RgDesk *desk);

/* Awaits @future (transfer full) and wants it resolved, or rejected with that code and a readable sentence.
 */
void test_await (DexFuture *future);
gpointer test_await_object (DexFuture *future);
char *test_await_fails (DexFuture *future, int code);

/* Take the act over. The reference that test_perform_ok() returns is the act as it was done. */
RgAct *test_perform_ok (RgDesk *desk, RgAct *act);
void test_perform (RgDesk *desk, RgAct *act);
char *test_perform_fails_with (RgDesk *desk, RgAct *act, int code);
#define test_perform_fails(desk, act, code) g_free (test_perform_fails_with (desk, act, code))
GPtrArray *test_why_not (RgDesk *desk, RgAct *act);

/* A customer who is on file already, a staff member of a role, and signing in. */
gint64 test_customer_new (RgDesk *desk, const char *first_name, const char *last_name);
void test_insert (RgDesk *desk, RgRecord *record);
void test_update (RgDesk *desk, RgRecord *record);
gint64 test_staff_new (RgDesk *desk, const char *name, RgRole role);
void test_sign_in (RgDesk *desk, gint64 staff_id);
gint64 test_sign_in_as (RgDesk *desk, RgRole role);

/* What is on file now. */
RgRecord *test_load (RgDesk *desk, const RgRecordType *type, gint64 id);
gint64 test_query_int (RgDesk *desk, const char *sql);
void test_check_file (RgDesk *desk);

/* Adds a test whose body runs in a fiber: it may await. */
typedef void (*TestFiberFunc) (void);
void test_add_fiber (const char *path, TestFiberFunc func);
#define TEST_FIBER(path, func) test_add_fiber (path, func)

void test_init (int *argc, char ***argv);

G_END_DECLS
