/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-act.h"

G_BEGIN_DECLS

/* The longest name of a tag, in characters. */
#define RG_TAG_MAX_LENGTH 60

extern const RgOperation rg_tag_add;    /* customer_id; ids: a tag, or text: the name of one, made when there is none */
extern const RgOperation rg_tag_remove; /* customer_id; ids: a tag; it stays on file for others */
extern const RgOperation rg_tag_rename; /* ids: a tag; text: its new name, everywhere */

G_END_DECLS
