/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (hw-workbook-error-quark, hw_workbook_error)

static void
sheet_clear (gpointer data)
{
  HwWorkbookSheet *self = data;

  g_free (self->name);
  g_free (self->path);
}

static gboolean
fail (HwWorkbook *self,
      GError **error)
{
  g_set_error (error, HW_WORKBOOK_ERROR, HW_WORKBOOK_ERROR_DAMAGED,
               /* Translators: %s is a file. */
               _("“%s” is damaged or no workbook. Open it in a spreadsheet program and save it in the "
                 "format .xlsx."),
               self->name);
  return FALSE;
}

/**
 * hw_workbook_new:
 * @name: the file as the user knows it, for messages
 * @bytes: what is in it
 * @error: return location for why it is no workbook
 *
 * Returns: (transfer full) (nullable): the workbook
 */
HwWorkbook *
hw_workbook_new (const char *name,
                 GBytes *bytes,
                 GError **error)
{
  g_autoptr (HwWorkbook) self = NULL;
  zip_source_t *source;
  gsize length;
  gconstpointer data;

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

  self = g_new0 (HwWorkbook, 1);
  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->sheets = g_array_new (FALSE, FALSE, sizeof (HwWorkbookSheet));
  g_array_set_clear_func (self->sheets, sheet_clear);
  data = g_bytes_get_data (bytes, &length);
  source = zip_source_buffer_create (data, length, 0, NULL);
  if (source != NULL)
    self->archive = zip_open_from_source (source, ZIP_RDONLY, NULL);
  if (self->archive == NULL)
    {
      g_clear_pointer (&source, zip_source_free);
      fail (self, error);
      return NULL;
    }
  if (!hw_workbook_read_parts (self, error) || !hw_workbook_read_styles (self, error))
    return NULL;
  if (self->sheets->len == 0)
    {
      fail (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * hw_workbook_free:
 * @self: (transfer full): a workbook
 */
void
hw_workbook_free (HwWorkbook *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->archive, zip_discard);
  g_array_unref (self->sheets);
  if (self->strings != NULL)
    g_string_free (self->strings, TRUE);
  g_clear_pointer (&self->string_at, g_array_unref);
  g_clear_pointer (&self->styles, g_array_unref);
  g_free (self->strings_path);
  g_free (self->styles_path);
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self);
}

/**
 * hw_workbook_get_n_sheets:
 * @self: a workbook
 *
 * Returns: how many sheets with cells it has, hidden ones included
 */
guint
hw_workbook_get_n_sheets (HwWorkbook *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->sheets->len;
}

/**
 * hw_workbook_get_sheet:
 * @self: a workbook
 * @sheet: the index, from 0
 *
 * Returns: (transfer none): the name of the sheet as it stands on its tab
 */
const char *
hw_workbook_get_sheet (HwWorkbook *self,
                       guint sheet)
{
  g_return_val_if_fail (self != NULL && sheet < self->sheets->len, NULL);
  return g_array_index (self->sheets, HwWorkbookSheet, sheet).name;
}

/**
 * hw_workbook_is_hidden:
 * @self: a workbook
 * @sheet: the index, from 0
 *
 * Returns: whether its author hid the sheet
 */
gboolean
hw_workbook_is_hidden (HwWorkbook *self,
                       guint sheet)
{
  g_return_val_if_fail (self != NULL && sheet < self->sheets->len, FALSE);
  return g_array_index (self->sheets, HwWorkbookSheet, sheet).hidden;
}

/* Relations of a part stand beside it: those of "xl/workbook.xml" in "xl/_rels/workbook.xml.rels". */
static char *
dup_relations_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);

  if (*path == '\0')
    return g_strdup ("_rels/.rels");
  return strcmp (folder, ".") == 0 ? g_strdup_printf ("_rels/%s.rels", base)
                                      : g_strdup_printf ("%s/_rels/%s.rels", folder, base);
}

/* A target is named from the root of the archive or from the folder of the part. */
static char *
dup_target_path (const char *part,
                 const char *target)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *whole = NULL;
  g_auto (GStrv) names = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  whole = *target == '/' ? g_strdup (target) : g_build_path ("/", folder, target, NULL);
  names = g_strsplit_set (whole, "/\\", -1);
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "..") == 0 && kept->len > 0)
      g_ptr_array_set_size (kept, (int) kept->len - 1);
    else if (*names[i] != '\0' && *names[i] != '.')
      g_ptr_array_add (kept, names[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

typedef struct
{
  char *type; /* its last word, such as "worksheet" */
  char *path;
} Relation;

static void
relation_free (gpointer data)
{
  Relation *self = data;

  g_free (self->type);
  g_free (self->path);
  g_free (self);
}

/* id -> Relation; a part without relations has none. */
static GHashTable *
read_relations (HwWorkbook *self,
                const char *part,
                GError **error)
{
  g_autofree char *path = dup_relations_path (part);
  g_autoptr (GHashTable) found
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, relation_free);
  g_autoptr (HwWorkbookPart) rels = hw_workbook_part_open (self, path, error);
  g_autoptr (GError) reason = NULL;

  if (rels == NULL)
    return NULL;
  while (hw_workbook_part_next (rels, &reason))
    {
      const char *id = hw_workbook_part_begins (rels, "Relationship")
                           ? hw_workbook_part_get (rels, "Id")
                           : NULL;
      const char *type = id != NULL ? hw_workbook_part_get (rels, "Type") : NULL;
      const char *target = id != NULL ? hw_workbook_part_get (rels, "Target") : NULL;
      Relation *relation;

      if (type == NULL || target == NULL
          || g_strcmp0 (hw_workbook_part_get (rels, "TargetMode"), "External") == 0)
        continue;
      relation = g_new0 (Relation, 1);
      relation->type = g_path_get_basename (type);
      relation->path = dup_target_path (part, target);
      g_hash_table_replace (found, g_strdup (id), relation);
    }
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  return g_steal_pointer (&found);
}

static char *
find_by_type (GHashTable *relations,
              const char *type)
{
  GHashTableIter iter;
  gpointer relation;

  g_hash_table_iter_init (&iter, relations);
  while (g_hash_table_iter_next (&iter, NULL, &relation))
    if (strcmp (((Relation *) relation)->type, type) == 0)
      return g_strdup (((Relation *) relation)->path);
  return NULL;
}

static void
add_sheet (HwWorkbook *self,
           HwWorkbookPart *part,
           GHashTable *relations)
{
  const char *id = hw_workbook_part_get (part, "id");
  const char *name = hw_workbook_part_get (part, "name");
  Relation *relation = id != NULL ? g_hash_table_lookup (relations, id) : NULL;
  HwWorkbookSheet sheet;
  const char *state;

  /* Sheets with a chart and nothing else are of another type. */
  if (name == NULL || relation == NULL || strcmp (relation->type, "worksheet") != 0)
    return;
  sheet.name = g_strdup (name);
  sheet.path = g_strdup (relation->path);
  state = hw_workbook_part_get (part, "state");
  sheet.hidden = state != NULL && strcmp (state, "visible") != 0;
  g_array_append_val (self->sheets, sheet);
}

static gboolean
is_true (const char *text)
{
  return text != NULL && (strcmp (text, "1") == 0 || strcmp (text, "true") == 0);
}

/**
 * hw_workbook_read_parts:
 * @self: a workbook with its archive opened
 * @error: return location for what is wrong with it
 *
 * Finds the sheets and the tables that they share, by following the relations.
 *
 * Returns: %FALSE with @error set when it is no workbook
 */
gboolean
hw_workbook_read_parts (HwWorkbook *self,
                        GError **error)
{
  g_autoptr (GHashTable) relations = read_relations (self, "", error);
  g_autoptr (HwWorkbookPart) part = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *path = NULL;

  if (relations == NULL)
    return FALSE;
  path = find_by_type (relations, "officeDocument");
  if (path == NULL)
    return fail (self, error);
  g_clear_pointer (&relations, g_hash_table_unref);
  relations = read_relations (self, path, error);
  if (relations == NULL)
    return FALSE;
  part = hw_workbook_part_open (self, path, error);
  if (part == NULL)
    return FALSE;
  while (hw_workbook_part_next (part, &reason))
    if (hw_workbook_part_begins (part, "sheet"))
      add_sheet (self, part, relations);
    else if (hw_workbook_part_begins (part, "workbookPr"))
      self->from_1904 = is_true (hw_workbook_part_get (part, "date1904"));
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  self->strings_path = find_by_type (relations, "sharedStrings");
  self->styles_path = find_by_type (relations, "styles");
  return TRUE;
}
