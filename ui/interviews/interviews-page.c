/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/interviews/interviews-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/interviews/interviews-columns.h"

#define ALL (-1)

/* In the order of the toggles; ALL, then what asks for work, then what is done. */
static const int filters[] = {
  ALL,           HW_STATUS_RETURNED, HW_STATUS_UNDER_WAY, HW_STATUS_COMPLETED, HW_STATUS_APPROVED,
  HW_STATUS_VOID
};
#define N_FILTERS G_N_ELEMENTS (filters)

struct _HwInterviewsPage
{
  AdwBin parent_instance;

  GtkSearchEntry *search_entry;
  GtkBox *filters_box;
  GtkStack *stack;
  GtkColumnView *view;
  GtkToggleButton *toggles[N_FILTERS];

  HwSurveyFile *file;
  GListStore *store; /* of HwInterviewSummary, in the order of the file */
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  char *needle; /* folded; "" shows all */
  int status;   /* ALL, or the one that is shown */
};

G_DEFINE_FINAL_TYPE (HwInterviewsPage, hw_interviews_page, ADW_TYPE_BIN)

/* Texts are compared without case and accents: nobody types those while somebody waits. */
static char *
fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *c = apart; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);

      if (!g_unichar_ismark (u))
        g_string_append_unichar (bare, u);
    }
  return g_utf8_casefold (bare->str, (gssize) bare->len);
}

static gboolean
contains (const char *text,
          const char *needle)
{
  g_autofree char *folded = text != NULL ? fold (text) : NULL;

  return folded != NULL && strstr (folded, needle) != NULL;
}

static gboolean
is_shown (gpointer item,
          gpointer data)
{
  HwInterviewsPage *self = HW_INTERVIEWS_PAGE (data);
  HwInterviewSummary *summary = HW_INTERVIEW_SUMMARY (item);

  if (self->status != ALL && (int) hw_interview_summary_get_status (summary) != self->status)
    return FALSE;
  return *self->needle == '\0' || contains (hw_interview_summary_get_label (summary), self->needle)
         || contains (hw_interview_summary_get_person (summary), self->needle)
         || contains (hw_interview_summary_get_reason (summary), self->needle);
}

static void
show_state (HwInterviewsPage *self)
{
  GListModel *shown = G_LIST_MODEL (self->selection);
  const char *name = "list";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->store)) == 0)
    name = hw_survey_file_is_read_only (self->file) ? "empty-read-only" : "empty";
  else if (g_list_model_get_n_items (shown) == 0)
    name = "no-match";
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
filter_changed (HwInterviewsPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_state (self);
}

static void
search_changed_cb (HwInterviewsPage *self)
{
  g_free (self->needle);
  self->needle = fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_strstrip (self->needle);
  filter_changed (self);
}

static void
focus_list (HwInterviewsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
stop_search_cb (HwInterviewsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  focus_list (self);
}

static void
open_item (HwInterviewsPage *self,
           guint position)
{
  g_autoptr (HwInterviewSummary) summary = NULL;

  summary = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  if (summary != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-interview", "s",
                                hw_interview_summary_get_id (summary));
}

static void
activate_cb (HwInterviewsPage *self,
             guint position)
{
  open_item (self, position);
}

/* Enter in the search opens the only one that is left, else it goes to the list. */
static void
search_activate_cb (HwInterviewsPage *self)
{
  search_changed_cb (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 1)
    open_item (self, 0);
  else
    focus_list (self);
}

static void
show_all_cb (HwInterviewsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_toggle_button_set_active (self->toggles[0], TRUE);
  search_changed_cb (self);
  focus_list (self);
}

static void
toggled_cb (HwInterviewsPage *self,
            GtkToggleButton *toggle)
{
  if (!gtk_toggle_button_get_active (toggle))
    return;
  for (guint i = 0; i < N_FILTERS; i++)
    if (self->toggles[i] == toggle)
      self->status = filters[i];
  filter_changed (self);
}

static gboolean
slash_cb (GtkWidget *widget,
          GVariant *arguments,
          gpointer data)
{
  hw_interviews_page_search (HW_INTERVIEWS_PAGE (widget));
  return TRUE;
}

static void
focus_list_cb (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  focus_list (HW_INTERVIEWS_PAGE (widget));
}

static void
create_toggles (HwInterviewsPage *self)
{
  for (guint i = 0; i < N_FILTERS; i++)
    {
      self->toggles[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
      gtk_widget_add_css_class (GTK_WIDGET (self->toggles[i]), "flat");
      gtk_widget_add_css_class (GTK_WIDGET (self->toggles[i]), "figures");
      gtk_toggle_button_set_group (self->toggles[i], i > 0 ? self->toggles[0] : NULL);
      g_signal_connect_object (self->toggles[i], "toggled", G_CALLBACK (toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->filters_box, GTK_WIDGET (self->toggles[i]));
    }
  gtk_toggle_button_set_active (self->toggles[0], TRUE);
}

static void
show_counts (HwInterviewsPage *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint counts[N_FILTERS] = { n_items };

  for (guint j = 0; j < n_items; j++)
    {
      g_autoptr (HwInterviewSummary) summary
          = g_list_model_get_item (G_LIST_MODEL (self->store), j);

      for (guint i = 1; i < N_FILTERS; i++)
        counts[i] += (int) hw_interview_summary_get_status (summary) == filters[i];
    }
  for (guint i = 0; i < N_FILTERS; i++)
    {
      const char *name
          = filters[i] == ALL ? _("All") : hw_status_get_label ((HwStatus) filters[i]);
      /* Translators: a kind of interview and how many there are: "Returned 3". */
      g_autofree char *label = g_strdup_printf (_("%1$s %2$u"), name, counts[i]);

      gtk_button_set_label (GTK_BUTTON (self->toggles[i]), label);
    }
  /* Cases started by mistake are rare; where there are none nobody needs to think of them. */
  gtk_widget_set_visible (GTK_WIDGET (self->toggles[N_FILTERS - 1]), counts[N_FILTERS - 1] > 0);
  if (counts[N_FILTERS - 1] == 0 && self->status == HW_STATUS_VOID)
    gtk_toggle_button_set_active (self->toggles[0], TRUE);
}

static char *
dup_selected_id (HwInterviewsPage *self)
{
  HwInterviewSummary *summary = gtk_single_selection_get_selected_item (self->selection);

  return summary != NULL ? g_strdup (hw_interview_summary_get_id (summary)) : NULL;
}

static void
select_id (HwInterviewsPage *self,
           const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HwInterviewSummary) summary
          = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      GtkWidget *list = NULL;

      if (g_strcmp0 (hw_interview_summary_get_id (summary), id) != 0)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      /* GTK 4.8 scrolls a column view only through the list inside it. */
      for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        if (GTK_IS_LIST_VIEW (child))
          list = child;
      if (list != NULL)
        gtk_widget_activate_action (list, "list.scroll-to-item", "u", i);
      return;
    }
}

static gboolean
is_same (HwInterviewSummary *a,
         HwInterviewSummary *b)
{
  return g_strcmp0 (hw_interview_summary_get_id (a), hw_interview_summary_get_id (b)) == 0
         && hw_interview_summary_get_status (a) == hw_interview_summary_get_status (b)
         && hw_interview_summary_get_percent (a) == hw_interview_summary_get_percent (b)
         && hw_interview_summary_get_problems (a) == hw_interview_summary_get_problems (b)
         && g_strcmp0 (hw_interview_summary_get_label (a), hw_interview_summary_get_label (b)) == 0
         && g_strcmp0 (hw_interview_summary_get_modified (a), hw_interview_summary_get_modified (b))
                == 0
         && g_strcmp0 (hw_interview_summary_get_person (a), hw_interview_summary_get_person (b))
                == 0
         && g_strcmp0 (hw_interview_summary_get_reason (a), hw_interview_summary_get_reason (b))
                == 0;
}

/* Replaces what differs, so that a list of which nothing changed stays where it is. */
static gboolean
replace_changed (HwInterviewsPage *self,
                 GPtrArray *summaries)
{
  GListModel *list = G_LIST_MODEL (self->store);
  guint before = g_list_model_get_n_items (list);
  guint head = 0, tail = 0;

  for (; head < MIN (before, summaries->len); head++)
    {
      g_autoptr (HwInterviewSummary) old = g_list_model_get_item (list, head);

      if (!is_same (old, summaries->pdata[head]))
        break;
    }
  for (; tail < MIN (before, summaries->len) - head; tail++)
    {
      g_autoptr (HwInterviewSummary) old = g_list_model_get_item (list, before - tail - 1);

      if (!is_same (old, summaries->pdata[summaries->len - tail - 1]))
        break;
    }
  if (head == before && head == summaries->len)
    return FALSE;
  g_list_store_splice (self->store, head, before - head - tail, summaries->pdata + head,
                       summaries->len - head - tail);
  return TRUE;
}

static void
create_models (HwInterviewsPage *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  GtkSortListModel *sorted;
  GtkFilterListModel *filtered;

  self->store = g_list_store_new (HW_TYPE_INTERVIEW_SUMMARY);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (sorter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static gboolean
hw_interviews_page_grab_focus (GtkWidget *widget)
{
  HwInterviewsPage *self = HW_INTERVIEWS_PAGE (widget);
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);

  if (self->selection != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return shown != NULL && gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

static void
hw_interviews_page_dispose (GObject *object)
{
  HwInterviewsPage *self = HW_INTERVIEWS_PAGE (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_INTERVIEWS_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);
  g_clear_object (&self->file);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (hw_interviews_page_parent_class)->dispose (object);
}

static void
hw_interviews_page_class_init (HwInterviewsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_interviews_page_dispose;
  widget_class->grab_focus = hw_interviews_page_grab_focus;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/homeward/Homeward/interviews/interviews-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HwInterviewsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HwInterviewsPage, filters_box);
  gtk_widget_class_bind_template_child (widget_class, HwInterviewsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HwInterviewsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "interviews.focus-list", NULL, focus_list_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_slash, 0, slash_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Divide, 0, slash_cb, NULL);
}

static void
hw_interviews_page_init (HwInterviewsPage *self)
{
  self->needle = g_strdup ("");
  self->status = ALL;
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_interviews_columns_add (self->view);
}

/**
 * hw_interviews_page_new:
 * @file: the survey
 *
 * Returns: (transfer floating): its work list, still empty
 */
GtkWidget *
hw_interviews_page_new (HwSurveyFile *file)
{
  HwInterviewsPage *self;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file), NULL);

  self = g_object_new (HW_TYPE_INTERVIEWS_PAGE, NULL);
  self->file = g_object_ref (file);
  create_models (self);
  create_toggles (self);
  return GTK_WIDGET (self);
}

/**
 * hw_interviews_page_refresh:
 * @self: the page
 * @id: (nullable): the interview on which the list is to stand; %NULL leaves it where it is
 * @error: (nullable): return location
 *
 * Reads the list from the file again.
 *
 * Returns: %FALSE with @error when it cannot be read; the page then shows what it knew
 */
gboolean
hw_interviews_page_refresh (HwInterviewsPage *self,
                            const char *id,
                            GError **error)
{
  g_autoptr (GPtrArray) summaries = NULL;
  g_autofree char *before = NULL;
  gboolean has_changed;

  g_return_val_if_fail (HW_IS_INTERVIEWS_PAGE (self), FALSE);

  summaries = hw_survey_file_list_interviews (self->file, error);
  if (summaries == NULL)
    return FALSE;
  before = dup_selected_id (self);
  has_changed = replace_changed (self, summaries);
  show_counts (self);
  show_state (self);
  /* To select is to scroll, so it is only done where it is needed. */
  if (id != NULL && (has_changed || g_strcmp0 (id, before) != 0))
    select_id (self, id);
  else if (has_changed && before != NULL)
    select_id (self, before);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus_list (self);
  return TRUE;
}

/**
 * hw_interviews_page_search:
 * @self: the page
 *
 * Goes to the search.
 */
void
hw_interviews_page_search (HwInterviewsPage *self)
{
  g_return_if_fail (HW_IS_INTERVIEWS_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}
