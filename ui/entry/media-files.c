/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/media-files.h"

/* A picture on a form is a fraction of this; more would stop the page while it is read. */
#define MOST_BYTES (32 * 1024 * 1024)

struct _HwMediaFiles
{
  HwQuestionnaire *questionnaire;
  GHashTable *pictures; /* name -> GdkTexture, or NULL */
};

static void
unref_picture (gpointer data)
{
  if (data != NULL)
    g_object_unref (data);
}

/**
 * hw_media_files_new:
 * @questionnaire: a questionnaire
 *
 * Returns: (transfer full): its pictures
 */
HwMediaFiles *
hw_media_files_new (HwQuestionnaire *questionnaire)
{
  HwMediaFiles *self = g_new0 (HwMediaFiles, 1);

  self->questionnaire = hw_questionnaire_ref (questionnaire);
  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_picture);
  return self;
}

/**
 * hw_media_files_free:
 * @self: pictures
 */
void
hw_media_files_free (HwMediaFiles *self)
{
  g_hash_table_unref (self->pictures);
  hw_questionnaire_unref (self->questionnaire);
  g_free (self);
}

/**
 * hw_media_read_picture:
 * @bytes: what should be a picture
 *
 * Returns: (nullable) (transfer full): the picture; %NULL when it is none that can be shown
 */
GdkTexture *
hw_media_read_picture (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > MOST_BYTES)
    return NULL;
  return gdk_texture_new_from_bytes (bytes, NULL);
}

/**
 * hw_media_files_get_picture:
 * @self: pictures
 * @name: name of a file
 *
 * Returns: (nullable) (transfer none): the picture; %NULL when it is not there
 */
GdkTexture *
hw_media_files_get_picture (HwMediaFiles *self,
                            const char *name)
{
  gpointer picture;
  GBytes *bytes;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  if (g_hash_table_lookup_extended (self->pictures, name, NULL, &picture))
    return picture;
  bytes = hw_questionnaire_get_file (self->questionnaire, name);
  picture = bytes != NULL ? hw_media_read_picture (bytes) : NULL;
  g_hash_table_insert (self->pictures, g_strdup (name), picture);
  return picture;
}
