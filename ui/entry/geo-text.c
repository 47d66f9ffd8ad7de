/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/geo-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MOST_NUMBERS 8

/* What was typed, taken apart: numbers, and where a side of the globe or a degree sign stands between them. */
typedef struct
{
  double numbers[MOST_NUMBERS];
  gboolean negative[MOST_NUMBERS]; /* "-0" is less than nothing, too */
  gboolean degrees[MOST_NUMBERS];  /* followed by a degree sign */
  guint n;
  struct
  {
    char side; /* N S E W */
    guint at;  /* before this number */
  } sides[2];
  guint n_sides;
} Parts;

typedef struct
{
  double value;
  gboolean is_whole; /* degrees, minutes and seconds are what they can be */
} Angle;

/* Digits as in English, and one sign for each thing, so that the rest need not know scripts. A comma between digits is a point when
 * there is no other point and something else parts the numbers. */
static char *
dup_plain (const char *typed)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean comma_is_point = strchr (typed, '.') == NULL && strpbrk (typed, " ;\t") != NULL;

  for (const char *at = typed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean between = at > typed && g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (at)))
                         && g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (at)));

      if (g_unichar_isdigit (c))
        g_string_append_c (plain, (char) ('0' + g_unichar_digit_value (c)));
      else if (c == 0x2212)
        g_string_append_c (plain, '-');
      else if (c == 0x066B)
        g_string_append_c (plain, '.');
      else if (c == ',' && comma_is_point && between)
        g_string_append_c (plain, '.');
      else if (c == 0x00B0 || c == 0x00BA)
        g_string_append_c (plain, 'd');
      else if (c < 0x80 && strchr ("nsewNSEW.-+", (int) c) != NULL)
        g_string_append_c (plain, g_ascii_toupper ((char) c));
      else if (g_unichar_isalpha (c))
        g_string_append_c (plain, '?');
      else
        g_string_append_c (plain, ' ');
    }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static gboolean
take_apart (const char *typed,
            Parts *parts)
{
  g_autofree char *plain = dup_plain (typed);
  const char *at = plain;

  memset (parts, 0, sizeof *parts);
  while (*at != '\0')
    {
      char *end;

      if (*at == ' ')
        at++;
      else if (*at == 'd' && parts->n > 0)
        {
          parts->degrees[parts->n - 1] = TRUE;
          at++;
        }
      else if (strchr ("NSEW", *at) != NULL)
        {
          if (parts->n_sides == 2)
            return FALSE;
          parts->sides[parts->n_sides].side = *at++;
          parts->sides[parts->n_sides++].at = parts->n;
        }
      else
        {
          if (parts->n == MOST_NUMBERS || strchr ("+-.0123456789", *at) == NULL)
            return FALSE;
          parts->negative[parts->n] = *at == '-';
          parts->numbers[parts->n++] = g_ascii_strtod (at, &end);
          if (end == at)
            return FALSE;
          at = end;
        }
    }
  return parts->n >= 2;
}

/* Where the first angle ends and the second one does. */
static gboolean
find_ends (const Parts *parts,
           guint *first,
           guint *second)
{
  if (parts->n_sides == 2)
    {
      gboolean before = parts->sides[0].at == 0;

      *first = before ? parts->sides[1].at : parts->sides[0].at;
      *second = before ? MIN (parts->n, *first + MAX (1, *first)) : parts->sides[1].at;
      return *first > 0 && *second > *first;
    }
  if (parts->n_sides != 0)
    return FALSE;
  for (guint i = 1; i < parts->n; i++)
    if (parts->degrees[0] && parts->degrees[i])
      {
        *first = i;
        *second = MIN (parts->n, 2 * i);
        return TRUE;
      }
  *first = parts->n == 6 ? 3 : 1;
  *second = 2 * *first;
  return TRUE;
}

static Angle
join_angle (const Parts *parts,
            guint from,
            guint to,
            char side)
{
  static const double units[] = { 1, 60, 3600 };
  Angle angle = { .is_whole = to - from <= G_N_ELEMENTS (units) };

  for (guint i = from; i < to && angle.is_whole; i++)
    {
      angle.value += fabs (parts->numbers[i]) / units[i - from];
      if (i > from && (parts->numbers[i] < 0 || parts->numbers[i] >= 60))
        angle.is_whole = FALSE;
    }
  if (parts->negative[from] || side == 'S' || side == 'W')
    angle.value = -angle.value;
  return angle;
}

static void
append_number (GString *text,
               double value,
               const char *format)
{
  char number[64];

  g_ascii_formatd (number, sizeof number, format, value);
  if (strchr (number, '.') != NULL)
    {
      gsize n = strlen (number);

      while (number[n - 1] == '0')
        number[--n] = '\0';
      if (number[n - 1] == '.')
        number[n - 1] = '\0';
    }
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", strcmp (number, "-0") == 0 ? "0" : number);
}

static char *
dup_refusal (const char *typed)
{
  /* Translators: %s is what was typed where a place on the globe belongs. Leave the letters N and W as they are. */
  return g_strdup_printf (_("“%s” is no place. Type latitude and longitude, such as 18.486 -69.931 or 18 29 10 N 69 55 52 W."), typed);
}

/**
 * hw_geo_text_read:
 * @typed: latitude and longitude in degrees, or in degrees, minutes and seconds with N, S, E and W before or after them; altitude
 *   and accuracy in metres may follow
 * @reason: (out) (transfer full): a sentence when it is no place
 *
 * Returns: (nullable) (transfer full): the place as an answer is written; "" for nothing; %NULL when it can be none
 */
char *
hw_geo_text_read (const char *typed,
                  char **reason)
{
  g_autofree char *bare = g_strstrip (g_strdup (typed));
  g_autoptr (GString) text = g_string_new (NULL);
  Parts parts;
  Angle angles[2];
  guint first, second;

  if (*bare == '\0')
    return g_strdup ("");
  if (!take_apart (bare, &parts) || !find_ends (&parts, &first, &second) || parts.n - second > 2 || second > parts.n)
    {
      *reason = dup_refusal (bare);
      return NULL;
    }
  angles[0] = join_angle (&parts, 0, first, parts.sides[0].side);
  angles[1] = join_angle (&parts, first, second, parts.sides[1].side);
  if (parts.n_sides == 2 && strchr ("EW", parts.sides[0].side) != NULL)
    {
      Angle swapped = angles[0];

      angles[0] = angles[1];
      angles[1] = swapped;
    }
  if (!angles[0].is_whole || !angles[1].is_whole)
    *reason = g_strdup_printf (_("“%s” is no place. Minutes and seconds go from 0 to 59."), bare);
  else if (fabs (angles[0].value) > 90)
    *reason = g_strdup (_("A latitude is from -90 to 90 degrees. Type the latitude first, then the longitude."));
  else if (fabs (angles[1].value) > 180)
    *reason = g_strdup (_("A longitude is from -180 to 180 degrees. Check the second number."));
  else if (parts.n_sides == 2 && (strchr ("NS", parts.sides[0].side) != NULL) == (strchr ("NS", parts.sides[1].side) != NULL))
    *reason = dup_refusal (bare);
  if (*reason != NULL)
    return NULL;
  append_number (text, angles[0].value, "%.7f");
  append_number (text, angles[1].value, "%.7f");
  for (guint i = second; i < parts.n; i++)
    append_number (text, parts.numbers[i], "%.2f");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_angle (GString *text,
              double value,
              char positive,
              char negative)
{
  int seconds = (int) lround (fabs (value) * 3600);

  g_string_append_printf (text, "%s%d°%02d′%02d″ %c", text->len > 0 ? "  " : "", seconds / 3600, seconds / 60 % 60, seconds % 60,
                          value < 0 ? negative : positive);
}

/**
 * hw_geo_text_dup_words:
 * @point: an answer: latitude and longitude, and what follows
 *
 * Returns: (nullable) (transfer full): the place as it stands on maps, to see at once that it is the right side of the globe
 */
char *
hw_geo_text_dup_words (const char *point)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char *end;
  double latitude, longitude;

  g_return_val_if_fail (point != NULL, NULL);

  latitude = g_ascii_strtod (point, &end);
  if (end == point || *end != ' ')
    return NULL;
  longitude = g_ascii_strtod (end, NULL);
  append_angle (text, latitude, 'N', 'S');
  append_angle (text, longitude, 'E', 'W');
  return g_string_free (g_steal_pointer (&text), FALSE);
}
