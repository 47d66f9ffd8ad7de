/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/question-row-private.h"

#include "ui/entry/row-kinds.h"

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HwQuestionRow, hw_question_row, GTK_TYPE_WIDGET)

#define get_private hw_question_row_get_private

HwQuestionRowPrivate *
hw_question_row_get_private (HwQuestionRow *self)
{
  return hw_question_row_get_instance_private (self);
}

static void
set_text (GtkWidget *label,
          const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
show_invalid (HwQuestionRow *self,
              gboolean invalid)
{
  HwQuestionRowPrivate *priv = get_private (self);

  if (priv->speaker == NULL)
    return;
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->speaker), GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (invalid)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (priv->speaker), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE,
                                    hw_question_foot_get_sentence (priv->foot), -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (priv->speaker), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
}

static void
show_problem (HwQuestionRow *self)
{
  HwQuestionRowPrivate *priv = get_private (self);
  HwFootState state = hw_question_foot_show_problem (priv->foot, priv->session, priv->item);

  gtk_widget_remove_css_class (GTK_WIDGET (self), "wrong");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "odd");
  if (state != HW_FOOT_FINE)
    gtk_widget_add_css_class (GTK_WIDGET (self), state == HW_FOOT_ODD ? "odd" : "wrong");
  show_invalid (self, state == HW_FOOT_WRONG);
}

static void
show_notes (HwQuestionRow *self)
{
  HwQuestionRowPrivate *priv = get_private (self);

  hw_question_foot_show_notes (priv->foot, priv->session, priv->item);
}

static void
show_hint (HwQuestionRow *self)
{
  HwQuestionRowPrivate *priv = get_private (self);
  g_autofree char *hint = hw_item_dup_hint (priv->item);
  g_autofree char *both = NULL;

  if (hint != NULL && *hint != '\0' && priv->hint_end != NULL)
    both = g_strdup_printf ("%s  ·  %s", hint, priv->hint_end);
  set_text (priv->hint, both != NULL ? both : hint != NULL && *hint != '\0' ? hint : priv->hint_end);
}

static void
show_label (HwQuestionRow *self)
{
  HwQuestionRowPrivate *priv = get_private (self);
  g_autofree char *label = hw_item_dup_label (priv->item);

  set_text (priv->label, label);
  set_text (priv->number, hw_question_get_number (hw_item_get_question (priv->item)));
  if (priv->is_line)
    gtk_widget_set_visible (priv->top, gtk_widget_get_visible (priv->number));
  show_hint (self);
}

static void
notify_cb (HwQuestionRow *self,
           GParamSpec *pspec)
{
  const char *name = g_param_spec_get_name (pspec);

  if (g_str_equal (name, "value"))
    {
      HW_QUESTION_ROW_GET_CLASS (self)->show_value (self);
      hw_question_row_show_missing (self);
      show_problem (self);
    }
  else if (g_str_equal (name, "problem") || g_str_equal (name, "problem-message"))
    show_problem (self);
  else if (g_str_equal (name, "confirmed"))
    {
      show_notes (self);
      show_problem (self);
    }
  else if (g_str_equal (name, "label"))
    show_label (self);
  else if (g_str_equal (name, "read-only"))
    hw_question_row_show_lock (self);
}

static gboolean
has_changing_choices (HwQuestionRow *self)
{
  HwQuestion *question = hw_item_get_question (get_private (self)->item);

  return hw_question_get_choice_filter (question) != NULL || hw_question_get_choices_source (question) != NULL;
}

static void
show_choices (HwQuestionRow *self)
{
  HW_QUESTION_ROW_GET_CLASS (self)->show_item (self);
  HW_QUESTION_ROW_GET_CLASS (self)->show_value (self);
}

static void
draft_changed_cb (HwQuestionRow *self,
                  HwItem *item)
{
  if (item != get_private (self)->item)
    return;
  show_problem (self);
  show_notes (self);
}

static void
hw_question_row_real_show_item (HwQuestionRow *self)
{
}

static void
hw_question_row_real_set_before (HwQuestionRow *self,
                                 HwItem *before)
{
}

static gboolean
hw_question_row_real_settle (HwQuestionRow *self)
{
  return TRUE;
}

static gboolean
hw_question_row_real_accept (HwQuestionRow *self)
{
  return FALSE;
}

static GtkWidget *
hw_question_row_real_get_control (HwQuestionRow *self,
                                  gboolean from_below)
{
  return get_private (self)->speaker;
}

static void
hw_question_row_dispose (GObject *object)
{
  HwQuestionRow *self = HW_QUESTION_ROW (object);
  HwQuestionRowPrivate *priv = get_private (self);
  GtkWidget *child;

  g_clear_pointer (&priv->popover, gtk_widget_unparent);
  if (priv->session != NULL)
    g_signal_handlers_disconnect_by_data (priv->session, self);
  if (priv->item_signals != NULL)
    g_signal_group_set_target (priv->item_signals, NULL);
  /* GTK 4.8 looks for the template in the class of the instance, where a subclass has none. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&priv->item_signals);
  g_clear_object (&priv->item);
  g_clear_object (&priv->session);
  G_OBJECT_CLASS (hw_question_row_parent_class)->dispose (object);
}

static void
hw_question_row_finalize (GObject *object)
{
  g_free (get_private (HW_QUESTION_ROW (object))->hint_end);
  G_OBJECT_CLASS (hw_question_row_parent_class)->finalize (object);
}

static void
hw_question_row_class_init (HwQuestionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hw_question_row_dispose;
  object_class->finalize = hw_question_row_finalize;
  klass->show_item = hw_question_row_real_show_item;
  klass->show_value = hw_question_row_real_show_item;
  klass->settle = hw_question_row_real_settle;
  klass->accept = hw_question_row_real_accept;
  klass->set_before = hw_question_row_real_set_before;
  klass->get_control = hw_question_row_real_get_control;

  g_type_ensure (HW_TYPE_QUESTION_FOOT);
  gtk_widget_class_set_css_name (widget_class, "question");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/homeward/Homeward/entry/question-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, HwQuestionRow, heading);
  gtk_widget_class_bind_template_child_private (widget_class, HwQuestionRow, body);
  gtk_widget_class_bind_template_child_private (widget_class, HwQuestionRow, clamp);
  gtk_widget_class_bind_template_child_private (widget_class, HwQuestionRow, words);
  gtk_widget_class_bind_template_child_private (widget_class, HwQuestionRow, top);
  gtk_widget_class_bind_template_child_private (widget_class, HwQuestionRow, number);
  gtk_widget_class_bind_template_child_private (widget_class, HwQuestionRow, label);
  gtk_widget_class_bind_template_child_private (widget_class, HwQuestionRow, hint);
  gtk_widget_class_bind_template_child_private (widget_class, HwQuestionRow, field);
  gtk_widget_class_bind_template_child_private (widget_class, HwQuestionRow, foot);
  gtk_widget_class_bind_template_callback (widget_class, hw_question_row_confirm);
}

static void
hw_question_row_init (HwQuestionRow *self)
{
  HwQuestionRowPrivate *priv = get_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->item_signals = g_signal_group_new (HW_TYPE_ITEM);
  g_signal_group_connect_swapped (priv->item_signals, "notify", G_CALLBACK (notify_cb), self);
  g_signal_group_connect_swapped (priv->item_signals, "choices-changed", G_CALLBACK (show_choices), self);
}

/**
 * hw_question_row_new:
 * @session: the sitting
 * @item: what to show first; every later item has to be of the same question
 *
 * Returns: a row of the subclass that suits the kind of question
 */
GtkWidget *
hw_question_row_new (HwEntrySession *session,
                     HwItem *item)
{
  HwQuestionRow *self;

  g_return_val_if_fail (HW_IS_ENTRY_SESSION (session), NULL);
  g_return_val_if_fail (HW_IS_ITEM (item), NULL);

  self = g_object_new (hw_row_kind_for (item), NULL);
  get_private (self)->session = g_object_ref (session);
  g_signal_connect_object (session, "draft-changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  hw_question_row_set_item (self, item);
  return GTK_WIDGET (self);
}

/**
 * hw_question_row_set_item:
 * @self: a row
 * @item: what it shows from now on
 */
void
hw_question_row_set_item (HwQuestionRow *self,
                          HwItem *item)
{
  HwQuestionRowPrivate *priv = get_private (self);

  g_return_if_fail (HW_IS_QUESTION_ROW (self));
  g_return_if_fail (HW_IS_ITEM (item));

  if (!g_set_object (&priv->item, item))
    return;
  g_signal_group_set_target (priv->item_signals, item);
  hw_question_row_refresh (self);
}

/**
 * hw_question_row_refresh:
 * @self: a row
 *
 * Shows everything anew, as after a change of language.
 */
void
hw_question_row_refresh (HwQuestionRow *self)
{
  HwQuestionRowPrivate *priv = get_private (self);

  g_return_if_fail (HW_IS_QUESTION_ROW (self));

  HW_QUESTION_ROW_GET_CLASS (self)->show_item (self);
  show_label (self);
  if (hw_item_get_kind (priv->item) == HW_ITEM_QUESTION)
    hw_question_row_show_media (self);
  HW_QUESTION_ROW_GET_CLASS (self)->show_value (self);
  hw_question_row_show_missing (self);
  show_problem (self);
  show_notes (self);
  hw_question_row_show_lock (self);
  if (priv->speaker != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (priv->speaker), GTK_ACCESSIBLE_RELATION_LABELLED_BY, priv->label, NULL,
                                    GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, priv->hint, NULL, -1);
}

/**
 * hw_question_row_show_state:
 * @self: a row
 *
 * Says what is wrong with the answer, or no longer.
 */
void
hw_question_row_show_state (HwQuestionRow *self)
{
  g_return_if_fail (HW_IS_QUESTION_ROW (self));
  show_problem (self);
}

/**
 * hw_question_row_get_label:
 * @self: a row
 *
 * Returns: (transfer none): what is read aloud
 */
GtkWidget *
hw_question_row_get_label (HwQuestionRow *self)
{
  g_return_val_if_fail (HW_IS_QUESTION_ROW (self), NULL);
  return get_private (self)->label;
}

/**
 * hw_question_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
HwItem *
hw_question_row_get_item (HwQuestionRow *self)
{
  g_return_val_if_fail (HW_IS_QUESTION_ROW (self), NULL);
  return get_private (self)->item;
}

/**
 * hw_question_row_get_session:
 * @self: a row
 *
 * Returns: (transfer none): the sitting
 */
HwEntrySession *
hw_question_row_get_session (HwQuestionRow *self)
{
  g_return_val_if_fail (HW_IS_QUESTION_ROW (self), NULL);
  return get_private (self)->session;
}

/**
 * hw_question_row_set_heading:
 * @self: a row
 * @heading: (nullable): what begins with this question
 */
void
hw_question_row_set_heading (HwQuestionRow *self,
                             const char *heading)
{
  g_return_if_fail (HW_IS_QUESTION_ROW (self));
  set_text (get_private (self)->heading, heading);
  if (heading != NULL && *heading != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self), "headed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "headed");
}

/**
 * hw_question_row_set_before:
 * @self: a row
 * @before: (nullable): what stands above it on the page
 */
void
hw_question_row_set_before (HwQuestionRow *self,
                            HwItem *before)
{
  g_return_if_fail (HW_IS_QUESTION_ROW (self));
  HW_QUESTION_ROW_GET_CLASS (self)->set_before (self, before);
}

/**
 * hw_question_row_set_current:
 * @self: a row
 * @current: whether it is the question at hand, the only one in full strength
 */
void
hw_question_row_set_current (HwQuestionRow *self,
                             gboolean current)
{
  g_return_if_fail (HW_IS_QUESTION_ROW (self));

  if (current)
    {
      /* Which choices there are hangs on answers given since. */
      if (has_changing_choices (self))
        show_choices (self);
      hw_question_row_make_ways (self);
      gtk_widget_add_css_class (GTK_WIDGET (self), "current");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
      show_problem (self);
    }
}

/**
 * hw_question_row_take_focus:
 * @self: a row
 * @from_below: whether the person comes back to it
 *
 * Returns: whether the keyboard is now in it
 */
gboolean
hw_question_row_take_focus (HwQuestionRow *self,
                            gboolean from_below)
{
  GtkWidget *control;

  g_return_val_if_fail (HW_IS_QUESTION_ROW (self), FALSE);

  if (gtk_widget_has_css_class (GTK_WIDGET (self), "locked"))
    return gtk_widget_grab_focus (GTK_WIDGET (self));
  control = HW_QUESTION_ROW_GET_CLASS (self)->get_control (self, from_below);
  return control != NULL && gtk_widget_grab_focus (control);
}

/**
 * hw_question_row_settle:
 * @self: a row
 *
 * Passes on what was typed.
 *
 * Returns: %FALSE when it is no answer
 */
gboolean
hw_question_row_settle (HwQuestionRow *self)
{
  g_return_val_if_fail (HW_IS_QUESTION_ROW (self), TRUE);
  return HW_QUESTION_ROW_GET_CLASS (self)->settle (self);
}

/**
 * hw_question_row_accept:
 * @self: a row
 *
 * Returns: whether Enter meant something here; else the person goes on
 */
gboolean
hw_question_row_accept (HwQuestionRow *self)
{
  g_return_val_if_fail (HW_IS_QUESTION_ROW (self), FALSE);
  return HW_QUESTION_ROW_GET_CLASS (self)->accept (self);
}

/**
 * hw_question_row_add_control:
 * @self: a row
 * @control: the widget with which one answers
 * @speaker: the widget in or of @control that gets the keyboard, and to which name and invalid state belong
 * @overlay: (nullable): where "don’t know" stands in the field itself, and not under it
 */
void
hw_question_row_add_control (HwQuestionRow *self,
                             GtkWidget *control,
                             GtkWidget *speaker,
                             GtkOverlay *overlay)
{
  g_return_if_fail (HW_IS_QUESTION_ROW (self));
  gtk_box_append (GTK_BOX (get_private (self)->field), control);
  get_private (self)->control = control;
  get_private (self)->speaker = speaker;
  get_private (self)->overlay = (GtkWidget *) overlay;
}

/**
 * hw_question_row_set_hint_end:
 * @self: a row
 * @text: (nullable): range and unit
 */
void
hw_question_row_set_hint_end (HwQuestionRow *self,
                              const char *text)
{
  HwQuestionRowPrivate *priv = get_private (self);

  g_return_if_fail (HW_IS_QUESTION_ROW (self));
  g_free (priv->hint_end);
  priv->hint_end = g_strdup (text);
}

/**
 * hw_question_row_set_typing:
 * @self: a row
 *
 * Something is being typed over what was said instead of an answer.
 */
void
hw_question_row_set_typing (HwQuestionRow *self)
{
  HwQuestionRowPrivate *priv = get_private (self);

  g_return_if_fail (HW_IS_QUESTION_ROW (self));
  if (priv->chip != NULL)
    gtk_widget_set_visible (priv->chip, FALSE);
}

/**
 * hw_question_row_go_on:
 * @self: a row
 *
 * What Enter does.
 */
void
hw_question_row_go_on (HwQuestionRow *self)
{
  g_return_if_fail (HW_IS_QUESTION_ROW (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "entry.next", NULL);
}
