/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/trial/trial-page.h"

#include <glib/gi18n.h>

#include "ui/common/toast.h"
#include "ui/form/reading-mark.h"
#include "ui/trial/trial-answers.h"
#include "ui/trial/trial-bar.h"
#include "ui/trial/trial-folder.h"

struct _HwTrialPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  HwReadingMark *reading_mark;

  HwForm *form;
  HwQuestionnaire *questionnaire; /* nullable: what is tried, as the form had it */
  HwTrialFolder *folder;          /* nullable: where the trial is while it lasts */
  HwSurveyFile *file;             /* nullable */
  HwEntryPage *entry;             /* nullable, the stack's */
  HwTrialBar *bar;                /* nullable, the entry page's */
  gboolean wants_reload;          /* as soon as it is read */
};

G_DEFINE_FINAL_TYPE (HwTrialPage, hw_trial_page, ADW_TYPE_BIN)

enum
{
  STARTED,
  FAULTY,
  FAILED,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The page first, which works on the file; then the file; then the folder with what is left. */
static void
end_trial (HwTrialPage *self)
{
  HwEntryPage *entry = g_steal_pointer (&self->entry);

  self->bar = NULL;
  if (entry != NULL)
    gtk_stack_remove (self->stack, GTK_WIDGET (entry));
  g_clear_object (&self->file);
  g_clear_pointer (&self->folder, hw_trial_folder_free);
  g_clear_pointer (&self->questionnaire, hw_questionnaire_unref);
}

static gboolean
make_file (HwTrialPage *self,
           HwQuestionnaire *questionnaire,
           GError **error)
{
  g_autofree char *path = NULL;

  self->folder = hw_trial_folder_new (error);
  if (self->folder == NULL)
    return FALSE;
  path = g_build_filename (hw_trial_folder_get_path (self->folder), "trial.homeward", NULL);
  self->file = hw_survey_file_create (path, questionnaire, NULL, error);
  return self->file != NULL;
}

static void
entry_closed_cb (HwTrialPage *self)
{
  hw_trial_page_close (self);
}

static void
show_entry (HwTrialPage *self,
            HwInterview *interview,
            const char *language)
{
  g_autofree char *title = hw_form_dup_title (self->form);
  GtkWidget *entry = hw_entry_page_new (self->file, interview, TRUE);

  self->entry = HW_ENTRY_PAGE (entry);
  self->bar = HW_TRIAL_BAR (hw_trial_bar_new ());
  hw_entry_page_set_trial (self->entry, title, GTK_WIDGET (self->bar));
  g_signal_connect_object (entry, "closed", G_CALLBACK (entry_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->stack, entry);
  gtk_stack_set_visible_child (self->stack, entry);
  if (language != NULL)
    gtk_widget_activate_action (entry, "entry.set-language", "s", language);
}

static gboolean
has_language (HwQuestionnaire *questionnaire,
              const char *language)
{
  return language != NULL
         && g_strv_contains (hw_questionnaire_get_languages (questionnaire), language);
}

static void
say_lost (HwTrialPage *self,
          guint n_lost)
{
  g_autofree char *text = NULL;

  if (n_lost == 0)
    return;
  /* Translators: a questionnaire was changed while it was tried; %u answers have no place in it now. */
  text = g_strdup_printf (ngettext ("%u answer no longer fits and was left out.",
                                    "%u answers no longer fit and were left out.", n_lost),
                          n_lost);
  hw_toast_show (GTK_WIDGET (self), text);
}

/* Begins anew, in the language of before. With @carries, the answers are carried over as far as
 * they still fit, and the person stays where they were. */
static void
start_trial (HwTrialPage *self,
             HwQuestionnaire *new_questionnaire,
             gboolean carries)
{
  g_autoptr (HwQuestionnaire) questionnaire = hw_questionnaire_ref (new_questionnaire);
  g_autoptr (HwInterview) old = NULL;
  g_autoptr (HwInterview) interview = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *ref = NULL;
  g_autofree char *language = NULL;
  guint n_kept = 0, n_lost = 0;
  HwItem *item;

  if (self->entry != NULL)
    {
      g_set_object (&old, hw_entry_page_get_interview (self->entry));
      item = hw_entry_page_get_current (self->entry);
      ref = item != NULL && carries ? g_strdup (hw_item_get_ref (item)) : NULL;
      language = old != NULL ? g_strdup (hw_interview_get_language (old)) : NULL;
    }
  end_trial (self);
  if (!make_file (self, questionnaire, &error))
    {
      end_trial (self);
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }
  self->questionnaire = g_steal_pointer (&questionnaire);
  interview = hw_interview_new (hw_survey_file_get_questionnaire (self->file));
  if (old != NULL && carries)
    hw_trial_answers_carry (old, interview, &n_kept, &n_lost);
  show_entry (self, interview, has_language (self->questionnaire, language) ? language : NULL);
  item = ref != NULL ? hw_interview_find (interview, ref) : NULL;
  if (item != NULL && hw_item_is_relevant (item))
    hw_entry_page_go_to (self->entry, item);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  say_lost (self, n_lost);
  g_signal_emit (self, signals[STARTED], 0);
}

/* What stands beside “Trial”: nothing, or that the form is another by now. */
static void
show_news (HwTrialPage *self)
{
  HwProblems *problems = hw_form_get_problems (self->form);
  g_autofree char *text = NULL;
  guint n;

  if (self->bar == NULL)
    return;
  if (hw_form_has_changed (self->form))
    {
      hw_trial_bar_show_news (self->bar, _("The questionnaire has changed."), TRUE);
      return;
    }
  if (hw_form_get_questionnaire (self->form) != NULL)
    {
      gboolean is_other = hw_form_get_questionnaire (self->form) != self->questionnaire;

      hw_trial_bar_show_news (self->bar, is_other ? _("The questionnaire has changed.") : NULL, TRUE);
      return;
    }
  if (hw_form_get_error (self->form) != NULL)
    {
      hw_trial_bar_show_news (self->bar, hw_form_get_error (self->form)->message, TRUE);
      return;
    }
  n = hw_problems_count (problems, HW_PROBLEM_ERROR);
  /* Translators: %u is how many faults a questionnaire has since it was changed. */
  text = g_strdup_printf (ngettext ("The questionnaire has %u fault now. You are still trying it as it was before.",
                                    "The questionnaire has %u faults now. You are still trying it as it was before.",
                                    n),
                          n);
  hw_trial_bar_show_news (self->bar, text, FALSE);
}

static void
read_cb (HwTrialPage *self)
{
  gboolean wants_reload = self->wants_reload;

  self->wants_reload = FALSE;
  if (self->entry != NULL)
    {
      if (wants_reload && hw_form_get_questionnaire (self->form) != NULL)
        start_trial (self, hw_form_get_questionnaire (self->form), TRUE);
      show_news (self);
    }
  else if (hw_form_get_questionnaire (self->form) != NULL)
    {
      start_trial (self, hw_form_get_questionnaire (self->form), FALSE);
    }
  else if (hw_form_get_error (self->form) != NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, hw_form_get_error (self->form)->message);
    }
  else
    {
      g_signal_emit (self, signals[FAULTY], 0);
    }
}

/* With the questionnaire as it was read last and could be tried; what changed on disk meanwhile has
 * a button of its own. */
static void
restart_cb (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  HwTrialPage *self = HW_TRIAL_PAGE (widget);

  HwQuestionnaire *latest = hw_form_get_questionnaire (self->form);

  if (self->entry == NULL)
    return;
  start_trial (self, latest != NULL ? latest : self->questionnaire, FALSE);
  show_news (self);
}

static void
reload_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  HwTrialPage *self = HW_TRIAL_PAGE (widget);

  if (self->entry == NULL)
    return;
  self->wants_reload = TRUE;
  hw_form_read (self->form);
}

static void
check_cb (GtkWidget *widget,
          const char *action,
          GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.check", NULL);
}

static void
use_cb (GtkWidget *widget,
        const char *action,
        GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.use", NULL);
}

static void
close_cb (GtkWidget *widget,
          const char *action,
          GVariant *parameter)
{
  hw_trial_page_close (HW_TRIAL_PAGE (widget));
}

static gboolean
hw_trial_page_grab_focus (GtkWidget *widget)
{
  HwTrialPage *self = HW_TRIAL_PAGE (widget);

  return self->entry != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
hw_trial_page_dispose (GObject *object)
{
  HwTrialPage *self = HW_TRIAL_PAGE (object);

  if (self->stack != NULL)
    {
      hw_reading_mark_set_form (self->reading_mark, NULL);
      end_trial (self);
    }
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_TRIAL_PAGE);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (hw_trial_page_parent_class)->dispose (object);
}

static void
hw_trial_page_class_init (HwTrialPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_trial_page_dispose;
  widget_class->grab_focus = hw_trial_page_grab_focus;
  signals[STARTED] = g_signal_new ("started", HW_TYPE_TRIAL_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[FAULTY] = g_signal_new ("faulty", HW_TYPE_TRIAL_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", HW_TYPE_TRIAL_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLOSED] = g_signal_new ("closed", HW_TYPE_TRIAL_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  g_type_ensure (HW_TYPE_READING_MARK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/trial/trial-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwTrialPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HwTrialPage, reading_mark);

  gtk_widget_class_install_action (widget_class, "trial.restart", NULL, restart_cb);
  gtk_widget_class_install_action (widget_class, "trial.reload", NULL, reload_cb);
  gtk_widget_class_install_action (widget_class, "trial.check", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "trial.use", NULL, use_cb);
  gtk_widget_class_install_action (widget_class, "trial.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "trial.restart", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "trial.reload",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "trial.check",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "trial.close", NULL);
}

static void
hw_trial_page_init (HwTrialPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hw_trial_page_new:
 * @form: the questionnaire
 *
 * Returns: (transfer floating): a page that waits for hw_trial_page_begin()
 */
GtkWidget *
hw_trial_page_new (HwForm *form)
{
  HwTrialPage *self;

  g_return_val_if_fail (HW_IS_FORM (form), NULL);

  self = g_object_new (HW_TYPE_TRIAL_PAGE, NULL);
  self->form = g_object_ref (form);
  hw_reading_mark_set_form (self->reading_mark, form);
  g_signal_connect_object (form, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "changed", G_CALLBACK (show_news), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * hw_trial_page_begin:
 * @self: the page
 *
 * Begins the trial: at once when the form is read and as it was, else when it is.
 */
void
hw_trial_page_begin (HwTrialPage *self)
{
  g_return_if_fail (HW_IS_TRIAL_PAGE (self));

  if (hw_form_is_reading (self->form))
    return;
  if (hw_form_is_read (self->form) && !hw_form_has_changed (self->form))
    read_cb (self);
  else
    hw_form_read (self->form);
}

/**
 * hw_trial_page_get_form:
 * @self: the page
 *
 * Returns: (transfer none): what is tried
 */
HwForm *
hw_trial_page_get_form (HwTrialPage *self)
{
  g_return_val_if_fail (HW_IS_TRIAL_PAGE (self), NULL);
  return self->form;
}

/**
 * hw_trial_page_get_entry:
 * @self: the page
 *
 * Returns: (nullable) (transfer none): the page on which it is answered; %NULL before it began
 */
HwEntryPage *
hw_trial_page_get_entry (HwTrialPage *self)
{
  g_return_val_if_fail (HW_IS_TRIAL_PAGE (self), NULL);
  return self->entry;
}

/* Of a question in rosters, the one in their first rows. */
static HwItem *
find_question (HwInterview *interview,
               HwQuestion *question)
{
  g_autoptr (GString) ref = g_string_new (hw_question_get_name (question));

  for (HwQuestion *repeat = hw_question_get_repeat (question); repeat != NULL;
       repeat = hw_question_get_repeat (repeat))
    {
      g_autofree char *step = g_strdup_printf ("%s[1]/", hw_question_get_name (repeat));

      g_string_prepend (ref, step);
    }
  return hw_interview_find (interview, ref->str);
}

static gboolean
is_shown (HwQuestion *question)
{
  return hw_question_is_answerable (question) || hw_question_is_container (question)
         || hw_question_get_kind (question) == HW_KIND_NOTE;
}

/**
 * hw_trial_page_show_question:
 * @self: the page
 * @name: of a question
 *
 * Goes to the question. One that is skipped as the answers are, or that has no row to be in yet,
 * cannot be gone to; the page says so.
 *
 * Returns: whether it was gone to
 */
gboolean
hw_trial_page_show_question (HwTrialPage *self,
                             const char *name)
{
  HwInterview *interview;
  HwQuestion *question = NULL;
  HwItem *item = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (HW_IS_TRIAL_PAGE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  interview = self->entry != NULL ? hw_entry_page_get_interview (self->entry) : NULL;
  if (interview != NULL)
    question = hw_questionnaire_find (hw_interview_get_questionnaire (interview), name);
  if (question != NULL)
    item = find_question (interview, question);
  if (question == NULL || !is_shown (question))
    /* Translators: %s is the name of a question, such as a calculation. */
    text = g_strdup_printf (_("“%s” is not asked, so there is nothing to show."), name);
  else if (item == NULL || !hw_item_is_relevant (item))
    /* Translators: %s is the name of a question. */
    text = g_strdup_printf (_("“%s” does not apply as you have answered so far."), name);
  if (text != NULL)
    hw_toast_show (GTK_WIDGET (self), text);
  else
    hw_entry_page_go_to (self->entry, item);
  return text == NULL;
}

/**
 * hw_trial_page_close:
 * @self: the page
 *
 * Ends the trial.
 */
void
hw_trial_page_close (HwTrialPage *self)
{
  g_return_if_fail (HW_IS_TRIAL_PAGE (self));

  g_signal_emit (self, signals[CLOSED], 0);
}
