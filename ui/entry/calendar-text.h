/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/calendar.h"
#include "questionnaire/question.h"

G_BEGIN_DECLS

/* How much of a date is asked for. What is not asked is the first. */
typedef enum
{
  HW_GRAIN_DAY,
  HW_GRAIN_MONTH,
  HW_GRAIN_YEAR,
} HwGrain;

typedef struct
{
  HwCalendar calendar;
  HwGrain grain;
} HwDateWish;

HwDateWish hw_date_wish_find           (HwQuestion *question); /* by its appearance */
/* (nullable) (transfer full): year-month-day of the Gregorian calendar; "" for nothing; NULL when it can be no date */
char      *hw_calendar_text_read       (HwDateWish  wish,
                                        const char *typed,
                                        const char *today);    /* yyyy-mm-dd */
char      *hw_calendar_text_write      (HwDateWish  wish,
                                        const char *date);     /* yyyy-mm-dd */
char      *hw_calendar_text_dup_refusal (HwDateWish  wish,
                                         const char *typed,
                                         const char *today);   /* a sentence, with today as the example */

G_END_DECLS
