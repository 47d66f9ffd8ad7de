/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "interview/answer-text.h"

G_BEGIN_DECLS

/* answer-text.c */
char  *hw_answer_refuse        (GError      **error,
                                const char   *format,
                                ...) G_GNUC_PRINTF (2, 3);

/* answer-choice.c: the canonical text of codes, or NULL with the sentence */
char  *hw_answer_read_choice   (HwQuestion   *question,
                                const char   *text,
                                GError      **error);
char  *hw_answer_read_choices  (HwQuestion   *question,
                                const char   *text,
                                GError      **error);
char  *hw_answer_read_rank     (HwQuestion   *question,
                                const char   *text,
                                GError      **error);

G_END_DECLS
