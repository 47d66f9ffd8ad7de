/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/value.h"
#include "tabulate/frame-private.h"
#include "tabulate/sql-text.h"

/* A column that is being read */
typedef struct
{
  HwArrayKind kind;
  const char *expression;
  GArray *units;
  GArray *numbers;
  GArray *texts;
  GArray *bits;
} Reading;

static char *
build_key (const char *level,
           HwArrayKind kind,
           const char *expression)
{
  return g_strdup_printf ("%s\n%d\n%s", level, kind, expression);
}

/**
 * hw_frame_array_free: (skip)
 * @data: (transfer full): an array
 */
void
hw_frame_array_free (gpointer data)
{
  HwFrameArray *self = data;

  g_free (self->units);
  g_free (self->numbers);
  g_free (self->texts);
  g_free (self->bits);
  g_free (self);
}

/**
 * hw_frame_get_array: (skip)
 * @self: a frame
 * @level: a level
 * @kind: how it is read
 * @expression: what it is
 *
 * Returns: (transfer none) (nullable): the column, when it is in memory
 */
const HwFrameArray *
hw_frame_get_array (HwFrame *self,
                    const char *level,
                    HwArrayKind kind,
                    const char *expression)
{
  g_autofree char *key = build_key (level, kind, expression);

  return g_hash_table_lookup (self->arrays, key);
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
read_text (HwFrame *self,
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
  return g_string_chunk_insert_const (self->strings, text);
}

static void
read_coded (HwFrame *self,
            Reading *reading,
            sqlite3_stmt *statement,
            int column)
{
  const char *text = read_text (self, statement, column);
  const char *kind = (const char *) sqlite3_column_text (statement, column + 1);
  HwMissing missing = text == NULL ? HW_MISSING_NOT_ANSWERED : HW_MISSING_NONE;
  guint8 bits;

  if (kind != NULL)
    hw_missing_from_name (kind, &missing);
  bits = (guint8) missing;
  g_array_append_val (reading->texts, text);
  g_array_append_val (reading->bits, bits);
}

static void
read_row (HwFrame *self,
          GArray *readings,
          sqlite3_stmt *statement)
{
  int column = 0;

  for (guint i = 0; i < readings->len; i++)
    {
      Reading *reading = &g_array_index (readings, Reading, i);
      guint unit;
      guint8 bit;
      double number;

      switch (reading->kind)
        {
        case HW_ARRAY_UNIT:
          unit = (guint) sqlite3_column_int64 (statement, column++);
          g_array_append_val (reading->units, unit);
          break;
        case HW_ARRAY_TRUTH:
          bit = sqlite3_column_int (statement, column++) != 0;
          g_array_append_val (reading->bits, bit);
          break;
        case HW_ARRAY_NUMBER:
          number = read_number (statement, column++);
          g_array_append_val (reading->numbers, number);
          break;
        case HW_ARRAY_TEXT:
        default:
          read_coded (self, reading, statement, column);
          column += 2;
          break;
        }
    }
}

static Reading
start_reading (HwArrayKind kind,
               const char *expression)
{
  Reading reading = { .kind = kind, .expression = expression };

  reading.units = g_array_new (FALSE, FALSE, sizeof (guint));
  reading.numbers = g_array_new (FALSE, FALSE, sizeof (double));
  reading.texts = g_array_new (FALSE, FALSE, sizeof (const char *));
  reading.bits = g_array_new (FALSE, FALSE, sizeof (guint8));
  return reading;
}

static HwFrameArray *
finish_reading (Reading *reading)
{
  HwFrameArray *array = g_new0 (HwFrameArray, 1);

  array->n = reading->kind == HW_ARRAY_UNIT ? reading->units->len : 0;
  array->units = (guint *) (void *) g_array_free (reading->units, FALSE);
  array->numbers = (double *) (void *) g_array_free (reading->numbers, FALSE);
  array->texts = (const char **) (void *) g_array_free (reading->texts, FALSE);
  array->bits = (guint8 *) g_array_free (reading->bits, FALSE);
  return array;
}

static char *
build_query (HwFrame *self,
             const char *level,
             GArray *readings)
{
  GString *sql = g_string_new ("SELECT ");

  for (guint i = 0; i < readings->len; i++)
    {
      const Reading *reading = &g_array_index (readings, Reading, i);

      g_string_append (sql, i > 0 ? ", " : "");
      hw_frame_append_column (self, sql, level, reading->kind, reading->expression);
    }
  g_string_append (sql, " FROM temp.");
  hw_sql_text_append_name (sql, level);
  g_string_append (sql, " ORDER BY \"" HW_FRAME_UNIT "\", \"" HW_FRAME_ROW "\"");
  return g_string_free (sql, FALSE);
}

static gboolean
read_all (HwFrame *self,
          const char *level,
          GArray *readings,
          GError **error)
{
  g_autofree char *sql = build_query (self, level, readings);
  g_autoptr (sqlite3_stmt) statement = hw_frame_prepare (self, sql, FALSE, error);
  int result;

  if (statement == NULL)
    return FALSE;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    read_row (self, readings, statement);
  return result == SQLITE_DONE || hw_frame_fail (self, error);
}

/**
 * hw_frame_read_arrays: (skip)
 * @self: a frame
 * @level: a level that it has
 * @kinds: (array length=n): how each column is read
 * @expressions: (array length=n): what it is
 * @n: how many columns
 * @error: return location
 *
 * Brings columns into memory, in one query, those that are not there yet. All columns of a level
 * have their rows in one order, because the frame looks at one state of the survey all its life.
 *
 * Returns: whether all of them are there now
 */
gboolean
hw_frame_read_arrays (HwFrame *self,
                      const char *level,
                      const HwArrayKind *kinds,
                      const char *const *expressions,
                      guint n,
                      GError **error)
{
  g_autoptr (GArray) readings = g_array_new (FALSE, FALSE, sizeof (Reading));
  gboolean good;

  for (guint i = 0; i < n; i++)
    {
      gboolean again = hw_frame_get_array (self, level, kinds[i], expressions[i]) != NULL;
      Reading reading;

      for (guint k = 0; k < i && !again; k++)
        again = kinds[k] == kinds[i] && strcmp (expressions[k], expressions[i]) == 0;
      if (again)
        continue;
      reading = start_reading (kinds[i], expressions[i]);
      g_array_append_val (readings, reading);
    }
  if (readings->len == 0)
    return TRUE;
  good = read_all (self, level, readings, error);
  for (guint i = 0; i < readings->len; i++)
    {
      Reading *reading = &g_array_index (readings, Reading, i);
      HwFrameArray *array = finish_reading (reading);

      if (good)
        g_hash_table_insert (self->arrays, build_key (level, reading->kind, reading->expression), array);
      else
        hw_frame_array_free (array);
    }
  return good;
}
