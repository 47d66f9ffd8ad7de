/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/form/form.h"

#include "ui/common/language.h"
#include "ui/form/form-files.h"

/* A program that saves a workbook writes it in several strokes; it is looked at when there was no
 * further stroke for so long. */
#define SETTLE_MS 350

typedef struct
{
  HwQuestionnaire *questionnaire; /* nullable */
  HwProblems *problems;
  GError *error; /* nullable */
  char *stamp;
} Reading;

struct _HwForm
{
  GObject parent_instance;

  char *path;
  GPtrArray *monitors; /* of GFileMonitor */
  guint settle_id;

  Reading *last; /* nullable: never read */
  gboolean is_reading;
  gboolean read_again;
  gboolean has_changed;
};

G_DEFINE_FINAL_TYPE (HwForm, hw_form, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_READING,
  N_PROPS,
};

enum
{
  READ,
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
reading_free (Reading *self)
{
  g_clear_pointer (&self->questionnaire, hw_questionnaire_unref);
  g_clear_pointer (&self->problems, hw_problems_free);
  g_clear_error (&self->error);
  g_free (self->stamp);
  g_free (self);
}

/* The stamp is taken first: what is written while it is read has changed since. An error is a
 * result like any other. */
static void
read_cb (GTask *task,
         gpointer source,
         gpointer path,
         GCancellable *cancellable)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->stamp = hw_form_files_dup_stamp (path);
  reading->problems = hw_problems_new ();
  hw_problems_ask_advice (reading->problems);
  reading->questionnaire = hw_questionnaire_new_from_path (path, reading->problems, &reading->error);
  hw_problems_sort (reading->problems);
  g_task_return_pointer (task, reading, (GDestroyNotify) reading_free);
}

static void
look_for_changes (HwForm *self)
{
  g_autofree char *stamp = NULL;

  if (self->last == NULL || self->is_reading)
    return;
  stamp = hw_form_files_dup_stamp (self->path);
  if (g_strcmp0 (stamp, self->last->stamp) == 0)
    return;
  self->has_changed = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_done_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  HwForm *self = HW_FORM (source);

  g_clear_pointer (&self->last, reading_free);
  self->last = g_task_propagate_pointer (G_TASK (result), NULL);
  self->is_reading = FALSE;
  self->has_changed = FALSE;
  if (self->read_again)
    {
      hw_form_read (self);
      return;
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
  g_signal_emit (self, signals[READ], 0);
  /* Nobody was told of what was written meanwhile. */
  look_for_changes (self);
}

static gboolean
settled_cb (gpointer data)
{
  HwForm *self = HW_FORM (data);

  self->settle_id = 0;
  look_for_changes (self);
  return G_SOURCE_REMOVE;
}

static void
touched_cb (HwForm *self)
{
  if (self->settle_id != 0)
    g_source_remove (self->settle_id);
  self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

/* A folder that cannot be watched leaves “Check Again” and “Reload”, which need no watching. */
static void
watch (HwForm *self)
{
  g_autoptr (GPtrArray) places = hw_form_files_list_places (self->path);

  for (guint i = 0; i < places->len; i++)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (g_ptr_array_index (places, i));
      GFileMonitor *monitor
          = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

      if (monitor == NULL)
        continue;
      g_signal_connect_object (monitor, "changed", G_CALLBACK (touched_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->monitors, monitor);
    }
}

static void
hw_form_get_property (GObject *object,
                      guint id,
                      GValue *value,
                      GParamSpec *pspec)
{
  if (id == PROP_READING)
    g_value_set_boolean (value, HW_FORM (object)->is_reading);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hw_form_finalize (GObject *object)
{
  HwForm *self = HW_FORM (object);

  if (self->settle_id != 0)
    g_source_remove (self->settle_id);
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  g_clear_pointer (&self->last, reading_free);
  g_free (self->path);
  G_OBJECT_CLASS (hw_form_parent_class)->finalize (object);
}

static void
hw_form_class_init (HwFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hw_form_get_property;
  object_class->finalize = hw_form_finalize;
  properties[PROP_READING] = g_param_spec_boolean ("reading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[READ] = g_signal_new ("read", HW_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", HW_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hw_form_init (HwForm *self)
{
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hw_form_new:
 * @path: a folder of sheets, or one file
 *
 * Returns: (transfer full): the questionnaire there, not read yet
 */
HwForm *
hw_form_new (const char *path)
{
  HwForm *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (HW_TYPE_FORM, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  watch (self);
  return self;
}

/**
 * hw_form_get_path:
 * @self: a questionnaire on disk
 *
 * Returns: (transfer none): where it is, whole
 */
const char *
hw_form_get_path (HwForm *self)
{
  g_return_val_if_fail (HW_IS_FORM (self), NULL);
  return self->path;
}

/**
 * hw_form_dup_name:
 * @self: a questionnaire on disk
 *
 * Returns: (transfer full): what its author calls it: the name of the file, or of the folder when
 *   the file is one of several sheets
 */
char *
hw_form_dup_name (HwForm *self)
{
  g_autofree char *base = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (HW_IS_FORM (self), NULL);

  base = g_filename_display_basename (self->path);
  if (!hw_form_files_is_sheet (base))
    return g_steal_pointer (&base);
  folder = g_path_get_dirname (self->path);
  return g_filename_display_basename (folder);
}

/**
 * hw_form_dup_title:
 * @self: a questionnaire on disk
 *
 * Returns: (transfer full): its title in the language of the screen, as far as it has one; else its
 *   name
 */
char *
hw_form_dup_title (HwForm *self)
{
  HwQuestionnaire *questionnaire = hw_form_get_questionnaire (self);
  const char *title = NULL;

  if (questionnaire != NULL)
    title = hw_questionnaire_get_title (questionnaire, hw_language_pick (questionnaire));
  return title != NULL && *title != '\0' ? g_strdup (title) : hw_form_dup_name (self);
}

/**
 * hw_form_read:
 * @self: a questionnaire on disk
 *
 * Reads it, and emits "read" when that is done. While it is being read, it will be read once more.
 */
void
hw_form_read (HwForm *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HW_IS_FORM (self));

  self->read_again = self->is_reading;
  if (self->is_reading)
    return;
  self->is_reading = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
  task = g_task_new (self, NULL, read_done_cb, NULL);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, read_cb);
}

/**
 * hw_form_is_reading:
 * @self: a questionnaire on disk
 *
 * Returns: whether it is being read
 */
gboolean
hw_form_is_reading (HwForm *self)
{
  g_return_val_if_fail (HW_IS_FORM (self), FALSE);
  return self->is_reading;
}

/**
 * hw_form_is_read:
 * @self: a questionnaire on disk
 *
 * Returns: whether there is something that a reading gave
 */
gboolean
hw_form_is_read (HwForm *self)
{
  g_return_val_if_fail (HW_IS_FORM (self), FALSE);
  return self->last != NULL;
}

/**
 * hw_form_has_changed:
 * @self: a questionnaire on disk
 *
 * Returns: whether its files were seen to be others than those that were read
 */
gboolean
hw_form_has_changed (HwForm *self)
{
  g_return_val_if_fail (HW_IS_FORM (self), FALSE);
  return self->has_changed;
}

/**
 * hw_form_get_questionnaire:
 * @self: a questionnaire on disk
 *
 * Returns: (nullable) (transfer none): as it was read last; %NULL when it has a fault
 */
HwQuestionnaire *
hw_form_get_questionnaire (HwForm *self)
{
  g_return_val_if_fail (HW_IS_FORM (self), NULL);
  return self->last != NULL ? self->last->questionnaire : NULL;
}

/**
 * hw_form_get_problems:
 * @self: a questionnaire on disk
 *
 * Returns: (nullable) (transfer none): what is to be said of it, by place; %NULL when it was never
 *   read
 */
HwProblems *
hw_form_get_problems (HwForm *self)
{
  g_return_val_if_fail (HW_IS_FORM (self), NULL);
  return self->last != NULL ? self->last->problems : NULL;
}

/**
 * hw_form_get_error:
 * @self: a questionnaire on disk
 *
 * Returns: (nullable) (transfer none): why it could not be read at all
 */
const GError *
hw_form_get_error (HwForm *self)
{
  g_return_val_if_fail (HW_IS_FORM (self), NULL);
  return self->last != NULL ? self->last->error : NULL;
}
