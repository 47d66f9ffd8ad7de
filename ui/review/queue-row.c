/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/review/queue-row.h"

#include <glib/gi18n.h>

#include "ui/common/case-text.h"
#include "ui/common/time-text.h"

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * hw_queue_row_get_icon:
 * @kind: a kind of finding
 *
 * Returns: (transfer none): the mark that stands for it, always with a number or a sentence
 */
const char *
hw_queue_row_get_icon (HwFindingKind kind)
{
  switch (kind)
    {
    case HW_FINDING_MISSING:
      return "list-remove-symbolic";
    case HW_FINDING_HARD:
      return "dialog-warning-symbolic";
    case HW_FINDING_SOFT:
      return "dialog-question-symbolic";
    case HW_FINDING_DUPLICATE:
      return "edit-copy-symbolic";
    case HW_FINDING_CONFIRMED:
    default:
      return "object-select-symbolic";
    }
}

/**
 * hw_queue_row_new:
 *
 * Returns: a row that shows nothing yet
 */
GtkWidget *
hw_queue_row_new (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = make_label ("case");
  GtkWidget *marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *detail = make_label ("detail");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (top), label);
  gtk_box_append (GTK_BOX (top), marks);
  gtk_widget_add_css_class (row, "queue-row");
  gtk_widget_add_css_class (row, "figures");
  gtk_box_append (GTK_BOX (row), top);
  gtk_box_append (GTK_BOX (row), detail);
  g_object_set_data (G_OBJECT (row), "label", label);
  g_object_set_data (G_OBJECT (row), "marks", marks);
  g_object_set_data (G_OBJECT (row), "detail", detail);
  return row;
}

static void
add_mark (GtkWidget *marks,
          HwFindingKind kind,
          guint n)
{
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  g_autofree char *count = g_strdup_printf ("%u", n);

  gtk_box_append (GTK_BOX (mark), gtk_image_new_from_icon_name (hw_queue_row_get_icon (kind)));
  gtk_box_append (GTK_BOX (mark), gtk_label_new (count));
  gtk_widget_set_tooltip_text (mark, hw_finding_kind_get_label (kind));
  gtk_widget_add_css_class (mark, "mark");
  gtk_widget_add_css_class (mark, hw_finding_kind_get_name (kind));
  gtk_box_append (GTK_BOX (marks), mark);
}

/**
 * hw_queue_row_show:
 * @row: of hw_queue_row_new()
 * @file: the survey
 * @summary: an interview of it
 */
void
hw_queue_row_show (GtkWidget *row,
                   HwSurveyFile *file,
                   HwInterviewSummary *summary)
{
  GtkWidget *marks = g_object_get_data (G_OBJECT (row), "marks");
  g_autofree char *label = hw_case_text_dup (hw_interview_summary_get_label (summary), _("No case number yet"));
  g_autofree char *when = hw_time_text_dup (hw_interview_summary_get_modified (summary));
  g_autofree char *detail = NULL;
  guint counts[HW_FINDING_N_KINDS] = { 0 };
  GtkWidget *child;

  gtk_label_set_label (GTK_LABEL (g_object_get_data (G_OBJECT (row), "label")), label);
  /* Translators: under an interview of the queue: the enumerator, and when the interview was changed last. */
  detail = g_strdup_printf (_("%s  ·  %s"), hw_interview_summary_get_person (summary), when);
  gtk_label_set_label (GTK_LABEL (g_object_get_data (G_OBJECT (row), "detail")), detail);
  while ((child = gtk_widget_get_first_child (marks)) != NULL)
    gtk_box_remove (GTK_BOX (marks), child);
  if (!hw_review_count_kept (file, hw_interview_summary_get_id (summary), counts, NULL))
    return;
  for (guint kind = 0; kind < HW_FINDING_N_KINDS; kind++)
    if (counts[kind] > 0)
      add_mark (marks, kind, counts[kind]);
}
