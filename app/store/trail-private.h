/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database-private.h"

G_BEGIN_DECLS

/* One row of the answer trail on its way in; everything is borrowed. */
typedef struct
{
  const char *interview_id;
  const char *time;
  const char *person;
  const char *kind;
  const char *question;       /* nullable, as all below */
  const char *row_id;
  const char *before;
  const char *before_missing;
  const char *after;
  const char *after_missing;
  const char *reason;
} HwTrailRow;

gboolean  hw_trail_append      (HwDatabase        *database,
                                const HwTrailRow  *rows,
                                guint              n_rows,
                                GError           **error);
gboolean  hw_trail_verify      (HwDatabase        *database,
                                gint64            *first_broken,
                                GError           **error);

/* Who works, and when. */
char     *hw_person_dup_name   (void);
gboolean  hw_person_ensure     (HwDatabase        *database,
                                const char        *name,
                                GError           **error);
char     *hw_clock_dup_now     (void);

G_END_DECLS
