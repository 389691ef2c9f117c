/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-label-print.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "rg-record-fiber.h"
#include "rg-report.h"

/* Shipping labels on paper: one page a label, 100 × 150 mm unless the printer has another size. */

#define LABEL_WIDTH_MM 100
#define LABEL_HEIGHT_MM 150

/* Draws a paragraph at @y in the width of the page; returns where the next one may begin. */
static double
draw_text (GtkPrintContext *context, const char *text, const char *font, double y)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoFontDescription) description = NULL;
  int height;

  if (text == NULL || *text == '\0')
    return y;
  layout = gtk_print_context_create_pango_layout (context);
  description = pango_font_description_from_string (font);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &height);
  cairo_move_to (cairo, 0, y);
  pango_cairo_show_layout (cairo, layout);
  return y + (double) height / PANGO_SCALE;
}

static double
draw_rule (GtkPrintContext *context, double y)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);

  cairo_set_line_width (cairo, 1);
  cairo_move_to (cairo, 0, y + 6);
  cairo_line_to (cairo, gtk_print_context_get_width (context), y + 6);
  cairo_stroke (cairo);
  return y + 12;
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, GListModel *labels)
{
  g_autoptr (RgLabel) label = g_list_model_get_item (labels, (guint) page);
  double y = 0;

  y = draw_text (context, label->sender, "Sans 9", y);
  y = draw_rule (context, y);
  y = draw_text (context, label->recipient, "Sans Bold 16", y);
  y = draw_text (context, label->address, "Sans 15", y + 4);
  y = draw_rule (context, y + 4);
  y = draw_text (context, label->number, "Sans Bold 20", y);
  y = draw_text (context, label->delivery, "Sans 12", y);
  if (*label->marks != '\0')
    y = draw_text (context, label->marks, "Sans Bold 12", draw_rule (context, y));
  if (*label->instructions != '\0')
    draw_text (context, label->instructions, "Sans 11", draw_rule (context, y));
}

static GtkPrintOperation *
operation_new (GListModel *labels)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size
    = gtk_paper_size_new_custom ("regulars-label", _ ("Shipping label"), LABEL_WIDTH_MM, LABEL_HEIGHT_MM, GTK_UNIT_MM);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_left_margin (setup, 6, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 6, GTK_UNIT_MM);
  gtk_page_setup_set_top_margin (setup, 6, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 6, GTK_UNIT_MM);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) g_list_model_get_n_items (labels));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, _ ("Shipping labels"));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "labels", g_object_ref (labels), g_object_unref);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), labels);
  return operation;
}

static DexFuture *
print_fiber (GtkWidget *widget, RgDesk *desk, gint64 order_id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) labels = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_array_append_val (ids, order_id);
  labels = dex_await_object (rg_labels_load (desk, ids), &error);
  if (labels == NULL)
    {
      rg_widget_report (widget, error);
      return NULL;
    }
  operation = operation_new (labels);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (widget)), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    rg_widget_report (widget, error);
  return NULL;
}

/**
 * rg_label_print:
 * @widget: the widget that asked for it
 * @desk: the desk
 * @order_id: an order
 *
 * Opens the print dialog with the shipping label of the order.
 */
void
rg_label_print (GtkWidget *widget, RgDesk *desk, gint64 order_id)
{
  rg_widget_enter (widget, desk, order_id, print_fiber);
}
