/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questionnaire/choice-list-private.h"
#include "questionnaire/question-private.h"
#include "questionnaire/questionnaire.h"

G_BEGIN_DECLS

/* The name of the root element of an interview. */
#define HW_ROOT_NAME "data"

/* Written by the reader, read by everybody else. */
struct _HwQuestionnaire
{
  gatomicrefcount ref_count;
  HwLanguages *languages;
  GPtrArray *questions;       /* of HwQuestion, in document order; the root first */
  GHashTable *by_name;        /* unique name -> HwQuestion, both borrowed */
  GHashTable *by_element;     /* name of the element -> the first such HwQuestion, both borrowed */
  char *root_level;           /* what the level of the whole interview is called */
  GHashTable *lists;          /* name -> HwChoiceList */
  GHashTable *external_lists; /* those of the sheet external_choices */
  GHashTable *file_lists;     /* file and its columns -> HwChoiceList */
  GPtrArray *choice_columns;  /* of char *, NULL-terminated */
  GPtrArray *external_columns;
  GHashTable *settings;       /* name -> text */
  HwExpression *instance_name;
  char **titles;              /* one a language slot, or NULL */
  char *source_name;
  gboolean is_one_file;       /* @source_name holds all sheets */
  GHashTable *entries;        /* name -> GBytes: sheets, and attached files verbatim */
  char **file_names;          /* those of @entries that are no sheet, sorted */
  GMutex lock;                /* over @datasets and @instances */
  GHashTable *datasets;       /* file name -> HwDataset, made at first use */
  GHashTable *instances;      /* name -> HwSecondaryInstance, made at first use */
};

HwQuestionnaire *hw_questionnaire_new        (void);
void             hw_questionnaire_read_files (HwQuestionnaire  *self, /* tables, with what is wrong in them */
                                              HwProblems       *problems);
void             hw_questionnaire_list_names (HwQuestionnaire  *self); /* after the last entry */

G_END_DECLS
