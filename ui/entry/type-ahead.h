/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What digits and letters mean among codes and labels. No widget and no clock: the caller decides how long to wait. */
typedef struct _HwTypeAhead HwTypeAhead;

typedef enum
{
  HW_TYPE_AHEAD_NOTHING, /* nothing begins with what was typed; it is forgotten */
  HW_TYPE_AHEAD_PREFIX,  /* codes begin with it, none is it; the first of them */
  HW_TYPE_AHEAD_MAYBE,   /* it is a code, and others begin with it */
  HW_TYPE_AHEAD_SURE,    /* it is a code, and no longer one begins with it */
  HW_TYPE_AHEAD_LABEL,   /* no code, but the beginning of a label or of a word in it */
} HwTypeAheadResult;

HwTypeAhead       *hw_type_ahead_new       (void);
void               hw_type_ahead_free      (HwTypeAhead *self);
void               hw_type_ahead_add       (HwTypeAhead *self,
                                            const char  *code,
                                            const char  *label); /* (nullable) */
void               hw_type_ahead_reset     (HwTypeAhead *self);  /* no codes */
void               hw_type_ahead_clear     (HwTypeAhead *self);  /* nothing typed */
gboolean           hw_type_ahead_is_active (HwTypeAhead *self);
const char        *hw_type_ahead_get_code  (HwTypeAhead *self,
                                            guint        i);
HwTypeAheadResult  hw_type_ahead_type      (HwTypeAhead *self,
                                            gunichar     character,
                                            guint       *i);     /* (out): set unless NOTHING */
gboolean           hw_type_ahead_settle    (HwTypeAhead *self,
                                            guint       *i);     /* (out) */
gboolean           hw_type_ahead_matches   (const char  *label,
                                            const char  *folded); /* @folded: of g_utf8_casefold() */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwTypeAhead, hw_type_ahead_free)

G_END_DECLS
