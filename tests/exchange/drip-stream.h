/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* A stream that hands out a few bytes at a time and can't be rewound, like a pipe. To be included by one file
 * of a program. */

#define DRIP_TYPE_STREAM (drip_stream_get_type ())
G_DECLARE_FINAL_TYPE (DripStream, drip_stream, DRIP, STREAM, GFilterInputStream)

struct _DripStream
{
  GFilterInputStream parent_instance;
  gsize step;
};

G_DEFINE_TYPE (DripStream, drip_stream, G_TYPE_FILTER_INPUT_STREAM)

static gssize
drip_stream_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  DripStream *self = DRIP_STREAM (stream);
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));

  return g_input_stream_read (base, buffer, MIN (count, self->step), cancellable, error);
}

static void
drip_stream_class_init (DripStreamClass *class)
{
  G_INPUT_STREAM_CLASS (class)->read_fn = drip_stream_read;
}

static void
drip_stream_init (DripStream *self)
{
}
