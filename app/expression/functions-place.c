/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/functions.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/number.h"

/* As on the field's phones: the earth is a sphere of the radius of its equator. */
#define EARTH_RADIUS 6378100.0

typedef struct
{
  double latitude;
  double longitude;
} Place;

static double
to_radians (double degrees)
{
  return degrees * G_PI / 180;
}

/* Adds the places of a text "latitude longitude [altitude accuracy]; ..."; FALSE when one is none.
 */
static gboolean
add_places (GArray *places,
            const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      g_auto (GStrv) words = NULL;
      Place place;

      g_strstrip (*part);
      if (**part == '\0')
        continue;
      words = g_strsplit (*part, " ", 4);
      if (words[0] == NULL || words[1] == NULL || !hw_number_parse (words[0], &place.latitude)
          || !hw_number_parse (words[1], &place.longitude) || fabs (place.latitude) > 90
          || fabs (place.longitude) > 180)
        return FALSE;
      g_array_append_val (places, place);
    }
  return TRUE;
}

/* (transfer full) (nullable): what all arguments say; NULL when something in them is no place */
static GArray *
pop_places (xmlXPathParserContextPtr parser,
            int n)
{
  g_autoptr (GPtrArray) texts = hw_arguments_pop_texts (parser, n);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < texts->len; i++)
    if (!add_places (places, g_ptr_array_index (texts, i)))
      return NULL;
  return g_steal_pointer (&places);
}

/* To the centimetre: a place is never known better. */
static double
round_to_centimetre (double metres)
{
  return round (metres * 100) / 100;
}

/* The law of haversines, https://en.wikipedia.org/wiki/Haversine_formula */
static double
compute_distance (const Place *a,
                  const Place *b)
{
  double latitude = sin (to_radians (b->latitude - a->latitude) / 2);
  double longitude = sin (to_radians (b->longitude - a->longitude) / 2);
  double h
      = latitude * latitude
        + cos (to_radians (a->latitude)) * cos (to_radians (b->latitude)) * longitude * longitude;

  return 2 * EARTH_RADIUS * asin (MIN (1, sqrt (h)));
}

static void
call_distance (xmlXPathParserContextPtr parser,
               int n)
{
  g_autoptr (GArray) places = pop_places (parser, n);
  double sum = 0;

  for (guint i = 1; places != NULL && i < places->len; i++)
    sum += compute_distance (&g_array_index (places, Place, i - 1),
                             &g_array_index (places, Place, i));
  hw_return_number (parser, places != NULL ? round_to_centimetre (sum) : NAN);
}

/* The area under every side down to the equator, signed: R. G. Chamberlain and W. H. Duquette,
 * "Some algorithms for polygons on a sphere", JPL 2007. */
static double
compute_area (GArray *places)
{
  double sum = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const Place *a = &g_array_index (places, Place, i);
      const Place *b = &g_array_index (places, Place, (i + 1) % places->len);

      sum += to_radians (b->longitude - a->longitude)
             * (2 + sin (to_radians (a->latitude)) + sin (to_radians (b->latitude)));
    }
  return fabs (sum * EARTH_RADIUS * EARTH_RADIUS / 2);
}

static void
call_area (xmlXPathParserContextPtr parser,
           int n)
{
  g_autoptr (GArray) places = pop_places (parser, n);

  if (places == NULL)
    hw_return_number (parser, NAN);
  else
    hw_return_number (parser, places->len < 3 ? 0 : round_to_centimetre (compute_area (places)));
}

const HwFunction hw_functions_place[] = {
  { "distance", 1, -1, HW_RESULT_NUMBER, HW_EMPTY_ZERO, 0, call_distance,
    N_("The length in metres of a line through places.") },
  { "area", 1, -1, HW_RESULT_NUMBER, HW_EMPTY_ZERO, 0, call_area,
    N_("The area in square metres of a shape of places.") },
  { NULL },
};
