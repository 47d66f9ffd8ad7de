/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GtkFileChooserAction action;
  const char *title;
  const char *accept;       /* label of the button; (nullable) */
  const char *filter_label; /* (nullable): every file is shown */
  const char *pattern;      /* such as "*.homeward"; several with blanks between them */
  const char *name;         /* (nullable): proposed when saving; its ending is added */
} HwFileChoice;

/* Called with a path, and not at all when the person thinks better of it. */
typedef void (*HwFileChosenFunc) (GtkWidget  *from,
                                  const char *path,
                                  gpointer    data);

void hw_file_choice_ask (GtkWidget          *from,
                         const HwFileChoice *choice,
                         HwFileChosenFunc    func,
                         gpointer            data);

G_END_DECLS
