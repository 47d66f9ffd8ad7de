/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interview/interview.h"

G_BEGIN_DECLS

/*
 * The way through an interview as pages and stops. A page is a group of the household level (or the questions outside all groups), a
 * row of a roster, or a roster that stands outside all groups. A stop is what Enter can lead to: a question to be answered or read
 * aloud, and a roster to which the person adds rows. The walk from question to question is the interview's; this adds the rosters,
 * without which one would pass by an empty one.
 */
HwItem     *hw_entry_path_get_page      (HwItem      *item);
GListModel *hw_entry_path_list_page     (HwInterview *interview,
                                         HwItem      *page);    /* (transfer full) of HwItem */
GPtrArray  *hw_entry_path_list_pages    (HwInterview *interview); /* (transfer full) of HwItem: all that have something to show, in order */
HwItem     *hw_entry_path_next          (HwInterview *interview,
                                         HwItem      *from,
                                         gboolean    *from_below); /* (nullable) (transfer none) (out): a roster is come to from its last row */
HwItem     *hw_entry_path_get_stop      (HwInterview *interview,
                                         HwItem      *page);    /* (nullable) (transfer none): the first on a page */

G_END_DECLS
