/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/problem.h"
#include "store/survey-file.h"
#include "tabulate/table.h"

G_BEGIN_DECLS

/*
 * A tabulation plan: what an office writes, in a spreadsheet, to have its tables made. "NAME.csv"
 * has a line for each block of cells:
 *
 *   table        id; several lines may share one, as blocks of one table
 *   title        what is printed above it; the first line of a table decides
 *   level        whose rows are counted: household, member, flow ... as the questionnaire names its repeats
 *   universe     SQL that is true for the rows that count; empty: all
 *   rows, columns, layers    variables of the level or of one above it, several separated by spaces: crossed
 *   statistic    count total mean ratio row% column% table% median p25 p75 (any p1 to p99) remittances
 *   variable     what is totalled, averaged ...; a variable or SQL. With the percentages: the parts of its total instead of the number of cases
 *   denominator  of a ratio: total of variable over total of denominator
 *   weight       a variable or SQL; empty: the weight of the survey; "none": unweighted
 *   note         printed under the table
 *
 * Beside it stand, when they are wanted: "NAME-variables.csv" (name,level,expression,label) with
 * derived variables; "NAME-labels.csv" (name,value,label) with the labels of their values, in the
 * order in which these are printed, and, where the value is empty, of a variable itself (a
 * question's own label is worded to be read aloud); and "NAME-external.csv"
 * (line,column,amount,source,date) with what the supplementary table for remittances takes from
 * elsewhere.
 *
 * Titles, notes and labels are translated in columns beside them, as in a questionnaire:
 * "title::Español (es)", "label::ar".
 *
 * SQL here is that of SQLite, expressions only. A name stands for a variable of the level, of a
 * level above it (a flow sees its sender and its household) or for a derived variable; the order in
 * the file does not matter. Missing answers are NULL. selected (list, 'code') asks a question with
 * several choices. From above, a level is reached by a subselect that names the household or the
 * row:
 *
 *   household:  (select sum (fllcu) from flow where flow.interview_id = household.interview_id)
 *   snd:        (select count (*) from flow where flow.parent_row_id = snd.row_id)
 *
 * Whole numbers divide as whole numbers: write 100.0 * a / b. Quotation marks make names
 * ("my-name"), as ${my-name} does, and apostrophes texts ('MM'). SQL of a plan runs on a read-only connection, may only
 * read, and is stopped when it runs too long.
 *
 * What is missing: kinds of missing in rows and columns are levels of their own (dont-know,
 * refused, not-applicable, not-answered, not-asked), after the codes; crosstab.h says which
 * percentages leave them out. Levels that nobody has are not printed. Totals of rows and of columns
 * are always there, with the code "total".
 *
 * Rejected: tables described in the questionnaire (offices change tables when the questionnaire
 * must not change any more), and a query language of our own (SQL is taught everywhere).
 */
typedef struct _HwPlan HwPlan;

HwPlan      *hw_plan_new_from_file       (const char   *path,
                                          HwProblems   *problems,
                                          GError      **error);
HwPlan      *hw_plan_new_from_bytes      (GBytes       *plan,
                                          GBytes       *variables, /* (nullable) */
                                          GBytes       *labels,    /* (nullable) */
                                          HwProblems   *problems); /* NULL when there are errors */
gboolean     hw_plan_add_external        (HwPlan       *self,
                                          GBytes       *external,
                                          HwProblems   *problems);
void         hw_plan_free                (HwPlan       *self);
GPtrArray   *hw_plan_list_ids            (HwPlan       *self); /* (transfer container) of const char*: distinct table ids in order */
const char  *hw_plan_get_title           (HwPlan       *self,
                                          const char   *id);
const char  *hw_plan_get_title_in        (HwPlan       *self,
                                          const char   *id,
                                          const char   *language); /* (nullable) */
/* Runs every line of the plan with that id (all when @id is NULL). Problems name the plan's
 * line: unknown variable, bad SQL, single-PSU stratum. */
GPtrArray   *hw_plan_run                 (HwPlan       *self,
                                          HwSurveyFile *file,
                                          const char   *id,       /* (nullable) */
                                          const char   *language, /* (nullable) of labels */
                                          HwProblems   *problems,
                                          GError      **error);   /* (transfer container) of HwTable */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwPlan, hw_plan_free)

G_END_DECLS
