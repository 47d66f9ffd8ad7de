/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/csv-reader.h"
#include "questionnaire/questionnaire.h"
#include "tests/base/book.h"

/*
 * How long it takes to read a questionnaire of 2,000 and of 5,000 questions as an office writes them:
 * sections, rosters, two languages, lists, skips, checks, calculations and filters; as CSV sheets and
 * as a workbook. Exits with 1 when the best of several runs is over its limit, or memory is.
 */

#define N_RUNS 7
#define N_LISTS 40
#define MEMORY_LIMIT_KB (60 * 1024)

static void
add_question (GString *sheet,
              guint i)
{
  guint before = i > 3 ? i - 3 : 0;

  switch (i % 8)
    {
    case 0:
      g_string_append_printf (sheet, "select_one list%u,q%u,\"%u. What is the main reason, in your own "
                                     "view?\",\"%u. Quelle est la raison principale, selon vous ?\","
                                     "Read out the answers.,Lire les réponses.,%s%u%s,,,,,yes,,\n",
                              i % N_LISTS, i, i, i, i > 0 ? "${q" : "", before, i > 0 ? "} > 0" : "");
      break;
    case 1:
      g_string_append_printf (sheet, "integer,q%u,%u. How many months was that?,%u. Combien de mois ?,,,"
                                     "\"selected(${q%u}, '1') or ${q%u} = '2'\",\". >= 0 and . <= 600\","
                                     "Between 0 and 600 months.,Entre 0 et 600 mois.,,yes,,\n",
                              i, i, i, i - 1, i - 1);
      break;
    case 2:
      g_string_append_printf (sheet, "decimal,q%u,%u. How much was sent each time?,%u. Combien chaque "
                                     "fois ?,In local currency.,En monnaie locale.,${q%u} > 0,. < 1000000,"
                                     ",,,,,\n", i, i, i, i - 1);
      break;
    case 3:
      g_string_append_printf (sheet, "calculate,q%u,,,,,,,,,\"if(${q%u} = '', 0, ${q%u} * 12 + "
                                     "coalesce(${q%u}, 0))\",,,\n", i, i - 1, i - 1, i - 2);
      break;
    case 4:
      g_string_append_printf (sheet, "select_multiple list%u,q%u,%u. Which of these do you use?,%u. "
                                     "Lesquels utilisez-vous ?,,,${q%u} > 100,\"count-selected(.) <= 3 or "
                                     "not(selected(., '9'))\",At most three.,Trois au plus.,,,,\n",
                              (i + 1) % N_LISTS, i, i, i, i - 1);
      break;
    case 5:
      g_string_append_printf (sheet, "select_one district,q%u,%u. In which district?,%u. Dans quel "
                                     "district ?,,,,,,,,yes,\"province = ${province}\",\n", i, i, i);
      break;
    case 6:
      g_string_append_printf (sheet, "text,q%u,\"%u. What did ${q%u} mean, for you?\",\"%u. Que "
                                     "signifiait ${q%u} ?\",,,\"selected(${q%u}, '9')\",\"regex(., "
                                     "'^[A-Za-z ]+$')\",Letters only.,Lettres seulement.,,,,multiline\n",
                              i, i, i - 2, i, i - 2, i - 2);
      break;
    default:
      g_string_append_printf (sheet, "date,q%u,%u. When was the last time?,%u. Quand était-ce ?,,,"
                                     "\"${q%u} != '' and ${hhsize} > 1\",. <= today(),Not in the "
                                     "future.,Pas dans le futur.,,,,\n", i, i, i, i - 1);
      break;
    }
}

static char *
make_survey (guint n)
{
  GString *sheet = g_string_new ("type,name,label::English (en),label::Français (fr),hint::English (en),"
                                 "hint::Français (fr),relevant,constraint,"
                                 "constraint_message::English (en),constraint_message::Français (fr),"
                                 "calculation,required,choice_filter,appearance\n"
                                 "select_one province,province,Province,Province,,,,,,,,yes,,minimal\n"
                                 "integer,hhsize,How many people live here?,Combien de personnes ?,,,,"
                                 ". < 60,,,,yes,,\n");
  guint section = 0;

  for (guint i = 0; i < n - 2; i++)
    {
      if (i % 40 == 0)
        g_string_append_printf (sheet, "begin_%s,s%u,Section %u,Section %u,,,%s,,,,,,,\n",
                                section % 5 == 4 ? "repeat" : "group", section, section, section,
                                section % 3 == 1 ? "${hhsize} > 1" : "");
      add_question (sheet, i);
      if (i % 40 == 39 || i == n - 3)
        g_string_append_printf (sheet, "end_%s,,,,,,,,,,,,,\n", section++ % 5 == 4 ? "repeat" : "group");
    }
  return g_string_free (sheet, FALSE);
}

static char *
make_choices (void)
{
  GString *sheet
      = g_string_new ("list_name,name,label::English (en),label::Français (fr),province\n");

  for (guint i = 0; i < N_LISTS; i++)
    for (guint k = 1; k <= 12; k++)
      g_string_append_printf (sheet, "list%u,%u,Answer %u of %u,Réponse %u de %u,\n", i, k, k, i, k, i);
  for (guint i = 0; i < 20; i++)
    g_string_append_printf (sheet, "province,%u,Province %u,Province %u,\n", i, i, i);
  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (sheet, "district,%u,District %u,District %u,%u\n", i, i, i, i % 20);
  return g_string_free (sheet, FALSE);
}

/* The same sheet as a part of a workbook, with the texts in the table of strings. */
static gboolean
add_cells_cb (const HwCsvRow *row,
              gpointer data)
{
  GString **texts = data; /* sheet, strings */
  static guint n_strings;

  g_string_append_printf (texts[0], "<row r=\"%u\" spans=\"1:14\">", row->number);
  for (guint i = 0; i < row->n_fields; i++)
    if (*row->fields[i] != '\0')
      {
        g_autofree char *text = g_markup_escape_text (row->fields[i], -1);

        if (texts[1]->len == 0)
          n_strings = 0;
        g_string_append_printf (texts[1], "<si><t>%s</t></si>", text);
        g_string_append_printf (texts[0], "<c r=\"%c%u\" s=\"1\" t=\"s\"><v>%u</v></c>", 'A' + (char) i,
                                row->number, n_strings++);
      }
  g_string_append (texts[0], "</row>");
  return TRUE;
}

static GBytes *
make_book (const char *const *sheets)
{
  GString *texts[2] = { NULL, g_string_new (NULL) };
  g_autoptr (HwProblems) problems = hw_problems_new ();
  char *parts_text[2] = { NULL, NULL };
  g_autofree char *strings = NULL;
  GBytes *bytes;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HwCsvReader) reader = hw_csv_reader_new ("", ',', problems, add_cells_cb, texts);

      texts[0] = g_string_new ("<worksheet><sheetData>");
      hw_csv_reader_feed (reader, sheets[i], strlen (sheets[i]));
      hw_csv_reader_finish (reader);
      g_string_append (texts[0], "</sheetData></worksheet>");
      parts_text[i] = g_string_free (texts[0], FALSE);
    }
  strings = g_strdup_printf ("<sst>%s</sst>", texts[1]->str);
  g_string_free (texts[1], TRUE);
  {
    const char *parts[] = {
      "_rels/.rels", BOOK_RELS, "xl/workbook.xml",
      "<workbook xmlns:r='r'><sheets><sheet name='survey' r:id='r1'/><sheet name='choices' r:id='r2'/>"
      "</sheets></workbook>",
      "xl/_rels/workbook.xml.rels",
      "<Relationships>" BOOK_RELATION ("r1", "worksheet", "s1.xml")
          BOOK_RELATION ("r2", "worksheet", "s2.xml")
              BOOK_RELATION ("r3", "sharedStrings", "strings.xml") "</Relationships>",
      "xl/s1.xml", parts_text[0], "xl/s2.xml", parts_text[1], "xl/strings.xml", strings, NULL,
    };

    bytes = book_zip (parts);
  }
  g_free (parts_text[0]);
  g_free (parts_text[1]);
  return bytes;
}

/* Of the processor, so that whatever else the machine does is left out. */
static double
get_time_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static long
get_memory_kb (const char *what)
{
  g_autofree char *status = NULL;
  const char *at;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  at = strstr (status, what);
  return at != NULL ? strtol (at + strlen (what), NULL, 10) : 0;
}

static gboolean
measure (const char *what,
         guint n,
         const char *path,
         double limit_ms)
{
  double best = G_MAXDOUBLE;
  long memory = 0;

  for (guint run = 0; run < N_RUNS; run++)
    {
      g_autoptr (HwProblems) problems = hw_problems_new ();
      g_autoptr (GError) error = NULL;
      long before = get_memory_kb ("VmRSS:");
      double start = get_time_ms ();
      g_autoptr (HwQuestionnaire) questionnaire = hw_questionnaire_new_from_path (path, problems, &error);
      double time = get_time_ms () - start;

      if (questionnaire == NULL)
        {
          g_autofree char *why = hw_problems_get_length (problems) > 0
                                     ? hw_problem_dup_string (hw_problems_get (problems, 0))
                                     : NULL;

          g_error ("%s", error != NULL ? error->message : why);
        }
      if (run == 0)
        memory = get_memory_kb ("VmRSS:") - before;
      best = MIN (best, time);
    }
  printf ("%-9s %5u questions   %7.1f ms (limit %.0f)   memory %6.1f MB\n", what, n, best, limit_ms,
          (double) memory / 1024);
  return best <= limit_ms && memory <= MEMORY_LIMIT_KB;
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    guint n;
    double limit_ms;
  } sizes[] = { { 2000, 100 }, { 5000, 250 } };
  gboolean good = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("bench-XXXXXX", NULL);
      g_autofree char *survey_path = g_build_filename (folder, "survey.csv", NULL);
      g_autofree char *choices_path = g_build_filename (folder, "choices.csv", NULL);
      g_autofree char *book_path = g_build_filename (folder, "form.xlsx", NULL);
      g_autofree char *survey = make_survey (sizes[i].n);
      g_autofree char *choices = make_choices ();
      const char *sheets[] = { survey, choices };
      g_autoptr (GBytes) book = make_book (sheets);

      g_file_set_contents (survey_path, survey, -1, NULL);
      g_file_set_contents (choices_path, choices, -1, NULL);
      g_file_set_contents (book_path, g_bytes_get_data (book, NULL), (gssize) g_bytes_get_size (book),
                           NULL);
      good &= measure ("CSV", sizes[i].n, folder, sizes[i].limit_ms);
      good &= measure ("workbook", sizes[i].n, book_path, sizes[i].limit_ms);
      g_unlink (survey_path);
      g_unlink (choices_path);
      g_unlink (book_path);
      g_rmdir (folder);
    }
  printf ("peak memory %.1f MB\n", (double) get_memory_kb ("VmHWM:") / 1024);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
