/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../interview/fixture.h"
#include "store/survey-file.h"

G_BEGIN_DECLS

/* A folder of the test's own with a survey file in it, of a questionnaire that has what a store can get wrong: a skip over a
 * question and over a roster, a roster that follows a number, one inside another, decimals, missing codes, names that SQL has taken. */
typedef struct
{
  char *folder;
  char *path;
  HwQuestionnaire *questionnaire;
  HwSurveyFile *file;
} Support;

void             support_set_up     (Support        *self,
                                     gconstpointer   data);
void             support_tear_down  (Support        *self,
                                     gconstpointer   data);
HwQuestionnaire *support_read       (void);
void             support_reopen     (Support        *self);
void             support_run_sql    (const char     *path,
                                     const char     *sql);   /* behind the program's back, as a meddler would */
char            *support_ask        (const char     *path,
                                     const char     *sql);   /* all rows: columns joined by "|", rows by "\n"; NULL is "-" */
void             support_assert_sentence (GError    *error); /* one, for people */

#define support_assert_sql(path, sql, expected)       \
  G_STMT_START                                        \
  {                                                   \
    g_autofree char *found_ = support_ask (path, sql); \
    g_assert_cmpstr (found_, ==, expected);           \
  }                                                   \
  G_STMT_END

G_END_DECLS
