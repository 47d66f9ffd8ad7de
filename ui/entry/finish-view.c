/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/finish-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "review/finding.h"
#include "ui/entry/question-column.h"

/* A list that long is not read; the first ones lead to the others. */
#define MOST_LINES 60

struct _HwFinishView
{
  GtkWidget parent_instance;

  char *first_ref;
  gboolean can_complete;
  gboolean is_trial;

  /* Template children */
  GtkWidget *summary;
  GtkWidget *complete;
  GtkWidget *first;
  GtkWidget *groups;
};

G_DEFINE_FINAL_TYPE (HwFinishView, hw_finish_view, GTK_TYPE_WIDGET)

static void
go_to (HwFinishView *self,
       const char *ref)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "entry.go-to", "s", ref);
}

static void
row_activated_cb (HwFinishView *self,
                  GtkWidget *row)
{
  go_to (self, g_object_get_data (G_OBJECT (row), "ref"));
}

static void
first_cb (HwFinishView *self)
{
  if (self->first_ref != NULL)
    go_to (self, self->first_ref);
}

static GtkWidget *
make_line (HwItem *item,
           const char *sentence)
{
  GtkWidget *row = adw_action_row_new ();
  HwItem *around = hw_item_get_row (item);
  const char *number = hw_question_get_number (hw_item_get_question (item));
  g_autofree char *label = hw_item_dup_label (item);
  g_autofree char *whose = around != NULL ? hw_item_dup_label (around) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  /* Isolated (U+2068, U+2069), or a number in Latin letters turns the direction of an Arabic question. */
  title = number != NULL ? g_strdup_printf ("\u2068%s\u2069  %s", number, label) : g_strdup (label);
  subtitle = whose != NULL ? g_strdup_printf ("\u2068%s\u2069  ·  %s", whose, sentence) : g_strdup (sentence);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "ref", g_strdup (hw_item_get_ref (item)), g_free);
  return row;
}

static GtkWidget *
add_group (HwFinishView *self,
           const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (self->groups), box);
  return list;
}

/* One group of problems of a kind; none when there are none. Returns how many. */
static guint
add_problems (HwFinishView *self,
              GPtrArray *problems,
              HwItemProblem kind,
              const char *title)
{
  GtkWidget *list = NULL;
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      HwItem *item = g_ptr_array_index (problems, i);

      if (hw_item_get_problem (item) != kind)
        continue;
      if (list == NULL)
        list = add_group (self, title);
      if (n++ < MOST_LINES)
        gtk_list_box_append (GTK_LIST_BOX (list), make_line (item, hw_item_get_problem_message (item)));
      if (self->first_ref == NULL)
        self->first_ref = g_strdup (hw_item_get_ref (item));
    }
  return n;
}

static guint
add_drafts (HwFinishView *self,
            HwEntrySession *session)
{
  g_autoptr (GPtrArray) items = hw_entry_session_list_drafts (session);
  GtkWidget *list;

  if (items->len == 0)
    return 0;
  list = add_group (self, _("No answer yet"));
  for (guint i = 0; i < items->len; i++)
    {
      HwItem *item = g_ptr_array_index (items, i);
      const char *reason;

      hw_entry_session_get_draft (session, item, &reason);
      gtk_list_box_append (GTK_LIST_BOX (list), make_line (item, reason != NULL ? reason : ""));
      if (self->first_ref == NULL)
        self->first_ref = g_strdup (hw_item_get_ref (item));
    }
  return items->len;
}

/* Whole sentences, one after the other, each only when it has something to say. */
static char *
dup_summary (guint n_wrong,
             guint n_missing,
             guint n_odd,
             gboolean is_trial)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (n_wrong + n_missing == 0)
    return g_strdup (n_odd == 0 ? _("Nothing is missing and nothing is odd.")
                                : _("Nothing is missing. What is odd can be confirmed with a reason, or left to the supervisor."));
  if (n_missing > 0)
    g_string_append_printf (text, ngettext ("%u answer is missing.", "%u answers are missing.", n_missing), n_missing);
  if (n_missing > 0 && n_wrong > 0)
    g_string_append_c (text, ' ');
  if (n_wrong > 0)
    g_string_append_printf (text, ngettext ("%u answer cannot be right.", "%u answers cannot be right.", n_wrong), n_wrong);
  g_string_append_printf (text, " %s", is_trial ? _("In a survey, the interview could be completed when this is mended.")
                                                : _("The interview can be completed when this is mended. Everything entered is saved."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
hw_finish_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_FINISH_VIEW);
  G_OBJECT_CLASS (hw_finish_view_parent_class)->dispose (object);
}

static void
hw_finish_view_finalize (GObject *object)
{
  g_free (HW_FINISH_VIEW (object)->first_ref);
  G_OBJECT_CLASS (hw_finish_view_parent_class)->finalize (object);
}

static gboolean
hw_finish_view_grab_focus (GtkWidget *widget)
{
  HwFinishView *self = HW_FINISH_VIEW (widget);

  return gtk_widget_grab_focus (self->can_complete || self->is_trial ? self->complete : self->first);
}

static void
hw_finish_view_class_init (HwFinishViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_finish_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = hw_finish_view_finalize;
  widget_class->grab_focus = hw_finish_view_grab_focus;

  g_type_ensure (HW_TYPE_QUESTION_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/homeward/Homeward/entry/finish-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HwFinishView, summary);
  gtk_widget_class_bind_template_child (widget_class, HwFinishView, complete);
  gtk_widget_class_bind_template_child (widget_class, HwFinishView, first);
  gtk_widget_class_bind_template_child (widget_class, HwFinishView, groups);
  gtk_widget_class_bind_template_callback (widget_class, first_cb);
}

static void
hw_finish_view_init (HwFinishView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hw_finish_view_update:
 * @self: the end
 * @session: the sitting
 *
 * Lists what is missing and what is odd as of now.
 */
void
hw_finish_view_update (HwFinishView *self,
                       HwEntrySession *session)
{
  g_autoptr (GPtrArray) problems = hw_interview_list_problems (hw_entry_session_get_interview (session));
  g_autofree char *summary = NULL;
  GtkWidget *group;
  guint n_wrong, n_missing, n_odd;

  g_return_if_fail (HW_IS_FINISH_VIEW (self));

  while ((group = gtk_widget_get_first_child (self->groups)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups), group);
  g_clear_pointer (&self->first_ref, g_free);
  n_wrong = add_drafts (self, session);
  n_wrong += add_problems (self, problems, HW_ITEM_CONSTRAINT, _("Cannot be right"));
  n_missing = add_problems (self, problems, HW_ITEM_REQUIRED, _("Missing"));
  n_odd = add_problems (self, problems, HW_ITEM_SOFT, _("Odd: is it so?"));
  add_problems (self, problems, HW_ITEM_FAULT, _("Faults of the questionnaire, for the office"));
  summary = dup_summary (n_wrong, n_missing, n_odd, self->is_trial);
  gtk_label_set_label (GTK_LABEL (self->summary), summary);
  self->can_complete = n_wrong + n_missing == 0;
  gtk_widget_set_visible (self->first, self->first_ref != NULL);
}

/**
 * hw_finish_view_set_trial:
 * @self: the end
 *
 * A trial is not completed: what one can do at its end is to start again.
 */
void
hw_finish_view_set_trial (HwFinishView *self)
{
  g_return_if_fail (HW_IS_FINISH_VIEW (self));

  self->is_trial = TRUE;
  gtk_button_set_label (GTK_BUTTON (self->complete), _("Start Again"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->complete), "trial.restart");
}

/**
 * hw_finish_view_can_complete:
 * @self: the end
 *
 * Returns: whether nothing was in the way at the last look
 */
gboolean
hw_finish_view_can_complete (HwFinishView *self)
{
  g_return_val_if_fail (HW_IS_FINISH_VIEW (self), FALSE);
  return self->can_complete;
}

/**
 * hw_finish_view_complete:
 * @self: the end
 * @session: the sitting
 * @error: what is in the way
 *
 * Returns: whether the interview is complete in the file
 */
gboolean
hw_finish_view_complete (HwFinishView *self,
                         HwEntrySession *session,
                         GError **error)
{
  HwSurveyFile *file = hw_entry_session_get_file (session);
  HwInterview *interview = hw_entry_session_get_interview (session);
  g_autoptr (HwInterviewSummary) summary = NULL;

  g_return_val_if_fail (HW_IS_FINISH_VIEW (self), FALSE);

  if (!hw_writer_flush (hw_entry_session_get_writer (session), error))
    return FALSE;
  summary = hw_survey_file_get_summary (file, hw_interview_get_id (interview), error);
  if (summary == NULL)
    return FALSE;
  /* It was complete before somebody looked in again. */
  if (hw_interview_summary_get_status (summary) == HW_STATUS_COMPLETED)
    return TRUE;
  return hw_review_complete (file, interview, error);
}
