/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tables/plan-list.h"

#include <glib/gi18n.h>

#include "tabulate/plan.h"
#include "ui/common/data-dir.h"
#include "ui/common/inner-button.h"

#define STANDARD_PLAN "plans/standard.csv"

struct _HwPlanList
{
  AdwBin parent_instance;

  GtkWidget *plan_button;
  GtkLabel *plan_label;
  GtkListBox *list;

  char *language; /* nullable */
  char *path;     /* nullable */
  char *id;       /* nullable */
};

G_DEFINE_FINAL_TYPE (HwPlanList, hw_plan_list, ADW_TYPE_BIN)

enum
{
  SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_row (const char *id,
            const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *number = gtk_label_new (id);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_widget_add_css_class (number, "caption");
  gtk_widget_add_css_class (number, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "table-id", g_strdup (id), g_free);
  return row;
}

static void
fill (HwPlanList *self,
      HwPlan *plan)
{
  g_autoptr (GPtrArray) ids = hw_plan_list_ids (plan);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < ids->len; i++)
    gtk_list_box_append (
        self->list,
        create_row (ids->pdata[i], hw_plan_get_title_in (plan, ids->pdata[i], self->language)));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
show_name (HwPlanList *self,
           const char *name)
{
  /* Translators: for those who hear it: the plan of which tables are made. */
  g_autofree char *text = g_strdup_printf (_("Plan of tables: %s"), name);

  gtk_label_set_label (self->plan_label, name);
  hw_inner_button_set_label (self->plan_button, text);
}

static void
row_selected_cb (HwPlanList *self,
                 GtkListBoxRow *row)
{
  if (row == NULL)
    return;
  g_free (self->id);
  self->id = g_strdup (g_object_get_data (G_OBJECT (row), "table-id"));
  g_signal_emit (self, signals[SELECTED], 0);
}

static gboolean
hw_plan_list_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (HW_PLAN_LIST (widget)->list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
hw_plan_list_dispose (GObject *object)
{
  HwPlanList *self = HW_PLAN_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), HW_TYPE_PLAN_LIST);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (hw_plan_list_parent_class)->dispose (object);
}

static void
hw_plan_list_class_init (HwPlanListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_plan_list_dispose;
  widget_class->grab_focus = hw_plan_list_grab_focus;
  signals[SELECTED] = g_signal_new ("selected", HW_TYPE_PLAN_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/homeward/Homeward/tables/plan-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HwPlanList, plan_label);
  gtk_widget_class_bind_template_child (widget_class, HwPlanList, plan_button);
  gtk_widget_class_bind_template_child (widget_class, HwPlanList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
hw_plan_list_init (HwPlanList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hw_plan_list_set_language:
 * @self: the list
 * @language: (nullable): as the questionnaire names it
 *
 * Sets the language of the titles of plans that are opened from now on.
 */
void
hw_plan_list_set_language (HwPlanList *self,
                           const char *language)
{
  g_return_if_fail (HW_IS_PLAN_LIST (self));

  g_free (self->language);
  self->language = g_strdup (language);
}

/**
 * hw_plan_list_open:
 * @self: the list
 * @path: a plan
 * @problems: takes what is wrong with it
 * @error: (nullable): return location
 *
 * Takes another plan and chooses its first table.
 *
 * Returns: %FALSE when it has faults or cannot be read; the plan of before then stays
 */
gboolean
hw_plan_list_open (HwPlanList *self,
                   const char *path,
                   HwProblems *problems,
                   GError **error)
{
  g_autoptr (HwPlan) plan = NULL;
  g_autofree char *standard = hw_data_dir_find (STANDARD_PLAN);
  g_autofree char *name = NULL;

  g_return_val_if_fail (HW_IS_PLAN_LIST (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  plan = hw_plan_new_from_file (path, problems, error);
  if (plan == NULL)
    return FALSE;
  name = g_path_get_basename (path);
  show_name (self, g_strcmp0 (path, standard) == 0 ? _("Standard plan") : name);
  g_free (self->path);
  self->path = g_strdup (path);
  fill (self, plan);
  return TRUE;
}

/**
 * hw_plan_list_open_standard:
 * @self: the list
 * @problems: takes what is wrong with it
 * @error: (nullable): return location
 *
 * Takes the plan that is shipped.
 *
 * Returns: %FALSE when it is not there, or as hw_plan_list_open()
 */
gboolean
hw_plan_list_open_standard (HwPlanList *self,
                            HwProblems *problems,
                            GError **error)
{
  g_autofree char *path = hw_data_dir_find (STANDARD_PLAN);

  return path != NULL && hw_plan_list_open (self, path, problems, error);
}

/**
 * hw_plan_list_has_standard:
 *
 * Returns: whether a plan is shipped
 */
gboolean
hw_plan_list_has_standard (void)
{
  g_autofree char *path = hw_data_dir_find (STANDARD_PLAN);

  return path != NULL;
}

/**
 * hw_plan_list_select:
 * @self: the list
 * @id: a table of the plan, such as "T20"
 *
 * Chooses a table; one that the plan does not have is passed over.
 */
void
hw_plan_list_select (HwPlanList *self,
                     const char *id)
{
  g_return_if_fail (HW_IS_PLAN_LIST (self));
  g_return_if_fail (id != NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "table-id"), id) == 0)
      gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

/**
 * hw_plan_list_get_path:
 * @self: the list
 *
 * Returns: (nullable) (transfer none): the plan
 */
const char *
hw_plan_list_get_path (HwPlanList *self)
{
  g_return_val_if_fail (HW_IS_PLAN_LIST (self), NULL);

  return self->path;
}

/**
 * hw_plan_list_get_id:
 * @self: the list
 *
 * Returns: (nullable) (transfer none): the table that is chosen
 */
const char *
hw_plan_list_get_id (HwPlanList *self)
{
  g_return_val_if_fail (HW_IS_PLAN_LIST (self), NULL);

  return self->id;
}
