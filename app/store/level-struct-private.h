/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/level-tables-private.h"

G_BEGIN_DECLS

/* What level-tables.c decides, and level-rows.c and level-read.c use. These three are where SQL is built:
 * names go in through hw_sql_append_identifier(), values are bound. */

typedef struct
{
  HwQuestion *question;
  const char *table; /* of its level's parts */
  char *name;
  char *update;      /* SQL */
} HwLevelColumn;

typedef struct
{
  HwQuestion *level;
  char *name;
  GPtrArray *parts;   /* of char *: tables */
  GPtrArray *inserts; /* of char *: SQL, one per part */
  GPtrArray *columns; /* of HwLevelColumn */
} HwLevel;

struct _HwLevelTables
{
  gatomicrefcount ref_count;
  HwQuestionnaire *questionnaire;
  GPtrArray *levels;    /* of HwLevel, parents first */
  GHashTable *by_level; /* HwQuestion -> HwLevel */
  HwLevelColumn **by_index; /* by index of the question; NULL for what has no value */
};

void           hw_sql_append_identifier     (GString        *sql,
                                             const char     *name);
HwLevelColumn *hw_level_tables_find_column  (HwLevelTables  *self,
                                             HwQuestion     *question,
                                             GError        **error);

G_END_DECLS
