/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/form/check-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/common/file-choice.h"
#include "ui/common/inner-button.h"
#include "ui/common/list-focus.h"
#include "ui/common/toast.h"
#include "ui/form/check-report.h"
#include "ui/form/finding-row.h"
#include "ui/form/reading-mark.h"

#define MOST_MERGED 50

struct _HwCheckView
{
  AdwBin parent_instance;

  GtkLabel *verdict_label;
  GtkWidget *bar;
  GtkEditable *findings_entry;
  GtkWidget *order_box;
  GtkToggleButton *kind_button;
  GtkWidget *findings_menu_button;
  GtkStack *findings_stack;
  HwReadingMark *reading_mark;
  GtkListView *list_view;
  AdwStatusPage *error_page;

  HwForm *form;         /* nullable */
  GPtrArray *findings;  /* of HwFindingItem: all of them */
  GListStore *list;     /* of HwFindingItem: those that are shown, with headings */
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (HwCheckView, hw_check_view, ADW_TYPE_BIN)

static guint question_activated_signal;

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer order)
{
  return hw_finding_item_compare (*(HwFindingItem *const *) a, *(HwFindingItem *const *) b,
                                  (HwFindingOrder) GPOINTER_TO_INT (order));
}

/* Those that are searched for, in order, each group under its heading. */
static GPtrArray *
list_shown (HwCheckView *self,
            HwFindingOrder order)
{
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (self->findings_entry), -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);

  g_strstrip (needle);
  for (guint i = 0; i < self->findings->len; i++)
    if (hw_finding_item_matches (g_ptr_array_index (self->findings, i), needle))
      g_ptr_array_add (found, g_ptr_array_index (self->findings, i));
  g_ptr_array_sort_with_data (found, compare_cb, GINT_TO_POINTER (order));
  for (guint first = 0, i = 0; first < found->len; first = i)
    {
      HwFindingItem *head = g_ptr_array_index (found, first);

      for (i = first + 1; i < found->len; i++)
        if (!hw_finding_item_belongs (head, g_ptr_array_index (found, i), order))
          break;
      g_ptr_array_add (shown, hw_finding_item_new_heading (head, order, i - first));
      for (guint j = first; j < i; j++)
        g_ptr_array_add (shown, g_object_ref (g_ptr_array_index (found, j)));
    }
  return shown;
}

/* A line at a time, so that a list that was read again does not lose the one at which the person is.
 * What both have stands in the same order in both. */
static void
merge_list (HwCheckView *self,
            GPtrArray *shown)
{
  g_autoptr (GHashTable) stays = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < shown->len; i++)
    g_hash_table_add (stays, g_ptr_array_index (shown, i));
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->list)); i > 0; i--)
    {
      g_autoptr (HwFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), i - 1);

      if (!g_hash_table_contains (stays, item))
        g_list_store_remove (self->list, i - 1);
    }
  for (guint i = 0; i < shown->len; i++)
    {
      g_autoptr (HwFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (item != g_ptr_array_index (shown, i))
        g_list_store_insert (self->list, i, g_ptr_array_index (shown, i));
    }
}

static HwFindingOrder
get_order (HwCheckView *self)
{
  /* When the other button is pressed, this one is let go before that one is active. */
  return gtk_toggle_button_get_active (self->kind_button) ? HW_FINDING_ORDER_KIND
                                                          : HW_FINDING_ORDER_ROW;
}

static void
show_stack (HwCheckView *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;

  if (self->findings->len > 0)
    gtk_stack_set_visible_child_name (self->findings_stack, is_empty ? "no-match" : "list");
}

static void
show_findings (HwCheckView *self)
{
  g_autoptr (GPtrArray) shown = list_shown (self, get_order (self));

  g_list_store_splice (self->list, 0, g_list_model_get_n_items (G_LIST_MODEL (self->list)),
                       shown->pdata, shown->len);
  show_stack (self);
}

static void
update_actions (HwCheckView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_findings = self->findings->len > 0;

  gtk_widget_action_set_enabled (widget, "check.copy-all", has_findings);
  gtk_widget_action_set_enabled (widget, "check.save", has_findings);
  gtk_widget_action_set_enabled (widget, "check.again", self->form != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->findings_entry), has_findings);
  gtk_widget_set_sensitive (self->order_box, has_findings);
}

/* The names of questions by the row of the survey sheet that they stand in. */
static GHashTable *
list_names (HwQuestionnaire *questionnaire)
{
  GHashTable *names = g_hash_table_new (NULL, NULL);
  guint n = questionnaire != NULL ? hw_questionnaire_get_n_questions (questionnaire) : 0;

  for (guint i = 1; i < n; i++)
    {
      HwQuestion *question = hw_questionnaire_get_question (questionnaire, i);

      g_hash_table_insert (names, GUINT_TO_POINTER (hw_question_get_line (question)),
                           (gpointer) hw_question_get_name (question));
    }
  return names;
}

/* Whoever found it need not have known the question; its row tells. */
static HwFindingItem *
make_item (const HwProblem *problem,
           GHashTable *names)
{
  HwProblem named = *problem;
  const char *sheet = problem->sheet != NULL ? problem->sheet : problem->file;

  if (problem->question == NULL && problem->lines == NULL && problem->line > 0 && sheet != NULL
      && g_str_has_prefix (sheet, "survey"))
    named.question = g_hash_table_lookup (names, GUINT_TO_POINTER (problem->line));
  return hw_finding_item_new (&named);
}

static guint
hash_item (gconstpointer item)
{
  return g_str_hash (hw_finding_item_get_text ((HwFindingItem *) item));
}

static gboolean
equal_items (gconstpointer a,
             gconstpointer b)
{
  return hw_finding_item_equal ((HwFindingItem *) a, (HwFindingItem *) b);
}

/* What was found before and is found again stays the same line. More than a few new ones are taken
 * at once: nobody works in a list that changes that much. */
static void
take_findings (HwCheckView *self,
               GHashTable *names)
{
  HwProblems *problems = hw_form_get_problems (self->form);
  guint n = hw_form_get_error (self->form) == NULL ? hw_problems_get_length (problems) : 0;
  g_autoptr (GHashTable) known = g_hash_table_new (hash_item, equal_items);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->findings);
  g_autoptr (GPtrArray) shown = NULL;
  guint n_kept = 0;

  for (guint i = 0; i < before->len; i++)
    g_hash_table_add (known, g_ptr_array_index (before, i));
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HwFindingItem) item = make_item (hw_problems_get (problems, i), names);
      HwFindingItem *old = g_hash_table_lookup (known, item);

      /* Once: two sentences that are the same are two lines. */
      if (old != NULL)
        g_hash_table_remove (known, old);
      n_kept += old != NULL;
      g_ptr_array_add (self->findings, g_object_ref (old != NULL ? old : item));
    }
  if (before->len - n_kept + n - n_kept > MOST_MERGED)
    {
      show_findings (self);
      return;
    }
  shown = list_shown (self, get_order (self));
  merge_list (self, shown);
  show_stack (self);
}

static void
show_report (HwCheckView *self)
{
  HwProblems *problems = hw_form_get_problems (self->form);
  const GError *error = hw_form_get_error (self->form);
  g_autoptr (GHashTable) names = list_names (hw_form_get_questionnaire (self->form));
  g_autofree char *verdict = NULL;

  take_findings (self, names);
  if (error != NULL)
    {
      g_autofree char *text = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->error_page, text);
      gtk_stack_set_visible_child_name (self->findings_stack, "error");
    }
  else if (self->findings->len == 0)
    {
      gtk_stack_set_visible_child_name (self->findings_stack, "fine");
    }
  verdict = error == NULL ? hw_check_report_dup_verdict (problems) : NULL;
  gtk_label_set_label (self->verdict_label, verdict != NULL ? verdict : "");
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_label), verdict != NULL);
  update_actions (self);
}

/* What was said stays in sight while it is looked at again: mostly the same is said once more. */
static void
read_cb (HwCheckView *self)
{
  show_report (self);
}

static void
changed_cb (HwCheckView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && hw_form_has_changed (self->form))
    hw_form_read (self->form);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, hw_finding_row_new ());
}

static void
selected_cb (GtkListItem *list_item)
{
  hw_finding_row_set_selected (HW_FINDING_ROW (gtk_list_item_get_child (list_item)),
                               gtk_list_item_get_selected (list_item));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item)
{
  HwFindingItem *item = gtk_list_item_get_item (list_item);
  gboolean is_heading = hw_finding_item_is_heading (item);

  hw_finding_row_set_item (HW_FINDING_ROW (gtk_list_item_get_child (list_item)), item);
  gtk_list_item_set_selectable (list_item, !is_heading);
  gtk_list_item_set_activatable (list_item, !is_heading);
  g_signal_connect (list_item, "notify::selected", G_CALLBACK (selected_cb), NULL);
  selected_cb (list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (list_item, selected_cb, NULL);
  hw_finding_row_set_item (HW_FINDING_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
copy_item (HwCheckView *self,
           HwFindingItem *item)
{
  g_autofree char *line = hw_finding_item_dup_line (item);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), line);
  hw_toast_show (GTK_WIDGET (self), _("Place and sentence copied"));
}

static void
activate_cb (HwCheckView *self,
             guint position)
{
  g_autoptr (HwFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  gboolean is_taken = FALSE;

  if (item == NULL || hw_finding_item_is_heading (item))
    return;
  if (hw_finding_item_get_question (item) != NULL)
    g_signal_emit (self, question_activated_signal, 0, hw_finding_item_get_question (item),
                   &is_taken);
  if (!is_taken)
    copy_item (self, item);
}

static void
copy_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  HwCheckView *self = HW_CHECK_VIEW (widget);
  HwFindingItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    copy_item (self, item);
}

static void
copy_all_cb (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  HwCheckView *self = HW_CHECK_VIEW (widget);
  g_autofree char *text = hw_check_report_dup_text (hw_form_get_problems (self->form));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  hw_toast_show (widget, _("All faults and advice copied"));
}

static void
place_chosen_cb (GtkWidget *from,
                 const char *path,
                 gpointer data)
{
  hw_check_view_save (HW_CHECK_VIEW (from), path);
}

static void
save_cb (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  g_autofree char *form = hw_form_dup_name (HW_CHECK_VIEW (widget)->form);
  char *dot = strrchr (form, '.');
  g_autofree char *name = NULL;
  HwFileChoice choice = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = _("Save Faults and Advice"),
    .accept = _("_Save"),
    .filter_label = _("Comma-separated values"),
    .pattern = "*.csv",
  };

  if (dot != NULL && dot != form)
    *dot = '\0';
  /* Translators: the name of a file with the faults of a questionnaire; %s is the questionnaire. Its ending stays. */
  name = g_strdup_printf (_("%s check.csv"), form);
  choice.name = name;
  hw_file_choice_ask (widget, &choice, place_chosen_cb, NULL);
}

static void
again_cb (GtkWidget *widget,
          const char *action,
          GVariant *parameter)
{
  hw_form_read (HW_CHECK_VIEW (widget)->form);
}

static void
search_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (HW_CHECK_VIEW (widget)->findings_entry));
}

static void
focus_list_cb (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  HwCheckView *self = HW_CHECK_VIEW (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;
  hw_list_focus (self->list_view);
}

static void
search_activate_cb (HwCheckView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "check.focus-list", NULL);
}

static void
stop_search_cb (HwCheckView *self)
{
  gtk_editable_set_text (self->findings_entry, "");
  gtk_widget_activate_action (GTK_WIDGET (self), "check.focus-list", NULL);
}

static void
hw_check_view_map (GtkWidget *widget)
{
  HwCheckView *self = HW_CHECK_VIEW (widget);

  GTK_WIDGET_CLASS (hw_check_view_parent_class)->map (widget);
  /* It may have changed while nobody looked. */
  if (self->form != NULL && hw_form_has_changed (self->form))
    hw_form_read (self->form);
}

static gboolean
hw_check_view_grab_focus (GtkWidget *widget)
{
  HwCheckView *self = HW_CHECK_VIEW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->findings_stack), "list") != 0)
    return gtk_widget_grab_focus (gtk_widget_get_last_child (self->bar));
  gtk_widget_activate_action (widget, "check.focus-list", NULL);
  return TRUE;
}

static void
hw_check_view_dispose (GObject *object)
{
  HwCheckView *self = HW_CHECK_VIEW (object);

  if (self->findings_stack != NULL)
    hw_check_view_set_form (self, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_CHECK_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (hw_check_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "check.again", NULL, again_cb);
  gtk_widget_class_install_action (widget_class, "check.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "check.copy-all", NULL, copy_all_cb);
  gtk_widget_class_install_action (widget_class, "check.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "check.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "check.focus-list", NULL, focus_list_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "check.again",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "check.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "check.search",
                                       NULL);
}

static void
hw_check_view_class_init (HwCheckViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_check_view_dispose;
  widget_class->map = hw_check_view_map;
  widget_class->grab_focus = hw_check_view_grab_focus;
  question_activated_signal = g_signal_new (
      "question-activated", HW_TYPE_CHECK_VIEW, G_SIGNAL_RUN_LAST, 0,
      g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  g_type_ensure (HW_TYPE_READING_MARK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/form/check-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HwCheckView, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, HwCheckView, bar);
  gtk_widget_class_bind_template_child (widget_class, HwCheckView, findings_entry);
  gtk_widget_class_bind_template_child (widget_class, HwCheckView, order_box);
  gtk_widget_class_bind_template_child (widget_class, HwCheckView, kind_button);
  gtk_widget_class_bind_template_child (widget_class, HwCheckView, findings_menu_button);
  gtk_widget_class_bind_template_child (widget_class, HwCheckView, findings_stack);
  gtk_widget_class_bind_template_child (widget_class, HwCheckView, reading_mark);
  gtk_widget_class_bind_template_child (widget_class, HwCheckView, list_view);
  gtk_widget_class_bind_template_child (widget_class, HwCheckView, error_page);
  gtk_widget_class_bind_template_callback (widget_class, show_findings);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  install_actions (widget_class);
}

static void
make_list (HwCheckView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->list = g_list_store_new (HW_TYPE_FINDING_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

static void
hw_check_view_init (HwCheckView *self)
{
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  hw_inner_button_set_label (self->findings_menu_button, _("More"));
  make_list (self);
  update_actions (self);
}

/**
 * hw_check_view_set_form:
 * @self: the view
 * @form: (nullable): the questionnaire that is checked
 *
 * Shows what is known of @form. A form that was never read is not read by this; who sets it does that.
 */
void
hw_check_view_set_form (HwCheckView *self,
                        HwForm *form)
{
  g_return_if_fail (HW_IS_CHECK_VIEW (self));

  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  g_set_object (&self->form, form);
  hw_reading_mark_set_form (self->reading_mark, form);
  g_ptr_array_set_size (self->findings, 0);
  g_list_store_remove_all (self->list);
  gtk_stack_set_visible_child_name (self->findings_stack, "reading");
  gtk_widget_set_visible (GTK_WIDGET (self->verdict_label), FALSE);
  update_actions (self);
  if (form == NULL)
    return;
  g_signal_connect_object (form, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (hw_form_is_read (form))
    show_report (self);
}

/**
 * hw_check_view_save:
 * @self: the view
 * @path: where to
 *
 * Writes all that was found as CSV, and says so.
 */
void
hw_check_view_save (HwCheckView *self,
                    const char *path)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HW_IS_CHECK_VIEW (self));
  g_return_if_fail (self->form != NULL && path != NULL);

  name = g_filename_display_basename (path);
  if (hw_check_report_write (hw_form_get_problems (self->form), path, &error))
    /* Translators: %s is the name of a file. */
    text = g_strdup_printf (_("Saved as “%s”"), name);
  else
    /* Translators: the name of a file, and why it could not be written. */
    text = g_strdup_printf (_("“%1$s” is not saved. %2$s"), name, error->message);
  hw_toast_show (GTK_WIDGET (self), text);
}

/**
 * hw_check_view_get_list:
 * @self: the view
 *
 * Returns: (transfer none): what is shown, headings included
 */
GListModel *
hw_check_view_get_list (HwCheckView *self)
{
  g_return_val_if_fail (HW_IS_CHECK_VIEW (self), NULL);
  return G_LIST_MODEL (self->list);
}
