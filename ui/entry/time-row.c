/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/time-row.h"

#include <glib/gi18n.h>

#include "ui/entry/date-text.h"

struct _HwTimeRow
{
  HwTextRow parent_instance;
};

G_DEFINE_FINAL_TYPE (HwTimeRow, hw_time_row, HW_TYPE_TEXT_ROW)

static char *
hw_time_row_read (HwTextRow *row,
                  const char *typed,
                  char **reason)
{
  char *time = hw_clock_text_read (typed);

  if (time == NULL)
    /* Translators: %s is what was typed where a time of day belongs. */
    *reason = g_strdup_printf (_("“%s” is no time of day. Type hours and minutes, such as 14 05."), typed);
  return time;
}

/* Seconds are shown only where there are some. */
static char *
hw_time_row_write (HwTextRow *row,
                   const char *answer)
{
  if (strlen (answer) >= 8 && answer[5] == ':' && strncmp (answer + 6, "00", 2) == 0)
    return g_strndup (answer, 5);
  return g_strdup (answer);
}

static void
hw_time_row_constructed (GObject *object)
{
  G_OBJECT_CLASS (hw_time_row_parent_class)->constructed (object);

  hw_text_row_set_width (HW_TEXT_ROW (object), 17);
  gtk_entry_set_placeholder_text (GTK_ENTRY (hw_text_row_get_entry (HW_TEXT_ROW (object))), _("Hours minutes"));
  gtk_widget_add_css_class (hw_text_row_get_entry (HW_TEXT_ROW (object)), "figures");
}

static void
hw_time_row_class_init (HwTimeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = hw_time_row_constructed;
  HW_TEXT_ROW_CLASS (klass)->read = hw_time_row_read;
  HW_TEXT_ROW_CLASS (klass)->write = hw_time_row_write;
}

static void
hw_time_row_init (HwTimeRow *self)
{
}
