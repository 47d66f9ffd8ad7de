/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/start/new-survey-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/common/banner.h"
#include "ui/common/data-dir.h"
#include "ui/common/file-choice.h"
#include "ui/common/language.h"
#include "ui/common/menu-button.h"
#include "ui/form/check-view.h"
#include "ui/form/form-choice.h"
#include "ui/form/reading-mark.h"

struct _HwNewSurveyPage
{
  AdwBin parent_instance;

  HwBanner *banner;
  GtkStack *stack;
  AdwActionRow *shipped_row;
  AdwActionRow *other_row;
  GtkLabel *title_label;
  GtkLabel *about_label;
  GtkWidget *create_button;
  GtkWidget *try_button;
  GtkWidget *other_button;
  HwReadingMark *reading_mark;
  HwCheckView *check_view;

  HwForm *form; /* nullable: nothing chosen yet */
};

G_DEFINE_FINAL_TYPE (HwNewSurveyPage, hw_new_survey_page, ADW_TYPE_BIN)

enum
{
  CREATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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
  g_autoptr (GString) about = NULL;
  const char *version = hw_questionnaire_get_version (questionnaire);
  guint n = 0;

  for (guint i = 0; i < hw_questionnaire_get_n_questions (questionnaire); i++)
    n += hw_question_is_answerable (hw_questionnaire_get_question (questionnaire, i));
  /* Translators: %u is the number of questions of a questionnaire. */
  questions = g_strdup_printf (ngettext ("%u question", "%u questions", n), n);
  about = g_string_new (questions);
  if (*languages != '\0')
    g_string_append_printf (about, " · %s", languages);
  if (version != NULL && *version != '\0')
    {
      /* Translators: %s is the version of a questionnaire, as its author numbers it. */
      g_autofree char *text = g_strdup_printf (_("version %s"), version);

      g_string_append_printf (about, " · %s", text);
    }
  return g_string_free (g_steal_pointer (&about), FALSE);
}

static void set_form (HwNewSurveyPage *self,
                      HwForm *form);

static void
show_questionnaire (HwNewSurveyPage *self)
{
  HwQuestionnaire *questionnaire = hw_form_get_questionnaire (self->form);
  g_autofree char *title = hw_form_dup_title (self->form);
  g_autofree char *about = questionnaire != NULL ? dup_about (questionnaire) : NULL;
  g_autofree char *name = hw_form_dup_name (self->form);
  g_autofree char *whole = NULL;

  gtk_label_set_label (self->title_label, title);
  if (about != NULL && g_strcmp0 (title, name) != 0)
    whole = g_strdup_printf ("%s · %s", about, name);
  gtk_label_set_label (self->about_label, whole != NULL   ? whole
                                          : about != NULL ? about
                                                          : hw_form_get_path (self->form));
  gtk_widget_set_visible (self->create_button, questionnaire != NULL);
  gtk_widget_set_visible (self->try_button, questionnaire != NULL);
}

/* The first reading brings the person to what can be done; those that follow leave them where they
 * are. What cannot be read at all is no choice. */
static void
read_cb (HwNewSurveyPage *self)
{
  gboolean is_first = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "report") != 0;

  if (is_first && hw_form_get_error (self->form) != NULL)
    {
      hw_banner_show (self->banner, GTK_MESSAGE_ERROR, hw_form_get_error (self->form)->message);
      set_form (self, NULL);
      gtk_stack_set_visible_child_name (self->stack, "choose");
      return;
    }
  show_questionnaire (self);
  gtk_stack_set_visible_child_name (self->stack, "report");
  if (is_first)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
set_form (HwNewSurveyPage *self,
          HwForm *form)
{
  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  g_set_object (&self->form, form);
  hw_reading_mark_set_form (self->reading_mark, form);
  hw_check_view_set_form (self->check_view, form);
  if (form != NULL)
    g_signal_connect_object (form, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
}

static void
shipped_cb (HwNewSurveyPage *self)
{
  g_autofree char *folder = hw_data_dir_find ("questionnaires/migration");

  if (folder != NULL)
    hw_new_survey_page_read (self, folder);
}

static void
form_chosen_cb (GtkWidget *from,
                const char *path,
                gpointer data)
{
  hw_new_survey_page_read (HW_NEW_SURVEY_PAGE (from), path);
}

static void
other_cb (HwNewSurveyPage *self)
{
  hw_form_choice_ask (GTK_WIDGET (self), _("Choose a Questionnaire"), _("_Read"), form_chosen_cb,
                      NULL);
}

static void
try_cb (HwNewSurveyPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.try-chosen", NULL);
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
  g_autofree char *form = hw_form_dup_name (self->form);
  char *dot = strrchr (form, '.');
  g_autofree char *name = NULL;
  HwFileChoice choice = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = _("Where Is the Survey Kept?"),
    .accept = _("_Create"),
    .filter_label = _("Homeward surveys"),
    .pattern = "*.homeward",
  };

  if (dot != NULL && dot != form)
    *dot = '\0';
  name = g_strconcat (form, ".homeward", NULL);
  choice.name = name;

  hw_file_choice_ask (GTK_WIDGET (self), &choice, place_chosen_cb, NULL);
}

static gboolean
hw_new_survey_page_grab_focus (GtkWidget *widget)
{
  HwNewSurveyPage *self = HW_NEW_SURVEY_PAGE (widget);

  if (self->form != NULL && hw_form_is_read (self->form))
    return gtk_widget_grab_focus (gtk_widget_get_visible (self->create_button)
                                      ? self->create_button
                                      : GTK_WIDGET (self->check_view));
  return gtk_widget_grab_focus (GTK_WIDGET (gtk_widget_get_visible (GTK_WIDGET (self->shipped_row))
                                                ? self->shipped_row
                                                : self->other_row));
}

static void
hw_new_survey_page_dispose (GObject *object)
{
  HwNewSurveyPage *self = HW_NEW_SURVEY_PAGE (object);

  if (self->check_view != NULL)
    set_form (self, NULL);
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
  g_type_ensure (HW_TYPE_CHECK_VIEW);
  g_type_ensure (HW_TYPE_READING_MARK);
  g_type_ensure (HW_TYPE_MENU_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/start/new-survey-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, banner);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, shipped_row);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, other_row);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, about_label);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, create_button);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, try_button);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, other_button);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, reading_mark);
  gtk_widget_class_bind_template_child (widget_class, HwNewSurveyPage, check_view);
  gtk_widget_class_bind_template_callback (widget_class, shipped_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_cb);
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
  set_form (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

/**
 * hw_new_survey_page_set_form:
 * @self: the page
 * @form: a questionnaire, read already or not
 *
 * Takes the questionnaire as chosen, and shows what it is and all that is to be said of it.
 */
void
hw_new_survey_page_set_form (HwNewSurveyPage *self,
                             HwForm *form)
{
  g_return_if_fail (HW_IS_NEW_SURVEY_PAGE (self));
  g_return_if_fail (HW_IS_FORM (form));

  hw_banner_hide (self->banner);
  set_form (self, form);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  if (hw_form_is_read (form) && !hw_form_is_reading (form) && !hw_form_has_changed (form))
    read_cb (self);
  else
    hw_form_read (form);
}

/**
 * hw_new_survey_page_get_form:
 * @self: the page
 *
 * Returns: (nullable) (transfer none): what is chosen
 */
HwForm *
hw_new_survey_page_get_form (HwNewSurveyPage *self)
{
  g_return_val_if_fail (HW_IS_NEW_SURVEY_PAGE (self), NULL);
  return self->form;
}

/**
 * hw_new_survey_page_read:
 * @self: the page
 * @path: of a questionnaire
 *
 * As hw_new_survey_page_set_form(), for one that nobody has looked at.
 */
void
hw_new_survey_page_read (HwNewSurveyPage *self,
                         const char *path)
{
  g_autoptr (HwForm) form = NULL;

  g_return_if_fail (HW_IS_NEW_SURVEY_PAGE (self));
  g_return_if_fail (path != NULL);

  form = hw_form_new (path);
  hw_new_survey_page_set_form (self, form);
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
  g_return_if_fail (self->form != NULL && hw_form_get_questionnaire (self->form) != NULL);
  g_return_if_fail (path != NULL);

  file = hw_survey_file_create (path, hw_form_get_questionnaire (self->form), NULL, &error);
  if (file == NULL)
    hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
  else
    g_signal_emit (self, signals[CREATED], 0, file);
}
