/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reference/reference-item.h"

#include <glib/gi18n.h>

#include "expression/functions.h"
#include "questionnaire/vocabulary.h"

static HwReferenceStanding
get_standing (HwStanding standing)
{
  switch (standing)
    {
    case HW_STANDING_OURS:
      return HW_REFERENCE_OURS;
    case HW_STANDING_ACCEPTED:
      return HW_REFERENCE_NO_EFFECT;
    case HW_STANDING_REPLACED:
      return HW_REFERENCE_REPLACED;
    case HW_STANDING_USED:
    default:
      return HW_REFERENCE_USED;
    }
}

static char *
dup_commas (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  return g_strjoinv (", ", parts);
}

/* Other spellings, what it goes with, and whether it is written once for each language. */
static char *
dup_note (const HwWord *word)
{
  g_autofree char *aliases = dup_commas (word->aliases);
  g_autofree char *types = dup_commas (word->belongs_to);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (*aliases != '\0')
    /* Translators: other spellings of a word of questionnaires, with commas between them. */
    g_ptr_array_add (parts, g_strdup_printf (_("also written %s"), aliases));
  if (*types != '\0')
    /* Translators: types of questions, with commas between them. */
    g_ptr_array_add (parts, g_strdup_printf (_("with %s"), types));
  if (word->translated)
    /* Translators: such as “label::Français (fr)”; %s is the name of the column. */
    g_ptr_array_add (parts, g_strdup_printf (_("for each language: %s::Français (fr)"), word->name));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_function_cb (const HwFunction *function,
                 gpointer data)
{
  g_autofree char *name = NULL;
  g_autofree char *note = NULL;

  if (function->flags & HW_FUNCTION_INTERNAL)
    return;
  name = g_strconcat (function->name, "()", NULL);
  if (function->max_arguments < 0)
    /* Translators: how many arguments a function takes; %d is the least number. */
    note = g_strdup_printf (_("arguments: %d or more"), function->min_arguments);
  else if (function->max_arguments > function->min_arguments)
    note = g_strdup_printf (_("arguments: %1$d to %2$d"), function->min_arguments, function->max_arguments);
  else
    note = g_strdup_printf (_("arguments: %d"), function->min_arguments);
  g_ptr_array_add (data, hw_reference_item_new (
                             _("Functions"), name, HW_REFERENCE_USED, note,
                             function->description != NULL ? _(function->description) : ""));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (hw_reference_item_get_name (*(HwReferenceItem *const *) a),
                    hw_reference_item_get_name (*(HwReferenceItem *const *) b));
}

/**
 * hw_reference_list_words:
 *
 * Made of the very tables that questionnaires are read with, so that it says what is so.
 *
 * Returns: (transfer container) (element-type HwReferenceItem): every word, section by section; the
 *   functions last, by name
 */
GPtrArray *
hw_reference_list_words (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) functions = g_ptr_array_new ();
  guint n;
  const HwWord *words = hw_xlsform_vocabulary (&n);

  for (int word_class = 0; word_class < HW_N_WORD_CLASSES; word_class++)
    for (guint i = 0; i < n; i++)
      if ((int) words[i].word_class == word_class)
        {
          g_autofree char *note = dup_note (&words[i]);

          g_ptr_array_add (all, hw_reference_item_new (hw_word_class_get_name (words[i].word_class),
                                                       words[i].name,
                                                       get_standing (words[i].standing), note,
                                                       hw_word_get_description (&words[i])));
        }
  hw_functions_foreach (add_function_cb, functions);
  g_ptr_array_sort (functions, compare_names);
  for (guint i = 0; i < functions->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (functions, i));
  return all;
}
