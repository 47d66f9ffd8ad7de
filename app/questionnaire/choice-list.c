/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/choice-list-private.h"

#include <string.h>

#include "base/number.h"
#include "questionnaire/text-index.h"

struct _HwChoice
{
  HwChoiceList *list; /* borrowed */
  char *name;    /* borrowed when the list stands in a file */
  char **label;  /* one a language slot */
  char **values; /* one a column of the list, NULL-terminated */
  char ***media; /* NULL or one text for each HwMedia, one string a language slot */
  guint row; /* of the file */
  int order;
  HwMissing missing_class;
  gboolean exclusive;
};

struct _HwChoiceList
{
  char *name;
  HwLanguages *languages;     /* borrowed from the questionnaire */
  const char *const *columns; /* borrowed from the questionnaire */
  HwDataset *dataset; /* borrowed from the questionnaire; NULL unless the list stands in a file */
  guint label_column;
  const char **own_columns; /* those of the file, borrowed texts */
  GPtrArray *choices;
  GHashTable *by_name; /* borrowed keys and values */
  gboolean all_integers;
  GMutex lock;         /* guards what follows, which is made when it is asked for */
  GHashTable *indexes; /* name of a column -> HwTextIndex */
};

static void
choice_free (gpointer data)
{
  HwChoice *choice = data;

  hw_languages_free_texts (choice->list->languages, choice->label);
  for (guint i = 0; choice->media != NULL && i < HW_N_MEDIA; i++)
    hw_languages_free_texts (choice->list->languages, choice->media[i]);
  g_free (choice->media);
  g_strfreev (choice->values);
  if (choice->list->dataset == NULL)
    g_free (choice->name);
  g_free (choice);
}

/* Whether the text is what an integer column gives back: no sign plus, no leading zero. */
static gboolean
is_canonical_integer (const char *text)
{
  g_autofree char *again = NULL;
  gint64 number;

  if (!hw_number_parse_int (text, G_MININT64, G_MAXINT64, &number))
    return FALSE;
  again = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return strcmp (text, again) == 0;
}

/**
 * hw_choice_list_new:
 * @name: the name of the list
 * @languages: those of the questionnaire; must outlive the list
 * @columns: the extra columns of the choices sheet, %NULL-terminated; must outlive the list
 *
 * Returns: (transfer full): a list without choices
 */
HwChoiceList *
hw_choice_list_new (const char *name,
                    HwLanguages *languages,
                    const char *const *columns)
{
  HwChoiceList *self;

  g_return_val_if_fail (name != NULL && languages != NULL && columns != NULL, NULL);

  self = g_new0 (HwChoiceList, 1);
  self->name = g_strdup (name);
  self->languages = languages;
  self->columns = columns;
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->all_integers = TRUE;
  g_mutex_init (&self->lock);
  self->indexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) hw_text_index_free);
  return self;
}

/**
 * hw_choice_list_new_from_dataset:
 * @dataset: an attached file; must outlive the list
 * @value_column: the column that holds the codes
 * @label_column: the column that holds what a person reads
 * @languages: those of the questionnaire; must outlive the list
 *
 * Rows without a code are no choices. Nothing of the file is copied.
 *
 * Returns: (transfer full): a list of its rows, whose columns are those of the file
 */
HwChoiceList *
hw_choice_list_new_from_dataset (HwDataset *dataset,
                                 guint value_column,
                                 guint label_column,
                                 HwLanguages *languages)
{
  HwChoiceList *self;
  const char **columns;
  guint n;

  g_return_val_if_fail (dataset != NULL && languages != NULL, NULL);

  n = hw_dataset_get_n_columns (dataset);
  columns = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    columns[i] = hw_dataset_get_column (dataset, i);
  self = hw_choice_list_new (hw_dataset_get_name (dataset), languages, columns);
  self->own_columns = columns;
  self->dataset = dataset;
  self->label_column = label_column;
  for (guint row = 0; row < hw_dataset_get_n_rows (dataset); row++)
    {
      const char *name = hw_dataset_get (dataset, row, value_column);
      HwChoice *choice;

      if (*name == '\0')
        continue;
      choice = g_new0 (HwChoice, 1);
      choice->list = self;
      choice->name = (char *) name;
      choice->row = row;
      g_ptr_array_add (self->choices, choice);
      if (!g_hash_table_contains (self->by_name, name))
        g_hash_table_insert (self->by_name, choice->name, choice);
      self->all_integers = self->all_integers && is_canonical_integer (name);
    }
  return self;
}

/**
 * hw_choice_list_drop_repeats:
 * @self: a list that was read
 *
 * Keeps the first choice of each code.
 */
void
hw_choice_list_drop_repeats (HwChoiceList *self)
{
  guint n = 0;

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      HwChoice *choice = g_ptr_array_index (self->choices, i);

      if (g_hash_table_lookup (self->by_name, choice->name) == choice)
        self->choices->pdata[n++] = choice;
      else
        choice_free (choice);
    }
  /* What stands behind the end now was freed or has moved. */
  self->choices->len = n;
}

static int
compare_order (gconstpointer a,
               gconstpointer b)
{
  const HwChoice *one = *(HwChoice *const *) a;
  const HwChoice *two = *(HwChoice *const *) b;

  if (one->order != two->order)
    return one->order < two->order ? -1 : 1;
  return one->row < two->row ? -1 : one->row > two->row;
}

/**
 * hw_choice_list_sort:
 * @self: a list that was read
 *
 * Puts the choices in the order of the column "order", if every one has a number there.
 */
void
hw_choice_list_sort (HwChoiceList *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      HwChoice *choice = g_ptr_array_index (self->choices, i);

      if (choice->order == 0)
        return;
      choice->row = i;
    }
  g_ptr_array_sort (self->choices, compare_order);
}

/**
 * hw_choice_list_free:
 * @self: (transfer full): a list
 */
void
hw_choice_list_free (HwChoiceList *self)
{
  g_return_if_fail (self != NULL);
  g_hash_table_unref (self->indexes);
  g_mutex_clear (&self->lock);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->choices);
  g_free (self->own_columns);
  g_free (self->name);
  g_free (self);
}

/**
 * hw_choice_list_add:
 * @self: a list that is being read
 * @name: the code; the first choice of a code is the one that is found by it
 * @label: (nullable) (transfer full): one text a language slot
 * @values: (nullable) (transfer full): one text for each column of the list, %NULL-terminated
 *
 * Returns: (transfer none): the choice
 */
HwChoice *
hw_choice_list_add (HwChoiceList *self,
                    const char *name,
                    char **label,
                    char **values)
{
  HwChoice *choice;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  choice = g_new0 (HwChoice, 1);
  choice->list = self;
  choice->name = g_strdup (name);
  choice->label = label;
  choice->values = values;
  g_ptr_array_add (self->choices, choice);
  if (!g_hash_table_contains (self->by_name, name))
    g_hash_table_insert (self->by_name, choice->name, choice);
  self->all_integers = self->all_integers && is_canonical_integer (name);
  return choice;
}

/**
 * hw_choice_set_media:
 * @self: a choice that is being read
 * @media: which column
 * @texts: (nullable) (transfer full): the name of the file in each language slot
 */
void
hw_choice_set_media (HwChoice *self,
                     HwMedia media,
                     char **texts)
{
  g_return_if_fail (self != NULL && (guint) media < HW_N_MEDIA);

  if (texts == NULL)
    return;
  if (self->media == NULL)
    self->media = g_new0 (char **, HW_N_MEDIA);
  hw_languages_free_texts (self->list->languages, self->media[media]);
  self->media[media] = texts;
}

/**
 * hw_choice_set_marks:
 * @self: a choice that is being read
 * @exclusive: whether it stands alone
 * @missing_class: the kind of missing that it stands for, or %HW_MISSING_NONE
 * @order: its place in lists, or 0
 */
void
hw_choice_set_marks (HwChoice *self,
                     gboolean exclusive,
                     HwMissing missing_class,
                     int order)
{
  g_return_if_fail (self != NULL);

  self->exclusive = exclusive;
  self->missing_class = missing_class;
  self->order = order;
}

/**
 * hw_choice_get_name:
 * @self: a choice
 *
 * Returns: (transfer none): the code that is the answer
 */
const char *
hw_choice_get_name (HwChoice *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->name;
}

/**
 * hw_choice_get_label:
 * @self: a choice
 * @language: (nullable): the language that is wished for
 *
 * Returns: (transfer none): what a person reads: in that language, else in the default one, else
 *   the code
 */
const char *
hw_choice_get_label (HwChoice *self,
                     const char *language)
{
  const char *label;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->list->dataset != NULL)
    {
      label = hw_dataset_get (self->list->dataset, self->row, self->list->label_column);
      return *label != '\0' ? label : self->name;
    }
  label = hw_languages_pick (self->list->languages, self->label, language);
  return label != NULL ? label : self->name;
}

/**
 * hw_choice_get_column:
 * @self: a choice
 * @column: "name", "label", or one of hw_choice_list_get_columns()
 *
 * Returns: (transfer none) (nullable): what stands there, "" for an empty cell; %NULL when the
 * sheet has no such column
 */
const char *
hw_choice_get_column (HwChoice *self,
                      const char *column)
{
  guint at;

  g_return_val_if_fail (self != NULL && column != NULL, NULL);

  if (self->list->dataset != NULL && hw_dataset_find_column (self->list->dataset, column, &at))
    return hw_dataset_get (self->list->dataset, self->row, at);
  if (strcmp (column, "name") == 0)
    return self->name;
  if (strcmp (column, "label") == 0)
    return hw_choice_get_label (self, NULL);
  if (self->list->dataset != NULL)
    return NULL;
  for (guint i = 0; self->list->columns[i] != NULL; i++)
    if (strcmp (self->list->columns[i], column) == 0)
      return self->values != NULL ? self->values[i] : "";
  return NULL;
}

/**
 * hw_choice_get_media:
 * @self: a choice
 * @media: which column
 * @language: (nullable): the language that is wished for; the default one fills its gaps
 *
 * Returns: (transfer none) (nullable): the name of the file that stands with its label
 */
const char *
hw_choice_get_media (HwChoice *self,
                     HwMedia media,
                     const char *language)
{
  g_return_val_if_fail (self != NULL && (guint) media < HW_N_MEDIA, NULL);

  if (self->media == NULL)
    return NULL;
  return hw_languages_pick (self->list->languages, self->media[media], language);
}

/**
 * hw_choice_is_exclusive:
 * @self: a choice
 *
 * Returns: whether the choices sheet says that no other can be chosen beside it; see
 *   hw_question_is_exclusive(), which heeds it too
 */
gboolean
hw_choice_is_exclusive (HwChoice *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->exclusive;
}

/**
 * hw_choice_get_missing_class:
 * @self: a choice
 *
 * Returns: the kind of missing that it stands for; %HW_MISSING_NONE for an answer like others
 */
HwMissing
hw_choice_get_missing_class (HwChoice *self)
{
  g_return_val_if_fail (self != NULL, HW_MISSING_NONE);
  return self->missing_class;
}

/**
 * hw_choice_get_order:
 * @self: a choice
 *
 * Returns: what the column "order" says; 0 for nothing
 */
int
hw_choice_get_order (HwChoice *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->order;
}

/**
 * hw_choice_list_get_name:
 * @self: a list
 *
 * Returns: (transfer none): the name by which questions call it
 */
const char *
hw_choice_list_get_name (HwChoiceList *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->name;
}

/**
 * hw_choice_list_get_columns:
 * @self: a list
 *
 * Returns: (transfer none): the extra columns of the choices sheet, %NULL-terminated, each a name
 *   that can stand in an expression
 */
const char *const *
hw_choice_list_get_columns (HwChoiceList *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->columns;
}

/**
 * hw_choice_list_get_length:
 * @self: a list
 *
 * Returns: how many choices it has
 */
guint
hw_choice_list_get_length (HwChoiceList *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->choices->len;
}

/**
 * hw_choice_list_get:
 * @self: a list
 * @i: the index, from 0, in the order of the sheet
 *
 * Returns: (transfer none): the choice
 */
HwChoice *
hw_choice_list_get (HwChoiceList *self,
                    guint i)
{
  g_return_val_if_fail (self != NULL && i < self->choices->len, NULL);
  return g_ptr_array_index (self->choices, i);
}

/**
 * hw_choice_list_find:
 * @self: a list
 * @name: a code
 *
 * Returns: (transfer none) (nullable): the choice with that code
 */
HwChoice *
hw_choice_list_find (HwChoiceList *self,
                     const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  return g_hash_table_lookup (self->by_name, name);
}

/**
 * hw_choice_list_is_integer:
 * @self: a list
 *
 * Returns: whether an integer column can hold every code and gives it back as it is written here
 */
gboolean
hw_choice_list_is_integer (HwChoiceList *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->all_integers && self->choices->len > 0;
}

typedef struct
{
  HwChoiceList *list;
  const char *column;
} Column;

static const char *
get_text_cb (guint row,
             gpointer data)
{
  Column *column = data;
  const char *text
      = hw_choice_get_column (g_ptr_array_index (column->list->choices, row), column->column);

  return text != NULL ? text : "";
}

/**
 * hw_choice_list_lookup:
 * @self: a list
 * @column: "name", or one of hw_choice_list_get_columns()
 * @value: a text
 * @n: (out): how many choices have it
 *
 * The first call for a column makes an index of it, under a lock.
 *
 * Returns: (transfer none) (nullable) (array length=n): the indexes, ascending, of the choices in
 * whose column just that text stands
 */
const guint *
hw_choice_list_lookup (HwChoiceList *self,
                       const char *column,
                       const char *value,
                       guint *n)
{
  Column source = { self, column };
  HwTextIndex *index;

  g_return_val_if_fail (self != NULL && column != NULL && value != NULL && n != NULL, NULL);

  g_mutex_lock (&self->lock);
  index = g_hash_table_lookup (self->indexes, column);
  if (index == NULL)
    {
      index = hw_text_index_new (self->choices->len, get_text_cb, &source);
      g_hash_table_insert (self->indexes, g_strdup (column), index);
    }
  g_mutex_unlock (&self->lock);
  return hw_text_index_lookup (index, value, n);
}
