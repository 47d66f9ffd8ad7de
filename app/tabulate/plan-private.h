/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/csv-reader.h"
#include "tabulate/crosstab.h"
#include "tabulate/plan.h"

G_BEGIN_DECLS

typedef enum
{
  HW_PLAN_TABLE,
  HW_PLAN_TITLE,
  HW_PLAN_LEVEL,
  HW_PLAN_UNIVERSE,
  HW_PLAN_ROWS,
  HW_PLAN_COLUMNS,
  HW_PLAN_LAYERS,
  HW_PLAN_STATISTIC,
  HW_PLAN_VARIABLE,
  HW_PLAN_DENOMINATOR,
  HW_PLAN_WEIGHT,
  HW_PLAN_NOTE,
  HW_PLAN_N_FIELDS,
} HwPlanField;

/* What is printed: the text of a column such as "label", and of "label::Español (es)" */
typedef struct
{
  char *text;          /* trimmed, never NULL */
  GHashTable *others;  /* (nullable): language -> text */
} HwPlanText;

typedef struct
{
  guint line;
  char *fields[HW_PLAN_N_FIELDS]; /* trimmed, never NULL */
  HwPlanText title;
  HwPlanText note;
  HwStatistic statistic;
  double p;
} HwPlanLine;

typedef struct
{
  guint line;
  char *name;
  char *level;
  char *expression;
  HwPlanText label;
} HwDerived;

typedef struct
{
  HwPlanText label;
  guint place;
} HwValueLabel;

typedef struct
{
  char *line;   /* of Table A1 */
  char *column; /* credit or debit */
  double amount;
  char *source;
  char *date;
} HwExternal;

struct _HwPlan
{
  char *name;                     /* of the file, for problems */
  char *variables_name;
  guint columns[HW_PLAN_N_FIELDS]; /* of the sheet, from 1; 0 when it has none */
  guint expression_column;        /* of the sheet of derived variables, from 1 */
  guint level_column;
  GPtrArray *lines;               /* of HwPlanLine */
  GPtrArray *derived;             /* of HwDerived */
  GHashTable *labels;             /* variable -> GHashTable of value -> HwValueLabel */
  GPtrArray *external;            /* of HwExternal */
};

void        hw_plan_text_read         (HwPlanText       *self,
                                       HwCsvTable       *table,
                                       guint             row,
                                       const char       *heading);
void        hw_plan_text_clear        (HwPlanText       *self);
const char *hw_plan_text_get          (const HwPlanText *self,
                                       const char       *language);
gboolean    hw_plan_is_language       (const char       *name,
                                       const char       *wanted);

const HwDerived *hw_plan_find_derived (HwPlan       *self,
                                       const char   *name);
char     *hw_plan_dup_field      (HwCsvTable        *table,
                                  guint              row,
                                  const char        *heading,
                                  guint             *column);
gboolean  hw_plan_check_headings (HwCsvTable        *table,
                                  const char *const *needed,
                                  HwProblems        *problems);
void      hw_plan_read_derived   (HwPlan            *self,
                                  HwCsvTable        *table,
                                  HwProblems        *problems);
void      hw_plan_read_labels    (HwPlan            *self,
                                  HwCsvTable        *table,
                                  HwProblems        *problems);
void      hw_plan_read_external  (HwPlan            *self,
                                  HwCsvTable        *table,
                                  HwProblems        *problems);

G_END_DECLS
