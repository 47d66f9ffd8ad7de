/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/common/list-focus.h"

static gboolean
is_heading (GtkWidget *line)
{
  GtkWidget *row = gtk_widget_get_first_child (line);

  return row == NULL || gtk_widget_has_css_class (row, HW_LIST_HEADING);
}

/**
 * hw_list_focus:
 * @view: a list with headings, whose rows have the style class %HW_LIST_HEADING
 *
 * Brings the keyboard to the list: to what is selected in it, else to the first line in sight that
 * is no heading.
 */
void
hw_list_focus (GtkListView *view)
{
  GtkWidget *first = NULL;

  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (view)); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      if (is_heading (line) || !gtk_widget_get_child_visible (line))
        continue;
      if (first == NULL)
        first = line;
      if (gtk_widget_get_state_flags (line) & GTK_STATE_FLAG_SELECTED)
        {
          gtk_widget_grab_focus (line);
          return;
        }
    }
  if (first == NULL)
    return;
  gtk_widget_grab_focus (first);
  /* Only keys of the list itself select what they come to. */
  gtk_widget_activate_action (first, "listitem.select", "(bb)", FALSE, FALSE);
}
