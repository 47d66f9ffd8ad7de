/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/secondary-instance.h"

#include <string.h>

/* How to know a tree that has only some rows. */
#define FOUND "hw-found"

/* The rows of every text in one column. */
typedef struct
{
  GHashTable *ranges; /* text, borrowed from the source -> Range* in @starts */
  GArray *starts;     /* Range */
  guint *rows;        /* sorted by text, then by row */
} Index;

typedef struct
{
  guint start;
  guint length;
} Range;

struct _HwSecondaryInstance
{
  gatomicrefcount ref_count;
  HwInstanceSource source;
  const char **names;  /* of the columns, NULL-terminated */
  GHashTable *columns; /* name -> number + 1 */
  GMutex lock;         /* of making what follows, which nobody changes once it is there */
  Index **indexes;     /* one per column, NULL until it is asked for */
  xmlDocPtr document;  /* all rows */
  xmlNodePtr *items;   /* of it, by row */
  xmlDocPtr found;     /* only those that were looked up */
  xmlNodePtr *found_items;
};

static void
free_index (Index *index)
{
  if (index == NULL)
    return;
  g_hash_table_unref (index->ranges);
  g_array_unref (index->starts);
  g_free (index->rows);
  g_free (index);
}

/**
 * hw_secondary_instance_new:
 * @source: where names and cells come from; copied, its data is destroyed with the instance
 *
 * Returns: (transfer full): the rows of @source for instance() and pulldata()
 */
HwSecondaryInstance *
hw_secondary_instance_new (const HwInstanceSource *source)
{
  HwSecondaryInstance *self;

  g_return_val_if_fail (source != NULL && source->column_name != NULL && source->cell != NULL,
                        NULL);

  self = g_new0 (HwSecondaryInstance, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->source = *source;
  self->indexes = g_new0 (Index *, source->n_columns + 1);
  self->columns = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_new0 (const char *, source->n_columns + 1);
  for (guint i = 0; i < source->n_columns; i++)
    self->names[i] = source->column_name (i, source->data);
  for (guint i = source->n_columns; i > 0; i--)
    g_hash_table_insert (self->columns, (gpointer) source->column_name (i - 1, source->data),
                         GUINT_TO_POINTER (i));
  return self;
}

HwSecondaryInstance *
hw_secondary_instance_ref (HwSecondaryInstance *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
hw_secondary_instance_unref (HwSecondaryInstance *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->source.n_columns; i++)
    free_index (self->indexes[i]);
  g_free (self->indexes);
  g_free (self->names);
  g_clear_pointer (&self->document, xmlFreeDoc);
  g_clear_pointer (&self->found, xmlFreeDoc);
  g_free (self->items);
  g_free (self->found_items);
  g_hash_table_unref (self->columns);
  if (self->source.destroy != NULL)
    self->source.destroy (self->source.data);
  g_mutex_clear (&self->lock);
  g_free (self);
}

int
hw_secondary_instance_find_column (HwSecondaryInstance *self,
                                   const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, -1);
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, name)) - 1;
}

const char *const *
hw_secondary_instance_get_columns (HwSecondaryInstance *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->names;
}

const char *
hw_secondary_instance_get (HwSecondaryInstance *self,
                           guint row,
                           guint column)
{
  const char *text;

  g_return_val_if_fail (self != NULL, "");
  g_return_val_if_fail (row < self->source.n_rows && column < self->source.n_columns, "");
  text = self->source.cell (row, column, self->source.data);
  return text != NULL ? text : "";
}

/* Counts how many rows every text has, gives each text its range, and deals the rows out. */
static Index *
make_index (HwSecondaryInstance *self,
            guint column)
{
  Index *index = g_new0 (Index, 1);
  g_autofree guint *numbers = g_new (guint, self->source.n_rows + 1);
  g_autofree guint *filled = NULL;
  guint start = 0;

  index->ranges = g_hash_table_new (g_str_hash, g_str_equal);
  index->starts = g_array_new (FALSE, TRUE, sizeof (Range));
  index->rows = g_new (guint, self->source.n_rows + 1);
  for (guint row = 0; row < self->source.n_rows; row++)
    {
      const char *text = hw_secondary_instance_get (self, row, column);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (index->ranges, text));

      if (number == 0)
        {
          g_array_set_size (index->starts, index->starts->len + 1);
          number = index->starts->len;
          g_hash_table_insert (index->ranges, (gpointer) text, GUINT_TO_POINTER (number));
        }
      numbers[row] = number - 1;
      g_array_index (index->starts, Range, number - 1).length++;
    }
  for (guint i = 0; i < index->starts->len; i++)
    {
      g_array_index (index->starts, Range, i).start = start;
      start += g_array_index (index->starts, Range, i).length;
    }
  filled = g_new0 (guint, index->starts->len + 1);
  for (guint row = 0; row < self->source.n_rows; row++)
    {
      guint number = numbers[row];

      index->rows[g_array_index (index->starts, Range, number).start + filled[number]++] = row;
    }
  return index;
}

/**
 * hw_secondary_instance_lookup:
 * @self: a secondary instance
 * @column: one of its columns
 * @value: the text to find
 * @n_rows: (out): how many rows have it
 *
 * The index of a column is made when it is first asked for.
 *
 * Returns: (transfer none): their numbers in order
 */
const guint *
hw_secondary_instance_lookup (HwSecondaryInstance *self,
                              guint column,
                              const char *value,
                              guint *n_rows)
{
  Index *index;
  guint number;

  g_return_val_if_fail (self != NULL && value != NULL && n_rows != NULL, NULL);
  *n_rows = 0;
  g_return_val_if_fail (column < self->source.n_columns, NULL);

  index = g_atomic_pointer_get (&self->indexes[column]);
  if (index == NULL)
    {
      g_mutex_lock (&self->lock);
      if (self->indexes[column] == NULL)
        g_atomic_pointer_set (&self->indexes[column], make_index (self, column));
      index = self->indexes[column];
      g_mutex_unlock (&self->lock);
    }
  number = GPOINTER_TO_UINT (g_hash_table_lookup (index->ranges, value));
  if (number == 0)
    return NULL;
  *n_rows = g_array_index (index->starts, Range, number - 1).length;
  return index->rows + g_array_index (index->starts, Range, number - 1).start;
}

/* libxml2 looks for the place of an element in its document in its content, as a negative number.
 */
static void
set_place (xmlNodePtr node,
           gint64 place)
{
  node->content = (xmlChar *) (gssize) -place;
}

static xmlNodePtr
make_item (HwSecondaryInstance *self,
           xmlDocPtr document,
           guint row)
{
  xmlNodePtr item = xmlNewDocNode (document, NULL, BAD_CAST "item", NULL);
  gint64 place = 2 + (gint64) row * (self->source.n_columns + 1);

  set_place (item, place);
  for (guint column = 0; column < self->source.n_columns; column++)
    {
      const char *name = self->source.column_name (column, self->source.data);
      const char *text = self->source.cell (row, column, self->source.data);
      xmlNodePtr cell;

      if (text == NULL || *name == '\0')
        continue;
      cell = xmlNewDocNode (document, NULL, BAD_CAST name, NULL);
      set_place (cell, place + 1 + column);
      if (*text != '\0')
        xmlAddChild (cell, xmlNewDocText (document, BAD_CAST text));
      xmlAddChild (item, cell);
    }
  return item;
}

static xmlDocPtr
make_root (void)
{
  xmlDocPtr document = xmlNewDoc (BAD_CAST "1.0");
  xmlNodePtr root = xmlNewDocNode (document, NULL, BAD_CAST "root", NULL);

  set_place (root, 1);
  xmlDocSetRootElement (document, root);
  return document;
}

/* As the field's converter writes it: <root><item><name>..</name>..</item>..</root>. */
static xmlDocPtr
make_document (HwSecondaryInstance *self)
{
  xmlDocPtr document = make_root ();

  self->items = g_new0 (xmlNodePtr, self->source.n_rows + 1);
  for (guint row = 0; row < self->source.n_rows; row++)
    {
      self->items[row] = make_item (self, document, row);
      xmlAddChild (xmlDocGetRootElement (document), self->items[row]);
    }
  return document;
}

/* (transfer none): the tree; nobody may change it */
xmlDocPtr
hw_secondary_instance_get_document (HwSecondaryInstance *self)
{
  xmlDocPtr document = g_atomic_pointer_get (&self->document);

  if (document != NULL)
    return document;
  g_mutex_lock (&self->lock);
  if (self->document == NULL)
    g_atomic_pointer_set (&self->document, make_document (self));
  document = self->document;
  g_mutex_unlock (&self->lock);
  return document;
}

/* (transfer none): the element of @row: in the @whole tree, or in one that has only the rows that
 * somebody looked up, in the order of looking */
xmlNodePtr
hw_secondary_instance_get_item (HwSecondaryInstance *self,
                                guint row,
                                gboolean whole)
{
  xmlNodePtr item;

  if (whole)
    {
      hw_secondary_instance_get_document (self);
      return self->items[row];
    }
  g_mutex_lock (&self->lock);
  if (self->found == NULL)
    {
      self->found = make_root ();
      self->found->_private = self;
      self->found->URL = xmlStrdup (BAD_CAST FOUND);
      self->found_items = g_new0 (xmlNodePtr, self->source.n_rows + 1);
    }
  item = self->found_items[row];
  if (item == NULL)
    {
      item = make_item (self, self->found, row);
      xmlAddChild (xmlDocGetRootElement (self->found), item);
      self->found_items[row] = item;
    }
  g_mutex_unlock (&self->lock);
  return item;
}

/**
 * hw_secondary_instance_get_position:
 * @node: any node
 *
 * Returns: which row it is, from 1; 0 when it is no row that was looked up
 */
guint
hw_secondary_instance_get_position (xmlNodePtr node)
{
  HwSecondaryInstance *self;

  if (node->type != XML_ELEMENT_NODE || node->doc == NULL
      || !xmlStrEqual (node->doc->URL, BAD_CAST FOUND) || node->parent == NULL
      || node->parent != xmlDocGetRootElement (node->doc)
      || !xmlStrEqual (node->name, BAD_CAST "item"))
    return 0;
  self = node->doc->_private;
  return (guint) ((-(gint64) (gssize) node->content - 2) / (self->source.n_columns + 1)) + 1;
}

guint
hw_secondary_instance_get_n_rows (HwSecondaryInstance *self)
{
  return self->source.n_rows;
}
