/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The sample design: strata, primary sampling units (PSUs) and weights of the households. It is
 * built once, from every household of the file, and never from the rows of a table. A PSU in which
 * nobody received money belongs to the sample of receivers as much as any other; a design made of
 * the transfers alone loses it, and its standard errors are wrong.
 *
 * Variances are those of ultimate clusters drawn with replacement: whatever happened below the PSU
 * is already in the differences between PSUs. When the survey knows how many PSUs there were to
 * draw from (fpc), each stratum is multiplied by 1 - f. A stratum with one PSU has no difference to
 * look at: estimates stand, their errors are undefined, and the stratum is named; unless the fpc
 * says that all of it was taken, which leaves nothing to vary.
 *
 * PSUs are numbered so that those of a stratum follow each other. Rejected: collapsing lonely
 * strata by ourselves. Which strata are alike is a decision of the sampler, who makes it by
 * recoding the stratum variable.
 */
typedef struct _HwDesign HwDesign;

#define HW_DESIGN_NO_PSU G_MAXUINT

HwDesign   *hw_design_new             (guint              n_units,
                                       const char *const *strata,  /* (nullable): one stratum; an entry NULL: unknown */
                                       const char *const *psus,    /* (nullable): every household is a PSU */
                                       const double      *weights, /* (nullable): all 1; NaN: unknown */
                                       const double      *fpc);    /* (nullable): PSUs in the stratum, or the share taken when <= 1 */
void        hw_design_free            (HwDesign          *self);
guint       hw_design_get_n_units     (HwDesign          *self);
guint       hw_design_get_n_strata    (HwDesign          *self);
guint       hw_design_get_n_psus      (HwDesign          *self);
guint       hw_design_get_df          (HwDesign          *self);
guint       hw_design_get_psu         (HwDesign          *self,
                                       guint              unit);
double      hw_design_get_weight      (HwDesign          *self,
                                       guint              unit);
guint       hw_design_get_n_left_out  (HwDesign          *self);
guint       hw_design_get_n_unweighted (HwDesign         *self);
GPtrArray  *hw_design_list_lonely     (HwDesign          *self);
const char *hw_design_get_bad_fpc     (HwDesign          *self);
double      hw_design_get_variance    (HwDesign          *self,
                                       const guint       *psus,
                                       const double      *values,
                                       guint              n);
double      hw_design_get_t           (HwDesign          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwDesign, hw_design_free)

G_END_DECLS
