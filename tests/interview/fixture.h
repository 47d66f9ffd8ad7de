/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interview/interview.h"

G_BEGIN_DECLS

/* Small questionnaires written in the test, and what tests do with them. */
HwQuestionnaire *fixture_read         (const char       *survey,
                                       const char       *choices,   /* (nullable) */
                                       const char       *settings); /* (nullable) */
HwInterview     *fixture_new          (const char       *survey,
                                       const char       *choices);
HwItem          *fixture_find         (HwInterview      *interview,
                                       const char       *ref);
void             fixture_answer       (HwInterview      *interview,
                                       const char       *ref,
                                       const char       *text);
void             fixture_refused      (HwInterview      *interview,
                                       const char       *ref,
                                       const char       *text,
                                       int               code);
/* The shown value as HwValue displays it: "12", "(not-asked)" */
void             fixture_assert       (HwInterview      *interview,
                                       const char       *ref,
                                       const char       *display);
/* Text of all that changed since the last call, one per line in order: "value person mage (not-answered) 30" */
void             fixture_watch        (HwInterview      *interview);
char            *fixture_take_changes (void);
guint            fixture_take_n       (void); /* how often "changed" was emitted */

/* Every question with what it shows, keeps and complains of, dormant rows included */
char            *fixture_describe     (HwInterview      *interview);
/* As a store does it: all that is kept, into an interview that is being restored */
void             fixture_copy         (HwInterview      *from,
                                       HwInterview      *to);
HwInterview     *fixture_restore      (HwInterview      *from);

#define fixture_assert_changes(expected)                 \
  G_STMT_START                                           \
  {                                                      \
    g_autofree char *changes_ = fixture_take_changes (); \
    g_assert_cmpstr (changes_, ==, expected);            \
  }                                                      \
  G_STMT_END

G_END_DECLS
