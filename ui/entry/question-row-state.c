/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/question-row-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LINE_WORDS 250 /* of the words in a line of a table */

/* Pictures, and the names of sounds and films. */
void
hw_question_row_show_media (HwQuestionRow *self)
{
  HwQuestionRowPrivate *priv = hw_question_row_get_private (self);
  HwQuestion *question = hw_item_get_question (priv->item);

  if (priv->media == NULL)
    {
      if (!hw_question_media_is_needed (question, priv->session))
        return;
      priv->media = HW_QUESTION_MEDIA (hw_question_media_new ());
      gtk_box_append (GTK_BOX (priv->words), GTK_WIDGET (priv->media));
    }
  hw_question_media_show (priv->media, priv->session, question);
}

static gboolean
is_locked (HwQuestionRow *self)
{
  HwItem *item = hw_question_row_get_private (self)->item;

  return hw_item_get_kind (item) == HW_ITEM_QUESTION && hw_question_is_answerable (hw_item_get_question (item))
         && hw_item_is_read_only (item);
}

static void
make_lock (HwQuestionRow *self)
{
  HwQuestionRowPrivate *priv = hw_question_row_get_private (self);

  if (priv->lock != NULL)
    return;
  priv->lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  gtk_widget_add_css_class (priv->lock, "lock");
  gtk_widget_set_tooltip_text (priv->lock, _("This answer is settled and cannot be changed here"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->lock), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("This answer is settled and cannot be changed here"), -1);
  gtk_box_append (GTK_BOX (priv->top), priv->lock);
}

/* A rule may settle an answer at any time, and let go of it again. The keyboard then stands at the question as a whole. */
void
hw_question_row_show_lock (HwQuestionRow *self)
{
  HwQuestionRowPrivate *priv = hw_question_row_get_private (self);
  gboolean locked = is_locked (self);
  GtkWidget *focus = gtk_widget_get_root (GTK_WIDGET (self)) != NULL ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) : NULL;
  gboolean inside = focus != NULL && (focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));

  if (priv->control == NULL || locked == gtk_widget_has_css_class (GTK_WIDGET (self), "locked"))
    return;
  if (locked)
    {
      make_lock (self);
      gtk_widget_add_css_class (GTK_WIDGET (self), "locked");
      gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
      if (inside)
        gtk_widget_grab_focus (GTK_WIDGET (self));
      gtk_widget_set_sensitive (priv->control, FALSE);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "locked");
      gtk_widget_set_sensitive (priv->control, TRUE);
      if (inside)
        hw_question_row_take_focus (self, FALSE);
      gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
    }
  gtk_widget_set_visible (priv->lock, locked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, locked, -1);
}

/**
 * hw_question_row_set_line:
 * @self: a row
 * @is_first: whether headings stand above its control, so that the words belong at the bottom
 *
 * Puts the control beside the words, so that questions below each other make a table.
 */
void
hw_question_row_set_line (HwQuestionRow *self,
                          gboolean is_first)
{
  HwQuestionRowPrivate *priv = hw_question_row_get_private (self);

  g_return_if_fail (HW_IS_QUESTION_ROW (self));

  priv->is_line = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "line");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (priv->body), GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (priv->body), 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (priv->clamp), LINE_WORDS);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (priv->clamp), LINE_WORDS);
  gtk_widget_set_size_request (priv->clamp, LINE_WORDS, -1);
  gtk_widget_set_valign (priv->clamp, is_first ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (priv->clamp, is_first ? 7 : 0);
  gtk_widget_set_valign (priv->field, is_first ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (priv->field, TRUE);
}
