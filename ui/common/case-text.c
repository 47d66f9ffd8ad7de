/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/common/case-text.h"

/**
 * hw_case_text_dup:
 * @label: (nullable): what identifies a case, such as "12 - 134 - 1"
 * @otherwise: what to say while there is nothing that does, translated
 *
 * Numbers with dashes between them would be shown in reverse on a right-to-left screen, and the wrong household be visited;
 * an isolate keeps their order (Unicode Standard Annex 9, FSI and PDI).
 *
 * Returns: (transfer full): the text for a label
 */
char *
hw_case_text_dup (const char *label,
                  const char *otherwise)
{
  g_return_val_if_fail (otherwise != NULL, NULL);

  if (label == NULL || *label == '\0')
    return g_strdup (otherwise);
  return g_strconcat ("\342\201\250", label, "\342\201\251", NULL);
}
