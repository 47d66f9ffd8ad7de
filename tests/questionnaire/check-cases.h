/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A small form that a finding is about, what is said of it, and one that is in order. */
typedef struct
{
  const char *code;
  const char *survey;
  const char *choices;
  const char *expected; /* code, cell and sentence of everything that is said, a line each */
  const char *good_survey;
  const char *good_choices;
} CheckCase;

/* The last one has no code. */
extern const CheckCase check_cases_skips[];
extern const CheckCase check_cases_expressions[];
extern const CheckCase check_cases_choices[];
extern const CheckCase check_cases_texts[];

#define CHOICES \
  "list_name,name,label\nsex,1,Male\nsex,2,Female\nyn,yes,Yes\nyn,no,No\n"
