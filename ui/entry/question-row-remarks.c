/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/question-row-private.h"

#include <glib/gi18n.h>

#include "ui/entry/reason-popover.h"

void
hw_question_row_say (HwQuestionRow *self,
                     const char *sentence)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "wrong");
  hw_question_foot_say (hw_question_row_get_private (self)->foot, sentence);
}

/**
 * hw_question_row_can_confirm:
 * @self: a row
 *
 * Returns: whether a soft check asks for a confirmation
 */
gboolean
hw_question_row_can_confirm (HwQuestionRow *self)
{
  g_return_val_if_fail (HW_IS_QUESTION_ROW (self), FALSE);
  return hw_item_get_problem (hw_question_row_get_private (self)->item) == HW_ITEM_SOFT;
}

static void
confirmed_cb (HwQuestionRow *self,
              const char *reason)
{
  HwQuestionRowPrivate *priv = hw_question_row_get_private (self);

  hw_question_row_take_focus (self, FALSE);
  hw_interview_confirm (hw_entry_session_get_interview (priv->session), priv->item, reason);
  hw_question_row_go_on (self);
}

static void
noted_cb (HwQuestionRow *self,
          const char *text)
{
  HwQuestionRowPrivate *priv = hw_question_row_get_private (self);
  g_autoptr (GError) error = NULL;

  hw_question_row_take_focus (self, FALSE);
  if (!hw_entry_session_add_remark (priv->session, priv->item, text, &error))
    hw_question_row_say (self, error->message);
}

static void
open_popover (HwQuestionRow *self,
              GtkWidget *at,
              const char *title,
              const char *button,
              GCallback done)
{
  HwQuestionRowPrivate *priv = hw_question_row_get_private (self);

  g_clear_pointer (&priv->popover, gtk_widget_unparent);
  priv->popover = hw_reason_popover_new (title, button);
  gtk_widget_set_parent (priv->popover, at);
  g_object_add_weak_pointer (G_OBJECT (priv->popover), (gpointer *) &priv->popover);
  g_signal_connect_swapped (priv->popover, "done", done, self);
  gtk_popover_popup (GTK_POPOVER (priv->popover));
}

/**
 * hw_question_row_confirm:
 * @self: a row with a soft check that asks
 *
 * Opens the place for the reason.
 */
void
hw_question_row_confirm (HwQuestionRow *self)
{
  HwQuestionRowPrivate *priv = hw_question_row_get_private (self);

  g_return_if_fail (HW_IS_QUESTION_ROW (self));
  if (!hw_question_row_can_confirm (self))
    return;
  open_popover (self, hw_question_foot_get_button (priv->foot), _("Why is it so?"), _("Confirm"), G_CALLBACK (confirmed_cb));
}

/**
 * hw_question_row_note:
 * @self: a row
 *
 * Opens the place for a note.
 */
void
hw_question_row_note (HwQuestionRow *self)
{
  g_return_if_fail (HW_IS_QUESTION_ROW (self));
  open_popover (self, hw_question_row_get_private (self)->field, _("Note on this question"), _("Keep"), G_CALLBACK (noted_cb));
}
