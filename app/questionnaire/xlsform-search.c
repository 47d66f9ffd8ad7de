/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/number.h"

/*
 * The appearance search('villages', 'matches', 'district', ${d}) is an old way to choose from an
 * attached file: the list of the choices sheet names the columns, and the arguments are a filter.
 */

/* The arguments between the brackets, texts without their quotation marks; NULL for no call. */
static char **
split_call (const char *appearance)
{
  const char *at = strstr (appearance, "search");
  GPtrArray *arguments;
  GString *argument;
  char quote = '\0';
  guint depth = 0;

  at = at != NULL ? at + strlen ("search") : NULL;
  if (at == NULL || at[strspn (at, " ")] != '(')
    return NULL;
  arguments = g_ptr_array_new ();
  argument = g_string_new (NULL);
  for (at += strspn (at, " ") + 1; *at != '\0' && (*at != ')' || depth > 0 || quote != '\0'); at++)
    {
      if (*at == ',' && depth == 0 && quote == '\0')
        {
          g_ptr_array_add (arguments, g_strstrip (g_string_free (argument, FALSE)));
          argument = g_string_new (NULL);
          continue;
        }
      if (quote != '\0')
        quote = *at == quote ? '\0' : quote;
      else if (*at == '\'' || *at == '"')
        quote = *at;
      else if (*at == '(' || *at == '[')
        depth++;
      else if ((*at == ')' || *at == ']') && depth > 0)
        depth--;
      g_string_append_c (argument, *at);
    }
  g_ptr_array_add (arguments, g_strstrip (g_string_free (argument, FALSE)));
  g_ptr_array_add (arguments, NULL);
  return (char **) g_ptr_array_free (arguments, FALSE);
}

static char *
dup_unquoted (const char *argument)
{
  gsize length = strlen (argument);

  if (length >= 2 && (*argument == '\'' || *argument == '"') && argument[length - 1] == *argument)
    return g_strndup (argument + 1, length - 2);
  return g_strdup (argument);
}

/* What the arguments behind the file ask of a row; NULL when all of them may be chosen. */
static char *
dup_filter (char **arguments,
            guint n)
{
  static const struct
  {
    const char *word;
    const char *format;
  } kinds[] = {
    { "matches", "%s = %s" },
    { "contains", "contains(%s, %s)" },
    { "startswith", "starts-with(%s, %s)" },
    { "endswith", "ends-with(%s, %s)" },
  };
  g_autoptr (GString) filter = g_string_new (NULL);
  g_autofree char *word = n > 1 ? dup_unquoted (arguments[1]) : NULL;

  for (guint i = 0; n >= 4 && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].word, word) == 0)
      {
        g_autofree char *column = dup_unquoted (arguments[2]);

        g_string_append_printf (filter, kinds[i].format, column, arguments[3]);
      }
  if (n >= 6)
    {
      g_autofree char *column = dup_unquoted (arguments[4]);

      g_string_append_printf (filter, "%s%s = %s", filter->len > 0 ? " and " : "", column,
                              arguments[5]);
    }
  return filter->len > 0 ? g_string_free (g_steal_pointer (&filter), FALSE) : NULL;
}

/* The first row of the list that is no choice of its own names the columns. */
static HwChoice *
find_columns (HwChoiceList *list)
{
  for (guint i = 0; i < hw_choice_list_get_length (list); i++)
    {
      HwChoice *choice = hw_choice_list_get (list, i);
      gint64 number;

      if (!hw_number_parse_int (hw_choice_get_name (choice), G_MININT64, G_MAXINT64, &number))
        return choice;
    }
  return NULL;
}

static HwChoiceList *
make_list (HwXlsform *self,
           HwQuestion *question,
           HwDataset *dataset)
{
  HwQuestionnaire *questionnaire = self->questionnaire;
  HwChoice *columns = find_columns (question->choices);
  gboolean is_filtered = question->search_filter != NULL;
  g_autofree char *key = g_strdup_printf ("%s search %s %d", hw_dataset_get_name (dataset),
                                          hw_choice_list_get_name (question->choices), is_filtered);
  HwChoiceList *list = g_hash_table_lookup (questionnaire->file_lists, key);
  guint value;
  guint label;

  if (list != NULL || columns == NULL
      || !hw_dataset_find_column (dataset, hw_choice_get_name (columns), &value))
    return list;
  if (!hw_dataset_find_column (dataset, hw_choice_get_label (columns, NULL), &label))
    label = value;
  list = hw_choice_list_new_from_dataset (dataset, value, label, questionnaire->languages);
  /* Of the districts of all villages each is one choice. */
  if (!is_filtered)
    hw_choice_list_drop_repeats (list);
  g_hash_table_insert (questionnaire->file_lists, g_steal_pointer (&key), list);
  return list;
}

/**
 * hw_xlsform_read_search:
 * @self: a reader
 * @question: a question with its choices and its appearance
 *
 * Lets it choose from the file that its appearance names.
 */
void
hw_xlsform_read_search (HwXlsform *self,
                        HwQuestion *question)
{
  g_auto (GStrv) arguments
      = question->appearance != NULL ? split_call (question->appearance) : NULL;
  g_autofree char *file = NULL;
  HwChoiceList *list = NULL;
  HwDataset *dataset;

  if (arguments == NULL || question->choices == NULL)
    return;
  if (question->type != NULL && question->type->takes == HW_TAKES_FILE)
    {
      hw_xlsform_notice (self, "bad-search", question, HW_CELL_APPEARANCE,
                         _ ("“%s” takes its choices from a file already; “search()” does not go "
                            "with it."),
                         hw_question_get_type_name (question));
      return;
    }
  question->search_list = question->choices;
  file = dup_unquoted (arguments[0]);
  question->search_filter = dup_filter (arguments, g_strv_length (arguments));
  dataset = hw_questionnaire_get_dataset (self->questionnaire, file);
  if (dataset != NULL)
    list = make_list (self, question, dataset);
  question->is_list_unknown = dataset == NULL;
  if (list == NULL)
    {
      hw_xlsform_notice (self, "search", question, HW_CELL_APPEARANCE,
                         dataset == NULL
                             ? _ ("The file “%s” is not there, so there is nothing to choose. Put it "
                                  "beside the form and read the form again.")
                             : _ ("“%s” has not the columns that the list names, so there is "
                                  "nothing to choose."),
                         file);
      return;
    }
  question->choices = list;
}

/**
 * hw_xlsform_check_searches:
 * @self: a reader with the whole tree
 *
 * A list that names columns is no list to choose from.
 */
void
hw_xlsform_check_searches (HwXlsform *self)
{
  GPtrArray *questions = self->questionnaire->questions;

  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      for (guint k = 1; question->search_list != NULL && k < questions->len; k++)
        {
          HwQuestion *other = g_ptr_array_index (questions, k);

          if (other->search_list != NULL || other->choices != question->search_list)
            continue;
          hw_xlsform_notice (
              self, "bad-search", question, HW_CELL_APPEARANCE,
              /* Translators: %1$s is a list, %2$s a question. */
              _ ("The list “%1$s” names columns of a file here, and “%2$s” chooses from it. Give "
                 "“search()” a list of its own."),
              hw_choice_list_get_name (question->search_list), other->element);
          break;
        }
    }
}
