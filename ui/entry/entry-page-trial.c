/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/entry-page-private.h"

#include <glib/gi18n.h>

/**
 * hw_entry_page_set_trial:
 * @self: a page on an interview that will not be kept
 * @title: of the questionnaire, to stand in the header while there is no case
 * @bar: (transfer floating): stands below the header all the time
 *
 * Makes the page a trial. Going back asks nothing, because nothing could be lost, and the end offers to start again.
 */
void
hw_entry_page_set_trial (HwEntryPage *self,
                         const char *title,
                         GtkWidget *bar)
{
  g_return_if_fail (HW_IS_ENTRY_PAGE (self));
  g_return_if_fail (title != NULL);
  g_return_if_fail (GTK_IS_WIDGET (bar));

  g_free (self->trial_title);
  self->trial_title = g_strdup (title);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->header)), bar, self->header);
  gtk_widget_set_visible (GTK_WIDGET (self->saved_mark), FALSE);
  gtk_widget_set_tooltip_text (self->back_button, _("End the trial (Esc)"));
  hw_finish_view_set_trial (self->finish);
  if (self->session != NULL)
    hw_entry_page_show_case (self);
}

/**
 * hw_entry_page_get_interview:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): what is being filled in; %NULL when it cannot be
 */
HwInterview *
hw_entry_page_get_interview (HwEntryPage *self)
{
  g_return_val_if_fail (HW_IS_ENTRY_PAGE (self), NULL);
  return self->session != NULL ? hw_entry_session_get_interview (self->session) : NULL;
}
