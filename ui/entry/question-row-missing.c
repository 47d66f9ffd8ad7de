/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/question-row-private.h"

#include "ui/entry/missing-ways.h"

void
hw_question_row_make_ways (HwQuestionRow *self)
{
  HwQuestionRowPrivate *priv = hw_question_row_get_private (self);

  if (priv->ways != NULL || priv->is_line || hw_item_get_kind (priv->item) != HW_ITEM_QUESTION)
    return;
  priv->ways = hw_missing_ways_new (hw_item_get_question (priv->item));
  if (priv->ways != NULL)
    {
      /* At the far end also where the question has no number. */
      gtk_widget_set_hexpand (priv->ways, TRUE);
      gtk_widget_set_halign (priv->ways, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (priv->top), priv->ways);
    }
}

static void
chip_clicked_cb (HwQuestionRow *self)
{
  HwQuestionRowPrivate *priv = hw_question_row_get_private (self);
  g_autoptr (HwValue) empty = hw_value_new_missing (HW_MISSING_NOT_ANSWERED);

  hw_question_row_take_focus (self, FALSE);
  hw_entry_session_answer (priv->session, priv->item, empty, NULL);
}

static void
make_chip (HwQuestionRow *self)
{
  HwQuestionRowPrivate *priv = hw_question_row_get_private (self);

  if (priv->chip != NULL)
    return;
  priv->chip = hw_missing_chip_new ();
  g_signal_connect_swapped (priv->chip, "clicked", G_CALLBACK (chip_clicked_cb), self);
  if (priv->overlay != NULL)
    gtk_overlay_add_overlay (GTK_OVERLAY (priv->overlay), priv->chip);
  else
    gtk_box_append (GTK_BOX (priv->field), priv->chip);
}

void
hw_question_row_show_missing (HwQuestionRow *self)
{
  HwQuestionRowPrivate *priv = hw_question_row_get_private (self);
  HwMissing missing = HW_MISSING_NONE;

  if (hw_item_get_kind (priv->item) == HW_ITEM_QUESTION && hw_question_has_value (hw_item_get_question (priv->item)))
    missing = hw_value_get_missing (hw_item_get_value (priv->item)) & HW_MISSING_SAID;
  if (missing != HW_MISSING_NONE)
    make_chip (self);
  if (priv->chip != NULL)
    hw_missing_chip_show (priv->chip, missing);
}

/**
 * hw_question_row_set_missing:
 * @self: a row
 * @missing: what the respondent said instead of an answer
 *
 * Returns: whether the question takes it; else the reason stands beside the field
 */
gboolean
hw_question_row_set_missing (HwQuestionRow *self,
                             HwMissing missing)
{
  HwQuestionRowPrivate *priv = hw_question_row_get_private (self);
  g_autoptr (HwValue) value = hw_value_new_missing (missing);
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HW_IS_QUESTION_ROW (self), FALSE);

  if (hw_item_get_kind (priv->item) != HW_ITEM_QUESTION)
    return FALSE;
  if (hw_entry_session_answer (priv->session, priv->item, value, &error))
    {
      /* The value may be what it was while other text stood in the field. */
      HW_QUESTION_ROW_GET_CLASS (self)->show_value (self);
      hw_question_row_show_missing (self);
      return TRUE;
    }
  hw_question_row_say (self, error->message);
  return FALSE;
}
