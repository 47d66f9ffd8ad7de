/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "tabulate/frame.h"

G_BEGIN_DECLS

/* Columns of every view that no question can be called */
#define HW_FRAME_UNIT "unit of household"
#define HW_FRAME_ROW  "row number"

typedef struct
{
  char *question;
  char *table;
  char *column;
} HwFrameColumn;

typedef struct _HwFrameLevel HwFrameLevel;
struct _HwFrameLevel
{
  char *name;
  HwFrameLevel *parent;     /* (nullable) */
  GPtrArray *tables;        /* of char*: the parts of the level table, the first one first */
  GPtrArray *columns;       /* of HwFrameColumn */
  char *derived_table;      /* (nullable): in the temporary database */
  guint n_derived_tables;
  GPtrArray *derived;       /* of char*: variables in it */
  gboolean has_view;
};

/* One column of a level in memory. Each kind uses its own arrays. */
typedef enum
{
  HW_ARRAY_UNIT,   /* units, the household of each row, and n */
  HW_ARRAY_TRUTH,  /* bits: 1 where the expression is true */
  HW_ARRAY_NUMBER, /* numbers: NaN missing */
  HW_ARRAY_TEXT,   /* texts: NULL missing; bits: HwMissing */
} HwArrayKind;

typedef struct
{
  guint n;
  guint *units;
  double *numbers;
  const char **texts; /* in the frame's strings */
  guint8 *bits;
} HwFrameArray;

struct _HwFrame
{
  sqlite3 *database;
  GHashTable *words;        /* (nullable) */
  GPtrArray *levels;        /* of HwFrameLevel, the root first */
  GHashTable *arrays;       /* level, kind and expression -> HwFrameArray */
  GStringChunk *strings;    /* of all texts */
  gboolean exact;           /* texts as they were answered, not as the nearest number */
  gboolean trusted;         /* our own SQL is running, not that of a plan */
  guint n_looks;            /* at the statement that is running, each after a million steps */
  guint max_looks;
};

gboolean      hw_frame_connect       (HwFrame       *self,
                                      const char    *path,
                                      GError       **error);
HwFrameLevel *hw_frame_get_level     (HwFrame       *self,
                                      const char    *name);
sqlite3_stmt *hw_frame_prepare       (HwFrame       *self,
                                      const char    *sql,
                                      gboolean       trusted,
                                      GError       **error);
gboolean      hw_frame_execute       (HwFrame       *self,
                                      const char    *sql,
                                      GError       **error);
gboolean      hw_frame_fail          (HwFrame       *self,
                                      GError       **error);
void          hw_frame_append_sql    (HwFrame       *self,
                                      GString       *sql,
                                      const char    *level,
                                      const char    *expression);
void          hw_frame_append_column (HwFrame       *self,
                                      GString       *sql,
                                      const char    *level,
                                      HwArrayKind    kind,
                                      const char    *expression);
void          hw_frame_array_free    (gpointer       data);
const HwFrameArray *hw_frame_get_array (HwFrame      *self,
                                      const char    *level,
                                      HwArrayKind    kind,
                                      const char    *expression);
gboolean      hw_frame_read_arrays   (HwFrame       *self,
                                      const char    *level,
                                      const HwArrayKind *kinds,
                                      const char *const *expressions,
                                      guint          n,
                                      GError       **error);
gboolean      hw_frame_build_views   (HwFrame       *self,
                                      HwFrameLevel  *changed,
                                      GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
