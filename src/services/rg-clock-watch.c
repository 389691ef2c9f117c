/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-clock-watch.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* An alarm on the clock on the wall, as opposed to a delay: it goes off at its time also when the computer slept in
 * between, and at once when somebody sets the clock, be it forward or back. */

struct _RgClockWatch
{
  RgClockFunc func;
  gpointer data;
  int fd;
  guint source;
};

/* Far enough for an alarm that is there only to hear of the clock being set. */
#define FAR_AWAY (365 * G_TIME_SPAN_DAY)

static gboolean
on_alarm (int fd, GIOCondition condition, gpointer data)
{
  RgClockWatch *self = data;
  guint64 times;

  /* Fails with ECANCELED when the clock was set; either way it is time to look. */
  if (read (fd, &times, sizeof times) < 0 && errno == EAGAIN)
    return G_SOURCE_CONTINUE;
  rg_clock_watch_set (self, 0);
  self->func (self->data);
  return G_SOURCE_CONTINUE;
}

/**
 * rg_clock_watch_new:
 * @func: what to call
 * @data: for @func
 *
 * Returns: (transfer full): a watch without an alarm, which hears of the clock being set
 */
RgClockWatch *
rg_clock_watch_new (RgClockFunc func, gpointer data)
{
  RgClockWatch *self = g_new0 (RgClockWatch, 1);

  self->func = func;
  self->data = data;
  self->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->fd >= 0)
    self->source = g_unix_fd_add (self->fd, G_IO_IN, on_alarm, self);
  rg_clock_watch_set (self, 0);
  return self;
}

/**
 * rg_clock_watch_set:
 * @self: a watch
 * @time: when to go off, microseconds UTC; 0 for never
 */
void
rg_clock_watch_set (RgClockWatch *self, gint64 time)
{
  struct itimerspec alarm = { 0 };

  if (time <= 0)
    time = g_get_real_time () + FAR_AWAY;
  alarm.it_value.tv_sec = time / G_USEC_PER_SEC;
  alarm.it_value.tv_nsec = time % G_USEC_PER_SEC * 1000;
  if (self->fd >= 0)
    timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &alarm, NULL);
}

/**
 * rg_clock_watch_free:
 * @self: (transfer full): a watch
 */
void
rg_clock_watch_free (RgClockWatch *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}
