/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/problem.h"
#include "tabulate/frame.h"
#include "tabulate/table-private.h"

G_BEGIN_DECLS

/*
 * The supplementary table for remittances of the UN Technical Subgroup on the Movement of Natural
 * Persons (2006), Table A1, and its four aggregates, filled from households.
 *
 * A line comes from the level and the variables of the standard questionnaire that are named in
 * remittances.c; the flows bring theirs as derived variables fl_cur, fl_cap and fl_wr, so that an
 * office can see and change how current and capital transfers are told apart. What no household can
 * tell (what NPISHs receive, what is paid to non-resident workers) is an external item with source
 * and date. A line with neither is not available, and neither is an aggregate that needs it: an
 * unknown amount is not 0.
 *
 * The page that defines the table has slips, which a program that copies it would repeat. Table A1
 * decides over the worked example: 1a is all travel related to employment; social contributions of
 * households are 5b; a total of 260 and a pension of 200 is 460; the debit of transfers to NPISHs
 * contains 8b. All amounts are magnitudes, and signs stand in the formulas.
 */
gboolean   hw_remittances_has_line  (const char         *line,
                                     const char         *column);
void       hw_remittances_add_words (GHashTable         *words);

/* What one external item says; see plan-private.h */
typedef gboolean (*HwExternalFunc)  (const char         *line,
                                     const char         *column,
                                     double             *amount,
                                     gpointer            data);
/* Something that the table cannot show, as a sentence */
typedef void (*HwRemarkFunc)        (const char         *sentence,
                                     gpointer            data);

gboolean   hw_remittances_fill      (HwTable            *table,
                                     HwFrame            *frame,
                                     HwDesign           *design,
                                     HwExternalFunc      external,
                                     HwRemarkFunc        remark,
                                     gpointer            data,
                                     GError            **error);

G_END_DECLS
