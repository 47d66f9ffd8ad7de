/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/survey-file.h"

G_BEGIN_DECLS

/*
 * The answers of a survey as one CSV a level ("household.csv", "flow.csv" …) in a folder, for
 * programs that know nothing of Homeward. A row has interview_id and row_id; below the root also
 * parent_row_id, the questions that identify the household, and the numbers of the row and of the
 * rows above it in columns named as their levels; and then the level's questions, with codes and
 * not labels. Questions that identify a person are left out everywhere, void interviews and dormant
 * rows as well. Without the three columns of ids ("import --partial" leaves them out by itself) the
 * files can be imported again.
 *
 * A missing answer is written with the code that the questionnaire declares for its kind. Kinds
 * without a code leave the field empty, and "missing.csv" (level,interview_id,row_id,question,kind)
 * says why it is; what was not asked is empty and not in there. Pictures lie in
 * media/INTERVIEW_ID, under the names that are the answers.
 */
gboolean   hw_export_data_csv    (HwSurveyFile   *file,
                                  const char     *folder,
                                  GError        **error);

G_END_DECLS
