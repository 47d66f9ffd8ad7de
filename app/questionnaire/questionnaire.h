/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/problem.h"
#include "questionnaire/dataset.h"
#include "questionnaire/question.h"

G_BEGIN_DECLS

/*
 * What is asked: our own immutable model, read from XLSForm sheets. Counted; threads may share it.
 *
 * Sheets: survey; choices and settings; external_choices for select_one_external; entities and osm, which are named in
 * advice and not used. Every column, type, parameter and appearance that is read is a row of hw_xlsform_vocabulary().
 * What the field's own converter (pyxform) takes is taken, and what it refuses is a fault; expressions are compiled as
 * well, so that what would fail in an interview is a fault here. What a desktop cannot ask is HW_KIND_HIDDEN.
 *
 * Extra columns of the survey sheet: number, section, soft_check (soft_constraint), soft_message, expected_min and
 * expected_max, missing, exclusive, unit, decimals, width, universe, tier, identifying (sensitive), var_label,
 * roster_layout, supervisor_only, role. Of the choices sheet: exclusive, missing_class, order. Other programs leave them alone.
 * Settings: form_id, form_title, version, default_language, instance_name, allow_choice_duplicates, clean_text_values,
 * add_none_option, and ours: level (name of the root level, default "household"), case_id, stratum, psu, weight, fpc
 * (names of questions; case_id several, separated by spaces); the column role says the same on the question itself.
 *
 * Names are unique among siblings, and those of repeats everywhere. Where several elements are called alike, each has its
 * path as hw_question_get_name(): "partner/age". No ${age} can mean one of several.
 */
typedef struct _HwQuestionnaire HwQuestionnaire;

/* A folder with survey.csv, one of its files, one CSV with all sheets, or a workbook; found out by content. */
HwQuestionnaire *hw_questionnaire_new_from_path     (const char       *path,
                                                     HwProblems       *problems,
                                                     GError          **error);
/* @sheets: name -> GBytes: "survey", "choices", "settings", "external_choices", "entities" and "osm" as CSV, and
 * every attached file under its own name. NULL when @problems has an error in it. */
HwQuestionnaire *hw_questionnaire_new_from_sheets   (GHashTable       *sheets,
                                                     HwProblems       *problems);
/* Advice on a questionnaire that was read. For faults and advice at once: hw_problems_ask_advice() before reading. */
void             hw_questionnaire_advise            (HwQuestionnaire  *self,
                                                     HwProblems       *problems);
HwQuestionnaire *hw_questionnaire_ref               (HwQuestionnaire  *self);
void             hw_questionnaire_unref             (HwQuestionnaire  *self);

const char      *hw_questionnaire_get_id            (HwQuestionnaire  *self);
const char      *hw_questionnaire_get_title         (HwQuestionnaire  *self,
                                                     const char       *language);
const char      *hw_questionnaire_get_version       (HwQuestionnaire  *self);
const char      *hw_questionnaire_get_setting       (HwQuestionnaire  *self,
                                                     const char       *name); /* (nullable) any column of the settings sheet */
GBytes          *hw_questionnaire_get_sheet         (HwQuestionnaire  *self,
                                                     const char       *name); /* (nullable) "survey"…: CSV, rows as the author's */
const char *const *hw_questionnaire_list_files      (HwQuestionnaire  *self); /* NULL-terminated: attached, such as "villages.csv" */
GBytes          *hw_questionnaire_get_file          (HwQuestionnaire  *self,
                                                     const char       *name); /* (nullable) verbatim */
HwDataset       *hw_questionnaire_get_dataset       (HwQuestionnaire  *self,
                                                     const char       *name); /* (nullable) an attached CSV, with or without ".csv" */
GHashTable      *hw_questionnaire_get_entries       (HwQuestionnaire  *self); /* name -> GBytes: sheets and files, for the store */
const char      *hw_questionnaire_get_source_name   (HwQuestionnaire  *self); /* for messages: "form.xlsx", or the folder; "" if unknown */
const char *const *hw_questionnaire_get_languages   (HwQuestionnaire  *self); /* NULL-terminated; first = default; "" stands for unnamed */
HwExpression    *hw_questionnaire_get_instance_name (HwQuestionnaire  *self); /* (nullable) setting instance_name; context: the root */
HwQuestion      *hw_questionnaire_get_root          (HwQuestionnaire  *self);
guint            hw_questionnaire_get_n_questions   (HwQuestionnaire  *self); /* indexes 0..n-1, root included */
HwQuestion      *hw_questionnaire_get_question      (HwQuestionnaire  *self,
                                                     guint             index);
HwQuestion      *hw_questionnaire_find              (HwQuestionnaire  *self,
                                                     const char       *name); /* (nullable) by the unique name, see hw_question_get_name() */
GPtrArray       *hw_questionnaire_list_named        (HwQuestionnaire  *self,
                                                     const char       *element); /* (transfer container): all whose element is called so; expressions name these */
/* (transfer none) (nullable): the rows of a list of the choices sheet or of an attached CSV file, for instance() and pulldata() */
HwSecondaryInstance *hw_questionnaire_get_instance  (HwQuestionnaire  *self,
                                                     const char       *name);
char            *hw_questionnaire_dup_itext         (HwQuestionnaire  *self,
                                                     const char       *id, /* "LIST-3", "/data/age:label" */
                                                     const char       *language); /* (nullable) */
HwChoiceList    *hw_questionnaire_new_choices       (HwQuestionnaire  *self,
                                                     const char       *name); /* (transfer full): empty, for choices made of answers */
/* Levels: the root level first, then every repeat in document order. The level of a question is named by
 * get_level_name (hw_question_get_repeat (q)). */
const char      *hw_questionnaire_get_level_name    (HwQuestionnaire  *self,
                                                     HwQuestion       *repeat); /* NULL: root level; else the repeat's name */
GPtrArray       *hw_questionnaire_list_levels       (HwQuestionnaire  *self); /* (transfer container) of HwQuestion: root, then repeats */
GPtrArray       *hw_questionnaire_list_columns      (HwQuestionnaire  *self,
                                                     HwQuestion       *level); /* (transfer container) value questions of that level, groups flattened */
/* How a question is stored and what type its column has */
typedef enum { HW_COLUMN_TEXT, HW_COLUMN_INTEGER, HW_COLUMN_REAL } HwColumnType;
HwColumnType     hw_question_get_column_type        (HwQuestion       *self); /* integer, select_one of integer codes: INTEGER; decimal: REAL;
                                                                                calculate: by column "bind::type" int|decimal|string, default TEXT */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HwQuestionnaire, hw_questionnaire_unref)

G_END_DECLS
