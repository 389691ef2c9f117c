/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-probe.h"

#include <dlfcn.h>

#include "times.h"

/**
 * probe_now:
 *
 * Returns: what the clocks say
 */
ProbeTime
probe_now (void)
{
  return (ProbeTime) { times_read_clock (CLOCK_MONOTONIC), times_read_clock (CLOCK_PROCESS_CPUTIME_ID),
                       times_read_clock (CLOCK_THREAD_CPUTIME_ID) };
}

/**
 * probe_since:
 * @start: what the clocks said
 *
 * Returns: what passed since
 */
ProbeTime
probe_since (ProbeTime start)
{
  ProbeTime now = probe_now ();

  return (ProbeTime) { now.wall - start.wall, now.cpu - start.cpu, now.main_cpu - start.main_cpu };
}

/**
 * probe_print_start:
 *
 * Prints "start" with the milliseconds since this program was executed, by the clock and of processor time. Whoever
 * executes it tells when in RG_BENCH_START, in nanoseconds of the monotonic clock.
 */
void
probe_print_start (void)
{
  ProbeTime now = probe_now ();
  const char *start = g_getenv ("RG_BENCH_START");

  if (start != NULL)
    g_print ("start %.2f %.2f\n", (now.wall - g_ascii_strtoll (start, NULL, 10)) / 1e6, now.cpu / 1e6);
}

static guint64
read_kib (const char *text, const char *key)
{
  const char *line = strstr (text, key);

  return line != NULL ? g_ascii_strtoull (line + strlen (key), NULL, 10) : 0;
}

/**
 * probe_print_memory:
 * @name: of the figure
 *
 * Prints @name with this program's memory in MiB: its share of what is in memory, and what it has for itself.
 */
void
probe_print_memory (const char *name)
{
  g_autofree char *text = NULL;

  if (g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    g_print ("%s %.2f %.2f\n", name, read_kib (text, "\nPss:") / 1024.0,
             (read_kib (text, "\nPrivate_Clean:") + read_kib (text, "\nPrivate_Dirty:")) / 1024.0);
}

/* The X library for tests, by its functions alone: its headers need not be installed. */
typedef struct
{
  gpointer display;
  guint8 (*keysym_to_keycode) (gpointer display, gulong keysym);
  int (*fake_key_event) (gpointer display, guint keycode, int is_press, gulong delay);
  int (*flush) (gpointer display);
} Keyboard;

static gpointer
find_symbol (const char *library, const char *name)
{
  gpointer handle = dlopen (library, RTLD_NOW);
  gpointer symbol = handle != NULL ? dlsym (handle, name) : NULL;

  if (symbol == NULL)
    g_error ("%s: no %s", library, name);
  return symbol;
}

static Keyboard *
get_keyboard (void)
{
  static Keyboard keyboard;
  gpointer (*open_display) (const char *);

  if (keyboard.display != NULL)
    return &keyboard;
  open_display = find_symbol ("libX11.so.6", "XOpenDisplay");
  keyboard.keysym_to_keycode = find_symbol ("libX11.so.6", "XKeysymToKeycode");
  keyboard.flush = find_symbol ("libX11.so.6", "XFlush");
  keyboard.fake_key_event = find_symbol ("libXtst.so.6", "XTestFakeKeyEvent");
  keyboard.display = open_display (NULL);
  if (keyboard.display == NULL)
    g_error ("There is no X display.");
  return &keyboard;
}

/**
 * probe_press:
 * @keyval: a key that needs no other one held
 *
 * Presses and releases the key: the display server hands it to whatever has the focus.
 */
void
probe_press (guint keyval)
{
  Keyboard *keyboard = get_keyboard ();
  guint keycode = keyboard->keysym_to_keycode (keyboard->display, keyval);

  if (keycode == 0)
    g_error ("The keyboard has no %s.", gdk_keyval_name (keyval));
  keyboard->fake_key_event (keyboard->display, keycode, TRUE, 0);
  keyboard->fake_key_event (keyboard->display, keycode, FALSE, 0);
  keyboard->flush (keyboard->display);
}
