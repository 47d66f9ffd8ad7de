/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tables/tables-page.h"

#include <glib/gi18n.h>

#include "ui/common/banner.h"
#include "ui/common/file-choice.h"
#include "ui/common/inner-button.h"
#include "ui/common/language.h"
#include "ui/common/problem-text.h"
#include "ui/common/toast.h"
#include "ui/tables/plan-list.h"
#include "ui/tables/table-panel.h"
#include "ui/tables/tables-export.h"
#include "ui/tables/tables-run.h"

struct _HwTablesPage
{
  AdwBin parent_instance;

  HwBanner *banner;
  AdwFlap *flap;
  HwPlanList *plan_list;
  GtkStack *stack;
  GtkDropDown *statistics;
  GtkDropDown *layers;
  GtkDropDown *beside;
  HwTablePanel *panel;

  HwSurveyFile *file;
  GSettings *settings;
  GPtrArray *tables;         /* nullable: what the plan's lines of that id gave */
  GCancellable *cancellable; /* nullable: while a table is being made */
  gboolean is_stale;         /* interviews may have changed since it was made */
  gboolean is_filling;       /* the drop-downs change by our own hand */
};

G_DEFINE_FINAL_TYPE (HwTablesPage, hw_tables_page, ADW_TYPE_BIN)

static HwTable *
get_table (HwTablesPage *self)
{
  guint i = gtk_drop_down_get_selected (self->statistics);

  if (self->tables == NULL || i >= self->tables->len)
    return NULL;
  return self->tables->pdata[i];
}

static void
update_actions (HwTablesPage *self)
{
  gboolean busy = self->cancellable != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tables.export",
                                 !busy && get_table (self) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tables.export-all",
                                 !busy && hw_plan_list_get_path (self->plan_list) != NULL);
}

static void
fill_drop_down (GtkDropDown *drop_down,
                const char *const *texts)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (texts);

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  gtk_widget_set_visible (GTK_WIDGET (drop_down), g_strv_length ((char **) texts) > 1);
}

static void
fill_layers (HwTablesPage *self,
             HwTable *table)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < hw_table_get_length (table, HW_AXIS_LAYER); i++)
    g_ptr_array_add (texts, (gpointer) hw_table_get_label (table, HW_AXIS_LAYER, i));
  g_ptr_array_add (texts, NULL);
  self->is_filling = TRUE;
  fill_drop_down (self->layers, (const char *const *) texts->pdata);
  self->is_filling = FALSE;
}

static void
fill_statistics (HwTablesPage *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < self->tables->len; i++)
    g_ptr_array_add (texts, (gpointer) hw_table_get_statistic_label (self->tables->pdata[i]));
  g_ptr_array_add (texts, NULL);
  self->is_filling = TRUE;
  fill_drop_down (self->statistics, (const char *const *) texts->pdata);
  self->is_filling = FALSE;
}

static void
show_cells (HwTablesPage *self)
{
  HwTable *table = get_table (self);
  guint layer = gtk_drop_down_get_selected (self->layers);

  if (table == NULL)
    return;
  if (layer >= hw_table_get_length (table, HW_AXIS_LAYER))
    layer = 0;
  hw_table_panel_show (self->panel, table, layer,
                       (HwBeside) gtk_drop_down_get_selected (self->beside));
}

static void
show_table (HwTablesPage *self)
{
  HwTable *table = get_table (self);

  if (table == NULL)
    return;
  fill_layers (self, table);
  show_cells (self);
  gtk_stack_set_visible_child_name (self->stack, "table");
  update_actions (self);
}

static void
statistic_cb (HwTablesPage *self)
{
  if (!self->is_filling)
    show_table (self);
}

static void
layer_cb (HwTablesPage *self)
{
  if (!self->is_filling)
    show_cells (self);
}

static void
beside_cb (HwTablesPage *self)
{
  if (self->settings == NULL)
    return;
  g_settings_set_string (self->settings, "tables-beside",
                         hw_beside_get_name ((HwBeside) gtk_drop_down_get_selected (self->beside)));
  show_cells (self);
}

/* Faults of the plan keep tables from being made; warnings belong to the small print. */
static void
show_problems (HwTablesPage *self,
               HwProblems *problems)
{
  g_autofree char *errors = hw_problem_text_dup (problems, HW_PROBLEM_ERROR);
  g_autofree char *warnings = hw_problem_text_dup (problems, HW_PROBLEM_WARNING);

  if (*errors != '\0')
    hw_banner_show (self->banner, GTK_MESSAGE_WARNING, errors);
  hw_table_panel_set_warnings (self->panel, warnings);
}

static void
made_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (HwTablesPage) self = HW_TABLES_PAGE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (HwTablesResult) made = hw_tables_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->file == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  if (made == NULL)
    {
      hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
    }
  else
    {
      show_problems (self, made->problems);
      self->tables = g_steal_pointer (&made->tables);
      self->is_stale = FALSE;
      fill_statistics (self);
      if (self->tables->len > 0)
        show_table (self);
      else
        gtk_stack_set_visible_child_name (self->stack, "nothing");
    }
  update_actions (self);
}

static void
cancel (HwTablesPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
make_table (HwTablesPage *self)
{
  if (hw_plan_list_get_id (self->plan_list) == NULL)
    return;
  cancel (self);
  self->cancellable = g_cancellable_new ();
  hw_banner_hide (self->banner);
  gtk_stack_set_visible_child_name (self->stack, "working");
  update_actions (self);
  hw_tables_run_async (hw_survey_file_get_path (self->file),
                       hw_plan_list_get_path (self->plan_list),
                       hw_plan_list_get_id (self->plan_list),
                       hw_language_pick (hw_survey_file_get_questionnaire (self->file)),
                       self->cancellable, made_cb, g_object_ref (self));
}

static void
selected_cb (HwTablesPage *self)
{
  /* Tables are made when they are looked at; nobody waits for the others. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    make_table (self);
  else
    self->is_stale = TRUE;
}

/* What came of opening a plan */
static void
tell (HwTablesPage *self,
      HwProblems *problems,
      const GError *error)
{
  hw_banner_hide (self->banner);
  if (error != NULL)
    hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
  else
    show_problems (self, problems);
}

static void
open_standard (HwTablesPage *self)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GError) error = NULL;

  hw_plan_list_open_standard (self->plan_list, problems, &error);
  tell (self, problems, error);
}

static void
standard_plan_cb (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  open_standard (HW_TABLES_PAGE (widget));
}

static void
plan_chosen_cb (GtkWidget *from,
                const char *path,
                gpointer data)
{
  hw_tables_page_open_plan (HW_TABLES_PAGE (from), path);
}

static void
open_plan_cb (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  const HwFileChoice choice = {
    .action = GTK_FILE_CHOOSER_ACTION_OPEN,
    .title = _("Open a Plan of Tables"),
    .filter_label = _("Plans (CSV)"),
    .pattern = "*.csv",
  };

  hw_file_choice_ask (widget, &choice, plan_chosen_cb, NULL);
}

static void
export_chosen_cb (GtkWidget *from,
                  const char *path,
                  gpointer data)
{
  hw_tables_page_export_to (HW_TABLES_PAGE (from), path);
}

/* All tables are being made for a file; the page may show another meanwhile. */
typedef struct
{
  HwTablesPage *page;
  char *path;
} ExportAll;

static void
all_made_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  ExportAll *export = data;
  g_autoptr (HwTablesPage) self = export->page;
  g_autofree char *path = export->path;
  g_autoptr (GError) error = NULL;
  g_autoptr (HwTablesResult) made = hw_tables_run_finish (result, &error);

  g_free (export);
  if (self->file == NULL)
    return;
  if (made == NULL)
    {
      hw_banner_show (self->banner, GTK_MESSAGE_ERROR, error->message);
      return;
    }
  show_problems (self, made->problems);
  hw_tables_export_write (GTK_WIDGET (self), self->banner, made->tables, path);
}

static void
export_all_chosen_cb (GtkWidget *from,
                      const char *path,
                      gpointer data)
{
  HwTablesPage *self = HW_TABLES_PAGE (from);
  ExportAll *export = g_new0 (ExportAll, 1);

  export->page = g_object_ref (self);
  export->path = g_strdup (path);
  hw_toast_show (from, _("Making all tables…"));
  hw_tables_run_async (hw_survey_file_get_path (self->file),
                       hw_plan_list_get_path (self->plan_list), NULL,
                       hw_language_pick (hw_survey_file_get_questionnaire (self->file)), NULL,
                       all_made_cb, export);
}

static void
export_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  hw_tables_page_export (HW_TABLES_PAGE (widget));
}

static void
export_all_cb (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  HwTablesPage *self = HW_TABLES_PAGE (widget);

  if (hw_plan_list_get_path (self->plan_list) != NULL)
    hw_tables_export_ask (widget, "tables", export_all_chosen_cb);
}

static void
hw_tables_page_map (GtkWidget *widget)
{
  HwTablesPage *self = HW_TABLES_PAGE (widget);

  GTK_WIDGET_CLASS (hw_tables_page_parent_class)->map (widget);
  if (hw_plan_list_get_path (self->plan_list) == NULL)
    open_standard (self);
  else if (self->is_stale)
    make_table (self);
}

static gboolean
hw_tables_page_grab_focus (GtkWidget *widget)
{
  HwTablesPage *self = HW_TABLES_PAGE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->plan_list))
         || gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
hw_tables_page_dispose (GObject *object)
{
  HwTablesPage *self = HW_TABLES_PAGE (object);

  cancel (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_TABLES_PAGE);
  g_clear_object (&self->settings);
  g_clear_object (&self->file);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  G_OBJECT_CLASS (hw_tables_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HwTablesPage, banner);
  gtk_widget_class_bind_template_child (widget_class, HwTablesPage, flap);
  gtk_widget_class_bind_template_child (widget_class, HwTablesPage, plan_list);
  gtk_widget_class_bind_template_child (widget_class, HwTablesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HwTablesPage, statistics);
  gtk_widget_class_bind_template_child (widget_class, HwTablesPage, layers);
  gtk_widget_class_bind_template_child (widget_class, HwTablesPage, beside);
  gtk_widget_class_bind_template_child (widget_class, HwTablesPage, panel);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, statistic_cb);
  gtk_widget_class_bind_template_callback (widget_class, layer_cb);
  gtk_widget_class_bind_template_callback (widget_class, beside_cb);
}

static void
hw_tables_page_class_init (HwTablesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_tables_page_dispose;
  widget_class->grab_focus = hw_tables_page_grab_focus;
  widget_class->map = hw_tables_page_map;
  g_type_ensure (HW_TYPE_BANNER);
  g_type_ensure (HW_TYPE_PLAN_LIST);
  g_type_ensure (HW_TYPE_TABLE_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/tables/tables-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "tables.standard-plan", NULL, standard_plan_cb);
  gtk_widget_class_install_action (widget_class, "tables.open-plan", NULL, open_plan_cb);
  gtk_widget_class_install_action (widget_class, "tables.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "tables.export-all", NULL, export_all_cb);
}

static void
hw_tables_page_init (HwTablesPage *self)
{
  g_autofree char *beside = NULL;
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  gtk_widget_init_template (GTK_WIDGET (self));
  beside = g_settings_get_string (settings, "tables-beside");
  gtk_drop_down_set_selected (self->beside, hw_beside_from_name (beside));
  self->settings = g_steal_pointer (&settings);
  hw_inner_button_follow (self->statistics, _("Statistic"));
  hw_inner_button_follow (self->layers, _("Layer"));
  hw_inner_button_follow (self->beside, _("Beside the estimates"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tables.standard-plan",
                                 hw_plan_list_has_standard ());
  update_actions (self);
}

/**
 * hw_tables_page_new:
 * @file: the survey
 *
 * Returns: (transfer floating): its tables; nothing is counted before the page is looked at
 */
GtkWidget *
hw_tables_page_new (HwSurveyFile *file)
{
  HwTablesPage *self;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file), NULL);

  self = g_object_new (HW_TYPE_TABLES_PAGE, NULL);
  self->file = g_object_ref (file);
  hw_plan_list_set_language (self->plan_list,
                             hw_language_pick (hw_survey_file_get_questionnaire (file)));
  return GTK_WIDGET (self);
}

/**
 * hw_tables_page_open_plan:
 * @self: the page
 * @path: a plan
 *
 * Takes another plan. When it has faults they are shown, and the plan of before stays.
 */
void
hw_tables_page_open_plan (HwTablesPage *self,
                          const char *path)
{
  g_autoptr (HwProblems) problems = hw_problems_new ();
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HW_IS_TABLES_PAGE (self));
  g_return_if_fail (path != NULL);

  hw_plan_list_open (self->plan_list, path, problems, &error);
  tell (self, problems, error);
}

/**
 * hw_tables_page_show_table:
 * @self: the page
 * @id: a table of the plan, such as "T20"
 *
 * Goes to a table.
 */
void
hw_tables_page_show_table (HwTablesPage *self,
                           const char *id)
{
  g_return_if_fail (HW_IS_TABLES_PAGE (self));
  g_return_if_fail (id != NULL);

  hw_plan_list_select (self->plan_list, id);
}

/**
 * hw_tables_page_refresh:
 * @self: the page
 *
 * Makes the table anew, at once or when it is next looked at: interviews may have changed.
 */
void
hw_tables_page_refresh (HwTablesPage *self)
{
  g_return_if_fail (HW_IS_TABLES_PAGE (self));

  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    make_table (self);
}

/**
 * hw_tables_page_export:
 * @self: the page
 *
 * Asks where the table that is shown is to be exported to, and does it.
 */
void
hw_tables_page_export (HwTablesPage *self)
{
  g_return_if_fail (HW_IS_TABLES_PAGE (self));

  if (self->tables != NULL && self->cancellable == NULL)
    hw_tables_export_ask (GTK_WIDGET (self), hw_plan_list_get_id (self->plan_list), export_chosen_cb);
}

/**
 * hw_tables_page_export_to:
 * @self: the page
 * @path: where to
 *
 * Exports the table that is shown, all its statistics and layers, as CSV.
 */
void
hw_tables_page_export_to (HwTablesPage *self,
                          const char *path)
{
  g_return_if_fail (HW_IS_TABLES_PAGE (self));
  g_return_if_fail (path != NULL);

  if (self->tables != NULL)
    hw_tables_export_write (GTK_WIDGET (self), self->banner, self->tables, path);
}

/**
 * hw_tables_page_is_busy:
 * @self: the page
 *
 * Returns: whether a table is being made
 */
gboolean
hw_tables_page_is_busy (HwTablesPage *self)
{
  g_return_val_if_fail (HW_IS_TABLES_PAGE (self), FALSE);

  return self->cancellable != NULL;
}
