/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tabulate/remittances.h"

G_BEGIN_DECLS

typedef enum
{
  HW_SIDE_CREDIT,
  HW_SIDE_DEBIT,
  HW_N_SIDES,
} HwSide;

/*
 * Where a line comes from in a household survey: the sum of variables of a level, over the rows for
 * which the conditions hold. The first variable makes the line; the others, and a condition, take
 * part when the survey has what they name.
 */
typedef struct
{
  const char *line;
  HwSide side;
  const char *level;
  const char *variables[3];
  struct
  {
    const char *variable;
    const char *sql;
  } conditions[3];
  const char *currency;
  const char *rate;      /* units of the survey's currency for one of it */
  const char *converted; /* where the survey has converted by itself, with rates of the office as well; taken instead of the variables */
} HwRemittanceSource;

const HwRemittanceSource *hw_remittances_get_sources        (guint                    *n);
gboolean                  hw_remittance_source_is_in        (const HwRemittanceSource *self,
                                                             HwFrame                  *frame);
char                     *hw_remittance_source_dup_amount   (const HwRemittanceSource *self,
                                                             HwFrame                  *frame);
char                     *hw_remittance_source_dup_condition (const HwRemittanceSource *self,
                                                              HwFrame                 *frame);

G_END_DECLS
