/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/review/review-line-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/common/time-text.h"
#include "ui/review/queue-row.h"

#define MARGIN_WIDTH 270

struct _HwReviewLineRow
{
  GtkWidget parent_instance;

  HwSurveyFile *file;
  char *id;
  HwReviewLine *line;

  GtkWidget *title;
  GtkWidget *body;   /* number, words, margin */
  GtkWidget *number;
  GtkWidget *label;
  GtkWidget *answer;
  GtkWidget *margin;
  GtkWidget *changes_button;
  GtkWidget *changes;
};

G_DEFINE_FINAL_TYPE (HwReviewLineRow, hw_review_line_row, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
add_note (HwReviewLineRow *self,
          const char *icon,
          const char *css_class,
          const char *text)
{
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = make_label (text, "text");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (note), image);
  gtk_box_append (GTK_BOX (note), label);
  gtk_widget_add_css_class (note, "note");
  gtk_widget_add_css_class (note, css_class);
  gtk_box_append (GTK_BOX (self->margin), note);
}

/* What a finding says here, beside its question, is shorter than in the list of findings. */
static void
add_finding (HwReviewLineRow *self,
             HwFinding *finding)
{
  HwFindingKind kind = hw_finding_get_kind (finding);
  const char *message = hw_item_get_problem_message (hw_review_line_get_item (self->line));

  if (kind == HW_FINDING_CONFIRMED)
    {
      /* Translators: an odd answer was confirmed by the enumerator; %s is the reason, as typed. */
      g_autofree char *text = g_strdup_printf (_("It is so: “%s”"), hw_finding_get_reason (finding));

      add_note (self, hw_queue_row_get_icon (kind), "confirmed", text);
      return;
    }
  add_note (self, hw_queue_row_get_icon (kind), hw_finding_kind_is_blocking (kind) ? "wrong" : "odd",
            message != NULL ? message : hw_finding_get_sentence (finding));
}

static void
show_margin (HwReviewLineRow *self)
{
  GPtrArray *remarks = hw_review_line_get_remarks (self->line);
  HwFinding *finding = hw_review_line_get_finding (self->line);

  empty (self->margin);
  if (finding != NULL)
    add_finding (self, finding);
  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    {
      HwComment *comment = g_ptr_array_index (remarks, i);
      /* Translators: a remark on a question: who made it, and what it says. */
      g_autofree char *text = g_strdup_printf (_("%s: %s"), comment->person, comment->text);

      add_note (self, "user-available-symbolic", "remark", text);
    }
}

/* A code of the trail as the person read it. */
static const char *
get_said (HwQuestion *question,
          const char *text)
{
  HwChoiceList *choices = hw_question_get_choices (question);
  HwChoice *choice = choices != NULL && text != NULL ? hw_choice_list_find (choices, text) : NULL;

  if (choice != NULL)
    return hw_choice_get_label (choice, NULL);
  return text != NULL ? text : "–";
}

/* "15:02  Ana: 12 → 13 (reason)" */
static char *
dup_change (HwQuestion *question,
            HwTrailEntry *entry)
{
  g_autofree char *time = hw_time_text_dup (entry->time);
  const char *before = get_said (question, entry->before);
  const char *after = get_said (question, entry->after);

  if (entry->reason != NULL && *entry->reason != '\0')
    /* Translators: one change of an answer: when, who, before, after, why. */
    return g_strdup_printf (_("%s  %s: %s → %s (%s)"), time, entry->person, before, after, entry->reason);
  /* Translators: one change of an answer: when, who, before, after. */
  return g_strdup_printf (_("%s  %s: %s → %s"), time, entry->person, before, after);
}

static void
show_changes (HwReviewLineRow *self)
{
  HwItem *item = hw_review_line_get_item (self->line);
  gboolean open = hw_review_line_is_open (self->line);
  const char *row_id = hw_review_line_get_row_id (self->line);
  g_autoptr (GPtrArray) trail = NULL;

  empty (self->changes);
  gtk_widget_set_visible (self->changes, open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->changes_button), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  if (!open)
    return;
  trail = hw_survey_file_list_trail (self->file, self->id, hw_item_get_question (item), row_id != NULL ? row_id : self->id, NULL);
  for (guint i = 0; trail != NULL && i < trail->len; i++)
    {
      g_autofree char *text = dup_change (hw_item_get_question (item), g_ptr_array_index (trail, i));

      gtk_box_append (GTK_BOX (self->changes), make_label (text, "change"));
    }
  if (trail == NULL || trail->len == 0)
    gtk_box_append (GTK_BOX (self->changes), make_label (_("Nothing was changed here."), "change"));
}

static void
show_question (HwReviewLineRow *self)
{
  HwItem *item = hw_review_line_get_item (self->line);
  const char *number = hw_question_get_number (hw_item_get_question (item));
  g_autofree char *label = hw_item_dup_label (item);
  g_autofree char *answer = hw_item_dup_display (item);
  gboolean none = answer == NULL || *answer == '\0';

  gtk_label_set_label (GTK_LABEL (self->number), number != NULL ? number : "");
  gtk_label_set_label (GTK_LABEL (self->label), label);
  gtk_label_set_label (GTK_LABEL (self->answer), none ? _("No answer") : answer);
  if (none || hw_value_is_missing (hw_item_get_value (item)))
    gtk_widget_add_css_class (self->answer, "none");
  else
    gtk_widget_remove_css_class (self->answer, "none");
}

static void
show_line (HwReviewLineRow *self)
{
  gboolean is_title = hw_review_line_is_title (self->line);

  gtk_widget_set_visible (self->title, is_title);
  gtk_widget_set_visible (self->body, !is_title);
  if (is_title)
    {
      g_autofree char *title = hw_item_dup_label (hw_review_line_get_item (self->line));
      gboolean in_roster = hw_item_get_kind (hw_review_line_get_item (self->line)) == HW_ITEM_ROW;

      gtk_label_set_label (GTK_LABEL (self->title), title);
      gtk_widget_set_css_classes (self->title, (const char *[]){ in_roster ? "row-title" : "section", NULL });
      gtk_widget_set_visible (self->changes, FALSE);
      return;
    }
  show_question (self);
  show_margin (self);
  show_changes (self);
}

static void
notify_cb (HwReviewLineRow *self,
           GParamSpec *pspec)
{
  if (g_str_equal (g_param_spec_get_name (pspec), "open"))
    show_changes (self);
  else
    show_margin (self);
}

static void
changes_clicked_cb (HwReviewLineRow *self)
{
  if (self->line != NULL)
    hw_review_line_set_open (self->line, !hw_review_line_is_open (self->line));
}

static void
hw_review_line_row_dispose (GObject *object)
{
  HwReviewLineRow *self = HW_REVIEW_LINE_ROW (object);
  GtkWidget *child;

  hw_review_line_row_set_line (self, NULL, NULL, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hw_review_line_row_parent_class)->dispose (object);
}

static void
hw_review_line_row_class_init (HwReviewLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_review_line_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reviewline");
}

static void
hw_review_line_row_init (HwReviewLineRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *clamp = adw_clamp_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->title = make_label (NULL, "section");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));

  self->body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (self->body), FALSE);
  self->number = make_label (NULL, "number");
  gtk_label_set_wrap (GTK_LABEL (self->number), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (self->number), 6);
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->body), self->number);
  self->label = make_label (NULL, "asked");
  gtk_box_append (GTK_BOX (words), self->label);
  self->answer = make_label (NULL, "answer");
  gtk_widget_add_css_class (self->answer, "figures");
  gtk_box_append (GTK_BOX (words), self->answer);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (self->body), words);
  self->margin = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->margin, "margin");
  gtk_widget_set_size_request (self->margin, MARGIN_WIDTH, -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MARGIN_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MARGIN_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->margin);
  gtk_widget_set_hexpand (clamp, FALSE);
  gtk_box_append (GTK_BOX (self->body), clamp);
  self->changes_button = gtk_button_new_from_icon_name ("document-open-recent-symbolic");
  gtk_widget_set_tooltip_text (self->changes_button, _("Changes of this answer (Enter)"));
  gtk_widget_set_valign (self->changes_button, GTK_ALIGN_START);
  gtk_widget_set_focusable (self->changes_button, FALSE);
  gtk_widget_add_css_class (self->changes_button, "flat");
  gtk_widget_add_css_class (self->changes_button, "circular");
  g_signal_connect_swapped (self->changes_button, "clicked", G_CALLBACK (changes_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->body), self->changes_button);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));

  self->changes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (self->changes, "changes");
  gtk_widget_add_css_class (self->changes, "figures");
  gtk_widget_set_visible (self->changes, FALSE);
  gtk_widget_set_parent (self->changes, GTK_WIDGET (self));
}

/**
 * hw_review_line_row_new:
 *
 * Returns: a row that shows nothing yet
 */
GtkWidget *
hw_review_line_row_new (void)
{
  return g_object_new (HW_TYPE_REVIEW_LINE_ROW, NULL);
}

/**
 * hw_review_line_row_set_line:
 * @self: a row
 * @file: (nullable): the survey
 * @id: (nullable): the interview
 * @line: (nullable): what to show
 */
void
hw_review_line_row_set_line (HwReviewLineRow *self,
                             HwSurveyFile *file,
                             const char *id,
                             HwReviewLine *line)
{
  g_return_if_fail (HW_IS_REVIEW_LINE_ROW (self));

  if (self->line != NULL)
    g_signal_handlers_disconnect_by_data (self->line, self);
  g_set_object (&self->file, file);
  g_free (self->id);
  self->id = g_strdup (id);
  g_set_object (&self->line, line);
  if (line == NULL)
    return;
  g_signal_connect_swapped (line, "notify", G_CALLBACK (notify_cb), self);
  show_line (self);
}
