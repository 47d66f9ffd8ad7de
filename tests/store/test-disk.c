/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "store/writer.h"
#include "support.h"

/* A small disk of the test's own, really full or really read-only. Only root can make one; it lies
 * in a mount namespace that nobody else sees and that ends with the test. */

typedef struct
{
  Support support;
  char *disk;
  char *path;
} Fixture;

static gboolean has_disk;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  support_set_up (&self->support, data);
  self->disk = g_build_filename (self->support.folder, "disk", NULL);
  self->path = g_build_filename (self->disk, "small.homeward", NULL);
  if (!has_disk)
    return;
  g_assert_cmpint (g_mkdir (self->disk, 0700), ==, 0);
  g_assert_cmpint (mount ("tmpfs", self->disk, "tmpfs", 0, "size=1m"), ==, 0);
  g_clear_object (&self->support.file);
  self->support.file
      = hw_survey_file_create (self->path, self->support.questionnaire, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_assert_finalize_object (g_steal_pointer (&self->support.file));
  self->support.file = hw_survey_file_open (self->support.path, FALSE, NULL);
  if (has_disk)
    {
      g_assert_cmpint (umount (self->disk), ==, 0);
      g_rmdir (self->disk);
    }
  g_free (self->disk);
  g_free (self->path);
  support_tear_down (&self->support, data);
}

static gboolean
is_left_out (void)
{
  if (has_disk)
    return FALSE;
  g_test_skip ("only root can make a disk to fill");
  return TRUE;
}

static void
fill_disk (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->disk, "filling", NULL);
  static const char block[1024];
  int fd = g_open (path, O_CREAT | O_WRONLY, 0600);

  while (write (fd, block, sizeof block) > 0)
    continue;
  close (fd);
}

static void
empty_disk (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->disk, "filling", NULL);

  g_unlink (path);
}

static void
assert_error (GError **error,
              int code)
{
  g_assert_error (*error, HW_STORE_ERROR, code);
  support_assert_sentence (*error);
  g_clear_error (error);
}

static void
test_full (Fixture *self,
           gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->disk, "other.homeward", NULL);
  g_autofree char *much = g_strnfill (100000, 'x');
  g_autoptr (HwInterview) interview = hw_interview_new (self->support.questionnaire);
  g_autoptr (HwWriter) writer = NULL;
  g_autoptr (GError) error = NULL;

  if (is_left_out ())
    return;
  writer = hw_writer_new (self->support.file, interview, TRUE, NULL);
  fixture_answer (interview, "hhid", "1");
  g_assert_true (hw_writer_flush (writer, NULL));
  fill_disk (self);
  fixture_answer (interview, "head", much);
  fixture_answer (interview, "size", "2");
  g_assert_false (hw_writer_flush (writer, &error));
  assert_error (&error, HW_STORE_ERROR_FULL);
  g_assert_cmpuint (hw_writer_get_pending (writer), ==, 2);
  g_assert_null (hw_survey_file_create (other, self->support.questionnaire, NULL, &error));
  g_assert_nonnull (strstr (error->message, "other.homeward”"));
  assert_error (&error, HW_STORE_ERROR_FULL);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));

  empty_disk (self);
  g_assert_true (hw_writer_flush (writer, &error));
  g_assert_no_error (error);
  support_assert_sql (self->path, "SELECT hhid, size, length (head) FROM household", "1|2|100000");
  support_assert_sql (self->path, "SELECT count (*) FROM person_2", "2");
}

static void
test_read_only_folder (Fixture *self,
                       gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->disk, "other.homeward", NULL);
  g_autoptr (HwInterview) interview = hw_interview_new (self->support.questionnaire);
  g_autoptr (HwInterview) loaded = NULL;
  g_autoptr (HwSurveyFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (is_left_out ())
    return;
  fixture_answer (interview, "hhid", "1");
  hw_survey_file_store_interview (self->support.file, interview, HW_STATUS_UNDER_WAY, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&self->support.file));
  g_assert_cmpint (mount (NULL, self->disk, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);

  g_assert_null (hw_survey_file_open (self->path, FALSE, &error));
  assert_error (&error, HW_STORE_ERROR_READ_ONLY);
  g_assert_null (hw_survey_file_create (other, self->support.questionnaire, NULL, &error));
  assert_error (&error, HW_STORE_ERROR_READ_ONLY);
  /* It can still be looked at. */
  file = hw_survey_file_open (self->path, TRUE, &error);
  g_assert_no_error (error);
  loaded = hw_survey_file_load_interview (file, hw_interview_get_id (interview), &error);
  g_assert_no_error (error);
  fixture_assert (loaded, "hhid", "1");
  self->support.file = g_steal_pointer (&file);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  has_disk = unshare (CLONE_NEWNS) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
  g_test_add ("/disk/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add ("/disk/read-only-folder", Fixture, NULL, set_up, test_read_only_folder, tear_down);
  return g_test_run ();
}
