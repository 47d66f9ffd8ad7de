/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/csv-reader.h"
#include "store/import.h"
#include "store/survey-file-private.h"

G_BEGIN_DECLS

/* import-columns.c reads the heading, import-table.c the rows; import-cases.c makes interviews of them, import-below.c finds
 * the interviews in which rows of lower levels belong; import.c is the whole. */

/* The column that a file of refused rows has more than the file they come from. */
#define HW_IMPORT_PROBLEM_COLUMN "problem"

typedef enum
{
  HW_IMPORT_IGNORED,
  HW_IMPORT_ANSWER,   /* a question of the level */
  HW_IMPORT_CASE,     /* identifies the household */
  HW_IMPORT_ANCESTOR, /* identifies a row above, by its first question or its number */
  HW_IMPORT_NUMBER,   /* named as the level itself: numbers the row within the row above */
} HwImportRole;

typedef struct
{
  HwImportRole role;
  HwQuestion *question; /* answer, case; ancestor: the first question, or NULL for its number */
  guint index;          /* case: among the case questions; ancestor: among the ancestors */
} HwImportColumn;

typedef struct
{
  guint index;       /* in the table */
  gboolean refused;
  GString *why;      /* of a refused one */
  char *case_key;    /* canonical answers to the case questions */
  char *case_name;   /* the same for people */
  char **above;      /* by ancestor: canonical answer or number; NULL where nothing is said */
  guint number;      /* 0: not said */
  HwValue **values;  /* by column; NULL where there is no answer */
} HwImportRow;

typedef struct
{
  HwSurveyFile *file;
  HwQuestionnaire *questionnaire;
  HwCsvTable *table;
  HwProblems *problems;
  guint n_before;        /* problems that were there before the file was read */
  char *name;            /* of the CSV file, for people */
  const char *level_name;
  HwQuestion *level;     /* the root or a repeat */
  GPtrArray *ancestors;  /* of HwQuestion: repeats around the level, outermost first */
  GPtrArray *cases;      /* of HwQuestion: case_id */
  HwImportColumn *columns;
  guint n_columns;
  GPtrArray *rows;       /* of HwImportRow */
  gboolean broken;       /* the heading cannot be used, or the file cannot be read to its end */
  gboolean partial;
} HwImport;

gboolean      hw_import_find_level     (HwImport        *self,
                                        GError         **error);
void          hw_import_map_columns    (HwImport        *self);
void          hw_import_read_rows      (HwImport        *self);
void          hw_import_refuse         (HwImport        *self,
                                        HwImportRow     *row,
                                        int              column, /* -1: the whole line */
                                        const char      *format,
                                        ...) G_GNUC_PRINTF (4, 5);
void          hw_import_row_free       (gpointer         data);
guint         hw_import_count_refused  (HwImport        *self);
gboolean      hw_import_takes_any      (HwImport        *self);
gboolean      hw_import_write_refused  (HwImport        *self,
                                        const char      *path,
                                        GError         **error);
gboolean      hw_import_store_cases    (HwImport        *self,
                                        GError         **error);
gboolean      hw_import_store_below    (HwImport        *self,
                                        GError         **error);

/* import.c */
GHashTable   *hw_import_read_keys      (HwImport        *self,
                                        GError         **error); /* case key -> interview id; "" when several have it */
gboolean      hw_import_store_state    (HwImport        *self,
                                        HwInterview     *interview,
                                        HwState         *old,    /* (nullable): the interview is new */
                                        GError         **error);
void          hw_import_tell_odd       (HwImport        *self,
                                        HwImportRow     *row,
                                        HwInterview     *interview,
                                        const char      *row_id);

G_END_DECLS
