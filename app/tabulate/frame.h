/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tabulate/design.h"

G_BEGIN_DECLS

/*
 * The survey in columns. A frame reads the survey file through a read-only connection of its own
 * and shows SQL one view a level, named as the level, with the level's variables, those of the
 * levels above it, and derived variables. A query becomes arrays in memory: one number, or one text
 * and kind of missing, a row. Void interviews and dormant rows are not in the views.
 *
 * Derived variables are computed once, row by row, into tables of the temporary database and not
 * written into the views as expressions: a household may sum its transfers while a transfer sees
 * the variables of its household, which views that contain each other could not do. The price is
 * memory, for the variables that a run names and no others.
 */
typedef struct _HwFrame HwFrame;

typedef enum
{
  HW_VARIABLE_NONE,
  HW_VARIABLE_QUESTION,
  HW_VARIABLE_DERIVED,
} HwVariableKind;

/* The arrays are the frame's. */
typedef struct
{
  guint n_rows;
  const guint *unit;  /* household */
  const guint8 *in;   /* 1 in the universe */
  GPtrArray *numbers; /* of double*: NaN missing */
  GPtrArray *texts;   /* of const char**: NULL missing */
  GPtrArray *missing; /* of guint8*: HwMissing, for each of texts */
} HwFrameRows;

HwFrame       *hw_frame_open            (const char        *path,
                                         GHashTable        *words,    /* (nullable): names to load, small letters; else all */
                                         GError           **error);
void           hw_frame_free            (HwFrame           *self);
void           hw_frame_set_limit       (HwFrame           *self,
                                         guint              millions);
void           hw_frame_set_exact       (HwFrame           *self,
                                         gboolean           exact);
gboolean       hw_frame_add_level       (HwFrame           *self,
                                         const char        *name,
                                         const char        *parent,   /* (nullable): NULL: the root, which comes first */
                                         GError           **error);
gboolean       hw_frame_has_level       (HwFrame           *self,
                                         const char        *name);
HwVariableKind hw_frame_find_variable   (HwFrame           *self,
                                         const char        *level,
                                         const char        *name);
char          *hw_frame_check           (HwFrame           *self,
                                         const char        *level,
                                         const char        *expression);
gboolean       hw_frame_derive          (HwFrame           *self,
                                         const char        *level,
                                         const char *const *names,
                                         const char *const *expressions,
                                         guint              n,
                                         GError           **error);
HwFrameRows   *hw_frame_load            (HwFrame           *self,
                                         const char        *level,
                                         const char        *universe, /* (nullable): all */
                                         const char *const *numbers,  /* expressions */
                                         guint              n_numbers,
                                         const char *const *texts,    /* names of variables */
                                         guint              n_texts,
                                         GError           **error);
HwDesign      *hw_frame_load_design     (HwFrame           *self,
                                         const char        *stratum,  /* these: (nullable) variables of the root level */
                                         const char        *psu,
                                         const char        *weight,
                                         const char        *fpc,
                                         GError           **error);
void           hw_frame_rows_free       (HwFrameRows       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwFrame, hw_frame_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwFrameRows, hw_frame_rows_free)

G_END_DECLS
