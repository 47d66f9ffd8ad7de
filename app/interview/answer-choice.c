/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/answer-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
hw_answer_read_choice (HwQuestion *question,
                       const char *text,
                       GError **error)
{
  HwChoiceList *choices = hw_question_get_choices (question);

  if (choices != NULL && hw_choice_list_find (choices, text) == NULL)
    return hw_answer_refuse (error, _("“%s” is not one of the codes of this question."), text);
  return g_strdup (text);
}

typedef struct
{
  guint position; /* in the list */
  guint n;        /* in the answer */
  const char *code;
} Chosen;

static int
compare_chosen (gconstpointer a,
                gconstpointer b)
{
  const Chosen *one = a;
  const Chosen *two = b;

  if (one->position != two->position)
    return one->position < two->position ? -1 : 1;
  return one->n < two->n ? -1 : one->n > two->n;
}

/* The codes in the order of the list, so that equal answers are equal texts; each once. Without a
 * list, as where the answers of a roster are the choices, in the order in which they were given. */
static char *
join_chosen (HwQuestion *question,
             char **codes)
{
  HwChoiceList *choices = hw_question_get_choices (question);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (Chosen));
  GString *text = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      guint n = 0;
      const guint *places
          = choices != NULL ? hw_choice_list_lookup (choices, "name", codes[i], &n) : NULL;
      Chosen one = { n > 0 ? places[0] : G_MAXUINT, i, codes[i] };

      if (*codes[i] != '\0' && (choices == NULL || n > 0))
        g_array_append_val (chosen, one);
    }
  g_array_sort (chosen, compare_chosen);
  for (guint i = 0; i < chosen->len; i++)
    {
      const Chosen *one = &g_array_index (chosen, Chosen, i);
      gboolean again = FALSE;

      for (guint k = i; k > 0 && !again; k--)
        again = strcmp (g_array_index (chosen, Chosen, k - 1).code, one->code) == 0;
      if (!again)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", one->code);
    }
  return g_string_free (text, FALSE);
}

char *
hw_answer_read_choices (HwQuestion *question,
                        const char *text,
                        GError **error)
{
  g_auto (GStrv) codes = g_strsplit_set (text, " \t\n", -1);
  const char *alone = NULL;
  guint n = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *code = NULL;

      if (*codes[i] == '\0')
        continue;
      code = hw_answer_read_choice (question, codes[i], error);
      if (code == NULL)
        return NULL;
      n++;
      if (hw_question_is_exclusive (question, code))
        alone = codes[i];
    }
  if (alone != NULL && n > 1)
    return hw_answer_refuse (
        error, _("“%s” stands alone: it cannot be chosen together with others."), alone);
  return join_chosen (question, codes);
}

/* Codes in the order that was given; each can have one place only. */
char *
hw_answer_read_rank (HwQuestion *question,
                     const char *text,
                     GError **error)
{
  g_auto (GStrv) codes = g_strsplit_set (text, " \t\n", -1);
  GString *ranked = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *code = NULL;
      gboolean again = FALSE;

      if (*codes[i] == '\0')
        continue;
      code = hw_answer_read_choice (question, codes[i], error);
      for (guint k = 0; k < i; k++)
        again = again || strcmp (codes[k], codes[i]) == 0;
      if (code != NULL && again)
        hw_answer_refuse (
            error, _("“%s” stands here twice. Each choice has one place in the order."), code);
      if (code == NULL || again)
        {
          g_string_free (ranked, TRUE);
          return NULL;
        }
      g_string_append_printf (ranked, "%s%s", ranked->len > 0 ? " " : "", code);
    }
  return g_string_free (ranked, FALSE);
}

/**
 * hw_answer_split_codes:
 * @question: a question with choices
 * @text: an answer in canonical form
 *
 * Returns: (transfer full): its codes, %NULL-terminated. The codes of many forms have blanks in
 * them, which a select_one can tell from what stands between codes.
 */
char **
hw_answer_split_codes (HwQuestion *question,
                       const char *text)
{
  const char *one[] = { text, NULL };

  g_return_val_if_fail (question != NULL && text != NULL, NULL);

  if (hw_question_get_kind (question) == HW_KIND_SELECT_ONE)
    return g_strdupv ((char **) one);
  return g_strsplit (text, " ", -1);
}

/**
 * hw_answer_dup_toggled:
 * @question: a select_multiple
 * @text: (nullable): the answer so far
 * @choice: the code that somebody chooses or leaves
 *
 * A code that stands alone replaces the others, and any other replaces it.
 *
 * Returns: (transfer full): the new text; "" when nothing is left
 */
char *
hw_answer_dup_toggled (HwQuestion *question,
                       const char *text,
                       const char *choice)
{
  g_auto (GStrv) old = g_strsplit_set (text != NULL ? text : "", " ", -1);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  gboolean was_chosen;

  g_return_val_if_fail (question != NULL && choice != NULL, NULL);

  was_chosen = g_strv_contains ((const char *const *) old, choice);
  for (guint i = 0; old[i] != NULL; i++)
    if (strcmp (old[i], choice) != 0
        && (was_chosen
            || (!hw_question_is_exclusive (question, choice)
                && !hw_question_is_exclusive (question, old[i]))))
      g_ptr_array_add (codes, old[i]);
  if (!was_chosen)
    g_ptr_array_add (codes, (gpointer) choice);
  g_ptr_array_add (codes, NULL);
  return join_chosen (question, (char **) codes->pdata);
}
