/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"
#include "rg-contact.h"

G_BEGIN_DECLS

extern const RgOperation rg_contact_add;    /* record: the contact */
extern const RgOperation rg_contact_edit;   /* record: the contact with its new values */
extern const RgOperation rg_contact_remove; /* record: the contact */

gboolean rg_contact_check_field (RgContact *contact, const char *column, GError **error);
gboolean rg_contact_is_blank (RgContact *contact);
gboolean rg_contact_save (RgTxn *txn, RgContact *contact, GError **error);

G_END_DECLS
