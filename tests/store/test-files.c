/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "export/data-csv.h"
#include "store/survey-file-private.h"
#include "store/writer.h"
#include "support.h"

#define PNG "\x89PNG\r\n\x1a\n"

static const char survey[] = "type,name,label,default\n"
                             "integer,hhid,Household,\n"
                             "text,village,Village,${last-saved#village}\n"
                             "image,house,Picture of the house,\n"
                             "begin_repeat,person,Member,\n"
                             "image,face,Picture,\n"
                             "end_repeat,,,\n";

static void
set_up (Support *self,
        gconstpointer data)
{
  support_set_up (self, data);
  g_assert_finalize_object (self->file);
  hw_questionnaire_unref (self->questionnaire);
  g_remove (self->path);
  self->questionnaire = fixture_read (survey, NULL, NULL);
  self->file = hw_survey_file_create (self->path, self->questionnaire, NULL, NULL);
  g_assert_nonnull (self->file);
}

static void
attach (HwInterview *interview,
        const char *ref,
        const char *name,
        const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GError) error = NULL;

  hw_interview_attach (interview, fixture_find (interview, ref), name, bytes, &error);
  g_assert_no_error (error);
}

static void
assert_file (HwInterview *interview,
             const char *name,
             const char *content)
{
  g_autoptr (GBytes) bytes = hw_interview_dup_file (interview, name);
  g_autoptr (GBytes) expected = g_bytes_new (content, strlen (content));

  g_assert_nonnull (bytes);
  g_assert_true (g_bytes_equal (bytes, expected));
}

/* What was attached is in the survey with the answer, and stays when the answer goes. */
static void
test_attach (Support *self,
             gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_survey_file_new_interview (self->file);
  g_autoptr (HwInterview) again = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (HwWriter) writer = hw_writer_new (self->file, interview, TRUE, NULL);

    attach (interview, "house", "house.png", PNG "one");
    fixture_assert (interview, "house", "house.png");
    hw_interview_insert_row (interview, fixture_find (interview, "person"), 0, NULL);
    attach (interview, "person[1]/face", "house.png", PNG "two");
    fixture_assert (interview, "person[1]/face", "house-2.png");
    attach (interview, "house", "other", PNG "three");
    fixture_answer (interview, "house", "");
    fixture_answer (interview, "house", "house.png");
    attach (interview, "person[1]/face", "house.png", PNG "two");
    fixture_assert (interview, "person[1]/face", "house-2.png");
    hw_writer_flush (writer, &error);
    g_assert_no_error (error);
  }
  support_assert_sql (self->path,
                      "SELECT name, length (content) FROM \"interview/file\" ORDER BY name",
                      "house-2.png|11\nhouse.png|11\nother|13");
  again = hw_survey_file_load_interview (self->file, hw_interview_get_id (interview), &error);
  g_assert_no_error (error);
  assert_file (again, "house.png", PNG "one");
  assert_file (again, "house-2.png", PNG "two");
  assert_file (again, "other", PNG "three");
  g_assert_null (hw_interview_dup_file (again, "nothing.png"));
  g_assert_null (hw_interview_get_new_file (again, "house.png"));
  /* A name that the survey has already is not given twice. */
  attach (again, "house", "house.png", PNG "four");
  fixture_assert (again, "house", "house-3.png");
}

static void
test_refused (Support *self,
              gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autoptr (GBytes) text = g_bytes_new_static ("some text", 9);
  g_autoptr (GBytes) picture = g_bytes_new_static (PNG, 8);
  g_autofree char *content = g_malloc0 (20000001);
  g_autoptr (GBytes) large = NULL;
  g_autoptr (GError) error = NULL;
  HwItem *house = fixture_find (interview, "house");

  memcpy (content, PNG, 8);
  large = g_bytes_new_take (g_steal_pointer (&content), 20000001);
  g_assert_false (hw_interview_attach (interview, house, "a.png", text, &error));
  g_assert_error (error, HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_BAD_ANSWER);
  support_assert_sentence (error);
  g_clear_error (&error);
  g_assert_false (hw_interview_attach (interview, house, "a.png", large, &error));
  g_assert_error (error, HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_BAD_ANSWER);
  support_assert_sentence (error);
  g_clear_error (&error);
  g_assert_false (
      hw_interview_attach (interview, fixture_find (interview, "hhid"), "a.png", picture, &error));
  g_assert_error (error, HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_NOT_ALLOWED);
  support_assert_sentence (error);
  g_clear_error (&error);
  g_assert_false (hw_interview_attach (interview, house, "../a.png", picture, &error));
  g_assert_error (error, HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_BAD_ANSWER);
  fixture_assert (interview, "house", "(not-answered)");
}

static void
test_export (Support *self,
             gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  g_autofree char *folder = g_dir_make_tmp ("homeward-XXXXXX", NULL);
  g_autofree char *media
      = g_build_filename (folder, "media", hw_interview_get_id (interview), NULL);
  g_autofree char *picture = g_build_filename (media, "house.png", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  attach (interview, "house", "house.png", PNG "one");
  hw_survey_file_store_interview (self->file, interview, HW_STATUS_COMPLETED, &error);
  g_assert_no_error (error);
  hw_export_data_csv (self->file, folder, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (picture, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, PNG "one");
}

static void
fill_and_finish (Support *self,
                 const char *village,
                 HwStatus status)
{
  g_autoptr (HwInterview) interview = hw_survey_file_new_interview (self->file);
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (HwWriter) writer = hw_writer_new (self->file, interview, TRUE, NULL);

    fixture_answer (interview, "village", village);
    hw_writer_flush (writer, &error);
    g_assert_no_error (error);
  }
  if (status != HW_STATUS_UNDER_WAY)
    hw_survey_file_set_status (self->file, hw_interview_get_id (interview), status, NULL, &error);
  g_assert_no_error (error);
}

/* A new interview begins with what the one said that was finished last; what is under way does not
 * count. */
static void
test_last_saved (Support *self,
                 gconstpointer data)
{
  g_autoptr (HwInterview) first = hw_survey_file_new_interview (self->file);
  g_autoptr (HwInterview) last = NULL;
  g_autoptr (HwInterview) again = NULL;
  g_autoptr (GError) error = NULL;

  fixture_assert (first, "village", "(not-answered)");
  fill_and_finish (self, "Moca", HW_STATUS_COMPLETED);
  fill_and_finish (self, "Azua", HW_STATUS_UNDER_WAY);
  last = hw_survey_file_new_interview (self->file);
  fixture_assert (last, "village", "Moca");
  fixture_answer (last, "village", "Bani");
  hw_survey_file_store_interview (self->file, last, HW_STATUS_UNDER_WAY, &error);
  g_assert_no_error (error);
  again = hw_survey_file_load_interview (self->file, hw_interview_get_id (last), &error);
  g_assert_no_error (error);
  fixture_assert (again, "village", "Bani");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/files/attach", Support, NULL, set_up, test_attach, support_tear_down);
  g_test_add ("/files/refused", Support, NULL, set_up, test_refused, support_tear_down);
  g_test_add ("/files/export", Support, NULL, set_up, test_export, support_tear_down);
  g_test_add ("/files/last-saved", Support, NULL, set_up, test_last_saved, support_tear_down);
  return g_test_run ();
}
