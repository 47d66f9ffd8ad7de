/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/start/new-survey-page.h"

#include <glib/gi18n.h>

#include "ui/common/banner.h"
#include "ui/common/data-dir.h"
#include "ui/common/file-choice.h"
#include "ui/common/language.h"
#include "ui/common/menu-button.h"

struct _HwNewSurveyPage
{
  AdwBin parent_instance;

  HwBanner *banner;
  GtkStack *stack;
  AdwActionRow *shipped_row;
  AdwActionRow *other_row;
  GtkLabel *title_label;
  GtkLabel *about_label;
  GtkLabel *verdict_label;
  GtkListBox *faults_list;
  GtkButton *create_button;
  GtkButton *again_button;

  char *folder;                   /* nullable: nothing chosen yet */
  HwQuestionnaire *questionnaire; /* nullable: none, or one with faults */
};

G_DEFINE_FINAL_TYPE (HwNewSurveyPage, hw_new_survey_page, ADW_TYPE_BIN)

enum
{
  CREATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_place (const HwProblem *problem)
{
  if (problem->file == NULL || problem->line == 0)
    return g_strdup (problem->file != NULL ? problem->file : "");
  if (problem->column == 0)
    /* Translators: the place of a fault: file, line. */
    return g_strdup_printf (_("%1$s, line %2$u"), problem->file, problem->line);
  /* Translators: the place of a fault: file, line, column. */
  return g_strdup_printf (_("%1$s, line %2$u, column %3$u"), problem->file, problem->line,
                          problem->column);
}

static GtkWidget *
create_fault_row (const HwProblem *problem)
{
  gboolean is_error = problem->severity == HW_PROBLEM_ERROR;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = gtk_image_new_from_icon_name (is_error ? "dialog-error-symbolic"
                                                           : "dialog-information-symbolic");
  g_autofree char *place = dup_place (problem);
  g_autofree char *title = g_markup_escape_text (problem->message, -1);
  g_autofree char *subtitle = g_markup_escape_text (place, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), TRUE);
  gtk_widget_add_css_class (mark, is_error ? "error" : "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_error ? _("Fault") : _("Advice"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  return row;
}

static void
show_faults (HwNewSurveyPage *self,
             HwProblems *problems)
{
  guint n = hw_problems_get_length (problems);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->faults_list))) != NULL)
    gtk_list_box_remove (self->faults_list, child);
  hw_problems_sort (problems);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->faults_list, create_fault_row (hw_problems_get (problems, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->faults_list), n > 0);
}

static void
show_verdict (HwNewSurveyPage *self,
              HwProblems *problems)
{
  guint n_errors = hw_problems_count (problems, HW_PROBLEM_ERROR);
  guint n_warnings = hw_problems_count (problems, HW_PROBLEM_WARNING);
  g_autofree char *text = NULL;

  if (self->questionnaire == NULL)
    text = g_strdup_printf (
        /* Translators: %u is the number of faults that keep a questionnaire from being used. */
        ngettext ("This questionnaire has %u fault. Mend it in its sheet, then read it again.",
                  "This questionnaire has %u faults. Mend them in its sheets, then read it again.",
                  n_errors),
        n_errors);
  else if (n_warnings > 0)
    text = g_strdup_printf (
        /* Translators: %u is the number of remarks on a questionnaire that can be used as it is. */
        ngettext ("This questionnaire can be used. There is %u piece of advice:",
                  "This questionnaire can be used. There are %u pieces of advice:", n_warnings),
        n_warnings);
  else
    text = g_strdup (_("This questionnaire can be used as it is."));
  gtk_label_set_label (self->verdict_label, text);
}

/* Language names stand in the sheets as their authors wrote them: "English (en)". */
static char *
dup_languages (HwQuestionnaire *questionnaire)
{
  const char *const *languages = hw_questionnaire_get_languages (questionnaire);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; languages[i] != NULL; i++)
    if (languages[i][0] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", languages[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_about (HwQuestionnaire *questionnaire)
{
  g_autofree char *languages = dup_languages (questionnaire);
  g_autofree char *questions = NULL;
  const char *version = hw_questionnaire_get_version (questionnaire);
  guint n = 0;

  for (guint i = 0; i < hw_questionnaire_get_n_questions (questionnaire); i++)
    n += hw_question_is_answerable (hw_questionnaire_get_question (questionnaire, i));
  /* Translators: %u is the number of questions of a questionnaire. */
  questions = g_strdup_printf (ngettext ("%u question", "%u questions", n), n);
  return g_strjoin (" · ", questions,
                    version != NULL && *version != '\0' ? version
                                                        : hw_questionnaire_get_id (questionnaire),
                    *languages != '\0' ? languages : NULL, NULL);
}

static void
show_questionnaire (HwNewSurveyPage *self,
                    HwProblems *problems)
{
  g_autofree char *name = g_path_get_basename (self->folder);
  g_autofree char *about = NULL;

  if (self->questionnaire != NULL)
    {
      const char *title = hw_questionnaire_get_title (self->questionnaire,
                                                      hw_language_pick (self->questionnaire));

      about = dup_about (self->questionnaire);
      gtk_label_set_label (self->title_label, title != NULL && *title != '\0' ? title : name);
    }
  else
    {
      gtk_label_set_label (self->title_label, name);
    }
  gtk_label_set_label (self->about_label, about != NULL ? about : self->folder);
  gtk_widget_set_visible (GTK_WIDGET (self->create_button), self->questionnaire != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->again_button), self->questionnaire == NULL);
  show_verdict (self, problems);
  show_faults (self, problems);
  gtk_stack_set_visible_child_name (self->stack, "report");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
shipped_cb (HwNewSurveyPage *self)
{
  g_autofree char *folder = hw_data_dir_find ("questionnaires/migration");

  if (folder != NULL)
    hw_new_survey_page_read (self, folder);
}

static void
folder_chosen_cb (GtkWidget *from,
                  const char *path,
                  gpointer data)
{
  hw_new_survey_page_read (HW_NEW_SURVEY_PAGE (from), path);
}

static void
other_cb (HwNewSurveyPage *self)
{
  const HwFileChoice choice = {
    .action = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
    .title = _("Choose the Folder of a Questionnaire"),
    .accept = _("_Read"),
  };

  hw_file_choice_ask (GTK_WIDGET (self), &choice, folder_chosen_cb, NULL);
}

static void
again_cb (HwNewSurveyPage *self)
{
  hw_new_survey_page_read (self, self->folder);
}

static void
place_chosen_cb (GtkWidget *from,
                 const char *path,
                 gpointer data)
{
  hw_new_survey_page_create (HW_NEW_SURVEY_PAGE (from), path);
}

static void
create_cb (HwNewSurveyPage *self)
{
  g_autofree char *folder = g_path_get_basename (self->folder);
  g_autofree char *name = g_strconcat (folder, ".homeward", NULL);
  const HwFileChoice choice = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = _("Where Is the Survey Kept?"),
    .accept = _("_Create"),
    .filter_label = _("Homeward surveys"),
    .pattern = "*.homeward",
    .name = name,
  };

  hw_file_choice_ask (GTK_WIDGET (self), &choice, place_chosen_cb, NULL);
}

static gboolean
hw_new_survey_page_grab_focus (GtkWidget *widget)
{
  HwNewSurveyPage *self = HW_NEW_SURVEY_PAGE (widget);

  if (self->folder != NULL)
    return gtk_widget_grab_focus (
        GTK_WIDGET (self->questionnaire != NULL ? self->create_button : self->again_button));
  return gtk_widget_grab_focus (GTK_WIDGET (gtk_widget_get_visible (GTK_WIDGET (self->shipped_row))
                                                ? self->shipped_row
                                                : self->other_row));
}

static void
hw_new_survey_page_dispose (GObject *object)
{
  HwNewSurveyPage *self = HW_NEW_SURVEY_PAGE (object);

  g_clear_pointer (&self->questionnaire, hw_questionnaire_unref);
  g_clear_pointer (&self->folder, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_NEW_SURVEY_PAGE);
  G_OBJECT_CLASS (hw_new_survey_page_parent_class)->dispose (object);
}

static void
hw_new_survey_page_class_init (HwNewSurveyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_new_survey_page_dispose;
  widget_class->grab_focus = hw_new_survey_page_grab_focus;
  signals[CREATED] = g_signal_new ("created", HW_TYPE_NEW_SURVEY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, HW_TYPE_SURVEY_FILE);
  g_type_ensure (HW_TYPE_BANNER);
  g_type_ensure (HW_TYPE_MENU_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/start/new-survey-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, banner);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, shipped_row);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, other_row);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, about_label);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, faults_list);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, create_button);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, again_button);
  gtk_widget_class_bind_template_callback (widget_class, shipped_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
hw_new_survey_page_init (HwNewSurveyPage *self)
{
  g_autofree char *shipped = hw_data_dir_find ("questionnaires/migration/survey.csv");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->shipped_row), shipped != NULL);
}

/**
 * hw_new_survey_page_reset:
 * @self: the page
 *
 * Begins anew with the choice of a questionnaire.
 */
void
hw_new_survey_page_reset (HwNewSurveyPage *self)
{
  g_return_if_fail (HW_IS_NEW_SURVEY_PAGE (self));

  hw_banner_hide (self->banner);
  g_clear_pointer (&self->questionnaire, hw_questionnaire_unref);
  g_clear_pointer (&self->folder, g_free);
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

/**
 * hw_new_survey_page_read:
 * @self: the page
 * @folder: where the sheets of a questionnaire lie
 *
 * Reads the questionnaire and shows what it is, or all that is wrong with it.
 */
void
hw_new_survey_page_read (HwNewSurveyPage *self,
                         const char *folder)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autofree char *copy = g_strdup (folder); /* @folder may be our own */
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HW_IS_NEW_SURVEY_PAGE (self));
  g_return_if_fail (folder != NULL);

  hw_banner_hide (self->banner);
  g_clear_pointer (&self->questionnaire, hw_questionnaire_unref);
  g_free (self->folder);
  self->folder = g_steal_pointer (&copy);
  self->questionnaire = hw_questionnaire_new_from_path (self->folder, problems, &error);
  if (error == NULL)
    {
      show_questionnaire (self, problems);
      return;
    }
  hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
  g_clear_pointer (&self->folder, g_free);
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

/**
 * hw_new_survey_page_create:
 * @self: the page
 * @path: where the survey file is to be
 *
 * Makes a survey of the questionnaire that was read. Emits "created", or says why not.
 */
void
hw_new_survey_page_create (HwNewSurveyPage *self,
                           const char *path)
{
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HW_IS_NEW_SURVEY_PAGE (self));
  g_return_if_fail (self->questionnaire != NULL);
  g_return_if_fail (path != NULL);

  file = hw_survey_file_create (path, self->questionnaire, NULL, &error);
  if (file == NULL)
    hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
  else
    g_signal_emit (self, signals[CREATED], 0, file);
}
