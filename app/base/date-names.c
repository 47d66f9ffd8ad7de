/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/date-names.h"

#include <string.h>
#include <unicode/udat.h>

#define MOST_NAME 64

static const HwDateNames english
    = { { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
        { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" } };

/* The code of "Français (fr)" or of "fr"; NULL when there is none. */
static char *
dup_code (const char *language)
{
  const char *open = strrchr (language, '(');
  g_autofree char *code = NULL;

  if (open != NULL)
    code = g_strndup (open + 1, strcspn (open + 1, ")"));
  else if (strlen (language) <= 3)
    code = g_strdup (language);
  if (code == NULL)
    return NULL;
  g_strstrip (code);
  for (const char *at = code; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-' && *at != '_')
      return NULL;
  return *code != '\0' && strlen (code) <= 35 ? g_steal_pointer (&code) : NULL;
}

static char *
dup_symbol (UDateFormat *format,
            UDateFormatSymbolType type,
            int i,
            const char *otherwise)
{
  UChar name[MOST_NAME];
  UErrorCode status = U_ZERO_ERROR;
  int length = udat_getSymbols (format, type, i, name, MOST_NAME, &status);

  if (U_FAILURE (status) || length <= 0 || length >= MOST_NAME)
    return g_strdup (otherwise);
  return g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
}

static HwDateNames *
make_names (const char *code)
{
  HwDateNames *names = g_new0 (HwDateNames, 1);
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_SHORT, UDAT_SHORT, code, NULL, 0, NULL, 0, &status);

  for (int i = 0; i < 12; i++)
    names->months[i] = U_SUCCESS (status)
                           ? dup_symbol (format, UDAT_SHORT_MONTHS, i, english.months[i])
                           : g_strdup (english.months[i]);
  /* ICU counts weekdays from 1, Sunday. */
  for (int i = 0; i < 7; i++)
    names->weekdays[i]
        = U_SUCCESS (status)
              ? dup_symbol (format, UDAT_SHORT_WEEKDAYS, (i + 1) % 7 + 1, english.weekdays[i])
              : g_strdup (english.weekdays[i]);
  if (U_SUCCESS (status))
    udat_close (format);
  return names;
}

/**
 * hw_date_names_get:
 * @language: (nullable): a language of a questionnaire, with its code in parentheses
 *
 * Returns: (transfer none): the names in that language; in English when the code says nothing
 */
const HwDateNames *
hw_date_names_get (const char *language)
{
  static GHashTable *known;
  static GMutex lock;
  g_autofree char *code = language != NULL ? dup_code (language) : NULL;
  HwDateNames *names;

  if (code == NULL || strcmp (code, "en") == 0)
    return &english;
  g_mutex_lock (&lock);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  names = g_hash_table_lookup (known, code);
  if (names == NULL)
    {
      names = make_names (code);
      g_hash_table_insert (known, g_strdup (code), names);
    }
  g_mutex_unlock (&lock);
  return names;
}
