/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/text-row.h"

typedef struct
{
  GtkWidget *overlay;
  GtkWidget *entry;
  GtkWidget *beside;
  gboolean is_showing; /* the text changes because the answer did */
  gboolean is_typed;   /* the person changed it since */
} HwTextRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (HwTextRow, hw_text_row, HW_TYPE_QUESTION_ROW)

static HwTextRowPrivate *
get_private (HwTextRow *self)
{
  return hw_text_row_get_instance_private (self);
}

static char *
hw_text_row_real_read (HwTextRow *self,
                       const char *typed,
                       char **reason)
{
  return g_strstrip (g_strdup (typed));
}

static char *
hw_text_row_real_write (HwTextRow *self,
                        const char *answer)
{
  return g_strdup (answer);
}

static void
hw_text_row_show_value (HwQuestionRow *row)
{
  HwTextRow *self = HW_TEXT_ROW (row);
  HwTextRowPrivate *priv = get_private (self);
  HwItem *item = hw_question_row_get_item (row);
  const char *draft = hw_entry_session_get_draft (hw_question_row_get_session (row), item, NULL);
  const char *text = hw_value_get_text (hw_item_get_value (item));
  g_autofree char *shown = NULL;

  if (draft != NULL)
    shown = g_strdup (draft);
  else if (text != NULL)
    shown = HW_TEXT_ROW_GET_CLASS (self)->write (self, text);
  priv->is_showing = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (priv->entry)), shown != NULL ? shown : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (priv->entry), shown != NULL ? shown : "");
  /* Letters typed for one answer are not to be undone in the next; answers are undone by the page. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (priv->entry), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (priv->entry), TRUE);
  priv->is_showing = FALSE;
  priv->is_typed = FALSE;
}

static gboolean
hw_text_row_settle (HwQuestionRow *row)
{
  HwTextRow *self = HW_TEXT_ROW (row);
  HwTextRowPrivate *priv = get_private (self);
  HwEntrySession *session = hw_question_row_get_session (row);
  HwItem *item = hw_question_row_get_item (row);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (priv->entry));
  g_autofree char *kept = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *reason = NULL;

  if (!priv->is_typed)
    return hw_entry_session_get_draft (session, item, NULL) == NULL;
  kept = g_strdup (typed);
  answer = HW_TEXT_ROW_GET_CLASS (self)->read (self, typed, &reason);
  priv->is_typed = FALSE;
  if (answer == NULL)
    {
      hw_entry_session_keep_draft (session, item, kept, reason);
      return FALSE;
    }
  if (!hw_entry_session_answer_text (session, item, answer, kept))
    return FALSE;
  /* The same answer written otherwise, "07" for 7, brings no change of its own. */
  hw_text_row_show_value (row);
  return TRUE;
}

static GtkWidget *
hw_text_row_get_control (HwQuestionRow *row,
                         gboolean from_below)
{
  return get_private (HW_TEXT_ROW (row))->entry;
}

static void
changed_cb (HwTextRow *self)
{
  HwTextRowPrivate *priv = get_private (self);

  if (priv->is_showing)
    return;
  priv->is_typed = TRUE;
  hw_question_row_set_typing (HW_QUESTION_ROW (self));
}

static void
activate_cb (HwTextRow *self)
{
  hw_question_row_go_on (HW_QUESTION_ROW (self));
}

static void
hw_text_row_constructed (GObject *object)
{
  HwTextRow *self = HW_TEXT_ROW (object);
  HwTextRowPrivate *priv = get_private (self);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  G_OBJECT_CLASS (hw_text_row_parent_class)->constructed (object);

  priv->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (priv->entry, TRUE);
  priv->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (priv->overlay), priv->entry);
  gtk_widget_set_hexpand (priv->overlay, TRUE);
  gtk_box_append (GTK_BOX (line), priv->overlay);
  priv->beside = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (priv->beside), 0);
  gtk_widget_add_css_class (priv->beside, "beside");
  gtk_widget_set_visible (priv->beside, FALSE);
  gtk_box_append (GTK_BOX (line), priv->beside);
  g_signal_connect_swapped (priv->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (priv->entry, "activate", G_CALLBACK (activate_cb), self);
  hw_question_row_add_control (HW_QUESTION_ROW (self), line, priv->entry, GTK_OVERLAY (priv->overlay));
}

static void
hw_text_row_class_init (HwTextRowClass *klass)
{
  HwQuestionRowClass *row_class = HW_QUESTION_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = hw_text_row_constructed;
  row_class->show_value = hw_text_row_show_value;
  row_class->settle = hw_text_row_settle;
  row_class->get_control = hw_text_row_get_control;
  klass->read = hw_text_row_real_read;
  klass->write = hw_text_row_real_write;
}

static void
hw_text_row_init (HwTextRow *self)
{
}

/**
 * hw_text_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none): the field
 */
GtkWidget *
hw_text_row_get_entry (HwTextRow *self)
{
  g_return_val_if_fail (HW_IS_TEXT_ROW (self), NULL);
  return get_private (self)->entry;
}

/**
 * hw_text_row_set_width:
 * @self: a row
 * @chars: how long an answer can be; 0 for as wide as the column
 */
void
hw_text_row_set_width (HwTextRow *self,
                       int chars)
{
  HwTextRowPrivate *priv = get_private (self);

  g_return_if_fail (HW_IS_TEXT_ROW (self));
  gtk_editable_set_width_chars (GTK_EDITABLE (priv->entry), chars > 0 ? chars : -1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (priv->entry), chars > 0 ? chars : -1);
  gtk_widget_set_hexpand (priv->entry, chars == 0);
  gtk_widget_set_hexpand (priv->overlay, chars == 0);
}

/**
 * hw_text_row_set_beside:
 * @self: a row
 * @text: (nullable): what stands beside the field: a unit, a day of the week
 */
void
hw_text_row_set_beside (HwTextRow *self,
                        const char *text)
{
  HwTextRowPrivate *priv = get_private (self);

  g_return_if_fail (HW_IS_TEXT_ROW (self));
  gtk_label_set_label (GTK_LABEL (priv->beside), text != NULL ? text : "");
  gtk_widget_set_visible (priv->beside, text != NULL && *text != '\0');
}

/**
 * hw_text_row_add_beside:
 * @self: a row
 * @widget: what stands close to the field, after those added before
 */
void
hw_text_row_add_beside (HwTextRow *self,
                        GtkWidget *widget)
{
  HwTextRowPrivate *priv = get_private (self);
  GtkWidget *line;

  g_return_if_fail (HW_IS_TEXT_ROW (self));

  line = gtk_widget_get_parent (priv->overlay);
  gtk_box_insert_child_after (GTK_BOX (line), widget, gtk_widget_get_prev_sibling (priv->beside));
}

/**
 * hw_text_row_set_left_to_right:
 * @self: a row
 *
 * Keeps figures that stand side by side in the order in which they are written.
 */
void
hw_text_row_set_left_to_right (HwTextRow *self)
{
  GtkWidget *entry;

  g_return_if_fail (HW_IS_TEXT_ROW (self));

  entry = get_private (self)->entry;
  gtk_widget_set_direction (entry, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))), GTK_TEXT_DIR_LTR);
}
