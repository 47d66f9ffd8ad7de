/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/question-foot.h"

#include <glib/gi18n.h>

struct _HwQuestionFoot
{
  GtkWidget parent_instance;

  GtkWidget *problem; /* these are NULL until they are needed */
  GtkWidget *icon;
  GtkWidget *sentence;
  GtkWidget *button;
  GtkWidget *confirmed;
  GtkWidget *remarks;
};

G_DEFINE_FINAL_TYPE (HwQuestionFoot, hw_question_foot, GTK_TYPE_WIDGET)

static guint confirm_signal;

static void
clicked_cb (HwQuestionFoot *self)
{
  g_signal_emit (self, confirm_signal, 0);
}

static GtkWidget *
make_sentence (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
make_problem (HwQuestionFoot *self)
{
  if (self->problem != NULL)
    return;
  self->problem = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->problem, "problem");
  self->icon = gtk_image_new ();
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->problem), self->icon);
  self->sentence = make_sentence (NULL);
  gtk_box_append (GTK_BOX (self->problem), self->sentence);
  self->button = gtk_button_new_with_label (_("It is so…  F2"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (self->button, FALSE);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->problem), self->button);
  gtk_widget_insert_after (self->problem, GTK_WIDGET (self), NULL);
}

static void
show_sentence (HwQuestionFoot *self,
               const char *icon,
               const char *sentence,
               gboolean can_confirm)
{
  make_problem (self);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  gtk_widget_set_visible (self->button, can_confirm);
  gtk_widget_set_visible (self->problem, TRUE);
}

/* The sentence that stands beside the field, and how grave it is. */
static const char *
find_problem (HwEntrySession *session,
              HwItem *item,
              HwItemProblem *problem)
{
  const char *reason;

  *problem = HW_ITEM_CONSTRAINT;
  if (hw_entry_session_get_draft (session, item, &reason) != NULL)
    return reason;
  *problem = hw_item_get_problem (item);
  /* That nothing is there yet is no fault before somebody was there. */
  if (*problem == HW_ITEM_FINE || (*problem == HW_ITEM_REQUIRED && !hw_entry_session_is_seen (session, item)))
    return NULL;
  return hw_item_get_problem_message (item);
}

static GtkWidget *
make_note (const char *icon,
           const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), make_sentence (text));
  gtk_widget_add_css_class (box, "remark");
  return box;
}

static void
show_confirmed (HwQuestionFoot *self,
                HwItem *item)
{
  const char *reason = hw_item_get_confirmed (item);
  g_autofree char *text = NULL;

  g_clear_pointer (&self->confirmed, gtk_widget_unparent);
  if (reason == NULL || hw_item_get_problem (item) != HW_ITEM_FINE)
    return;
  /* Translators: an unusual answer was confirmed by the enumerator; %s is the reason, as typed. */
  text = g_strdup_printf (_("It is so: “%s”"), reason);
  self->confirmed = make_note ("object-select-symbolic", text);
  gtk_widget_insert_before (self->confirmed, GTK_WIDGET (self), self->remarks);
}

static void
hw_question_foot_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hw_question_foot_parent_class)->dispose (object);
}

static void
hw_question_foot_class_init (HwQuestionFootClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hw_question_foot_dispose;
  confirm_signal = g_signal_new ("confirm", HW_TYPE_QUESTION_FOOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
hw_question_foot_init (HwQuestionFoot *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * hw_question_foot_show_problem:
 * @self: a foot
 * @session: the sitting
 * @item: the question above it
 *
 * Says what is wrong with the answer, or with what stands in the field and is none.
 *
 * Returns: how grave it is
 */
HwFootState
hw_question_foot_show_problem (HwQuestionFoot *self,
                               HwEntrySession *session,
                               HwItem *item)
{
  HwItemProblem problem;
  const char *sentence;
  gboolean soft;

  g_return_val_if_fail (HW_IS_QUESTION_FOOT (self), HW_FOOT_FINE);

  sentence = find_problem (session, item, &problem);
  if (sentence == NULL)
    {
      if (self->problem != NULL)
        gtk_widget_set_visible (self->problem, FALSE);
      return HW_FOOT_FINE;
    }
  soft = problem == HW_ITEM_SOFT;
  show_sentence (self, soft ? "dialog-question-symbolic" : "dialog-warning-symbolic", sentence, soft);
  return soft ? HW_FOOT_ODD : HW_FOOT_WRONG;
}

/**
 * hw_question_foot_show_notes:
 * @self: a foot
 * @session: the sitting
 * @item: the question above it
 *
 * Shows the reason with which the answer was confirmed, and what was remarked on it.
 */
void
hw_question_foot_show_notes (HwQuestionFoot *self,
                             HwEntrySession *session,
                             HwItem *item)
{
  GPtrArray *remarks;

  g_return_if_fail (HW_IS_QUESTION_FOOT (self));

  show_confirmed (self, item);
  remarks = hw_entry_session_get_remarks (session, item);
  g_clear_pointer (&self->remarks, gtk_widget_unparent);
  if (remarks == NULL)
    return;
  self->remarks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  for (guint i = 0; i < remarks->len; i++)
    {
      HwComment *comment = g_ptr_array_index (remarks, i);
      /* Translators: a remark on a question: who made it, and what it says. */
      g_autofree char *text = g_strdup_printf (_("%s: %s"), comment->person, comment->text);

      gtk_box_append (GTK_BOX (self->remarks), make_note ("user-available-symbolic", text));
    }
  gtk_widget_insert_before (self->remarks, GTK_WIDGET (self), NULL);
}

/**
 * hw_question_foot_say:
 * @self: a foot
 * @sentence: why a wish could not be fulfilled
 */
void
hw_question_foot_say (HwQuestionFoot *self,
                      const char *sentence)
{
  g_return_if_fail (HW_IS_QUESTION_FOOT (self));
  g_return_if_fail (sentence != NULL);
  show_sentence (self, "dialog-information-symbolic", sentence, FALSE);
}

/**
 * hw_question_foot_get_sentence:
 * @self: a foot
 *
 * Returns: (transfer none): the label of the problem
 */
GtkWidget *
hw_question_foot_get_sentence (HwQuestionFoot *self)
{
  g_return_val_if_fail (HW_IS_QUESTION_FOOT (self), NULL);
  make_problem (self);
  return self->sentence;
}

/**
 * hw_question_foot_get_button:
 * @self: a foot
 *
 * Returns: (transfer none): the button that confirms
 */
GtkWidget *
hw_question_foot_get_button (HwQuestionFoot *self)
{
  g_return_val_if_fail (HW_IS_QUESTION_FOOT (self), NULL);
  make_problem (self);
  return self->button;
}
