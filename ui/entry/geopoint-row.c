/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/geopoint-row.h"

#include <glib/gi18n.h>

#include "ui/entry/geo-text.h"

/* A place on the globe, typed from the display of a receiver or from a map. */
struct _HwGeopointRow
{
  HwTextRow parent_instance;
};

G_DEFINE_FINAL_TYPE (HwGeopointRow, hw_geopoint_row, HW_TYPE_TEXT_ROW)

static char *
hw_geopoint_row_read (HwTextRow *row,
                      const char *typed,
                      char **reason)
{
  return hw_geo_text_read (typed, reason);
}

static void
hw_geopoint_row_show_item (HwQuestionRow *row)
{
  hw_question_row_set_hint_end (row, _("Altitude and accuracy in metres can follow"));
}

static void
hw_geopoint_row_show_value (HwQuestionRow *row)
{
  const char *point = hw_value_get_text (hw_item_get_value (hw_question_row_get_item (row)));
  g_autofree char *words = point != NULL ? hw_geo_text_dup_words (point) : NULL;

  HW_QUESTION_ROW_CLASS (hw_geopoint_row_parent_class)->show_value (row);
  hw_text_row_set_beside (HW_TEXT_ROW (row), words);
}

static void
hw_geopoint_row_constructed (GObject *object)
{
  GtkWidget *entry;

  G_OBJECT_CLASS (hw_geopoint_row_parent_class)->constructed (object);

  entry = hw_text_row_get_entry (HW_TEXT_ROW (object));
  hw_text_row_set_width (HW_TEXT_ROW (object), 32);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Latitude longitude"));
  /* Coordinates are written from left to right in every script. */
  hw_text_row_set_left_to_right (HW_TEXT_ROW (object));
  gtk_widget_add_css_class (entry, "figures");
}

static void
hw_geopoint_row_class_init (HwGeopointRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = hw_geopoint_row_constructed;
  HW_QUESTION_ROW_CLASS (klass)->show_item = hw_geopoint_row_show_item;
  HW_QUESTION_ROW_CLASS (klass)->show_value = hw_geopoint_row_show_value;
  HW_TEXT_ROW_CLASS (klass)->read = hw_geopoint_row_read;
}

static void
hw_geopoint_row_init (HwGeopointRow *self)
{
}
