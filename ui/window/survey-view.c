/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/survey-view.h"

#include <glib/gi18n.h>

#include "ui/common/language.h"
#include "ui/common/menu-button.h"
#include "ui/interviews/interviews-page.h"
#include "ui/review/review-page.h"
#include "ui/tables/tables-page.h"

struct _HwSurveyView
{
  AdwBin parent_instance;

  HwBanner *banner;
  GtkLabel *title_label;
  AdwViewStack *places;
  HwInterviewsPage *interviews; /* these are the stack's */
  HwTablesPage *tables;

  HwSurveyFile *file;
};

G_DEFINE_FINAL_TYPE (HwSurveyView, hw_survey_view, ADW_TYPE_BIN)

static GtkWidget *
add_place (HwSurveyView *self,
           GtkWidget *page,
           const char *name,
           const char *title,
           const char *icon)
{
  adw_view_stack_add_titled (self->places, page, name, title);
  adw_view_stack_page_set_icon_name (adw_view_stack_get_page (self->places, page), icon);
  return page;
}

/* Where pages are plugged in; each is given the survey file and nothing else. */
static void
add_places (HwSurveyView *self)
{
  GtkWidget *review;

  self->interviews = HW_INTERVIEWS_PAGE (hw_interviews_page_new (self->file));
  add_place (self, GTK_WIDGET (self->interviews), "interviews", _("Interviews"),
             "view-list-symbolic");
  review = add_place (self, hw_review_page_new (self->file), "review", _("Review"),
                      "object-select-symbolic");
  g_signal_connect_object (review, "reviewed", G_CALLBACK (hw_survey_view_refresh), self,
                           G_CONNECT_SWAPPED);
  self->tables = HW_TABLES_PAGE (hw_tables_page_new (self->file));
  add_place (self, GTK_WIDGET (self->tables), "tables", _("Tables"),
             "x-office-spreadsheet-symbolic");
}

/* The survey's own title, else that of its questionnaire in the language of the screen, else the name of the file. A title
 * that a new survey took over from its questionnaire is not its own. */
static void
show_title (HwSurveyView *self)
{
  HwQuestionnaire *questionnaire = hw_survey_file_get_questionnaire (self->file);
  const char *title = hw_survey_file_get_setting (self->file, "title");
  g_autofree char *name = g_path_get_basename (hw_survey_file_get_path (self->file));

  if (title == NULL || *title == '\0' || g_strcmp0 (title, hw_questionnaire_get_title (questionnaire, "")) == 0)
    title = hw_questionnaire_get_title (questionnaire, hw_language_pick (questionnaire));
  if (title == NULL || *title == '\0')
    title = name;
  gtk_label_set_label (self->title_label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label),
                               hw_survey_file_get_path (self->file));
}

static gboolean
hw_survey_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (adw_view_stack_get_visible_child (HW_SURVEY_VIEW (widget)->places));
}

static void
hw_survey_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hw_survey_view_parent_class)->map (widget);
  gtk_widget_grab_focus (widget);
}

static void
hw_survey_view_dispose (GObject *object)
{
  HwSurveyView *self = HW_SURVEY_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_SURVEY_VIEW);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (hw_survey_view_parent_class)->dispose (object);
}

static void
hw_survey_view_class_init (HwSurveyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_survey_view_dispose;
  widget_class->grab_focus = hw_survey_view_grab_focus;
  widget_class->map = hw_survey_view_map;
  g_type_ensure (HW_TYPE_BANNER);
  g_type_ensure (HW_TYPE_MENU_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/window/survey-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HwSurveyView, banner);
  gtk_widget_class_bind_template_child (widget_class, HwSurveyView, title_label);
  gtk_widget_class_bind_template_child (widget_class, HwSurveyView, places);
}

static void
hw_survey_view_init (HwSurveyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hw_survey_view_new:
 * @file: the survey
 *
 * Returns: (transfer floating): its places
 */
GtkWidget *
hw_survey_view_new (HwSurveyFile *file)
{
  HwSurveyView *self;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file), NULL);

  self = g_object_new (HW_TYPE_SURVEY_VIEW, NULL);
  self->file = g_object_ref (file);
  show_title (self);
  add_places (self);
  if (hw_survey_file_is_read_only (file))
    hw_banner_show (self->banner, GTK_MESSAGE_INFO,
                    _("This file can only be read here. To enter or review interviews, copy it to "
                       "a folder in which you may write."));
  return GTK_WIDGET (self);
}

/**
 * hw_survey_view_refresh:
 * @self: the view
 * @id: (nullable): the interview on which the list is to stand
 *
 * Shows what has changed in the file.
 */
void
hw_survey_view_refresh (HwSurveyView *self,
                        const char *id)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HW_IS_SURVEY_VIEW (self));

  if (!hw_interviews_page_refresh (self->interviews, id, &error))
    hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
  hw_tables_page_refresh (self->tables);
}

/**
 * hw_survey_view_show_place:
 * @self: the view
 * @place: interviews, review or tables; a place that is not there is passed over
 */
void
hw_survey_view_show_place (HwSurveyView *self,
                           const char *place)
{
  g_return_if_fail (HW_IS_SURVEY_VIEW (self));
  g_return_if_fail (place != NULL);

  if (adw_view_stack_get_child_by_name (self->places, place) == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->places, place);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * hw_survey_view_search:
 * @self: the view
 *
 * Goes to the search among the interviews.
 */
void
hw_survey_view_search (HwSurveyView *self)
{
  g_return_if_fail (HW_IS_SURVEY_VIEW (self));

  hw_survey_view_show_place (self, "interviews");
  hw_interviews_page_search (self->interviews);
}

/**
 * hw_survey_view_export:
 * @self: the view
 *
 * Exports what is shown, if it is something that can be exported.
 */
void
hw_survey_view_export (HwSurveyView *self)
{
  g_return_if_fail (HW_IS_SURVEY_VIEW (self));

  if (adw_view_stack_get_visible_child (self->places) == GTK_WIDGET (self->tables))
    hw_tables_page_export (self->tables);
}

/**
 * hw_survey_view_get_title:
 * @self: the view
 *
 * Returns: (transfer none): what the survey is called
 */
const char *
hw_survey_view_get_title (HwSurveyView *self)
{
  g_return_val_if_fail (HW_IS_SURVEY_VIEW (self), NULL);

  return gtk_label_get_label (self->title_label);
}

/**
 * hw_survey_view_get_banner:
 * @self: the view
 *
 * Returns: (transfer none): where it says what went wrong
 */
HwBanner *
hw_survey_view_get_banner (HwSurveyView *self)
{
  g_return_val_if_fail (HW_IS_SURVEY_VIEW (self), NULL);

  return self->banner;
}
