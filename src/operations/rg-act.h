/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-right.h"
#include "rg-txn.h"

G_BEGIN_DECLS

typedef struct _RgOperation RgOperation;

#define RG_TYPE_ACT (rg_act_get_type ())
G_DECLARE_FINAL_TYPE (RgAct, rg_act, RG, ACT, GObject)

/**
 * RgAct:
 *
 * One operation with what it is to be done with: what a button, the palette, the command line or a test fills in before
 * rg_desk_perform(). Each operation says in its comment which of these it reads; those that edit a record read @base
 * besides, see rg_act_merge(). After it was done, @entry_id names it in the journal, and @record is as it is on file.
 */
struct _RgAct
{
  GObject parent_instance;

  const RgOperation *operation;
  gint64 customer_id;
  RgRecord *record;   /* a new record, or one with its new values; owned */
  RgRecord *base;     /* that record as the person saw it who changed it; NULL when nobody did; owned */
  GPtrArray *records; /* further records that go with it (lines of an order …); owned */
  GArray *ids;        /* of gint64: several records at once; owned */
  gint64 amount;      /* minor units */
  char *currency;     /* ISO 4217 */
  char *text;         /* a reason, a name, what was typed */
  RgDay day;
  gboolean flag;      /* confirmed, checked, on */
  GObject *proposal;  /* an RgProposal; owned */
  gint64 approver_id; /* a colleague who signs */
  char *pin;          /* theirs, as typed; wiped after use */

  /* filled in while it is done */
  GPtrArray *reasons; /* of RgReason, by rg_desk_why_not(); owned */
  gint64 staff_id;
  RgRole role;
  gint64 entry_id;
};

/**
 * RgUndo:
 * @RG_UNDO_INVERSE: every change is reversed
 * @RG_UNDO_COUNTER: money is countered by another entry, the rest reversed
 * @RG_UNDO_NEVER: it can't be undone, and so is confirmed first
 *
 * How an operation is taken back.
 */
typedef enum
{
  RG_UNDO_INVERSE,
  RG_UNDO_COUNTER,
  RG_UNDO_NEVER,
} RgUndo;

/* One unmet precondition: why something can't be done, and what would let it. */
typedef struct
{
  char *text;       /* "The customer is cancelled." */
  char *remedy;     /* "Reactivate the account first." or NULL */
  char *action;     /* the name of an operation, or of a window action, that meets it; or NULL */
  gboolean warning; /* does not prevent it, but wants RgAct.flag as confirmation */
} RgReason;

/**
 * RgOperation:
 * @name: in the journal and on the command line: "note.add"
 * @label: what a button says, marked for translation: "Add Note"
 * @past: what a toast and the history say, marked for translation: "Note added"
 * @right: what it needs
 * @undo: how it is taken back
 * @why_not: (nullable): adds every unmet precondition, reading @db
 * @run: does it in a transaction
 *
 * One thing the business does. Runs on the writer's thread; @why_not also on the reader's.
 */
struct _RgOperation
{
  const char *name;
  const char *label;
  const char *past;
  RgRight right;
  RgUndo undo;
  gboolean (*why_not) (RgAct *act, RgDb *db, GPtrArray *reasons, GError **error);
  gboolean (*run) (RgAct *act, RgTxn *txn, GError **error);
};

RgAct *rg_act_new (const RgOperation *operation, gint64 customer_id);
RgAct *rg_act_new_record (const RgOperation *operation, RgRecord *record);
RgAct *rg_act_new_edit (const RgOperation *operation, RgRecord *record, RgRecord *base);
void rg_act_add_id (RgAct *self, gint64 id);
void rg_act_add_record (RgAct *self, RgRecord *record);
RgRecord *rg_act_merge (RgAct *self, RgDb *db, GError **error);

GPtrArray *rg_reasons_new (void);
void rg_reasons_add (GPtrArray *reasons, const char *text, const char *remedy, const char *action);
void rg_reasons_warn (GPtrArray *reasons, const char *text, const char *remedy, const char *action);
char *rg_reasons_dup_text (GPtrArray *reasons);
gboolean rg_reasons_prevent (GPtrArray *reasons, gboolean confirmed);

const RgOperation *rg_operation_find (const char *name);
const RgOperation *const *rg_operations (guint *n_operations);

G_END_DECLS
