/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-customer.h"
#include "rg-desk.h"

G_BEGIN_DECLS

/**
 * RgCtlExit:
 * @RG_CTL_EXIT_OK: done
 * @RG_CTL_EXIT_REFUSED: a rule or a right is in the way
 * @RG_CTL_EXIT_USAGE: the command line was not understood
 * @RG_CTL_EXIT_NOT_FOUND: what was named is not on file
 * @RG_CTL_EXIT_FILE: the file can't be opened, read or written
 *
 * What the program ends with.
 */
typedef enum
{
  RG_CTL_EXIT_OK,
  RG_CTL_EXIT_REFUSED,
  RG_CTL_EXIT_USAGE,
  RG_CTL_EXIT_NOT_FOUND,
  RG_CTL_EXIT_FILE,
} RgCtlExit;

/* The command line was not understood. */
#define RG_CTL_USAGE_ERROR (rg_ctl_usage_error_quark ())
GQuark rg_ctl_usage_error_quark (void);

/**
 * RgCtlNeeds:
 * @RG_CTL_NO_DESK: works without an open file
 * @RG_CTL_READS: the file is opened for reading
 * @RG_CTL_WRITES: the file is opened for writing
 *
 * What a command needs before it runs.
 */
typedef enum
{
  RG_CTL_NO_DESK,
  RG_CTL_READS,
  RG_CTL_WRITES,
} RgCtlNeeds;

/* An option of a command; without @value it is a switch. */
typedef struct
{
  const char *name;
  const char *value; /* what stands for its value in the help: "TYPE" */
  const char *help;  /* marked for translation */
} RgCtlOption;

/**
 * RgCtl:
 *
 * One run of the program: the open desk, and what was typed.
 */
typedef struct
{
  RgDesk *desk; /* NULL with RG_CTL_NO_DESK */
  char *path;
  gboolean json;
  gboolean confirmed; /* --yes */
  GStrv args;         /* what follows the command, without options */
  guint n_args;
  GHashTable *options; /* name → text; a switch that is on has "" */
} RgCtl;

typedef struct
{
  const char *name;
  const char *args; /* as in the help: "NUMBER TEXT" */
  const char *help; /* marked for translation */
  guint min_args;
  guint max_args;
  RgCtlNeeds needs;
  RgRight right;              /* what looking at it takes; operations check their own besides */
  const RgCtlOption *options; /* ends with a name of NULL; NULL for none */
  gboolean (*run) (RgCtl *ctl, GError **error);
} RgCtlCommand;

/* Commands that belong together in the help. */
typedef struct
{
  const char *label; /* marked for translation */
  const RgCtlCommand *commands;
  guint n_commands;
} RgCtlGroup;

extern const RgCtlGroup rg_ctl_file_group;
extern const RgCtlGroup rg_ctl_customer_group;
extern const RgCtlGroup rg_ctl_details_group;
extern const RgCtlGroup rg_ctl_note_group;
extern const RgCtlGroup rg_ctl_cancellation_group;
extern const RgCtlGroup rg_ctl_order_group;
extern const RgCtlGroup rg_ctl_order_edit_group;
extern const RgCtlGroup rg_ctl_cart_group;
extern const RgCtlGroup rg_ctl_product_group;
extern const RgCtlGroup rg_ctl_ledger_group;
extern const RgCtlGroup rg_ctl_staff_group;
extern const RgCtlGroup rg_ctl_exchange_group;
extern const RgCtlGroup rg_ctl_history_group;

const char *rg_ctl_get (RgCtl *ctl, const char *option);
gboolean rg_ctl_has (RgCtl *ctl, const char *option);
gboolean rg_ctl_get_count (RgCtl *ctl, const char *option, guint standard, guint *count, GError **error);
gboolean rg_ctl_get_day (RgCtl *ctl, const char *option, RgDay *day, GError **error);
gboolean rg_ctl_get_word (RgCtl *ctl, const char *option, const RgWords *words, guint *value, GError **error);
char *rg_ctl_join (RgCtl *ctl, guint from);
void rg_ctl_set_usage_error (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

gboolean rg_ctl_parse_number (const char *text, gint64 *number, GError **error);
RgCustomer *rg_ctl_find_customer (RgCtl *ctl, const char *number, GError **error);
GPtrArray *rg_ctl_read_rows (RgCtl *ctl, const RgRecordType *type, gint64 customer_id, guint limit, GError **error);
gboolean rg_ctl_open (RgCtl *ctl, gboolean read_only, const char *staff, GError **error);
gint64 rg_ctl_find_staff (RgCtl *ctl, const char *name, GError **error);
char *rg_ctl_ask_pin (const char *variable, const char *name);
gboolean rg_ctl_perform (RgCtl *ctl, RgAct *act, GError **error);
gboolean rg_ctl_finish (RgCtl *ctl, RgAct *act, GError **error);
RgRecord *rg_ctl_load (RgCtl *ctl, const RgRecordType *type, const char *id, GError **error);
gboolean rg_ctl_add_record (RgCtl *ctl, const RgRecordType *type, const RgOperation *operation, GError **error);
gboolean rg_ctl_edit_record (RgCtl *ctl, const RgRecordType *type, const RgOperation *operation, GError **error);
gboolean
rg_ctl_do_to_record (RgCtl *ctl, const RgRecordType *type, const RgOperation *operation, gboolean flag, GError **error);
gboolean rg_ctl_find_product (RgCtl *ctl, const char *text, gint64 *product_id, gint64 *quantity, GError **error);
RgRecord *rg_ctl_find_order (RgCtl *ctl, const char *number, GError **error);
gboolean rg_ctl_set_fields (RgRecord *record, const char *pair, GError **error);
gboolean rg_ctl_set_all (RgCtl *ctl, RgRecord *record, guint from, GError **error);

G_END_DECLS
