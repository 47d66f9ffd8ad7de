/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/common/language.h"

#include <string.h>

/* Sheets name a language as XLSForm has it, "Español (es)", or by its bare code. */
static gboolean
is_language (const char *name,
             const char *code)
{
  const char *open = strrchr (name, '(');
  gsize length = strlen (code);

  if (g_ascii_strcasecmp (name, code) == 0)
    return TRUE;
  return open != NULL && g_ascii_strncasecmp (open + 1, code, length) == 0
         && strcmp (open + 1 + length, ")") == 0;
}

/**
 * hw_language_pick:
 * @questionnaire: the questionnaire
 *
 * Finds the language of the questionnaire that goes with the language of the program, in the order
 * in which the person prefers them.
 *
 * Returns: (nullable) (transfer none): its name in the sheets; %NULL for the questionnaire's own
 */
const char *
hw_language_pick (HwQuestionnaire *questionnaire)
{
  const char *const *wanted = g_get_language_names ();
  const char *const *known;

  g_return_val_if_fail (questionnaire != NULL, NULL);

  known = hw_questionnaire_get_languages (questionnaire);
  for (guint i = 0; wanted[i] != NULL; i++)
    for (guint j = 0; known[j] != NULL; j++)
      if (is_language (known[j], wanted[i]))
        return known[j];
  return NULL;
}
