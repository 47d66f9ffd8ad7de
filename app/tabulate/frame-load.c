/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/number.h"
#include "base/value.h"
#include "tabulate/frame-private.h"
#include "tabulate/sql-text.h"

/* Rows of a query in the making */
typedef struct
{
  HwFrameRows *rows;
  GArray *unit;
  GArray *in;
  GPtrArray *numbers; /* of GArray of double */
  GPtrArray *texts;   /* of GArray of const char* */
  GPtrArray *missing; /* of GArray of guint8 */
} Loader;

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

  g_string_append (sql, ", ");
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

static char *
build_query (HwFrame *self,
             const char *level,
             const char *universe,
             const char *const *numbers,
             guint n_numbers,
             const char *const *texts,
             guint n_texts)
{
  GString *sql = g_string_new ("SELECT \"" HW_FRAME_UNIT "\", ");

  hw_frame_append_sql (self, sql, level, universe != NULL ? universe : "1");
  g_string_append (sql, " IS TRUE");
  for (guint i = 0; i < n_numbers; i++)
    {
      g_string_append (sql, ", ");
      hw_frame_append_sql (self, sql, level, numbers[i]);
    }
  for (guint i = 0; i < n_texts; i++)
    append_text (self, sql, level, texts[i]);
  g_string_append (sql, " FROM temp.");
  hw_sql_text_append_name (sql, level);
  g_string_append (sql, " ORDER BY \"" HW_FRAME_UNIT "\", \"" HW_FRAME_ROW "\"");
  return g_string_free (sql, FALSE);
}

static double
read_number (sqlite3_stmt *statement,
             int column)
{
  double number;

  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return sqlite3_column_double (statement, column);
    case SQLITE_TEXT:
      /* Calculations are kept as text. */
      if (hw_number_parse ((const char *) sqlite3_column_text (statement, column), &number))
        return number;
      return NAN;
    default:
      return NAN;
    }
}

static const char *
read_text (HwFrameRows *rows,
           sqlite3_stmt *statement,
           int column)
{
  g_autofree char *number = NULL;
  const char *text;

  if (sqlite3_column_type (statement, column) == SQLITE_FLOAT)
    text = number = hw_number_dup_string (sqlite3_column_double (statement, column));
  else
    text = (const char *) sqlite3_column_text (statement, column);
  if (text == NULL || *text == '\0')
    return NULL;
  return g_string_chunk_insert_const (rows->strings, text);
}

static void
read_row (Loader *loader,
          sqlite3_stmt *statement)
{
  guint unit = (guint) sqlite3_column_int64 (statement, 0);
  guint8 in = sqlite3_column_int (statement, 1) != 0;
  int column = 2;

  g_array_append_val (loader->unit, unit);
  g_array_append_val (loader->in, in);
  for (guint i = 0; i < loader->numbers->len; i++)
    {
      double number = read_number (statement, column++);

      g_array_append_val (g_ptr_array_index (loader->numbers, i), number);
    }
  for (guint i = 0; i < loader->texts->len; i++)
    {
      const char *text = read_text (loader->rows, statement, column);
      const char *kind = (const char *) sqlite3_column_text (statement, column + 1);
      HwMissing missing = text == NULL ? HW_MISSING_NOT_ANSWERED : HW_MISSING_NONE;
      guint8 bits;

      if (kind != NULL)
        hw_missing_from_name (kind, &missing);
      bits = (guint8) missing;
      g_array_append_val (g_ptr_array_index (loader->texts, i), text);
      g_array_append_val (g_ptr_array_index (loader->missing, i), bits);
      column += 2;
    }
}

static void
loader_init (Loader *self,
             guint n_numbers,
             guint n_texts)
{
  self->rows = g_new0 (HwFrameRows, 1);
  self->rows->strings = g_string_chunk_new (4096);
  self->unit = g_array_new (FALSE, FALSE, sizeof (guint));
  self->in = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->numbers = g_ptr_array_new ();
  self->texts = g_ptr_array_new ();
  self->missing = g_ptr_array_new ();
  for (guint i = 0; i < n_numbers; i++)
    g_ptr_array_add (self->numbers, g_array_new (FALSE, FALSE, sizeof (double)));
  for (guint i = 0; i < n_texts; i++)
    {
      g_ptr_array_add (self->texts, g_array_new (FALSE, FALSE, sizeof (const char *)));
      g_ptr_array_add (self->missing, g_array_new (FALSE, FALSE, sizeof (guint8)));
    }
}

static GPtrArray *
finish_arrays (GPtrArray *arrays)
{
  GPtrArray *plain = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < arrays->len; i++)
    g_ptr_array_add (plain, g_array_free (g_ptr_array_index (arrays, i), FALSE));
  g_ptr_array_unref (arrays);
  return plain;
}

static HwFrameRows *
loader_finish (Loader *self)
{
  HwFrameRows *rows = self->rows;

  rows->n_rows = self->unit->len;
  rows->unit = (guint *) (void *) g_array_free (self->unit, FALSE);
  rows->in = (guint8 *) g_array_free (self->in, FALSE);
  rows->numbers = finish_arrays (self->numbers);
  rows->texts = finish_arrays (self->texts);
  rows->missing = finish_arrays (self->missing);
  return rows;
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
 * Returns: (transfer full): the rows
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
  g_autofree char *sql = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (HwFrameRows) rows = NULL;
  Loader loader;
  int result;

  g_return_val_if_fail (self != NULL && hw_frame_has_level (self, level), NULL);

  sql = build_query (self, level, universe, numbers, n_numbers, texts, n_texts);
  statement = hw_frame_prepare (self, sql, FALSE, error);
  if (statement == NULL)
    return NULL;
  loader_init (&loader, n_numbers, n_texts);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    read_row (&loader, statement);
  rows = loader_finish (&loader);
  if (result != SQLITE_DONE)
    {
      hw_frame_fail (self, error);
      return NULL;
    }
  return g_steal_pointer (&rows);
}

/**
 * hw_frame_rows_free:
 * @self: (transfer full): rows
 */
void
hw_frame_rows_free (HwFrameRows *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->unit);
  g_free (self->in);
  g_ptr_array_unref (self->numbers);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->missing);
  g_string_chunk_free (self->strings);
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
