/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/files-private.h"

#include "store/survey-file-private.h"

#include "store/trail-private.h"

static GBytes *
digest (GBytes *bytes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 hash[32];
  gsize length = sizeof hash;
  gsize size;
  const guint8 *content = g_bytes_get_data (bytes, &size);

  g_checksum_update (checksum, content, (gssize) size);
  g_checksum_get_digest (checksum, hash, &length);
  return g_bytes_new (hash, length);
}

/**
 * hw_files_write:
 * @database: a connection within a transaction
 * @interview_id: the interview
 * @name: the answer
 * @bytes: the file
 * @person: who attached it
 * @time: when
 * @error: return location
 *
 * Keeps a file; one that is there already stays as it is.
 *
 * Returns: whether it is in the file
 */
gboolean
hw_files_write (HwDatabase *database,
                const char *interview_id,
                const char *name,
                GBytes *bytes,
                const char *person,
                const char *time,
                GError **error)
{
  g_autoptr (GBytes) hash = digest (bytes);
  g_autoptr (HwStatement) statement
      = hw_database_prepare (database,
                             "INSERT OR IGNORE INTO \"interview/file\""
                             " (interview_id, name, added, person, hash, content)"
                             " VALUES (:interview, :name, :time, :person, :hash, :content)",
                             error);

  if (statement == NULL)
    return FALSE;
  hw_statement_bind_text (statement, ":interview", interview_id);
  hw_statement_bind_text (statement, ":name", name);
  hw_statement_bind_text (statement, ":time", time);
  hw_statement_bind_text (statement, ":person", person);
  hw_statement_bind_blob (statement, ":hash", g_bytes_get_data (hash, NULL),
                          g_bytes_get_size (hash));
  hw_statement_bind_blob (statement, ":content", g_bytes_get_data (bytes, NULL),
                          g_bytes_get_size (bytes));
  return hw_statement_execute (statement, error);
}

/* A file of version 1 that is only read has no such table. */
static gboolean
has_files (HwDatabase *database)
{
  gint64 n = 0;

  return hw_database_get_integer (
             database, "SELECT count (*) FROM sqlite_schema WHERE name = 'interview/file'", &n,
             NULL)
         && n > 0;
}

/**
 * hw_survey_file_dup_attached:
 * @self: a survey
 * @id: an interview
 * @name: an answer that is the name of a file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the file that was attached; %NULL without @error when there
 *   is none of that name
 */
GBytes *
hw_survey_file_dup_attached (HwSurveyFile *self,
                             const char *id,
                             const char *name,
                             GError **error)
{
  HwDatabase *database;
  g_autoptr (HwStatement) statement = NULL;
  gconstpointer content;
  gboolean has_row;
  gsize length;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (self) && id != NULL && name != NULL, NULL);

  database = hw_survey_file_get_database (self);
  if (!has_files (database))
    return NULL;
  statement = hw_database_prepare (database,
                                   "SELECT content FROM \"interview/file\""
                                   " WHERE interview_id = :interview AND name = :name",
                                   error);
  if (statement == NULL)
    return NULL;
  hw_statement_bind_text (statement, ":interview", id);
  hw_statement_bind_text (statement, ":name", name);
  if (!hw_statement_step (statement, &has_row, error) || !has_row)
    return NULL;
  content = hw_statement_get_blob (statement, 0, &length);
  return g_bytes_new (content, length);
}

/* What an interview asks of its survey; the survey may be closed before the interview goes. */
typedef struct
{
  GWeakRef file;
  char *interview_id;
  HwState *last; /* the interview that was finished last; NULL before it is looked for */
  gboolean has_looked;
} Lender;

static Lender *
lender_new (HwSurveyFile *file,
            const char *interview_id)
{
  Lender *self = g_new0 (Lender, 1);

  g_weak_ref_init (&self->file, file);
  self->interview_id = g_strdup (interview_id);
  return self;
}

static void
lender_free (gpointer data)
{
  Lender *self = data;

  g_weak_ref_clear (&self->file);
  g_clear_pointer (&self->last, hw_state_free);
  g_free (self->interview_id);
  g_free (self);
}

static GBytes *
lend_file_cb (const char *name,
              gpointer data)
{
  Lender *self = data;
  g_autoptr (HwSurveyFile) file = g_weak_ref_get (&self->file);

  return file != NULL ? hw_survey_file_dup_attached (file, self->interview_id, name, NULL) : NULL;
}

/**
 * hw_survey_file_lend_files:
 * @self: a survey
 * @interview: a live interview of it
 *
 * Lets @interview find the files that were attached to it before.
 */
void
hw_survey_file_lend_files (HwSurveyFile *self,
                           HwInterview *interview)
{
  hw_interview_set_file_source (interview, lend_file_cb,
                                lender_new (self, hw_interview_get_id (interview)), lender_free);
}

static HwState *
read_last (HwSurveyFile *file)
{
  HwDatabase *database = hw_survey_file_get_database (file);
  g_autoptr (HwStatement) statement = hw_database_prepare (
      database,
      "SELECT id FROM interview WHERE status IN ('completed', 'returned', 'approved')"
      " AND origin = 'entry' ORDER BY modified DESC, id LIMIT 1",
      NULL);
  gboolean has_row;

  if (statement == NULL || !hw_statement_step (statement, &has_row, NULL) || !has_row)
    return NULL;
  return hw_state_read (hw_survey_file_get_tables (file), database,
                        hw_statement_get_text (statement, 0), NULL);
}

/* The first answer of that name: of a roster, that of its first row. */
static char *
lend_last_cb (const char *name,
              gpointer data)
{
  Lender *self = data;
  g_autoptr (HwSurveyFile) file = g_weak_ref_get (&self->file);

  if (!self->has_looked && file != NULL)
    {
      self->has_looked = TRUE;
      self->last = read_last (file);
    }
  for (guint i = 0; self->last != NULL && i < self->last->values->len; i++)
    {
      HwStateValue *value = g_ptr_array_index (self->last->values, i);

      if (g_str_equal (hw_question_get_name (value->question), name))
        return g_strdup (hw_value_get_text (value->shown));
    }
  return NULL;
}

/**
 * hw_survey_file_lend_last_saved:
 * @self: a survey
 * @interview: a new interview of it
 *
 * Lets defaults of @interview take over what the interview said that was finished last, as
 * ${last-saved#village} asks for.
 */
void
hw_survey_file_lend_last_saved (HwSurveyFile *self,
                                HwInterview *interview)
{
  g_return_if_fail (HW_IS_SURVEY_FILE (self) && HW_IS_INTERVIEW (interview));
  hw_interview_set_last_saved (interview, lend_last_cb,
                               lender_new (self, hw_interview_get_id (interview)), lender_free);
}

/**
 * hw_survey_file_new_interview:
 * @self: a survey
 *
 * Returns: (transfer full): a new interview of its questionnaire, not in the file yet, with what it
 *   takes over from the one that was finished last
 */
HwInterview *
hw_survey_file_new_interview (HwSurveyFile *self)
{
  HwInterview *interview;

  g_return_val_if_fail (HW_IS_SURVEY_FILE (self), NULL);

  interview = hw_interview_new (hw_survey_file_get_questionnaire (self));
  hw_survey_file_lend_last_saved (self, interview);
  return interview;
}
