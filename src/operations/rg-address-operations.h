/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"
#include "rg-address.h"

G_BEGIN_DECLS

/* record: the address; flag: verify it as well; records: a note that goes with it, or none */
extern const RgOperation rg_address_add;
/* record: with its new values; base: as it was shown; records: a note that goes with it, or none; flag: verify it as
 * well */
extern const RgOperation rg_address_edit;
extern const RgOperation rg_address_remove;      /* record: the address */
extern const RgOperation rg_address_set_primary; /* record: the address */
extern const RgOperation rg_address_verify; /* record: the address, on file or being typed; flag: in spite of doubts */

gboolean rg_address_check_field (RgAddress *address, const char *column, GError **error);
gboolean rg_address_is_blank (RgAddress *address);
gboolean rg_address_take_away (RgTxn *txn, gint64 address_id, GError **error);
gboolean rg_address_save (RgTxn *txn, RgAddress *address, gboolean verify, GError **error);

G_END_DECLS
