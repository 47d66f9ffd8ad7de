/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * References that name something else than one answer: a group, a note, or the answers of all rows
 * of a repeat where one is expected.
 */

/* These take a set, and say something of all of it. */
static const char *const set_functions[]
    = { "sum",  "min",           "max",       "count", "count-non-empty", "join", "indexed-repeat",
        "concat", "position",    "randomize", "id",    "checklist",       "once", "count-selected",
        "coalesce", "area",      "distance",  "name",  "local-name",      "jr:choice-name",
        "weighted-checklist", "boolean", "not", NULL };

typedef struct
{
  HwCheck *check;
  HwQuestion *question;
  HwRule rule;
  gboolean said; /* of this expression */
} Look;

static gboolean
is_within (HwQuestion *question,
           HwQuestion *repeat)
{
  while (question != NULL && question != repeat)
    question = question->parent;
  return question != NULL;
}

/* The part that makes something of @part: parentheses do not count. */
static gboolean
expects_value (HwPart *part)
{
  HwPart *parent = part->parent;

  if (parent == NULL)
    return TRUE;
  if (parent->kind == HW_PART_CALL)
    return !g_strv_contains (set_functions, parent->word);
  return parent->kind == HW_PART_OPERATOR || parent->kind == HW_PART_NEGATIVE;
}

static void
report_container (Look *self,
                  HwPart *part)
{
  HwPlace place = hw_check_rule_place (self->check, self->question, self->rule);
  HwQuestion *named = part->question;

  if (named->kind == HW_KIND_REPEAT)
    hw_check_report (self->check, "repeat-as-value", place,
                     /* Translators: %1$s is the heading of a column, %2$s the name of a question,
                      * %3$s that of a repeat. */
                     _ ("“%1$s” of “%2$s” takes the repeat “%3$s” for a value. To know how many "
                        "rows it has, write count(${%3$s})."),
                     hw_check_rule_name (self->rule), self->question->name, named->name);
  else if (named->kind == HW_KIND_GROUP)
    hw_check_report (self->check, "group-as-value", place,
                     /* Translators: as above, %3$s is the name of a group. */
                     _ ("“%1$s” of “%2$s” takes the group “%3$s” for a value, and a group has no "
                        "answer. Name a question in it."),
                     hw_check_rule_name (self->rule), self->question->name, named->name);
  else
    hw_check_report (self->check, "note-as-value", place,
                     /* Translators: as above, %3$s is the name of a note. */
                     _ ("“%1$s” of “%2$s” takes the note “%3$s” for a value, and nobody answers a "
                        "note."),
                     hw_check_rule_name (self->rule), self->question->name, named->name);
}

static void
report_set (Look *self,
            HwPart *part)
{
  HwPlace place = hw_check_rule_place (self->check, self->question, self->rule);
  const char *repeat = part->question->repeat->name;

  if (part->parent != NULL && hw_part_is_comparison (part->parent))
    hw_check_report (
        self->check, "any-row", place,
        /* Translators: %1$s is the name of a question in the repeat %2$s, %3$s the heading of a
         * column, %4$s the name of the question that it belongs to. */
        _ ("“%1$s” is asked in each row of “%2$s”, and “%3$s” of “%4$s” stands outside: the "
           "comparison is true as soon as any row has another answer. Name a row with "
           "indexed-repeat(), or sum the rows up."),
        part->question->name, repeat, hw_check_rule_name (self->rule), self->question->name);
  else
    hw_check_report (self->check, "first-row", place,
                     /* Translators: as above. */
                     _ ("“%1$s” is asked in each row of “%2$s”, and “%3$s” of “%4$s” stands "
                        "outside: it reads the first row only. Write sum(), max(), join() or "
                        "indexed-repeat()."),
                     part->question->name, repeat, hw_check_rule_name (self->rule),
                     self->question->name);
}

static void
look (HwPart *part,
      Look *self)
{
  HwQuestion *context
      = self->rule == HW_RULE_REPEAT_COUNT ? self->question->parent : self->question;
  HwQuestion *named = part->question;

  if (part->kind == HW_PART_PATH || self->said)
    return;
  if (part->kind == HW_PART_REFERENCE && named != NULL && expects_value (part))
    {
      self->said = TRUE;
      /* A whole group as text is what some programs make a document of. */
      if (!hw_question_has_value (named) && named->kind == HW_KIND_GROUP && part->parent == NULL)
        self->said = FALSE;
      else if (!hw_question_has_value (named))
        report_container (self, part);
      /* With the answers of all rows this asks for any row, as a rule on purpose; only "!=" does not
         * ask what it seems to. */
      else if (part->parent != NULL && hw_part_is_comparison (part->parent)
               && *part->parent->word != '!')
        self->said = FALSE;
      else if (named->repeat != NULL && !is_within (context, named->repeat))
        report_set (self, part);
      else
        self->said = FALSE;
    }
  for (guint i = 0; i < hw_part_get_n (part); i++)
    look (hw_part_get (part, i), self);
}

/* A label outside of a repeat that names a question in it. */
static void
look_at_label (HwCheck *self,
               HwQuestion *question)
{
  HwTemplate **templates = question->templates[HW_TEXT_LABEL];
  guint n_slots = hw_languages_get_length (self->questionnaire->languages);

  for (guint slot = 0; templates != NULL && slot < n_slots; slot++)
    {
      const char *const *names
          = templates[slot] != NULL ? hw_template_get_names (templates[slot]) : NULL;

      for (guint i = 0; names != NULL && names[i] != NULL; i++)
        {
          HwQuestion *named = hw_questionnaire_find (self->questionnaire, names[i]);
          HwPlace place = hw_check_place (self, question, HW_CELL_LABEL);

          if (named == NULL || named->repeat == NULL || !hw_question_has_value (named)
              || is_within (question, named->repeat))
            continue;
          place.slot = (int)slot;
          hw_check_report (self, "first-row", place,
                           /* Translators: %1$s is the name of a question in the repeat %2$s, %3$s
                            * the name of the question whose label names it. */
                           _ ("“%1$s” is asked in each row of “%2$s”, and the label of “%3$s” "
                              "stands outside: it shows the first row only. Calculate with join() "
                              "what is to be shown."),
                           named->name, named->repeat->name, question->name);
          return;
        }
    }
}

/**
 * hw_check_references:
 * @self: a check
 *
 * Finds references that name something else than one answer.
 */
void
hw_check_references (HwCheck *self)
{
  GPtrArray *questions = self->questionnaire->questions;

  for (guint i = 1; i < questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (questions, i);

      look_at_label (self, question);
      for (guint rule = 0; rule < HW_N_RULES; rule++)
        {
          Look one = { .check = self, .question = question, .rule = rule };
          HwTree *tree = hw_check_get_tree (self, question, rule);

          if (tree != NULL)
            look (hw_tree_get_root (tree), &one);
        }
    }
}
