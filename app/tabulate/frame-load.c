/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tabulate/frame-private.h"
#include "tabulate/sql-text.h"

/* The level, from @level upwards, that has the variable */
static HwFrameLevel *
find_owner (HwFrame *self,
            const char *level,
            const char *name,
            HwVariableKind *kind)
{
  for (HwFrameLevel *at = hw_frame_get_level (self, level); at != NULL; at = at->parent)
    {
      for (guint i = 0; i < at->columns->len; i++)
        if (g_str_equal (((HwFrameColumn *) g_ptr_array_index (at->columns, i))->question, name))
          {
            *kind = HW_VARIABLE_QUESTION;
            return at;
          }
      if (g_ptr_array_find_with_equal_func (at->derived, name, g_str_equal, NULL))
        {
          *kind = HW_VARIABLE_DERIVED;
          return at;
        }
    }
  *kind = HW_VARIABLE_NONE;
  return NULL;
}

/**
 * hw_frame_find_variable:
 * @self: a frame
 * @level: a level that it has
 * @name: a name
 *
 * Returns: what @name is for a row of @level
 */
HwVariableKind
hw_frame_find_variable (HwFrame *self,
                        const char *level,
                        const char *name)
{
  HwVariableKind kind;

  g_return_val_if_fail (self != NULL && level != NULL && name != NULL, HW_VARIABLE_NONE);
  find_owner (self, level, name, &kind);
  return kind;
}

/**
 * hw_frame_append_sql: (skip)
 * @self: a frame
 * @sql: SQL that is being built
 * @level: a level that it has
 * @expression: SQL from a plan
 *
 * Appends @expression in parentheses. A question may be called "order" or "my-age", which SQL would
 * misunderstand; when the whole expression is the name of a variable, that is what is meant.
 */
void
hw_frame_append_sql (HwFrame *self,
                     GString *sql,
                     const char *level,
                     const char *expression)
{
  g_string_append_c (sql, '(');
  if (hw_frame_find_variable (self, level, expression) != HW_VARIABLE_NONE)
    hw_sql_text_append_name (sql, expression);
  else
    g_string_append (sql, expression);
  g_string_append_c (sql, ')');
}

/* The key of one answer in the tables that have a row an answer: alias.interview_id = … AND
 * alias.row_id = … AND alias.question = … */
static void
append_answer_key (GString *sql,
                   const char *alias,
                   const char *level,
                   const HwFrameLevel *owner,
                   const char *name)
{
  g_autofree char *key = g_strconcat ("row of ", owner->name, NULL);
  char *quoted = sqlite3_mprintf ("%Q", name);

  g_string_append (sql, alias);
  g_string_append (sql, ".interview_id = ");
  hw_sql_text_append_name (sql, level);
  g_string_append (sql, ".interview_id AND ");
  g_string_append (sql, alias);
  g_string_append (sql, ".row_id = ");
  hw_sql_text_append_name (sql, level);
  g_string_append_c (sql, '.');
  hw_sql_text_append_name (sql, key);
  g_string_append (sql, " AND ");
  g_string_append (sql, alias);
  g_string_append (sql, ".question = ");
  g_string_append (sql, quoted);
  sqlite3_free (quoted);
}

/* A variable and its kind of missing: a NULL that missing_answer does not know was not asked. */
static void
append_text (HwFrame *self,
             GString *sql,
             const char *level,
             const char *name)
{
  HwVariableKind kind;
  HwFrameLevel *owner = find_owner (self, level, name, &kind);

  if (kind == HW_VARIABLE_QUESTION && self->exact)
    {
      g_string_append (sql, "coalesce ((SELECT e.text FROM main.exact_answer e WHERE ");
      append_answer_key (sql, "e", level, owner, name);
      g_string_append (sql, "), ");
      hw_sql_text_append_name (sql, name);
      g_string_append_c (sql, ')');
    }
  else
    hw_sql_text_append_name (sql, name);
  if (kind != HW_VARIABLE_QUESTION)
    {
      g_string_append (sql, ", NULL");
      return;
    }
  g_string_append (sql, ", CASE WHEN ");
  hw_sql_text_append_name (sql, name);
  g_string_append (sql, " IS NULL THEN coalesce ((SELECT m.kind FROM main.missing_answer m WHERE ");
  append_answer_key (sql, "m", level, owner, name);
  g_string_append (sql, "), 'not-asked') END");
}

/**
 * hw_frame_append_column: (skip)
 * @self: a frame
 * @sql: the columns of a query that is being built
 * @level: a level that it has
 * @kind: how the column will be read
 * @expression: SQL from a plan; for texts the name of a variable
 */
void
hw_frame_append_column (HwFrame *self,
                        GString *sql,
                        const char *level,
                        HwArrayKind kind,
                        const char *expression)
{
  switch (kind)
    {
    case HW_ARRAY_UNIT:
      g_string_append (sql, "\"" HW_FRAME_UNIT "\"");
      break;
    case HW_ARRAY_TRUTH:
      hw_frame_append_sql (self, sql, level, expression);
      g_string_append (sql, " IS TRUE");
      break;
    case HW_ARRAY_NUMBER:
      hw_frame_append_sql (self, sql, level, expression);
      break;
    case HW_ARRAY_TEXT:
    default:
      append_text (self, sql, level, expression);
      break;
    }
}

static void
take_array (HwFrameRows *rows,
            HwArrayKind kind,
            const HwFrameArray *array)
{
  switch (kind)
    {
    case HW_ARRAY_UNIT:
      rows->n_rows = array->n;
      rows->unit = array->units;
      break;
    case HW_ARRAY_TRUTH:
      rows->in = array->bits;
      break;
    case HW_ARRAY_NUMBER:
      g_ptr_array_add (rows->numbers, array->numbers);
      break;
    case HW_ARRAY_TEXT:
    default:
      g_ptr_array_add (rows->texts, array->texts);
      g_ptr_array_add (rows->missing, array->bits);
      break;
    }
}

/**
 * hw_frame_load:
 * @self: a frame
 * @level: a level that it has
 * @universe: (nullable): SQL that is true for the rows that count
 * @numbers: (array length=n_numbers): SQL whose values are read as numbers
 * @n_numbers: how many
 * @texts: (array length=n_texts): variables that are read as codes, with their kinds of missing
 * @n_texts: how many
 * @error: return location
 *
 * Reads all rows of a level, those outside of the universe as well, by household. Every expression
 * has passed hw_frame_check(), and every name hw_frame_find_variable().
 *
 * A column is read once and kept: the lines of a plan ask for the same ones again and again.
 *
 * Returns: (transfer full): the rows, whose arrays live as long as the frame
 */
HwFrameRows *
hw_frame_load (HwFrame *self,
               const char *level,
               const char *universe,
               const char *const *numbers,
               guint n_numbers,
               const char *const *texts,
               guint n_texts,
               GError **error)
{
  guint n = n_numbers + n_texts + 2;
  g_autofree HwArrayKind *kinds = g_new (HwArrayKind, n);
  g_autofree const char **expressions = g_new (const char *, n);
  HwFrameRows *rows;

  g_return_val_if_fail (self != NULL && hw_frame_has_level (self, level), NULL);

  for (guint i = 0; i < n; i++)
    {
      kinds[i] = i == 0               ? HW_ARRAY_UNIT
                 : i == 1             ? HW_ARRAY_TRUTH
                 : i < n_numbers + 2 ? HW_ARRAY_NUMBER
                                      : HW_ARRAY_TEXT;
      expressions[i] = i == 0               ? ""
                       : i == 1             ? (universe != NULL ? universe : "1")
                       : i < n_numbers + 2 ? numbers[i - 2]
                                            : texts[i - 2 - n_numbers];
    }
  if (!hw_frame_read_arrays (self, level, kinds, expressions, n, error))
    return NULL;
  rows = g_new0 (HwFrameRows, 1);
  rows->numbers = g_ptr_array_new ();
  rows->texts = g_ptr_array_new ();
  rows->missing = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    take_array (rows, kinds[i], hw_frame_get_array (self, level, kinds[i], expressions[i]));
  return rows;
}

/**
 * hw_frame_rows_free:
 * @self: (transfer full): rows
 */
void
hw_frame_rows_free (HwFrameRows *self)
{
  g_return_if_fail (self != NULL);
  g_ptr_array_unref (self->numbers);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->missing);
  g_free (self);
}

/**
 * hw_frame_load_design:
 * @self: a frame
 * @stratum: (nullable): the variable of the root level that has the stratum
 * @psu: (nullable): the PSU
 * @weight: (nullable): the weight
 * @fpc: (nullable): the number of PSUs in the stratum, or the part that was drawn
 * @error: return location
 *
 * Returns: (transfer full): the design, of all households that count
 */
HwDesign *
hw_frame_load_design (HwFrame *self,
                      const char *stratum,
                      const char *psu,
                      const char *weight,
                      const char *fpc,
                      GError **error)
{
  const HwFrameLevel *root = g_ptr_array_index (self->levels, 0);
  const char *numbers[2];
  const char *texts[2];
  guint n_numbers = 0;
  guint n_texts = 0;
  g_autoptr (GPtrArray) quoted = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HwFrameRows) rows = NULL;
  const double *weights = NULL;
  const double *sizes = NULL;

  for (guint i = 0; i < 2; i++)
    {
      const char *name = i == 0 ? weight : fpc;
      g_autoptr (GString) one = g_string_new (NULL);

      if (name == NULL)
        continue;
      hw_sql_text_append_name (one, name);
      g_ptr_array_add (quoted, g_strdup (one->str));
      numbers[n_numbers++] = g_ptr_array_index (quoted, quoted->len - 1);
    }
  if (stratum != NULL)
    texts[n_texts++] = stratum;
  if (psu != NULL)
    texts[n_texts++] = psu;
  rows = hw_frame_load (self, root->name, NULL, numbers, n_numbers, texts, n_texts, error);
  if (rows == NULL)
    return NULL;
  if (weight != NULL)
    weights = g_ptr_array_index (rows->numbers, 0);
  if (fpc != NULL)
    sizes = g_ptr_array_index (rows->numbers, n_numbers - 1);
  return hw_design_new (rows->n_rows,
                        stratum != NULL ? g_ptr_array_index (rows->texts, 0) : NULL,
                        psu != NULL ? g_ptr_array_index (rows->texts, n_texts - 1) : NULL, weights,
                        sizes);
}
