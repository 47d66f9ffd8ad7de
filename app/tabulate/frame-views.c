/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/frame-private.h"
#include "tabulate/sql-text.h"

/* A view that is being written: the columns and the tables of one SELECT, and the names that are
 * taken */
typedef struct
{
  HwFrame *frame;
  GString *columns;
  GString *tables;
  GHashTable *taken; /* names in small letters: SQLite does not tell A from a */
} View;

static gboolean
take_name (View *view,
           const char *name,
           gboolean always)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  if (g_hash_table_contains (view->taken, key))
    return FALSE;
  if (!always && view->frame->words != NULL && !g_hash_table_contains (view->frame->words, key))
    return FALSE;
  g_hash_table_add (view->taken, g_steal_pointer (&key));
  return TRUE;
}

static void
add_column (View *view,
            const char *table,
            const char *column,
            const char *name)
{
  if (view->columns->len > 0)
    g_string_append (view->columns, ", ");
  g_string_append (view->columns, table);
  g_string_append_c (view->columns, '.');
  hw_sql_text_append_name (view->columns, column);
  g_string_append (view->columns, " AS ");
  hw_sql_text_append_name (view->columns, name);
}

static void
add_table (View *view,
           const char *join,
           const char *database,
           const char *name,
           const char *alias)
{
  g_string_append (view->tables, join);
  g_string_append (view->tables, database);
  hw_sql_text_append_name (view->tables, name);
  g_string_append_c (view->tables, ' ');
  g_string_append (view->tables, alias);
}

/* The further tables of a level that is wider than a table can be, and its derived variables */
static void
add_parts (View *view,
           HwFrameLevel *level,
           const char *alias)
{
  for (guint part = 0; part < level->tables->len; part++)
    {
      g_autofree char *part_alias = part == 0 ? g_strdup (alias)
                                              : g_strdup_printf ("%sp%u", alias, part);
      const char *table = g_ptr_array_index (level->tables, part);

      if (part > 0)
        {
          add_table (view, " LEFT JOIN ", "main.", table, part_alias);
          g_string_append (view->tables, " ON ");
          g_string_append (view->tables, part_alias);
          g_string_append (view->tables, ".row_id = ");
          g_string_append (view->tables, alias);
          g_string_append (view->tables, ".row_id");
        }
      for (guint i = 0; i < level->columns->len; i++)
        {
          const HwFrameColumn *column = g_ptr_array_index (level->columns, i);

          if (g_str_equal (column->table, table) && take_name (view, column->question, FALSE))
            add_column (view, part_alias, column->column, column->question);
        }
    }
  if (level->derived_table != NULL)
    {
      g_autofree char *derived = g_strconcat (alias, "d", NULL);

      add_table (view, " LEFT JOIN ", "temp.", level->derived_table, derived);
      g_string_append (view->tables, " ON ");
      g_string_append (view->tables, derived);
      g_string_append (view->tables, ".id = ");
      g_string_append (view->tables, alias);
      g_string_append (view->tables, ".rowid");
      for (guint i = 0; i < level->derived->len; i++)
        if (take_name (view, g_ptr_array_index (level->derived, i), TRUE))
          add_column (view, derived, g_ptr_array_index (level->derived, i),
                      g_ptr_array_index (level->derived, i));
    }
}

static void
add_keys (View *view)
{
  static const char *const keys[] = { "interview_id", "row_id" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      take_name (view, keys[i], TRUE);
      add_column (view, "t0", keys[i], keys[i]);
    }
  add_column (view, "live", "unit", HW_FRAME_UNIT);
  add_column (view, "t0", "rowid", HW_FRAME_ROW);
}

/* Each level above, up to the root; the key of its row is there to look up why an answer of it
 * is missing. */
static void
add_ancestors (View *view,
               HwFrameLevel *level)
{
  guint depth = 0;

  for (HwFrameLevel *at = level; at != NULL; at = at->parent, depth++)
    {
      g_autofree char *alias = g_strdup_printf ("t%u", depth);
      g_autofree char *below = g_strdup_printf ("t%u", depth - 1);
      g_autofree char *key = g_strconcat ("row of ", at->name, NULL);
      g_autofree char *position = g_strconcat ("position of ", at->name, NULL);

      if (depth > 0)
        {
          add_table (view, " JOIN ", "main.", g_ptr_array_index (at->tables, 0), alias);
          g_string_append (view->tables, " ON ");
          g_string_append (view->tables, alias);
          /* What stands on the root level is found by its interview, whatever its parent is
           * called. */
          g_string_append (view->tables, at->parent == NULL ? ".interview_id = " : ".row_id = ");
          g_string_append (view->tables, below);
          g_string_append (view->tables, at->parent == NULL ? ".interview_id" : ".parent_row_id");
          g_string_append (view->tables, " AND ");
          g_string_append (view->tables, alias);
          g_string_append (view->tables, ".dormant = 0");
        }
      add_column (view, alias, "row_id", key);
      add_column (view, alias, "position", position);
      add_parts (view, at, alias);
    }
}

static gboolean
build_view (HwFrame *self,
            HwFrameLevel *level,
            GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) tables = g_string_new (NULL);
  g_autoptr (GString) sql = g_string_new (NULL);
  View view = { self, columns, tables, taken };

  if (level->has_view)
    {
      g_string_append (sql, "DROP VIEW temp.");
      hw_sql_text_append_name (sql, level->name);
      if (!hw_frame_execute (self, sql->str, error))
        return FALSE;
    }
  add_table (&view, " FROM ", "main.", g_ptr_array_index (level->tables, 0), "t0");
  g_string_append (tables, " JOIN temp.\"live interviews\" live ON live.interview_id = t0.interview_id");
  add_keys (&view);
  add_ancestors (&view, level);
  for (guint i = 0; i < 2; i++)
    if (take_name (&view, i == 0 ? "parent_row_id" : "position", TRUE))
      add_column (&view, "t0", i == 0 ? "parent_row_id" : "position",
                  i == 0 ? "parent_row_id" : "position");
  g_string_assign (sql, "CREATE TEMP VIEW ");
  hw_sql_text_append_name (sql, level->name);
  g_string_append (sql, " AS SELECT ");
  g_string_append (sql, columns->str);
  g_string_append (sql, tables->str);
  g_string_append (sql, " WHERE t0.dormant = 0");
  level->has_view = hw_frame_execute (self, sql->str, error);
  return level->has_view;
}

static gboolean
is_at_or_below (HwFrameLevel *level,
                HwFrameLevel *changed)
{
  for (; level != NULL; level = level->parent)
    if (level == changed)
      return TRUE;
  return FALSE;
}

/**
 * hw_frame_build_views: (skip)
 * @self: a frame
 * @changed: a level that is new or has new variables
 * @error: return location
 *
 * Writes its view and the views of the levels below it anew.
 *
 * Returns: whether that could be done
 */
gboolean
hw_frame_build_views (HwFrame *self,
                      HwFrameLevel *changed,
                      GError **error)
{
  for (guint i = 0; i < self->levels->len; i++)
    if (is_at_or_below (g_ptr_array_index (self->levels, i), changed)
        && !build_view (self, g_ptr_array_index (self->levels, i), error))
      return FALSE;
  return TRUE;
}
