/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/expression.h"

#include <libxml/xpath.h>
#include <math.h>
#include <string.h>

/* The generator of Park and Miller, as every program of the field has it. */
#define MODULUS 2147483647
#define FACTOR 16807

/* A number loses its fraction, and any other text counts as the first eight bytes of its digest. */
static gint64
read_seed (const char *seed)
{
  double number = xmlXPathCastStringToNumber (BAD_CAST seed);
  g_autoptr (GChecksum) checksum = NULL;
  guint8 bytes[32];
  gsize length = sizeof bytes;
  guint64 value = 0;

  if (*seed == '\0')
    return 0;
  if (!isnan (number))
    return number >= 0x1p63 ? G_MAXINT64 : number < -0x1p63 ? G_MININT64 : (gint64) number;
  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (checksum, (const guchar *) seed, (gssize) strlen (seed));
  g_checksum_get_digest (checksum, bytes, &length);
  for (guint i = 0; i < 8; i++)
    value = value << 8 | bytes[i];
  return (gint64) value;
}

/**
 * hw_shuffle:
 * @order: (array length=n): numbers that change places
 * @n: how many
 * @seed: (nullable): with it, the order is the same at every call and the one of the field's
 * programs; without it, another one each time
 *
 * The shuffle of Fisher and Yates from the first place on.
 */
void
hw_shuffle (guint *order,
            guint n,
            const char *seed)
{
  gint64 state;

  g_return_if_fail (order != NULL || n == 0);

  state = seed != NULL ? read_seed (seed) % MODULUS : g_random_int_range (1, MODULUS);
  if (state <= 0)
    state += MODULUS - 1;
  for (guint i = 0; i < n; i++)
    {
      guint j, moved = order[i];

      state = state * FACTOR % MODULUS;
      j = (guint) ((double) (state - 1) / (MODULUS - 1) * (i + 1));
      order[i] = order[j];
      order[j] = moved;
    }
}
