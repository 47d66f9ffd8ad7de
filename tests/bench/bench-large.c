/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "interview/interview.h"

/*
 * What a large questionnaire costs while it is filled in: 2,000 questions with a roster of 60 rows,
 * rosters that grow, rosters in rosters, and a list of 100,000 places. Prints each figure beside
 * what it may be, and exits with 1 when one is over.
 */

#define N_SECTIONS 38
#define N_IN_SECTION 50 /* 1,900 questions of the household */
#define N_IN_ROW 100    /* and 100 of each member */
#define N_ROWS 60
#define N_PLACES 100000

static gboolean is_over;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return (one > two) - (one < two);
}

static double
get_percentile (GArray *times,
                guint percent)
{
  g_array_sort (times, compare);
  return g_array_index (times, double, times->len *percent / 100);
}

static void
report (const char *what,
        double milliseconds,
        double limit)
{
  printf ("%-58s %10.3f", what, milliseconds);
  if (limit > 0)
    printf ("   limit %.3f%s", limit, milliseconds > limit ? "   OVER" : "");
  printf ("\n");
  is_over = is_over || (limit > 0 && milliseconds > limit);
}

/* In microseconds of work, so that what else the machine does is left out; nothing here waits for
 * anything. */
static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static double
stop (gint64 start)
{
  return (double) (get_time () - start) / 1000.;
}

static HwQuestionnaire *
read_sheets (const char *survey,
             const char *choices)
{
  g_autoptr (GHashTable) sheets
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  g_autoptr (HwProblems) problems = hw_problems_new ();
  HwQuestionnaire *questionnaire;

  g_hash_table_insert (sheets, (gpointer) "survey", g_bytes_new (survey, strlen (survey)));
  if (choices != NULL)
    g_hash_table_insert (sheets, (gpointer) "choices", g_bytes_new (choices, strlen (choices)));
  questionnaire = hw_questionnaire_new_from_sheets (sheets, problems);
  for (guint i = 0; questionnaire == NULL && i < hw_problems_get_length (problems); i++)
    {
      g_autofree char *line = hw_problem_dup_string (hw_problems_get (problems, i));

      fprintf (stderr, "%s\n", line);
    }
  g_assert (questionnaire != NULL);
  return questionnaire;
}

static HwItem *
find (HwInterview *interview,
      const char *format,
      ...)
{
  va_list args;
  g_autofree char *ref = NULL;
  HwItem *item;

  va_start (args, format);
  ref = g_strdup_vprintf (format, args);
  va_end (args);
  item = hw_interview_find (interview, ref);
  if (item == NULL)
    g_error ("there is no %s", ref);
  return item;
}

static double
answer (HwInterview *interview,
        HwItem *item,
        const char *text,
        GArray *times)
{
  g_autoptr (GError) error = NULL;
  gint64 start = get_time ();
  double time;

  if (!hw_interview_answer_text (interview, item, text, &error))
    g_error ("%s: %s", hw_item_get_ref (item), error->message);
  time = stop (start);
  if (times != NULL)
    g_array_append_val (times, time);
  return time;
}

/* Sections of numbers with skips, rules and totals, as household budgets have them. */
static void
append_section (GString *sheet,
                guint section)
{
  g_string_append_printf (sheet,
                          "begin_group;s%u;Section;;;;;\ninteger;s%uq0;Question;;. >= 0;;yes;\n",
                          section, section);
  for (guint i = 1; i < N_IN_SECTION; i++)
    if (i % 10 == 9)
      g_string_append_printf (sheet, "calculate;s%uq%u;;;;${s%uq%u} + ${s%uq%u} * 2;;\n", section,
                              i, section, i - 1, section, i - 2);
    else if (i % 3 == 0)
      g_string_append_printf (sheet,
                              "integer;s%uq%u;Of ${s%uq0};${s%uq0} > 15 and ${s0q1} != 7;. >= 0 "
                              "and . < 100000;;;. < 5000\n",
                              section, i, section, section);
    else
      g_string_append_printf (sheet, "integer;s%uq%u;Question;;. >= 0;;;\n", section, i);
  g_string_append (sheet, "end_group;;;;;;;\n");
}

static char *
write_large (void)
{
  GString *sheet
      = g_string_new ("type;name;label;relevant;constraint;calculation;required;soft_check\n");

  for (guint section = 0; section < N_SECTIONS; section++)
    append_section (sheet, section);
  g_string_append (
      sheet, "begin_repeat;member;Member;;;;;\ntext;mname;Name;;;;;\ninteger;m0;Age;;. < 120;;;\n");
  for (guint i = 1; i < N_IN_ROW - 2; i++)
    if (i % 10 == 9)
      g_string_append_printf (sheet, "calculate;m%u;;;;${m%u} + ${m%u};;\n", i, i - 1, i - 2);
    else if (i % 2 == 0)
      g_string_append_printf (
          sheet, "integer;m%u;Of ${mname};${m0} > 15 and ${s0q0} != 7;. >= 0;;;. < 5000\n", i);
    else
      g_string_append_printf (sheet, "integer;m%u;Of ${mname};;. >= 0;;;\n", i);
  g_string_append (sheet, "end_repeat;;;;;;;\n"
                          "calculate;income;;;;sum(${m1});;\n"
                          "calculate;adults;;;;count(${member}[m0 > 15]);;\n"
                          "note;total;Income ${income} of ${adults};;;;;\n");
  return g_string_free (sheet, FALSE);
}

static void
measure_answers (void)
{
  g_autofree char *sheet = write_large ();
  g_autoptr (HwQuestionnaire) questionnaire = read_sheets (sheet, NULL);
  g_autoptr (GArray) household = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) member = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) total = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (HwInterview) interview = NULL;
  gint64 start = get_time ();

  interview = hw_interview_new (questionnaire);
  report ("2,000 questions: a new interview", stop (start), 0);
  start = get_time ();
  for (guint i = 0; i < N_ROWS; i++)
    hw_interview_insert_row (interview, find (interview, "member"), 0, NULL);
  report ("2,000 questions: sixty rows of 100 questions", stop (start), 0);
  for (guint round = 0; round < 2; round++)
    {
      for (guint section = 0; section < N_SECTIONS; section++)
        for (guint i = 0; i < N_IN_SECTION; i++)
          if (i % 10 != 9)
            answer (interview, find (interview, "s%uq%u", section, i), round == 0 ? "20" : "30",
                    household);
      for (guint row = 1; row <= N_ROWS; row++)
        for (guint i = 0; i < N_IN_ROW - 2; i++)
          if (i == 1)
            answer (interview, find (interview, "member[%u]/m1", row), round == 0 ? "20" : "30",
                    total);
          else if (i % 10 != 9)
            answer (interview, find (interview, "member[%u]/m%u", row, i), round == 0 ? "20" : "30",
                    member);
    }
  report ("2,000 questions: an answer of the household, median", get_percentile (household, 50), 0);
  report ("2,000 questions: an answer of the household, p99", get_percentile (household, 99), 2);
  report ("2,000 questions: an answer of a member, p99", get_percentile (member, 99), 2);
  report ("2,000 questions: an answer that a total sums up, p99", get_percentile (total, 99), 2);
  report ("2,000 questions: the answer that all 60 rows read",
          answer (interview, find (interview, "s0q0"), "7", NULL), 0);
}

/* The median of rows around the first and the last, so that one interruption does not decide. */
static void
measure_growth (const char *what,
                const char *behind,
                double limit)
{
  g_autoptr (GString) sheet
      = g_string_new ("type;name;label;relevant;calculation\nbegin_repeat;p;P;;\ninteger;q0;Q;;\n");
  g_autoptr (HwQuestionnaire) questionnaire = NULL;
  g_autoptr (HwInterview) interview = NULL;
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) last = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *line = NULL;

  for (guint i = 1; i < 40; i++)
    g_string_append_printf (sheet, "integer;q%u;Q;%s;\n", i, i % 3 == 0 ? "${q0} > 15" : "");
  g_string_append_printf (sheet, "end_repeat;;;;\n%s", behind);
  questionnaire = read_sheets (sheet->str, NULL);
  interview = hw_interview_new (questionnaire);
  for (guint i = 1; i <= 505; i++)
    {
      gint64 start = get_time ();
      double time;

      hw_interview_insert_row (interview, find (interview, "p"), 0, NULL);
      time = stop (start);
      if (i <= 11 || i > 494)
        g_array_append_val (i <= 11 ? first : last, time);
    }
  line = g_strdup_printf ("row 500 over row 5, %s", what);
  report (line, get_percentile (last, 50) / get_percentile (first, 50), limit);
  g_free (line);
  line = g_strdup_printf ("row 500, %s", what);
  report (line, get_percentile (last, 50), 0);
}

static void
measure_nested (void)
{
  static const char sheet[] = "type;name;label;repeat_count;relevant;calculation\n"
                              "integer;n;N;;;\n"
                              "begin_repeat;a;A;${n};;\ninteger;a1;Q;;;\n"
                              "begin_repeat;b;B;${n};;\ninteger;b1;Q;;;\n"
                              "begin_repeat;c;C;${n};;\ninteger;c1;Q;;;\ninteger;c2;Q;;${c1} > 5;\n"
                              "calculate;c3;;;;${c1} + ${b1} + ${a1}\n"
                              "end_repeat;;;;;\nend_repeat;;;;;\nend_repeat;;;;;\n"
                              "calculate;s;;;;sum(${c1})\n";
  g_autoptr (HwQuestionnaire) questionnaire = read_sheets (sheet, NULL);
  g_autoptr (HwInterview) interview = hw_interview_new (questionnaire);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  report ("rosters of 20 in 20 in 20: all rows at once",
          answer (interview, find (interview, "n"), "20", NULL), 2000);
  for (guint i = 1; i <= 20; i++)
    for (guint k = 1; k <= 20; k++)
      answer (interview, find (interview, "a[%u]/b[%u]/c[%u]/c2", i, k, k), "3", NULL);
  for (guint i = 1; i <= 20; i++)
    for (guint k = 1; k <= 20; k++)
      answer (interview, find (interview, "a[%u]/b[%u]/c[%u]/c1", i, k, k), "7", times);
  report ("rosters of 20 in 20 in 20: an answer in the sum of 8,000, p99",
          get_percentile (times, 99), 0);
  report ("rosters of 20 in 20 in 20: an answer that 400 rows read",
          answer (interview, find (interview, "a[7]/a1"), "3", NULL), 0);
}

static void
measure_many_rows (void)
{
  static const char sheet[] = "type;name;label;repeat_count\ninteger;n;N;\nbegin_repeat;p;P;${n}\n"
                              "integer;q1;Q;\ninteger;q2;Q;\ninteger;q3;Q;\nend_repeat;;;\n";
  g_autoptr (HwQuestionnaire) questionnaire = read_sheets (sheet, NULL);
  g_autoptr (HwInterview) interview = hw_interview_new (questionnaire);
  double time = answer (interview, find (interview, "n"), "5000", NULL);

  report ("a roster asked for 5,000 rows", time, 500);
  printf ("  %s\n", hw_item_get_problem_message (find (interview, "n")));
}

static void
measure_filter (void)
{
  static const char sheet[]
      = "type;name;label;choice_filter\ninteger;region;Region;\ninteger;size;Size;\n"
        "select_one places;place;Place;region = ${region}\n"
        "select_one places;large;Place;region = ${region} and size > ${size}\n"
        "select_one places;slow;Place;size > ${size}\n";
  g_autoptr (GString) choices = g_string_new ("list_name;name;label;region;size\n");
  g_autoptr (HwQuestionnaire) questionnaire = NULL;
  g_autoptr (HwInterview) interview = NULL;
  static const char *const refs[] = { "place", "large", "slow" };
  gint64 start;

  for (guint i = 0; i < N_PLACES; i++)
    g_string_append_printf (choices, "places;%u;Place %u;%u;%u\n", i, i, i % 500, i % 7);
  questionnaire = read_sheets (sheet, choices->str);
  interview = hw_interview_new (questionnaire);
  answer (interview, find (interview, "region"), "17", NULL);
  answer (interview, find (interview, "size"), "3", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refs); i++)
    for (guint round = 0; round < 2; round++)
      {
        g_autoptr (GPtrArray) list = NULL;
        g_autofree char *line = NULL;

        start = get_time ();
        list = hw_item_list_choices (find (interview, refs[i]));
        line = g_strdup_printf ("100,000 choices: “%s”, %s time, %u found", refs[i],
                                round == 0 ? "first" : "second", list->len);
        report (line, stop (start), i < 2 ? 20 : 0);
      }
  report ("100,000 choices: one answer checked",
          answer (interview, find (interview, "place"), "17", NULL), 2);
}

int
main (int argc,
      char **argv)
{
  printf ("%-58s %10s\n", "", "ms");
  measure_answers ();
  measure_growth ("nobody sums it up", "calculate;n;;;count(${p})\n", 1.5);
  measure_growth ("with a sum over it", "calculate;n;;;sum(${q1})\n", 0);
  measure_nested ();
  measure_many_rows ();
  measure_filter ();
  return is_over ? EXIT_FAILURE : EXIT_SUCCESS;
}
