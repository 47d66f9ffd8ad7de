/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/review/review-page.h"

#include <glib/gi18n.h>

#include "review/finding.h"
#include "ui/common/case-text.h"
#include "ui/common/banner.h"
#include "ui/common/language.h"
#include "ui/common/page-style.h"
#include "ui/common/time-text.h"
#include "ui/common/toast.h"
#include "ui/entry/reason-popover.h"
#include "ui/review/queue-row.h"
#include "ui/review/review-line-row.h"
#include "ui/review/review-lines.h"

#define MOST_AT_ONCE 5

struct _HwReviewPage
{
  AdwBin parent_instance;

  HwSurveyFile *file;
  char *id;                /* of the interview at hand */
  HwInterview *interview;
  GListStore *lines;
  GtkWidget *popover;
  gboolean is_filling;     /* the queue changes; who is at hand is decided after that */

  /* Template children */
  GtkStack *stack;
  GtkWidget *queue;
  GtkSingleSelection *selection;
  GListStore *summaries;
  GtkWidget *case_label;
  GtkWidget *case_detail;
  GtkWidget *return_button;
  HwBanner *banner;
  GtkWidget *findings;
  GtkWidget *answers;
  GtkSingleSelection *answer_selection;
};

G_DEFINE_FINAL_TYPE (HwReviewPage, hw_review_page, ADW_TYPE_BIN)

static guint reviewed_signal;

static void
update_actions (HwReviewPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can = self->interview != NULL && !hw_survey_file_is_read_only (self->file);
  HwReviewLine *line = gtk_single_selection_get_selected_item (self->answer_selection);

  gtk_widget_action_set_enabled (widget, "review.approve", can);
  gtk_widget_action_set_enabled (widget, "review.return", can);
  gtk_widget_action_set_enabled (widget, "review.remark", can && line != NULL && !hw_review_line_is_title (line));
}

static gboolean
scroll_cb (GtkWidget *answers,
           GdkFrameClock *clock,
           gpointer data)
{
  HwReviewPage *self = data;
  guint position = gtk_single_selection_get_selected (self->answer_selection);

  if (gtk_widget_get_height (answers) == 0)
    return G_SOURCE_CONTINUE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (answers, "list.scroll-to-item", "u", position);
  return G_SOURCE_REMOVE;
}

/* A list that was never laid out cannot scroll yet. */
static void
stand_on (HwReviewPage *self,
          guint position)
{
  gtk_single_selection_set_selected (self->answer_selection, position);
  if (gtk_widget_get_height (self->answers) > 0)
    gtk_widget_activate_action (self->answers, "list.scroll-to-item", "u", position);
  else
    gtk_widget_add_tick_callback (self->answers, scroll_cb, self, NULL);
}

static GtkWidget *
make_finding (HwFinding *finding)
{
  HwFindingKind kind = hw_finding_get_kind (finding);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *image = gtk_image_new_from_icon_name (hw_queue_row_get_icon (kind));
  GtkWidget *label = gtk_label_new (hw_finding_get_sentence (finding));

  gtk_widget_set_tooltip_text (image, hw_finding_kind_get_label (kind));
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), image);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  if (kind == HW_FINDING_CONFIRMED)
    gtk_widget_add_css_class (row, "confirmed");
  else
    gtk_widget_add_css_class (row, hw_finding_kind_is_blocking (kind) || kind == HW_FINDING_DUPLICATE ? "blocking" : "asking");
  g_object_set_data_full (G_OBJECT (row), "ref", g_strdup (hw_finding_get_ref (finding)), g_free);
  return row;
}

/* What there is no room for stands in the margins of the answers. */
static GtkWidget *
make_more (guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more is in the margin below.", "%u more are in the margins below.", n), n);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
show_findings (HwReviewPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) findings = hw_review_find (self->file, self->interview, &error);
  GtkWidget *row;
  guint n;

  while ((row = gtk_widget_get_first_child (self->findings)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->findings), row);
  gtk_widget_set_visible (self->findings, findings != NULL && g_list_model_get_n_items (findings) > 0);
  if (findings == NULL)
    {
      hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
      return;
    }
  n = g_list_model_get_n_items (findings);
  for (guint i = 0; i < MIN (n, MOST_AT_ONCE); i++)
    {
      g_autoptr (HwFinding) finding = g_list_model_get_item (findings, i);

      gtk_list_box_append (GTK_LIST_BOX (self->findings), make_finding (finding));
    }
  if (n > MOST_AT_ONCE)
    gtk_list_box_append (GTK_LIST_BOX (self->findings), make_more (n - MOST_AT_ONCE));
  hw_review_lines_add_findings (G_LIST_MODEL (self->lines), findings);
}

/* The answer with which to begin: the first about which something was found, else the first. */
static void
show_first (HwReviewPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  guint first = G_MAXUINT;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HwReviewLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      if (hw_review_line_get_finding (line) != NULL)
        {
          stand_on (self, i);
          return;
        }
      if (first == G_MAXUINT && !hw_review_line_is_title (line))
        first = i;
    }
  if (first != G_MAXUINT)
    gtk_single_selection_set_selected (self->answer_selection, first);
}

static void
show_head (HwReviewPage *self,
           HwInterviewSummary *summary)
{
  g_autofree char *label = hw_case_text_dup (hw_interview_summary_get_label (summary), _("No case number yet"));
  g_autofree char *when = hw_time_text_dup (hw_interview_summary_get_modified (summary));
  g_autofree char *detail = NULL;

  gtk_label_set_label (GTK_LABEL (self->case_label), label);
  /* Translators: an interview at the supervisor's: enumerator, when it was changed last, how much of it is answered. */
  detail = g_strdup_printf (_("%s  ·  %s  ·  %u %% answered"), hw_interview_summary_get_person (summary), when,
                            hw_interview_summary_get_percent (summary));
  gtk_label_set_label (GTK_LABEL (self->case_detail), detail);
}

static void
clear_interview (HwReviewPage *self)
{
  gtk_single_selection_set_model (self->answer_selection, NULL);
  g_clear_object (&self->lines);
  g_clear_object (&self->interview);
  g_clear_pointer (&self->id, g_free);
}

static void
show_interview (HwReviewPage *self,
                HwInterviewSummary *summary)
{
  g_autoptr (GError) error = NULL;

  clear_interview (self);
  hw_banner_hide (self->banner);
  if (summary != NULL)
    {
      show_head (self, summary);
      self->interview = hw_survey_file_load_interview (self->file, hw_interview_summary_get_id (summary), &error);
      if (self->interview == NULL)
        hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
    }
  if (self->interview != NULL)
    {
      const char *language = hw_language_pick (hw_interview_get_questionnaire (self->interview));

      if (language != NULL)
        hw_interview_set_language (self->interview, language);
      self->id = g_strdup (hw_interview_summary_get_id (summary));
      self->lines = hw_review_lines_new (self->interview);
      show_findings (self);
      hw_review_lines_add_remarks (G_LIST_MODEL (self->lines), self->file, self->id);
      gtk_single_selection_set_model (self->answer_selection, G_LIST_MODEL (self->lines));
      show_first (self);
    }
  update_actions (self);
}

static void
selected_cb (HwReviewPage *self)
{
  if (!self->is_filling)
    show_interview (self, gtk_single_selection_get_selected_item (self->selection));
}

static void
queue_setup_cb (HwReviewPage *self,
                GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, hw_queue_row_new ());
}

static void
queue_bind_cb (HwReviewPage *self,
               GtkListItem *list_item)
{
  hw_queue_row_show (gtk_list_item_get_child (list_item), self->file, gtk_list_item_get_item (list_item));
}

static void
line_setup_cb (HwReviewPage *self,
               GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, hw_review_line_row_new ());
}

static void
line_bind_cb (HwReviewPage *self,
              GtkListItem *list_item)
{
  HwReviewLine *line = gtk_list_item_get_item (list_item);

  gtk_list_item_set_selectable (list_item, !hw_review_line_is_title (line));
  gtk_list_item_set_activatable (list_item, !hw_review_line_is_title (line));
  hw_review_line_row_set_line (HW_REVIEW_LINE_ROW (gtk_list_item_get_child (list_item)), self->file, self->id, line);
}

static void
line_unbind_cb (HwReviewPage *self,
                GtkListItem *list_item)
{
  hw_review_line_row_set_line (HW_REVIEW_LINE_ROW (gtk_list_item_get_child (list_item)), NULL, NULL, NULL);
}

/* Enter or a double click opens the changes of an answer. */
static void
line_activated_cb (HwReviewPage *self,
                   guint position)
{
  g_autoptr (HwReviewLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);

  hw_review_line_set_open (line, !hw_review_line_is_open (line));
}

static void
finding_activated_cb (HwReviewPage *self,
                      GtkWidget *row)
{
  guint position = hw_review_lines_find (G_LIST_MODEL (self->lines), g_object_get_data (G_OBJECT (row), "ref"));

  if (position != G_MAXUINT)
    stand_on (self, position);
}

static void
done (HwReviewPage *self,
      const char *text)
{
  g_autofree char *id = g_strdup (self->id);

  hw_toast_show (GTK_WIDGET (self), text);
  hw_review_page_refresh (self);
  g_signal_emit (self, reviewed_signal, 0, id);
}

static void
approve_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  HwReviewPage *self = HW_REVIEW_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (hw_review_approve (self->file, self->id, &error))
    done (self, _("The interview is approved."));
  else
    hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
}

static void
open_popover (HwReviewPage *self,
              GtkWidget *at,
              const char *title,
              const char *button,
              GCallback func)
{
  if (self->popover != NULL)
    gtk_widget_unparent (self->popover);
  self->popover = hw_reason_popover_new (title, button);
  g_object_add_weak_pointer (G_OBJECT (self->popover), (gpointer *) &self->popover);
  gtk_widget_set_parent (self->popover, at);
  g_signal_connect_swapped (self->popover, "done", func, self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
returned_cb (HwReviewPage *self,
             const char *reason)
{
  g_autoptr (GError) error = NULL;

  if (hw_review_return (self->file, self->id, reason, &error))
    done (self, _("The interview goes back to its enumerator."));
  else
    hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
}

static void
return_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  HwReviewPage *self = HW_REVIEW_PAGE (widget);

  open_popover (self, self->return_button, _("Why does it go back?"), _("Return"), G_CALLBACK (returned_cb));
}

static void
remarked_cb (HwReviewPage *self,
             const char *text)
{
  HwReviewLine *line = gtk_single_selection_get_selected_item (self->answer_selection);
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (self->answers);
  if (line == NULL)
    return;
  if (hw_survey_file_add_comment (self->file, self->id, hw_item_get_question (hw_review_line_get_item (line)),
                                  hw_review_line_get_row_id (line), text, &error))
    hw_review_lines_add_remarks (G_LIST_MODEL (self->lines), self->file, self->id);
  else
    hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
}

/* The row widget of the line at hand, when it is in sight. */
static GtkWidget *
find_row (GtkWidget *within)
{
  for (GtkWidget *row = gtk_widget_get_first_child (within); row != NULL; row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      return gtk_widget_get_first_child (row);
  return NULL;
}

static void
remark_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  HwReviewPage *self = HW_REVIEW_PAGE (widget);
  GtkWidget *row = find_row (self->answers);

  open_popover (self, row != NULL ? row : self->return_button, _("Remark on this answer"), _("Keep"),
                G_CALLBACK (remarked_cb));
}

static void
move_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  HwReviewPage *self = HW_REVIEW_PAGE (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint at = gtk_single_selection_get_selected (self->selection);
  gboolean forward = g_str_equal (name, "review.next");

  if (n == 0 || (forward && at + 1 >= n) || (!forward && at == 0))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  gtk_single_selection_set_selected (self->selection, forward ? at + 1 : at - 1);
  gtk_widget_activate_action (self->queue, "list.scroll-to-item", "u", forward ? at + 1 : at - 1);
}

static void
hw_review_page_map (GtkWidget *widget)
{
  hw_review_page_refresh (HW_REVIEW_PAGE (widget));
  GTK_WIDGET_CLASS (hw_review_page_parent_class)->map (widget);
}

static gboolean
hw_review_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (HW_REVIEW_PAGE (widget)->queue);
}

static void
hw_review_page_dispose (GObject *object)
{
  HwReviewPage *self = HW_REVIEW_PAGE (object);

  if (self->popover != NULL)
    gtk_widget_unparent (self->popover);
  if (self->answer_selection != NULL)
    clear_interview (self);
  /* A bin does not learn that disposing of the template takes its child. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_REVIEW_PAGE);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (hw_review_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HwReviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HwReviewPage, queue);
  gtk_widget_class_bind_template_child (widget_class, HwReviewPage, selection);
  gtk_widget_class_bind_template_child (widget_class, HwReviewPage, summaries);
  gtk_widget_class_bind_template_child (widget_class, HwReviewPage, case_label);
  gtk_widget_class_bind_template_child (widget_class, HwReviewPage, case_detail);
  gtk_widget_class_bind_template_child (widget_class, HwReviewPage, return_button);
  gtk_widget_class_bind_template_child (widget_class, HwReviewPage, banner);
  gtk_widget_class_bind_template_child (widget_class, HwReviewPage, findings);
  gtk_widget_class_bind_template_child (widget_class, HwReviewPage, answers);
  gtk_widget_class_bind_template_child (widget_class, HwReviewPage, answer_selection);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, queue_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, queue_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_activated_cb);
}

static void
hw_review_page_class_init (HwReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_review_page_dispose;
  widget_class->map = hw_review_page_map;
  widget_class->grab_focus = hw_review_page_grab_focus;

  reviewed_signal = g_signal_new ("reviewed", HW_TYPE_REVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  g_type_ensure (HW_TYPE_BANNER);
  g_type_ensure (HW_TYPE_INTERVIEW_SUMMARY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/homeward/Homeward/review/review-page.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "review.approve", NULL, approve_cb);
  gtk_widget_class_install_action (widget_class, "review.return", NULL, return_cb);
  gtk_widget_class_install_action (widget_class, "review.remark", NULL, remark_cb);
  gtk_widget_class_install_action (widget_class, "review.next", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "review.previous", NULL, move_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, 0, "review.approve", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, 0, "review.return", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, 0, "review.remark", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, 0, "review.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, 0, "review.previous", NULL);
}

static void
hw_review_page_init (HwReviewPage *self)
{
  hw_page_style_load ("/org/homeward/Homeward/review/review.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->answer_selection, "notify::selected-item", G_CALLBACK (update_actions), self);
}

/**
 * hw_review_page_new:
 * @file: the survey
 *
 * Returns: the supervisor's place; it reads the queue when it is first seen
 */
GtkWidget *
hw_review_page_new (HwSurveyFile *file)
{
  HwReviewPage *self;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file), NULL);

  self = g_object_new (HW_TYPE_REVIEW_PAGE, NULL);
  self->file = g_object_ref (file);
  update_actions (self);
  return GTK_WIDGET (self);
}

/**
 * hw_review_page_refresh:
 * @self: the supervisor's place
 *
 * Reads the queue anew. The interview at hand stays when it is still there; else the one that took its place comes.
 */
void
hw_review_page_refresh (HwReviewPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) queue = NULL;
  g_autofree char *id = NULL;
  guint at, found = G_MAXUINT;

  g_return_if_fail (HW_IS_REVIEW_PAGE (self));

  id = g_strdup (self->id);
  at = gtk_single_selection_get_selected (self->selection);
  queue = hw_review_list_queue (self->file, &error);
  if (queue == NULL)
    {
      hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
      return;
    }
  self->is_filling = TRUE;
  g_list_store_splice (self->summaries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->summaries)), queue->pdata, queue->len);
  for (guint i = 0; i < queue->len && id != NULL; i++)
    if (g_strcmp0 (hw_interview_summary_get_id (g_ptr_array_index (queue, i)), id) == 0)
      found = i;
  if (queue->len > 0)
    gtk_single_selection_set_selected (self->selection, found != G_MAXUINT                ? found
                                                        : at != GTK_INVALID_LIST_POSITION ? MIN (at, queue->len - 1)
                                                                                          : 0);
  self->is_filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, queue->len > 0 ? "queue" : "nothing");
  selected_cb (self);
}

/**
 * hw_review_page_get_id:
 * @self: the supervisor's place
 *
 * Returns: (nullable) (transfer none): the interview at hand
 */
const char *
hw_review_page_get_id (HwReviewPage *self)
{
  g_return_val_if_fail (HW_IS_REVIEW_PAGE (self), NULL);
  return self->id;
}
