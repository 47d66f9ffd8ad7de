/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A problem is what is wrong in somebody's file, with its place. It is data, not an error: readers
 * go on after one and tell all of them. What the world refuses (no such file, disk full) is a
 * GError instead.
 */

typedef enum
{
  HW_PROBLEM_ERROR,   /* the file cannot be used as it is */
  HW_PROBLEM_WARNING, /* it can be used, and somebody should know */
} HwProblemSeverity;

typedef struct
{
  HwProblemSeverity severity;
  const char *code; /* one of the registry, for programs; NULL when it has none */
  char *file;       /* as the user named it */
  char *sheet;      /* (nullable) of a file with several of them; lines are its rows then */
  guint line;       /* from 1; 0 when it is about the whole file */
  guint column;     /* field of the line, from 1; 0 when it is about the whole line */
  char *question;   /* (nullable) the name of the question that it is about */
  char *lines;      /* (nullable) "12 15 19": every line, when one sentence speaks of several */
  char *message;    /* one translated sentence */
} HwProblem;

/* What a checker looks at; findings are told together by this. */
typedef enum
{
  HW_SUBJECT_STRUCTURE,
  HW_SUBJECT_REFERENCES,
  HW_SUBJECT_SKIPS,
  HW_SUBJECT_EXPRESSIONS,
  HW_SUBJECT_CHOICES,
  HW_SUBJECT_NAMES,
  HW_SUBJECT_TEXTS,
  HW_SUBJECT_SIZE,
  HW_N_SUBJECTS,
} HwProblemSubject;

/* A kind of finding. Its code never changes, because scripts of offices know it. */
typedef struct
{
  const char *code;
  HwProblemSeverity severity;
  HwProblemSubject subject;
  const char *explanation; /* one sentence, marked for translation with N_() */
  const char *wrong;       /* (nullable) what such a form has, as it stands in a cell */
  const char *right;       /* (nullable) what it should have */
} HwProblemCode;

typedef void (*HwProblemCodeFunc) (const HwProblemCode *code,
                                   gpointer             data);

typedef struct _HwProblems HwProblems;

HwProblems      *hw_problems_new        (void);
void             hw_problems_free       (HwProblems        *self);
void             hw_problems_add        (HwProblems        *self,
                                         HwProblemSeverity  severity,
                                         const char        *file,
                                         guint              line,
                                         guint              column,
                                         const char        *format,
                                         ...) G_GNUC_PRINTF (6, 7);
void             hw_problems_add_in     (HwProblems        *self,
                                         HwProblemSeverity  severity,
                                         const char        *file,
                                         const char        *sheet,
                                         guint              line,
                                         guint              column,
                                         const char        *format,
                                         ...) G_GNUC_PRINTF (7, 8);
void             hw_problems_note_in    (HwProblems        *self,
                                         const char        *code, /* of the registry, which says how bad it is */
                                         const char        *file,
                                         const char        *sheet,
                                         guint              line,
                                         guint              column,
                                         const char        *format,
                                         ...) G_GNUC_PRINTF (7, 8);
void             hw_problems_set_question (HwProblems      *self,
                                         guint              i,
                                         const char        *question);
void             hw_problems_take       (HwProblems        *self,
                                         const HwProblem   *problem); /* takes its texts over */
/* Whether who asks wants advice as well as faults, on a form with faults too. */
void             hw_problems_ask_advice (HwProblems        *self);
gboolean         hw_problems_wants_advice (HwProblems      *self);
guint            hw_problems_get_length (HwProblems        *self);
guint            hw_problems_count      (HwProblems        *self,
                                         HwProblemSeverity  severity);
const HwProblem *hw_problems_get        (HwProblems        *self,
                                         guint              i);
void             hw_problems_sort       (HwProblems        *self);
char            *hw_problem_dup_place   (const HwProblem   *problem);
char            *hw_problem_dup_string  (const HwProblem   *problem);
char            *hw_problem_dup_cell    (const HwProblem   *problem); /* "F12" as spreadsheets say it; "" when the cell is unknown */

const HwProblemCode *hw_problem_code_find     (const char        *code);
void                 hw_problem_codes_foreach (HwProblemCodeFunc  func,
                                               gpointer           data);
const char          *hw_problem_subject_get_name (HwProblemSubject subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwProblems, hw_problems_free)

G_END_DECLS
