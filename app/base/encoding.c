/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A zero byte is for the reader to complain about: it has a sentence of its own. */
static gboolean
is_utf8 (const char *text,
         gsize length,
         guint *n_good,
         guint *n_bad)
{
  const char *end = text + length;

  *n_good = *n_bad = 0;
  if (g_utf8_validate_len (text, length, NULL))
    return TRUE;
  for (const char *at = text; at < end;)
    if ((guchar) *at < 0x80)
      at++;
    else
      {
        gunichar letter = g_utf8_get_char_validated (at, end - at);

        if (letter == (gunichar) -1 || letter == (gunichar) -2)
          {
            (*n_bad)++;
            at++;
          }
        else
          {
            (*n_good)++;
            at = g_utf8_next_char (at);
          }
      }
  return *n_bad == 0;
}

static GBytes *
convert (const char *text,
         gsize length,
         const char *from)
{
  gsize size;
  char *converted = g_convert (text, (gssize) length, "UTF-8", from, NULL, &size, NULL);

  return converted != NULL ? g_bytes_new_take (converted, size) : NULL;
}

/**
 * hw_encoding_decode:
 * @bytes: a text in an encoding that nobody names
 * @encoding: (out): what it seems to be
 *
 * Returns: (transfer full): the text in UTF-8; @bytes as they are when they are UTF-8 already, or
 *   when nothing fits
 */
GBytes *
hw_encoding_decode (GBytes *bytes,
                    HwEncoding *encoding)
{
  GBytes *converted = NULL;
  guint n_good;
  guint n_bad;
  gsize length;
  const char *text;

  g_return_val_if_fail (bytes != NULL && encoding != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  *encoding = HW_ENCODING_UTF_8;
  if (length >= 2 && memcmp (text, "\xff\xfe", 2) == 0)
    converted = convert (text + 2, length - 2, "UTF-16LE");
  else if (length >= 2 && memcmp (text, "\xfe\xff", 2) == 0)
    converted = convert (text + 2, length - 2, "UTF-16BE");
  if (converted != NULL)
    *encoding = HW_ENCODING_UTF_16;
  else if (!is_utf8 (text, length, &n_good, &n_bad))
    {
      /* Where most letters are good UTF-8, a bad one is damage and no other encoding. */
      if (n_good < n_bad)
        converted = convert (text, length, "WINDOWS-1252");
      *encoding = converted != NULL ? HW_ENCODING_WINDOWS_1252 : HW_ENCODING_UNKNOWN;
    }
  return converted != NULL ? converted : g_bytes_ref (bytes);
}

/**
 * hw_encoding_decode_file:
 * @bytes: a text in an encoding that nobody names
 * @name: the file as the user knows it
 * @problems: where advice goes when the encoding had to be guessed
 *
 * Returns: (transfer full): the text, in UTF-8 if that can be
 */
GBytes *
hw_encoding_decode_file (GBytes *bytes,
                         const char *name,
                         HwProblems *problems)
{
  HwEncoding encoding;
  GBytes *text = hw_encoding_decode (bytes, &encoding);

  if (encoding == HW_ENCODING_WINDOWS_1252)
    hw_problems_note_in (problems, "encoding", name, NULL, 0, 0,
                     _("The file is not UTF-8 and was read as windows-1252. Look whether accented "
                       "letters are right, and save it as “CSV UTF-8” to be sure."));
  return text;
}
