/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tables/tables-export.h"

#include <glib/gi18n.h>

#include "export/table-csv.h"
#include "ui/common/toast.h"

/**
 * hw_tables_export_ask:
 * @from: the widget that asks
 * @name: a name for the file, without its ending
 * @func: is called with the path
 *
 * Asks where tables are to be written.
 */
void
hw_tables_export_ask (GtkWidget *from,
                      const char *name,
                      HwFileChosenFunc func)
{
  g_autofree char *whole = g_strconcat (name, ".csv", NULL);
  const HwFileChoice choice = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = _("Export Tables"),
    .accept = _("_Export"),
    .filter_label = _("Comma-separated values"),
    .pattern = "*.csv",
    .name = whole,
  };

  hw_file_choice_ask (from, &choice, func, NULL);
}

/* A table has a part for each of its statistics. */
static guint
count_tables (GPtrArray *tables)
{
  guint n = 0;

  for (guint i = 0; i < tables->len; i++)
    if (i == 0
        || g_strcmp0 (hw_table_get_id (tables->pdata[i]), hw_table_get_id (tables->pdata[i - 1])) != 0)
      n++;
  return n;
}

/**
 * hw_tables_export_write:
 * @from: a widget of the window that says when it is done
 * @banner: says what went wrong
 * @tables: (element-type HwTable): the tables
 * @path: where to
 *
 * Writes tables as CSV.
 */
void
hw_tables_export_write (GtkWidget *from,
                        HwBanner *banner,
                        GPtrArray *tables,
                        const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  const char *format;
  guint n;

  g_return_if_fail (GTK_IS_WIDGET (from) && HW_IS_BANNER (banner));
  g_return_if_fail (tables != NULL && path != NULL);

  if (!hw_export_tables_file (tables, path, &error))
    {
      hw_banner_show (banner, GTK_MESSAGE_ERROR, error->message);
      return;
    }
  n = count_tables (tables);
  name = g_path_get_basename (path);
  /* Translators: %1$u is a number of tables, %2$s the name of a file. */
  format = ngettext ("%1$u table exported to “%2$s”", "%1$u tables exported to “%2$s”", n);
  text = g_strdup_printf (format, n, name);
  hw_toast_show (from, text);
}
