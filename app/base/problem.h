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
  char *file;    /* as the user named it, or the sheet */
  guint line;    /* from 1; 0 when it is about the whole file */
  guint column;  /* field of the line, from 1; 0 when it is about the whole line */
  char *message; /* one translated sentence */
} HwProblem;

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
guint            hw_problems_get_length (HwProblems        *self);
guint            hw_problems_count      (HwProblems        *self,
                                         HwProblemSeverity  severity);
const HwProblem *hw_problems_get        (HwProblems        *self,
                                         guint              i);
void             hw_problems_sort       (HwProblems        *self);
char            *hw_problem_dup_string  (const HwProblem   *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwProblems, hw_problems_free)

G_END_DECLS
