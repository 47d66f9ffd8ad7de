/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/interview-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A photograph of a telephone has some 5 MB; much larger files make a survey slow to copy and to
 * send. */
#define MOST_MEGABYTES 20

static const struct
{
  const char *start;
  gsize length;
  gsize at;
} pictures[] = {
  { "\x89PNG\r\n\x1a\n", 8, 0 },
  { "\xff\xd8\xff", 3, 0 },
  { "GIF8", 4, 0 },
  { "BM", 2, 0 },
  { "WEBP", 4, 8 },
  { "II*\0", 4, 0 },
  { "MM\0*", 4, 0 },
  { "ftypheic", 8, 4 },
  { "ftypmif1", 8, 4 },
  { "ftypavif", 8, 4 },
};

static gboolean
is_picture (GBytes *bytes)
{
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (length >= pictures[i].at + pictures[i].length
        && memcmp (content + pictures[i].at, pictures[i].start, pictures[i].length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_file (HwItem *item,
            const char *name,
            GBytes *bytes,
            GError **error)
{
  HwInterviewError code = HW_INTERVIEW_ERROR_BAD_ANSWER;

  if (item->kind != HW_ITEM_QUESTION || hw_question_get_kind (item->question) != HW_KIND_IMAGE)
    g_set_error (error, HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_NOT_ALLOWED,
                 _("“%s” takes no picture."), hw_item_get_ref (item));
  else if (!is_picture (bytes))
    g_set_error (error, HW_INTERVIEW_ERROR, (int) code,
                 _("“%s” is no picture. Choose a file in PNG, JPEG, WebP, GIF, TIFF, BMP, HEIC or "
                    "AVIF format."),
                 name);
  else if (g_bytes_get_size (bytes) > MOST_MEGABYTES * 1000 * 1000)
    g_set_error (error, HW_INTERVIEW_ERROR, (int) code,
                 _("“%1$s” has more than %2$d MB. Make the picture smaller, and attach it again."),
                 name, MOST_MEGABYTES);
  else
    return TRUE;
  return FALSE;
}

/* "house.jpg", "house-2.jpg" and so on: the first that is free, or that has just these bytes. */
static char *
take_name (HwInterview *self,
           const char *wished,
           GBytes *bytes)
{
  const char *dot = strrchr (wished, '.');
  g_autofree char *stem = dot != NULL && dot > wished ? g_strndup (wished, (gsize) (dot - wished))
                                                      : g_strdup (wished);
  const char *ending = dot != NULL && dot > wished ? dot : "";

  for (guint i = 1;; i++)
    {
      g_autofree char *name
          = i == 1 ? g_strdup (wished) : g_strdup_printf ("%s-%u%s", stem, i, ending);
      g_autoptr (GBytes) there = hw_interview_dup_file (self, name);

      if (there == NULL || g_bytes_equal (there, bytes))
        return g_steal_pointer (&name);
    }
}

/**
 * hw_interview_attach:
 * @self: an interview
 * @item: a question that takes a picture
 * @name: the name of the file, without folders
 * @bytes: what is in it
 * @error: return location for a #GError, or %NULL
 *
 * Answers with a file: the answer is its name, or one like it if another file of this interview has
 * that name. What was attached before is kept, for undoing.
 *
 * Returns: %FALSE with %HW_INTERVIEW_ERROR_BAD_ANSWER or %HW_INTERVIEW_ERROR_NOT_ALLOWED, and
 * nothing changed
 */
gboolean
hw_interview_attach (HwInterview *self,
                     HwItem *item,
                     const char *name,
                     GBytes *bytes,
                     GError **error)
{
  g_autofree char *own = NULL;
  g_autoptr (HwValue) value = NULL;

  g_return_val_if_fail (HW_IS_INTERVIEW (self), FALSE);
  g_return_val_if_fail (HW_IS_ITEM (item) && item->interview == self, FALSE);
  g_return_val_if_fail (name != NULL && bytes != NULL, FALSE);

  if (!check_file (item, name, bytes, error))
    return FALSE;
  own = take_name (self, name, bytes);
  if (!g_hash_table_contains (self->files, own))
    g_hash_table_insert (self->files, g_strdup (own), g_bytes_ref (bytes));
  value = hw_value_new (own);
  return hw_interview_answer (self, item, value, NULL, error);
}

/**
 * hw_interview_get_new_file:
 * @self: an interview
 * @name: an answer
 *
 * Returns: (transfer none) (nullable): the file that was attached under that name since the
 *   interview came to life, for a store to keep
 */
GBytes *
hw_interview_get_new_file (HwInterview *self,
                           const char *name)
{
  g_return_val_if_fail (HW_IS_INTERVIEW (self) && name != NULL, NULL);
  return g_hash_table_lookup (self->files, name);
}

/**
 * hw_interview_dup_file:
 * @self: an interview
 * @name: an answer
 *
 * Returns: (transfer full) (nullable): the file of that name; %NULL when none was attached
 */
GBytes *
hw_interview_dup_file (HwInterview *self,
                       const char *name)
{
  GBytes *bytes = hw_interview_get_new_file (self, name);

  if (bytes != NULL)
    return g_bytes_ref (bytes);
  return self->file_source != NULL ? self->file_source (name, self->file_source_data) : NULL;
}

/**
 * hw_interview_set_file_source:
 * @self: an interview
 * @func: (nullable): gives a file that a store has, by its name
 * @data: for @func
 * @destroy: (nullable): of @data, when it is not needed any more
 */
void
hw_interview_set_file_source (HwInterview *self,
                              HwFileFunc func,
                              gpointer data,
                              GDestroyNotify destroy)
{
  g_return_if_fail (HW_IS_INTERVIEW (self));

  if (self->file_source_destroy != NULL)
    self->file_source_destroy (self->file_source_data);
  self->file_source = func;
  self->file_source_data = data;
  self->file_source_destroy = destroy;
}
