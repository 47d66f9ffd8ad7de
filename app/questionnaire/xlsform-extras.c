/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/date.h"
#include "base/number.h"

/* The columns of our own that need no look at other questions. Other programs leave them alone, and
 * other people may use the same headings, so what is not understood is advice. */

static char *
dup_cell (HwSheet *sheet,
          guint row,
          HwSheetCell cell)
{
  const char *text = hw_sheet_get (sheet, row, cell);

  return *text != '\0' ? g_strdup (text) : NULL;
}

static gboolean
read_yes_no (HwSheet *sheet,
             guint row,
             HwSheetCell cell)
{
  const char *text = hw_sheet_get (sheet, row, cell);
  gboolean yes = FALSE;

  if (!hw_xlsform_parse_yes_no (text, &yes))
    hw_sheet_notice (sheet, "bad-value", row, cell,
                     _ ("“%s” is neither “yes” nor “no” and is taken for “no”."), text);
  return yes;
}

static HwSensitivity
read_sensitivity (HwSheet *sheet,
                  guint row)
{
  const char *text = hw_sheet_get (sheet, row, HW_CELL_IDENTIFYING);
  gboolean yes = FALSE;

  if (g_ascii_strcasecmp (text, "pii") == 0)
    return HW_SENSITIVITY_IDENTIFYING;
  if (g_ascii_strcasecmp (text, "special") == 0)
    return HW_SENSITIVITY_SPECIAL;
  if (g_ascii_strcasecmp (text, "none") != 0 && !hw_xlsform_parse_yes_no (text, &yes))
    {
      /* Rather kept back than given out. */
      hw_sheet_notice (sheet, "bad-value", row, HW_CELL_IDENTIFYING,
                       _ ("“%s” is none of “yes”, “no”, “pii” and “special” and is taken for "
                          "“yes”."),
                       text);
      yes = TRUE;
    }
  return yes ? HW_SENSITIVITY_IDENTIFYING : HW_SENSITIVITY_NONE;
}

static void
read_tier (HwQuestion *question,
           HwSheet *sheet,
           guint row)
{
  const char *text = hw_sheet_get (sheet, row, HW_CELL_TIER);
  gint64 tier;

  if (*text == '\0')
    return;
  if (hw_number_parse_int (text, 1, 9, &tier))
    question->tier = (int) tier;
  else
    hw_sheet_notice (sheet, "bad-value", row, HW_CELL_TIER,
                     _ ("“%s” is not a tier from 1 to 9; it is taken for 1."), text);
}

static void
read_decimals (HwQuestion *question,
               HwSheet *sheet,
               guint row)
{
  const char *text = hw_sheet_get (sheet, row, HW_CELL_DECIMALS);
  gint64 decimals;

  if (*text == '\0')
    return;
  if (!hw_number_parse_int (text, 0, 15, &decimals))
    hw_sheet_notice (sheet, "bad-value", row, HW_CELL_DECIMALS,
                     _ ("“%s” is not a number of decimals from 0 to 15, and is not heeded."), text);
  else if (question->kind != HW_KIND_DECIMAL && question->kind != HW_KIND_CALCULATE)
    hw_sheet_notice (sheet, "no-effect", row, HW_CELL_DECIMALS,
                     _ ("“%s” has no effect on a row of the type “%s”."), "decimals",
                     hw_question_get_type_name (question));
  else
    question->decimals = (int) decimals;
}

static void
read_width (HwQuestion *question,
            HwSheet *sheet,
            guint row)
{
  const char *text = hw_sheet_get (sheet, row, HW_CELL_WIDTH);
  gint64 width;

  if (*text == '\0')
    return;
  if (hw_number_parse_int (text, 1, 10000, &width))
    question->width = (int) width;
  else
    hw_sheet_notice (sheet, "bad-value", row, HW_CELL_WIDTH,
                     _ ("“%s” is not a width from 1 to 10000, and is not heeded."), text);
}

static void
read_roster_layout (HwQuestion *question,
                    HwSheet *sheet,
                    guint row)
{
  const char *text = hw_sheet_get (sheet, row, HW_CELL_ROSTER_LAYOUT);

  if (*text == '\0')
    return;
  if (question->kind != HW_KIND_REPEAT)
    hw_sheet_notice (sheet, "no-effect", row, HW_CELL_ROSTER_LAYOUT,
                     _ ("“%s” has no effect on a row of the type “%s”."), "roster_layout",
                     hw_question_get_type_name (question));
  else if (g_ascii_strcasecmp (text, "grid") == 0)
    question->roster_layout = HW_ROSTER_LAYOUT_GRID;
  else if (g_ascii_strcasecmp (text, "pages") == 0)
    question->roster_layout = HW_ROSTER_LAYOUT_PAGES;
  else if (g_ascii_strcasecmp (text, "auto") != 0)
    hw_sheet_notice (sheet, "bad-value", row, HW_CELL_ROSTER_LAYOUT,
                     _ ("“%s” is not a layout of rosters. There are “grid” and “pages”."), text);
}

/* What such a question expects has to be such an answer. */
static char *
dup_expected (HwQuestion *question,
              HwSheet *sheet,
              guint row,
              HwSheetCell cell)
{
  const char *text = hw_sheet_get (sheet, row, cell);
  gboolean fine = FALSE;
  double number;
  gint32 days;

  if (*text == '\0')
    return NULL;
  if (question->kind == HW_KIND_DATE)
    fine = hw_date_parse (text, &days);
  else if (question->kind == HW_KIND_INTEGER || question->kind == HW_KIND_DECIMAL
           || question->kind == HW_KIND_CALCULATE)
    fine = hw_number_parse (text, &number);
  if (fine)
    return g_strdup (text);
  hw_sheet_notice (sheet, "bad-value", row, cell,
                   /* Translators: %1$s is what stands there, %2$s a type. */
                   _ ("“%1$s” cannot be expected of an answer of the type “%2$s”, and is not "
                      "heeded."),
                   text, hw_question_get_type_name (question));
  return NULL;
}

static void
read_role (HwQuestion *question,
           HwSheet *sheet,
           guint row)
{
  static const char *const roles[] = { "weight", "stratum", "psu", "fpc", "case_id", NULL };
  const char *text = hw_sheet_get (sheet, row, HW_CELL_ROLE);
  g_autofree char *small = g_ascii_strdown (text, -1);
  const char *role = strcmp (small, "strata") == 0 ? "stratum" : small;

  if (*text == '\0')
    return;
  if (g_strv_contains (roles, role))
    question->role = g_strdup (role);
  else
    hw_sheet_notice (sheet, "unknown-role", row, HW_CELL_ROLE,
                     _ ("“%s” is not a role. There are weight, stratum, psu, fpc and case_id."),
                     text);
}

/**
 * hw_xlsform_read_extras:
 * @self: a reader
 * @question: a question with its kind
 * @row: its row
 */
void
hw_xlsform_read_extras (HwXlsform *self,
                        HwQuestion *question,
                        guint row)
{
  HwSheet *sheet = self->sheets[HW_SHEET_SURVEY];

  question->number = dup_cell (sheet, row, HW_CELL_NUMBER);
  question->section = dup_cell (sheet, row, HW_CELL_SECTION);
  question->universe = dup_cell (sheet, row, HW_CELL_UNIVERSE);
  question->sensitivity = read_sensitivity (sheet, row);
  question->supervisor_only = read_yes_no (sheet, row, HW_CELL_SUPERVISOR_ONLY);
  question->expected_min = dup_expected (question, sheet, row, HW_CELL_EXPECTED_MIN);
  question->expected_max = dup_expected (question, sheet, row, HW_CELL_EXPECTED_MAX);
  read_tier (question, sheet, row);
  read_decimals (question, sheet, row);
  read_width (question, sheet, row);
  read_roster_layout (question, sheet, row);
  read_role (question, sheet, row);
}

/* Whether the question can have its role. */
static gboolean
check_role (HwXlsform *self,
            HwQuestion *question)
{
  if (!hw_question_has_value (question))
    hw_xlsform_notice (self, "bad-role", question, HW_CELL_ROLE,
                       _ ("“%s” names “%s”, which is a %s and has no answer."), question->role,
                       question->name, hw_kind_get_name (question->kind));
  else if (question->repeat != NULL)
    hw_xlsform_notice (
        self, "bad-role", question, HW_CELL_ROLE,
        _ ("“%s” names “%s”, which is asked in each row of “%s”. It must be asked once a "
           "household."),
        question->role, question->name, question->repeat->name);
  else
    return TRUE;
  return FALSE;
}

/**
 * hw_xlsform_settle_roles:
 * @self: a reader with the whole tree
 *
 * What the column "role" says is as good as a setting.
 */
void
hw_xlsform_settle_roles (HwXlsform *self)
{
  GHashTable *settings = self->questionnaire->settings;

  for (guint i = 1; i < self->questionnaire->questions->len; i++)
    {
      HwQuestion *question = g_ptr_array_index (self->questionnaire->questions, i);
      const char *given;

      if (question->role == NULL || !check_role (self, question))
        continue;
      given = g_hash_table_lookup (settings, question->role);
      if (given == NULL)
        g_hash_table_insert (settings, g_strdup (question->role), g_strdup (question->name));
      else if (strcmp (question->role, "case_id") == 0)
        {
          g_auto (GStrv) names = g_strsplit_set (given, " \t\r\n,", -1);

          if (!g_strv_contains ((const char *const *) names, question->name))
            g_hash_table_insert (settings, g_strdup (question->role),
                                 g_strconcat (given, " ", question->name, NULL));
        }
      else if (strcmp (given, question->name) != 0)
        hw_xlsform_notice (
            self, "bad-role", question, HW_CELL_ROLE,
            /* Translators: a role and the name of a question. */
            _ ("The role “%s” is that of “%s” already. Only one question can have it."),
            question->role, given);
    }
}
