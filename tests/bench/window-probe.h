/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the programs that measure a window share: clocks, memory, and keys pressed as a person presses them. */

/**
 * ProbeTime:
 * @wall: nanoseconds of the clock
 * @cpu: nanoseconds of processor time, of all threads of this program
 * @main_cpu: the same of this thread alone
 */
typedef struct
{
  gint64 wall;
  gint64 cpu;
  gint64 main_cpu;
} ProbeTime;

ProbeTime probe_now (void);
ProbeTime probe_since (ProbeTime start);
void probe_print_start (void);
void probe_print_memory (const char *name);
void probe_press (guint keyval);

G_END_DECLS
