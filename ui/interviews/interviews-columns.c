/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/interviews/interviews-columns.h"

#include <glib/gi18n.h>

#include "store/survey-file.h"
#include "ui/common/case-text.h"
#include "ui/common/time-text.h"
#include "ui/interviews/status-mark.h"

typedef void (*SetupFunc) (GtkListItem *item);
typedef void (*BindFunc) (GtkWidget *cell, HwInterviewSummary *summary);

typedef struct
{
  SetupFunc setup;
  BindFunc bind;
} Column;

/* The household, and below it the reason of one that was returned. */
static void
setup_label (GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *reason = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_widget_add_css_class (label, "figures");
  gtk_label_set_xalign (GTK_LABEL (reason), 0);
  gtk_label_set_ellipsize (GTK_LABEL (reason), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (reason, "caption");
  gtk_widget_add_css_class (reason, "reason");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), reason);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, box);
}

static void
bind_label (GtkWidget *cell,
            HwInterviewSummary *summary)
{
  GtkWidget *label = gtk_widget_get_first_child (cell);
  GtkWidget *reason = gtk_widget_get_last_child (cell);
  const char *text = hw_interview_summary_get_label (summary);
  const char *why = hw_interview_summary_get_reason (summary);
  gboolean named = text != NULL && *text != '\0';
  gboolean returned = hw_interview_summary_get_status (summary) == HW_STATUS_RETURNED
                      && why != NULL && *why != '\0';
  g_autofree char *name = hw_case_text_dup (text, _("Not yet named"));

  gtk_label_set_label (GTK_LABEL (label), name);
  if (named)
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_visible (reason, returned);
  if (returned)
    {
      /* Translators: why a supervisor returned an interview, in the supervisor's words. */
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), why);

      gtk_label_set_label (GTK_LABEL (reason), quoted);
      gtk_widget_set_tooltip_text (cell, why);
    }
  else
    {
      gtk_widget_set_tooltip_text (cell, NULL);
    }
}

static void
setup_status (GtkListItem *item)
{
  gtk_list_item_set_child (item, hw_status_mark_new ());
}

static void
bind_status (GtkWidget *cell,
             HwInterviewSummary *summary)
{
  hw_status_mark_set_status (HW_STATUS_MARK (cell), hw_interview_summary_get_status (summary));
}

static void
setup_percent (GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 100);
  GtkWidget *label = gtk_label_new (NULL);

  /* No colour for "low" or "full": a half-done interview is no alarm. */
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_widget_add_css_class (label, "figures");
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_percent (GtkWidget *cell,
              HwInterviewSummary *summary)
{
  guint percent = hw_interview_summary_get_percent (summary);
  /* Translators: a share of the questions that are answered; the space is one that does not break.
   */
  g_autofree char *text = g_strdup_printf (_("%u %%"), percent);

  gtk_level_bar_set_value (GTK_LEVEL_BAR (gtk_widget_get_first_child (cell)), percent);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (cell)), text);
}

static void
setup_problems (GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (mark, "warning");
  gtk_widget_add_css_class (label, "figures");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_problems (GtkWidget *cell,
               HwInterviewSummary *summary)
{
  guint n = hw_interview_summary_get_problems (summary);
  g_autofree char *text
      /* Translators: %u is the number of questions of an interview in which something is missing or
       * wrong. */
      = n > 0 ? g_strdup_printf (ngettext ("%u problem", "%u problems", n), n) : NULL;

  gtk_widget_set_visible (cell, n > 0);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (cell)), text != NULL ? text : "");
}

static void
setup_text (GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 9);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_add_css_class (label, "figures");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_item_set_child (item, label);
}

static void
bind_person (GtkWidget *cell,
             HwInterviewSummary *summary)
{
  const char *person = hw_interview_summary_get_person (summary);

  gtk_label_set_label (GTK_LABEL (cell), person != NULL ? person : "");
}

static void
bind_modified (GtkWidget *cell,
               HwInterviewSummary *summary)
{
  g_autofree char *text = hw_time_text_dup (hw_interview_summary_get_modified (summary));

  gtk_label_set_label (GTK_LABEL (cell), text);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          const Column *column)
{
  column->setup (item);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         const Column *column)
{
  column->bind (gtk_list_item_get_child (item), gtk_list_item_get_item (item));
}

static int
compare_label (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  return g_utf8_collate (hw_interview_summary_get_label ((gpointer) a),
                         hw_interview_summary_get_label ((gpointer) b));
}

static int
compare_status (gconstpointer a,
                gconstpointer b,
                gpointer data)
{
  return (int) hw_interview_summary_get_status ((gpointer) a)
         - (int) hw_interview_summary_get_status ((gpointer) b);
}

static int
compare_percent (gconstpointer a,
                 gconstpointer b,
                 gpointer data)
{
  return (int) hw_interview_summary_get_percent ((gpointer) a)
         - (int) hw_interview_summary_get_percent ((gpointer) b);
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b,
                  gpointer data)
{
  return (int) hw_interview_summary_get_problems ((gpointer) a)
         - (int) hw_interview_summary_get_problems ((gpointer) b);
}

static int
compare_person (gconstpointer a,
                gconstpointer b,
                gpointer data)
{
  return g_strcmp0 (hw_interview_summary_get_person ((gpointer) a),
                    hw_interview_summary_get_person ((gpointer) b));
}

static int
compare_modified (gconstpointer a,
                  gconstpointer b,
                  gpointer data)
{
  return g_strcmp0 (hw_interview_summary_get_modified ((gpointer) a),
                    hw_interview_summary_get_modified ((gpointer) b));
}

static void
add_column (GtkColumnView *view,
            const char *title,
            const Column *column,
            GCompareDataFunc compare,
            gboolean expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_expand (view_column, expand);
  gtk_column_view_append_column (view, view_column);
}

/**
 * hw_interviews_columns_add:
 * @view: a view of #HwInterviewSummary
 *
 * Adds the columns of the work list to @view.
 */
void
hw_interviews_columns_add (GtkColumnView *view)
{
  static const Column label = { setup_label, bind_label };
  static const Column status = { setup_status, bind_status };
  static const Column percent = { setup_percent, bind_percent };
  static const Column problems = { setup_problems, bind_problems };
  static const Column person = { setup_text, bind_person };
  static const Column modified = { setup_text, bind_modified };

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  add_column (view, _("Household"), &label, compare_label, TRUE);
  add_column (view, _("Status"), &status, compare_status, FALSE);
  add_column (view, _("Answered"), &percent, compare_percent, FALSE);
  add_column (view, _("To look at"), &problems, compare_problems, FALSE);
  add_column (view, _("Enumerator"), &person, compare_person, FALSE);
  add_column (view, _("Last change"), &modified, compare_modified, FALSE);
}
