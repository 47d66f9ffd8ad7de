/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
list_cases (HwImport *self)
{
  const char *names = hw_survey_file_get_setting (self->file, "case_id");
  g_auto (GStrv) split = g_strsplit (names != NULL ? names : "", " ", -1);

  self->cases = g_ptr_array_new ();
  for (guint i = 0; split[i] != NULL; i++)
    {
      HwQuestion *question = hw_questionnaire_find (self->questionnaire, split[i]);

      if (question != NULL && hw_question_get_repeat (question) == NULL)
        g_ptr_array_add (self->cases, question);
    }
}

static const char *
get_level_name (HwImport *self,
                HwQuestion *level)
{
  gboolean is_root = level == hw_questionnaire_get_root (self->questionnaire);
  const char *own = is_root ? hw_survey_file_get_setting (self->file, "level") : NULL;

  if (own != NULL && *own != '\0')
    return own;
  return hw_questionnaire_get_level_name (self->questionnaire, is_root ? NULL : level);
}

/**
 * hw_import_find_level:
 * @self: an import with the name of a level
 * @error: return location
 *
 * Returns: whether the survey has such a level
 */
gboolean
hw_import_find_level (HwImport *self,
                      GError **error)
{
  g_autoptr (GPtrArray) levels = hw_questionnaire_list_levels (self->questionnaire);
  g_autoptr (GString) names = g_string_new (NULL);

  self->ancestors = g_ptr_array_new ();
  list_cases (self);
  for (guint i = 0; i < levels->len; i++)
    {
      HwQuestion *level = g_ptr_array_index (levels, i);
      const char *name = get_level_name (self, level);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
      if (strcmp (name, self->level_name) == 0)
        self->level = level;
    }
  if (self->level == NULL)
    {
      g_set_error (error, HW_STORE_ERROR, HW_STORE_ERROR_NOT_FOUND,
                   /* Translators: the name that was given, and the names there are. */
                   _("The survey has no level “%s”. It has: %s."), self->level_name, names->str);
      return FALSE;
    }
  for (HwQuestion *above = hw_question_get_repeat (self->level); above != NULL;
       above = hw_question_get_repeat (above))
    g_ptr_array_insert (self->ancestors, 0, above);
  return TRUE;
}

static HwQuestion *
find_by_name (GPtrArray *questions,
              const char *name,
              guint *index)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < questions->len; i++)
      {
        HwQuestion *question = g_ptr_array_index (questions, i);
        const char *own = hw_question_get_name (question);

        if (pass == 0 ? strcmp (own, name) == 0 : g_ascii_strcasecmp (own, name) == 0)
          {
            *index = i;
            return question;
          }
      }
  return NULL;
}

static HwQuestion *
get_first_question (HwImport *self,
                    HwQuestion *level)
{
  g_autoptr (GPtrArray) questions = hw_questionnaire_list_columns (self->questionnaire, level);

  return questions->len > 0 ? g_ptr_array_index (questions, 0) : NULL;
}

/* A row above is named by its first question, or by its number in a column named as its level. */
static gboolean
find_ancestor (HwImport *self,
               const char *heading,
               HwImportColumn *column)
{
  for (guint i = 0; i < self->ancestors->len; i++)
    {
      HwQuestion *level = g_ptr_array_index (self->ancestors, i);
      HwQuestion *first = get_first_question (self, level);
      gboolean is_first
          = first != NULL && g_ascii_strcasecmp (hw_question_get_name (first), heading) == 0;

      if (!is_first && g_ascii_strcasecmp (hw_question_get_name (level), heading) != 0)
        continue;
      column->role = HW_IMPORT_ANCESTOR;
      column->question = is_first ? first : NULL;
      column->index = i;
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_role (HwImport *self,
           GPtrArray *questions,
           const char *heading,
           HwImportColumn *column)
{
  gboolean is_root = self->level == hw_questionnaire_get_root (self->questionnaire);

  column->question = find_by_name (self->cases, heading, &column->index);
  if (column->question != NULL)
    {
      column->role = HW_IMPORT_CASE;
      return TRUE;
    }
  column->question = find_by_name (questions, heading, &column->index);
  if (column->question != NULL)
    {
      /* What is calculated will be calculated again. */
      column->role = hw_question_get_kind (column->question) == HW_KIND_CALCULATE
                         ? HW_IMPORT_IGNORED
                         : HW_IMPORT_ANSWER;
      return TRUE;
    }
  if (find_ancestor (self, heading, column))
    return TRUE;
  column->role = !is_root && g_ascii_strcasecmp (heading, self->level_name) == 0
                     ? HW_IMPORT_NUMBER
                     : HW_IMPORT_IGNORED;
  return column->role == HW_IMPORT_NUMBER || g_ascii_strcasecmp (heading, HW_IMPORT_PROBLEM_COLUMN) == 0;
}

static gboolean
is_column_empty (HwImport *self,
                 guint column)
{
  for (guint i = 0; i < hw_csv_table_get_n_rows (self->table); i++)
    if (*hw_csv_table_get (self->table, i, column) != '\0')
      return FALSE;
  return TRUE;
}

static void
map_column (HwImport *self,
            GPtrArray *questions,
            guint i)
{
  const char *heading = hw_csv_table_get_heading (self->table, i);
  HwImportColumn *column = &self->columns[i];

  if (*heading == '\0' && is_column_empty (self, i))
    return;
  if (!find_role (self, questions, heading, column))
    {
      hw_problems_add (
          self->problems, HW_PROBLEM_ERROR, self->name, 1, i + 1,
          /* Translators: a heading of a CSV file, and the name of a level such as “member”. */
          _("“%s” is no question of the level “%s”. Correct the heading or take the "
            "column out."),
          heading, self->level_name);
      self->broken |= !self->partial;
      return;
    }
  for (guint j = 0; j < i; j++)
    if (column->question != NULL && self->columns[j].question == column->question
        && self->columns[j].role == column->role)
      {
        hw_problems_add (self->problems, HW_PROBLEM_ERROR, self->name, 1, i + 1,
                         _("“%s” stands in two columns. Keep one of them."), heading);
        self->broken = TRUE;
      }
}

static gboolean
has_column (HwImport *self,
            HwImportRole role,
            guint index)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].role == role && self->columns[i].index == index)
      return TRUE;
  return FALSE;
}

static void
check_keys (HwImport *self)
{
  for (guint i = 0; i < self->cases->len; i++)
    if (!has_column (self, HW_IMPORT_CASE, i))
      {
        hw_problems_add (self->problems, HW_PROBLEM_ERROR, self->name, 1, 0,
                         _("The column “%s” is missing, which says to which household a row "
                           "belongs. Add it."),
                         hw_question_get_name (g_ptr_array_index (self->cases, i)));
        self->broken = TRUE;
      }
  for (guint i = 0; i < self->ancestors->len; i++)
    if (!has_column (self, HW_IMPORT_ANCESTOR, i))
      {
        HwQuestion *level = g_ptr_array_index (self->ancestors, i);
        HwQuestion *first = get_first_question (self, level);

        hw_problems_add (self->problems, HW_PROBLEM_ERROR, self->name, 1, 0,
                         /* Translators: a question, a level, the same level again. */
                         _("A column “%s” or “%s” is missing, which says to which row of “%s” a "
                           "row belongs. Add one of them."),
                         first != NULL ? hw_question_get_name (first)
                                       : hw_question_get_name (level),
                         hw_question_get_name (level), hw_question_get_name (level));
        self->broken = TRUE;
      }
  if (self->cases->len == 0 && self->level != hw_questionnaire_get_root (self->questionnaire))
    {
      hw_problems_add (self->problems, HW_PROBLEM_ERROR, self->name, 0, 0,
                       _("The survey does not say which questions identify a household, so rows "
                         "cannot find theirs. Set “case_id” when the survey is made."));
      self->broken = TRUE;
    }
}

/**
 * hw_import_map_columns:
 * @self: an import with its table and level
 *
 * Finds out what each column is; headings that say nothing become problems.
 */
void
hw_import_map_columns (HwImport *self)
{
  g_autoptr (GPtrArray) questions
      = hw_questionnaire_list_columns (self->questionnaire, self->level);

  self->n_columns = hw_csv_table_get_n_columns (self->table);
  self->columns = g_new0 (HwImportColumn, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    map_column (self, questions, i);
  check_keys (self);
}
