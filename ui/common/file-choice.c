/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/common/file-choice.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  GtkFileChooserNative *chooser;
  GtkWidget *from; /* weak */
  char *ending;    /* nullable */
  HwFileChosenFunc func;
  gpointer data;
} Question;

static void
free_question (Question *question)
{
  g_clear_weak_pointer (&question->from);
  g_clear_object (&question->chooser);
  g_free (question->ending);
  g_free (question);
}

static void
remember_folder (const char *path)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *folder = g_path_get_dirname (path);

  g_settings_set_string (settings, "last-folder", folder);
}

static void
response_cb (Question *question,
             int response)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (question->chooser));
  if (file != NULL)
    path = g_file_get_path (file);
  if (path != NULL && question->ending != NULL && !g_str_has_suffix (path, question->ending))
    {
      g_autofree char *bare = g_steal_pointer (&path);
      path = g_strconcat (bare, question->ending, NULL);
    }
  if (path != NULL)
    remember_folder (path);
  if (path != NULL && question->from != NULL)
    question->func (question->from, path, question->data);
  free_question (question);
}

static void
add_filter (GtkFileChooser *chooser,
            const HwFileChoice *choice)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_auto (GStrv) patterns = g_strsplit (choice->pattern, " ", -1);

  gtk_file_filter_set_name (filter, choice->filter_label);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

/**
 * hw_file_choice_ask:
 * @from: the widget that asks; an answer that comes after its end is dropped
 * @choice: what is asked
 * @func: is called with the path when one was chosen
 * @data: for @func
 *
 * Asks for a file or a folder, starting where the last one was chosen.
 */
void
hw_file_choice_ask (GtkWidget *from,
                    const HwFileChoice *choice,
                    HwFileChosenFunc func,
                    gpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *folder = g_settings_get_string (settings, "last-folder");
  GtkRoot *root;
  Question *question;
  GtkFileChooser *chooser;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (choice != NULL && func != NULL);

  root = gtk_widget_get_root (from);
  question = g_new0 (Question, 1);
  question->chooser
      = gtk_file_chooser_native_new (choice->title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                     choice->action, choice->accept, NULL);
  question->func = func;
  question->data = data;
  g_set_weak_pointer (&question->from, from);

  chooser = GTK_FILE_CHOOSER (question->chooser);
  if (choice->filter_label != NULL)
    add_filter (chooser, choice);
  if (choice->name != NULL)
    {
      question->ending = g_strdup (strrchr (choice->name, '.'));
      gtk_file_chooser_set_current_name (chooser, choice->name);
    }
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GFile) file = g_file_new_for_path (folder);
      gtk_file_chooser_set_current_folder (chooser, file, NULL);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_swapped (chooser, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
