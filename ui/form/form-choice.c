/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/form/form-choice.h"

#include <glib/gi18n.h>

/**
 * hw_form_choice_ask:
 * @from: the widget that asks
 * @title: what for
 * @accept: label of the button
 * @func: is called with the path when one was chosen
 * @data: for @func
 *
 * Asks for the file of a questionnaire. Of one that is a folder of sheets, any of them will do: no
 * dialog offers files and folders at once.
 */
void
hw_form_choice_ask (GtkWidget *from,
                    const char *title,
                    const char *accept,
                    HwFileChosenFunc func,
                    gpointer data)
{
  const HwFileChoice choice = {
    .action = GTK_FILE_CHOOSER_ACTION_OPEN,
    .title = title,
    .accept = accept,
    .filter_label = _("Questionnaires"),
    /* Endings are written in capitals, too, where programs do so. */
    .pattern = "*.xlsx *.XLSX *.xlsm *.xls *.csv *.CSV",
  };

  hw_file_choice_ask (from, &choice, func, data);
}
