/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"

G_BEGIN_DECLS

/* record: the customer; records: addresses, contacts and notes that come with it */
extern const RgOperation rg_customer_add;
/* record: a name, a telephone number or an e-mail address; marked as incomplete */
extern const RgOperation rg_customer_quick_add;
/* record: the customer with its new values; base: as it was shown; records: addresses, contacts and notes to be saved
 * along */
extern const RgOperation rg_customer_edit;
/* record: the customer; text: the one field to save; base: the customer as it was shown */
extern const RgOperation rg_customer_set_field;
extern const RgOperation rg_customer_deactivate; /* customer_id; text: why, or NULL */
extern const RgOperation rg_customer_reactivate; /* customer_id; text: why, or NULL */
/* customer_id; text: why, or NULL; flag: confirmed. With all that belongs to the customer. */
extern const RgOperation rg_customer_delete;

G_END_DECLS
