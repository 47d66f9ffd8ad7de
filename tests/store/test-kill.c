/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/database-private.h"
#include "store/writer.h"
#include "support.h"

/* A child answers and prints each answer when, and only when, it was reported as saved; it is
 * killed in the middle of it. Whatever it had printed must be in the file, in the columns and in
 * the trail. */

#define N_KILLS 100

static const char *self_path;

/* The answers count up over all lives of the child: the last one tells where to go on. */
static guint
find_last (HwInterview *interview)
{
  const char *text = hw_value_get_text (hw_item_get_value (fixture_find (interview, "head")));

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

static void
answer_next (HwInterview *interview,
             HwWriter *writer,
             guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  if (n % 25 == 0)
    {
      HwItem *row = hw_interview_insert_row (interview, fixture_find (interview, "snd"), 0, NULL);
      g_autofree char *ref = g_strconcat (hw_item_get_ref (row), "/snd_no", NULL);

      fixture_answer (interview, ref, text);
    }
  if (n % 7 == 0)
    fixture_answer (interview, "size", n % 2 == 0 ? "2" : "4");
  fixture_answer (interview, "head", text);
  hw_writer_set_cursor (writer, n % 2 == 0 ? "head" : "size");
}

static int
be_child (const char *path,
          const char *id)
{
  g_autoptr (HwSurveyFile) file = hw_survey_file_open (path, FALSE, NULL);
  g_autoptr (HwInterview) interview = NULL;
  g_autoptr (HwWriter) writer = NULL;
  guint n;

  interview = hw_survey_file_load_interview (file, id, NULL);
  writer = hw_writer_new (file, interview, FALSE, NULL);
  n = find_last (interview);
  while (TRUE)
    {
      guint burst = 1 + n % 4;

      for (guint i = 0; i < burst; i++)
        answer_next (interview, writer, ++n);
      while (hw_writer_get_pending (writer) > 0)
        g_main_context_iteration (NULL, TRUE);
      if (hw_writer_get_error (writer) != NULL)
        return 1;
      /* One write, so that a line is there as a whole or not at all. */
      {
        g_autofree char *line = g_strdup_printf ("%u\n", n);

        if (write (STDOUT_FILENO, line, strlen (line)) < 0)
          return 1;
      }
    }
}

static guint
read_last_line (GString *text)
{
  char *end = strrchr (text->str, '\n');
  char *start;

  if (end == NULL)
    return 0;
  *end = '\0';
  start = strrchr (text->str, '\n');
  return (guint) g_ascii_strtoull (start != NULL ? start + 1 : text->str, NULL, 10);
}

/* Lets a child work for a while after its first saved answer, kills it, and returns what it printed
 * last. */
static guint
live_and_die (const char *path,
              const char *id,
              guint microseconds)
{
  const char *const argv[] = { self_path, "--child", path, id, NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  char buffer[4096];
  gboolean killed = FALSE;
  ssize_t length;
  GPid pid;
  int status;
  int fd;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &fd, NULL, &error);
  g_assert_no_error (error);
  while ((length = read (fd, buffer, sizeof buffer)) != 0)
    {
      if (length < 0 && errno == EINTR)
        continue;
      g_assert_cmpint (length, >, 0);
      g_string_append_len (text, buffer, length);
      if (killed)
        continue;
      g_usleep (microseconds);
      kill (pid, SIGKILL);
      killed = TRUE;
    }
  close (fd);
  waitpid (pid, &status, 0);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  return read_last_line (text);
}

static void
check (Support *self,
       const char *id,
       guint printed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HwInterview) interview = NULL;
  g_autofree char *cursor = NULL;
  gint64 broken;
  guint last;

  self->file = hw_survey_file_open (self->path, FALSE, &error);
  g_assert_no_error (error);
  interview = hw_survey_file_load_interview (self->file, id, &error);
  g_assert_no_error (error);
  last = find_last (interview);
  g_assert_cmpuint (last, >=, printed);
  hw_survey_file_verify_trail (self->file, &broken, &error);
  g_assert_no_error (error);
  g_assert_cmpint (broken, ==, 0);
  cursor = hw_survey_file_dup_cursor (self->file, id);
  /* The cursor goes with an answer; before the first one there is none. */
  if (last > 0)
    g_assert_nonnull (cursor);
  support_assert_sql (self->path, "PRAGMA quick_check", "ok");
}

static void
test_kill (Support *self,
           gconstpointer data)
{
  g_autoptr (HwInterview) interview = hw_interview_new (self->questionnaire);
  const char *id = hw_interview_get_id (interview);
  g_autoptr (GError) error = NULL;
  g_autofree char *answers = NULL;
  guint printed = 0;
  g_autofree char *expected = NULL;
  GString *all = g_string_new (NULL);

  fixture_answer (interview, "gets", "1");
  hw_survey_file_store_interview (self->file, interview, HW_STATUS_UNDER_WAY, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_KILLS; i++)
    {
      /* Nobody else holds the file, so that what the child leaves behind is what the next start
       * finds. */
      g_assert_finalize_object (self->file);
      printed = live_and_die (self->path, id, (guint) g_test_rand_int_range (0, 40000));
      g_assert_cmpuint (printed, >, 0);
      check (self, id, printed);
    }
  /* Not one answer is missing between the first and the last, and none is there twice. */
  answers = support_ask (
      self->path, "SELECT after FROM answer_trail WHERE question = 'head' AND after IS NOT NULL"
                  " ORDER BY sequence");
  for (guint i = 1; g_str_has_prefix (answers, all->str) && all->len < strlen (answers); i++)
    g_string_append_printf (all, "%s%u", i > 1 ? "\n" : "", i);
  expected = g_string_free (all, FALSE);
  g_assert_cmpstr (answers, ==, expected);
  g_test_message ("%u answers over %d kills, none lost", printed, N_KILLS);
}

int
main (int argc,
      char **argv)
{
  self_path = argv[0];
  if (argc == 4 && strcmp (argv[1], "--child") == 0)
    return be_child (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/kill", Support, NULL, support_set_up, test_kill, support_tear_down);
  return g_test_run ();
}
