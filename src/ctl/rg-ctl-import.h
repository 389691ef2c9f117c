/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-ctl.h"

G_BEGIN_DECLS

extern const RgCtlOption rg_ctl_import_options[];

gboolean rg_ctl_run_import (RgCtl *ctl, GError **error);

G_END_DECLS
