/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-record-fiber.h"

#include "rg-future.h"

/* What a button does with one record that is still to be read. */

typedef struct
{
  RgDesk *desk;
  gint64 id;
  RgRecordFiber fiber;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->desk);
  g_free (request);
}

static DexFuture *
run_request (gpointer widget, gpointer data)
{
  Request *request = data;

  return request->fiber (widget, request->desk, request->id);
}

/**
 * rg_widget_enter:
 * @widget: the widget that asked for it; when it has gone before the fiber begins, nothing happens
 * @desk: the desk
 * @id: a record
 * @fiber: what is done
 *
 * As rg_future_enter(), for what needs no more than a desk and a record of it.
 */
void
rg_widget_enter (GtkWidget *widget, RgDesk *desk, gint64 id, RgRecordFiber fiber)
{
  Request *request = g_new (Request, 1);

  request->desk = g_object_ref (desk);
  request->id = id;
  request->fiber = fiber;
  rg_future_enter (widget, run_request, request, request_free);
}
