/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/data-csv.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/csv-writer.h"
#include "tabulate/frame.h"

typedef struct
{
  HwSurveyFile *file;
  HwQuestionnaire *questionnaire;
  const char *root;     /* name of the root level */
  GPtrArray *case_id;   /* of HwQuestion: what identifies a household and may be shown */
  HwCsvWriter *missing; /* rows of missing.csv */
  const char *folder;   /* where the files go */
} Export;

/* One level: its columns in the order of the file */
typedef struct
{
  const char *level;
  gboolean is_root;
  GPtrArray *names;     /* of char*: what is loaded */
  GPtrArray *headings;  /* of char* */
  GPtrArray *questions; /* of HwQuestion; NULL for keys */
  guint first_own;      /* behind the keys */
} Sheet;

static void
add_column (Sheet *sheet,
            const char *name,
            const char *heading,
            HwQuestion *question)
{
  g_ptr_array_add (sheet->names, g_strdup (name));
  g_ptr_array_add (sheet->headings, g_strdup (heading));
  g_ptr_array_add (sheet->questions, question);
}

static void
list_case_id (Export *self)
{
  const char *setting = hw_survey_file_get_setting (self->file, "case_id");
  g_auto (GStrv) names = g_strsplit_set (setting != NULL ? setting : "", " \t", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      HwQuestion *question = hw_questionnaire_find (self->questionnaire, names[i]);

      if (question != NULL && !hw_question_is_identifying (question)
          && hw_question_get_repeat (question) == NULL)
        g_ptr_array_add (self->case_id, question);
    }
}

static const char *
get_level_name (Export *self,
                HwQuestion *repeat)
{
  return repeat == NULL ? self->root
                        : hw_questionnaire_get_level_name (self->questionnaire, repeat);
}

/* The numbers of the row and of those above it, in columns named as their levels, as an import
 * reads them */
static void
add_numbers (Export *self,
             Sheet *sheet,
             HwQuestion *level)
{
  g_autofree char *position = NULL;

  if (hw_question_get_repeat (level) != NULL)
    add_numbers (self, sheet, hw_question_get_repeat (level));
  position = g_strconcat ("position of ", get_level_name (self, level), NULL);
  add_column (sheet, position, get_level_name (self, level), NULL);
}

static void
plan_sheet (Export *self,
            Sheet *sheet,
            HwQuestion *level)
{
  g_autoptr (GPtrArray) columns = hw_questionnaire_list_columns (self->questionnaire, level);

  sheet->names = g_ptr_array_new_with_free_func (g_free);
  sheet->headings = g_ptr_array_new_with_free_func (g_free);
  sheet->questions = g_ptr_array_new ();
  add_column (sheet, "interview_id", "interview_id", NULL);
  add_column (sheet, "row_id", "row_id", NULL);
  if (!sheet->is_root)
    {
      g_autofree char *parent
          = g_strconcat ("row of ", get_level_name (self, hw_question_get_repeat (level)), NULL);

      add_column (sheet, parent, "parent_row_id", NULL);
      for (guint i = 0; i < self->case_id->len; i++)
        add_column (sheet, hw_question_get_name (g_ptr_array_index (self->case_id, i)),
                    hw_question_get_name (g_ptr_array_index (self->case_id, i)),
                    g_ptr_array_index (self->case_id, i));
      add_numbers (self, sheet, level);
    }
  sheet->first_own = sheet->names->len;
  for (guint i = 0; i < columns->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (columns, i);

      if (!hw_question_is_identifying (question))
        add_column (sheet, hw_question_get_name (question), hw_question_get_name (question),
                    question);
    }
}

static HwFrame *
open_frame (Export *self,
            const Sheet *sheet,
            HwQuestion *level,
            GError **error)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();
  g_autoptr (HwFrame) frame = NULL;

  for (guint i = 0; i < sheet->names->len; i++)
    g_hash_table_add (words, g_ascii_strdown (g_ptr_array_index (sheet->names, i), -1));
  frame = hw_frame_open (hw_survey_file_get_path (self->file), words, error);
  if (frame == NULL || !hw_frame_add_level (frame, self->root, NULL, error))
    return NULL;
  hw_frame_set_exact (frame, TRUE);
  for (HwQuestion *at = sheet->is_root ? NULL : level; at != NULL; at = hw_question_get_repeat (at))
    g_ptr_array_insert (chain, 0, at);
  for (guint i = 0; i < chain->len; i++)
    if (!hw_frame_add_level (frame, get_level_name (self, g_ptr_array_index (chain, i)),
                             get_level_name (self, i > 0 ? g_ptr_array_index (chain, i - 1) : NULL),
                             error))
      return NULL;
  return g_steal_pointer (&frame);
}

static const char *
get_text (const HwFrameRows *rows,
          guint column,
          guint row)
{
  return ((const char **) g_ptr_array_index (rows->texts, column))[row];
}

static void
write_field (Export *self,
             HwCsvWriter *writer,
             const Sheet *sheet,
             const HwFrameRows *rows,
             guint column,
             guint row)
{
  HwQuestion *question = g_ptr_array_index (sheet->questions, column);
  const char *text = get_text (rows, column, row);
  HwMissing kind = ((guint8 *) g_ptr_array_index (rows->missing, column))[row];
  const char *code = NULL;

  if (text != NULL || question == NULL)
    {
      hw_csv_writer_add (writer, text);
      return;
    }
  if (kind != HW_MISSING_NOT_ASKED && kind != HW_MISSING_DORMANT)
    code = hw_question_get_missing_code (question, kind);
  hw_csv_writer_add (writer, code);
  if (code != NULL || column < sheet->first_own || kind == HW_MISSING_NOT_ASKED
      || kind == HW_MISSING_DORMANT)
    return;
  hw_csv_writer_add (self->missing, sheet->level);
  hw_csv_writer_add (self->missing, get_text (rows, 0, row));
  hw_csv_writer_add (self->missing, get_text (rows, 1, row));
  hw_csv_writer_add (self->missing, hw_question_get_name (question));
  hw_csv_writer_add (self->missing, hw_missing_get_name (kind));
  hw_csv_writer_end_row (self->missing, NULL);
}

/* A picture goes to media/INTERVIEW/NAME, so that equal names of two interviews stay apart. */
static gboolean
save_picture (Export *self,
              const char *interview_id,
              const char *name,
              GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = hw_survey_file_dup_attached (self->file, interview_id, name, &failure);
  g_autofree char *folder = g_build_filename (self->folder, "media", interview_id, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  /* Whatever a survey file from elsewhere says, nothing is written outside of the folder. */
  if (bytes == NULL || strchr (interview_id, G_DIR_SEPARATOR) != NULL
      || strchr (name, G_DIR_SEPARATOR) != NULL || strcmp (name, "..") == 0)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   _("The folder “%s” cannot be made: %s."), folder, g_strerror (code));
      return FALSE;
    }
  return g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                              (gssize) g_bytes_get_size (bytes), error);
}

static gboolean
save_pictures (Export *self,
               const Sheet *sheet,
               const HwFrameRows *rows,
               GError **error)
{
  for (guint c = sheet->first_own; c < sheet->names->len; c++)
    {
      HwQuestion *question = g_ptr_array_index (sheet->questions, c);

      if (question == NULL || hw_question_get_kind (question) != HW_KIND_IMAGE)
        continue;
      for (guint r = 0; r < rows->n_rows; r++)
        if (get_text (rows, c, r) != NULL
            && !save_picture (self, get_text (rows, 0, r), get_text (rows, c, r), error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
save (const char *folder,
      const char *name,
      GString *text,
      GError **error)
{
  g_autofree char *file = g_strconcat (name, ".csv", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  return g_file_set_contents (path, text->str, (gssize) text->len, error);
}

static gboolean
export_level (Export *self,
              Sheet *sheet,
              HwQuestion *level,
              const char *folder,
              GError **error)
{
  g_autoptr (HwFrame) frame = open_frame (self, sheet, level, error);
  g_autoptr (HwFrameRows) rows = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (HwCsvWriter) writer = hw_csv_writer_new_string (text);

  if (frame == NULL)
    return FALSE;
  /* A level without questions has no rows to show. */
  if (!hw_frame_has_level (frame, sheet->level))
    return TRUE;
  rows = hw_frame_load (frame, sheet->level, NULL, NULL, 0,
                        (const char *const *) sheet->names->pdata, sheet->names->len, error);
  if (rows == NULL)
    return FALSE;
  for (guint c = 0; c < sheet->headings->len; c++)
    hw_csv_writer_add (writer, g_ptr_array_index (sheet->headings, c));
  hw_csv_writer_end_row (writer, NULL);
  for (guint r = 0; r < rows->n_rows; r++)
    {
      for (guint c = 0; c < sheet->names->len; c++)
        write_field (self, writer, sheet, rows, c, r);
      hw_csv_writer_end_row (writer, NULL);
    }
  return save (folder, sheet->level, text, error) && save_pictures (self, sheet, rows, error);
}

static gboolean
export_levels (Export *self,
               const char *folder,
               GError **error)
{
  g_autoptr (GPtrArray) levels = hw_questionnaire_list_levels (self->questionnaire);
  gboolean good = TRUE;

  for (guint i = 0; good && i < levels->len; i++)
    {
      HwQuestion *level = g_ptr_array_index (levels, i);
      Sheet sheet = { .level = get_level_name (self, i == 0 ? NULL : level), .is_root = i == 0 };

      plan_sheet (self, &sheet, level);
      good = export_level (self, &sheet, level, folder, error);
      g_ptr_array_unref (sheet.names);
      g_ptr_array_unref (sheet.headings);
      g_ptr_array_unref (sheet.questions);
    }
  return good;
}

/**
 * hw_export_data_csv:
 * @file: a survey
 * @folder: where the files go; it is made when it is not there, and files of the same names are
 *   replaced
 * @error: return location
 *
 * Writes a CSV a level, missing.csv, and the pictures that were attached, into media.
 *
 * Returns: whether all of them are there
 */
gboolean
hw_export_data_csv (HwSurveyFile *file,
                    const char *folder,
                    GError **error)
{
  static const char *const headings[] = { "level", "interview_id", "row_id", "question", "kind" };
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autoptr (HwCsvWriter) writer = hw_csv_writer_new_string (missing);
  g_autoptr (GPtrArray) case_id = g_ptr_array_new ();
  Export self = { .file = file, .case_id = case_id, .missing = writer, .folder = folder };

  g_return_val_if_fail (HW_IS_SURVEY_FILE (file) && folder != NULL, FALSE);

  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      int code = errno;
      g_autofree char *name = g_filename_display_name (folder);

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   _("The folder “%s” cannot be made: %s."), name, g_strerror (code));
      return FALSE;
    }
  self.questionnaire = hw_survey_file_get_questionnaire (file);
  self.root = hw_survey_file_get_setting (file, "level");
  if (self.root == NULL || *self.root == '\0')
    self.root = hw_questionnaire_get_level_name (self.questionnaire, NULL);
  list_case_id (&self);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    hw_csv_writer_add (writer, headings[i]);
  hw_csv_writer_end_row (writer, NULL);
  return export_levels (&self, folder, error) && save (folder, "missing", missing, error);
}
