/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

static const char survey[]
    = "type,name,label,relevant,repeat_count,missing,soft_check,soft_message,constraint,"
      "calculation,bind::type\n"
      "integer,hhid,Household,,,,,,,,\n"
      "text,head,Name of the head,,,,,,,,\n"
      "integer,size,Members,,,,,,,,\n"
      "begin_repeat,person,Member,,${size},,,,,,\n"
      "text,pname,Name,,,,,,,,\n"
      "integer,age,Age,,,dont-know:998 refused:999,. < 100,Is that right?,. < 130,,\n"
      "select_one yn,away,Lives away,,,,,,,,\n"
      "text,where,Where,${away} = 1,,,,,,,\n"
      "end_repeat,person,,,,,,,,,\n"
      "select_one yn,gets,Gets money,,,,,,,,\n"
      "begin_repeat,snd,Sender,${gets} = 1,,,,,,,\n"
      "integer,snd_no,Number,,,,,,,,\n"
      "begin_repeat,flow,Transfer,,,,,,,,\n"
      "decimal,amount,Amount,,,,,,,,\n"
      "date,when,Day,,,,,,,,\n"
      "end_repeat,flow,,,,,,,,,\n"
      "end_repeat,snd,,,,,,,,,\n"
      "calculate,twice,,,,,,,,${size} * 2,int\n";
static const char choices[] = "list_name,name,label\nyn,1,Yes\nyn,2,No\n";
static const char settings[] = "form_id,form_title,version,case_id\nsmall,Small survey,1,hhid\n";

HwQuestionnaire *
support_read (void)
{
  return fixture_read (survey, choices, settings);
}

void
support_set_up (Support *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("homeward-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "small.homeward", NULL);
  self->questionnaire = support_read ();
  self->file = hw_survey_file_create (self->path, self->questionnaire, NULL, &error);
  g_assert_no_error (error);
}

void
support_tear_down (Support *self,
                   gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (self->file);
  hw_questionnaire_unref (self->questionnaire);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
support_reopen (Support *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (self->file);
  self->file = hw_survey_file_open (self->path, FALSE, &error);
  g_assert_no_error (error);
}

void
support_run_sql (const char *path,
                 const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  sqlite3_close (handle);
}

char *
support_ask (const char *path,
             const char *sql)
{
  GString *found = g_string_new (NULL);
  sqlite3_stmt *statement;
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      if (found->len > 0)
        g_string_append_c (found, '\n');
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char *text = (const char *) sqlite3_column_text (statement, i);

          g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", text != NULL ? text : "-");
        }
    }
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return g_string_free (found, FALSE);
}

void
support_assert_sentence (GError *error)
{
  g_test_message ("%s", error->message);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}
