/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/problem.h"

G_BEGIN_DECLS

/*
 * The sheets of an XLSForm as they come from the disk, whatever it is kept in, each as the text of a
 * CSV file. Inside the room only.
 */
typedef struct
{
  char *name;         /* "form.xlsx", or the folder; "" when it is not known */
  gboolean is_one;    /* all sheets stand in the file @name */
  GHashTable *sheets; /* name -> GBytes; attached files as well */
  GPtrArray *folders; /* where attached files are looked for, the nearest first */
  guint n_faults_before; /* that were known before it was loaded */
} HwXlsformSource;

HwXlsformSource *hw_xlsform_source_new      (void);
HwXlsformSource *hw_xlsform_source_load     (const char       *path,
                                             HwProblems       *problems,
                                             GError          **error);
void             hw_xlsform_source_free     (HwXlsformSource  *self);
void             hw_xlsform_source_attach   (HwXlsformSource  *self,
                                             const char       *name);
/* A workbook. */
gboolean         hw_xlsform_source_unpack   (HwXlsformSource  *self,
                                             GBytes           *bytes,
                                             HwProblems       *problems,
                                             GError          **error);
/* What is kept in one CSV file, in the layout that pyxform reads. */
gboolean         hw_xlsform_is_one_csv      (GBytes           *bytes);
void             hw_xlsform_source_split    (HwXlsformSource  *self,
                                             GBytes           *bytes,
                                             HwProblems       *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwXlsformSource, hw_xlsform_source_free)

G_END_DECLS
