/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/xlsform-heading.h"
#include "questionnaire/xlsform-sheet.h"

G_BEGIN_DECLS

#define NO_COLUMN G_MAXUINT

struct _HwSheet
{
  HwSheetKind kind;
  HwCsvTable *table;
  HwProblems *problems; /* borrowed */
  HwHeading *headings; /* one a column */
  guint columns[HW_N_CELLS];
  guint *text_columns[HW_N_CELLS]; /* one a language slot; NULL for cells without languages */
  guint n_slots;
  GStringChunk *filled; /* cells of a loop */
  HwChoice *loop; /* borrowed; NULL outside of loops */
};

G_END_DECLS
