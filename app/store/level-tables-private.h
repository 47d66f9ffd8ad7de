/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/questionnaire.h"
#include "store/database-private.h"

G_BEGIN_DECLS

/*
 * The generated tables: one per level of the questionnaire, or several of the same key when a level has
 * more questions than a table can have columns. All SQL that is not constant text is built in
 * level-tables.c, level-rows.c and level-read.c, where names pass through one quoting function; values are bound here as elsewhere.
 *
 * Immutable once made; threads may share it.
 */
typedef struct _HwLevelTables HwLevelTables;

typedef struct
{
  const char *interview_id;
  const char *row_id;
  const char *parent_row_id; /* (nullable) NULL at the root level */
  guint position;            /* from 1 */
  gboolean dormant;
} HwLevelRow;

typedef void (*HwLevelRowFunc)   (HwQuestion       *level,
                                  const HwLevelRow *row,
                                  gpointer          data);
typedef void (*HwLevelValueFunc) (HwQuestion       *question,
                                  const HwLevelRow *row,
                                  const char       *text,   /* never NULL: empty columns are left out */
                                  gpointer          data);

HwLevelTables *hw_level_tables_new            (HwQuestionnaire   *questionnaire,
                                               const char        *root_level); /* (nullable) name of the root level where the survey has its own */
HwLevelTables *hw_level_tables_ref            (HwLevelTables     *self);
void           hw_level_tables_unref          (HwLevelTables     *self);
HwQuestionnaire *hw_level_tables_get_questionnaire (HwLevelTables *self);
gboolean       hw_level_tables_create         (HwLevelTables     *self,
                                               HwDatabase        *database,
                                               GError           **error);
gboolean       hw_level_tables_write_row      (HwLevelTables     *self,
                                               HwDatabase        *database,
                                               HwQuestion        *level,
                                               const HwLevelRow  *row,
                                               GError           **error);
gboolean       hw_level_tables_remove_row     (HwLevelTables     *self,
                                               HwDatabase        *database,
                                               HwQuestion        *level,
                                               const char        *interview_id,
                                               const char        *row_id,
                                               GError           **error);
gboolean       hw_level_tables_write_value    (HwLevelTables     *self,
                                               HwDatabase        *database,
                                               HwQuestion        *question,
                                               const char        *interview_id,
                                               const char        *row_id,
                                               const char        *text,  /* (nullable) */
                                               GError           **error);
gboolean       hw_level_tables_read_interview (HwLevelTables     *self,
                                               HwDatabase        *database,
                                               const char        *interview_id,
                                               HwLevelRowFunc     row_func,
                                               HwLevelValueFunc   value_func,
                                               gpointer           data,
                                               GError           **error);
gboolean       hw_level_tables_read_column    (HwLevelTables     *self,
                                               HwDatabase        *database,
                                               HwQuestion        *question,
                                               HwLevelValueFunc   value_func,
                                               gpointer           data,
                                               GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwLevelTables, hw_level_tables_unref)

G_END_DECLS
