/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "questionnaire/scope.h"
#include "questionnaire/xlsform-sheet-private.h"

#define LAST_SAVED "last-saved#"

typedef struct
{
  HwXlsform *form;
  const char *column;
  HwXlsformFaultFunc func;
  gpointer data;
  guint n_faults;
} Search;

static void G_GNUC_PRINTF (3, 4)
report (Search *self,
        const char *code,
        const char *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->n_faults++;
  self->func (code, message, self->data);
}

static void
report_unknown (Search *self,
                const char *name)
{
  const char *meant = hw_questionnaire_suggest (self->form->questionnaire, name);

  if (meant != NULL)
    report (self, "unknown-reference",
            /* Translators: %s are the name of a column and two names of questions. */
            _ ("“%s” names ${%s}, which is not in this questionnaire; did you mean ${%s}?"),
            self->column, name, meant);
  else
    report (self, "unknown-reference", _ ("“%s” names ${%s}, which is not in this questionnaire."), self->column, name);
}

static void
check_name (Search *self,
            const char *text)
{
  const char *name = g_str_has_prefix (text, LAST_SAVED) ? text + strlen (LAST_SAVED) : text;
  HwQuestion *first = g_hash_table_lookup (self->form->questionnaire->by_element, name);
  g_autoptr (GString) lines = NULL;

  if (first == NULL && hw_xlsform_is_name (name))
    report_unknown (self, name);
  else if (first == NULL)
    report (self, "bad-reference",
            /* Translators: %1$s is a column, %2$s what stands between the brackets. */
            _ ("“%1$s” has ${%2$s}, and “%2$s” cannot be a name. Between “${” and “}” stands just "
               "the name of a question."),
            self->column, text);
  if (first == NULL || first->namesake == NULL)
    return;
  lines = g_string_new (NULL);
  for (HwQuestion *at = first; at != NULL; at = at->namesake)
    g_string_append_printf (lines, "%s%u", lines->len > 0 ? ", " : "", at->line);
  report (self, "ambiguous-reference",
          /* Translators: %1$s is a column, %2$s a name, %3$s numbers of lines, such as “4, 9”. */
          _ ("“%1$s” names ${%2$s}, and several rows are called so: lines %3$s. Give all but one "
             "of them another name."),
          self->column, name, lines->str);
}

/**
 * hw_xlsform_check_references:
 * @self: a reader with the whole tree
 * @column: the heading under which the text stands
 * @text: an expression, or a text with ${name} inside
 * @func: called with a code and a sentence for each ${} that names nothing, or not one thing only
 * @data: for @func
 *
 * Returns: how many there are
 */
guint
hw_xlsform_check_references (HwXlsform *self,
                             const char *column,
                             const char *text,
                             HwXlsformFaultFunc func,
                             gpointer data)
{
  Search search = { .form = self, .column = column, .func = func, .data = data };

  for (const char *at = strstr (text, "${"); at != NULL; at = strstr (at + 2, "${"))
    {
      const char *close = strchr (at, '}');
      g_autofree char *name = NULL;

      if (close == NULL)
        {
          report (&search, "bad-reference",
                  _ ("“%s” has a “${” without a “}” after it. A question is named as in ${age}."),
                  column);
          break;
        }
      name = g_strndup (at + 2, (gsize) (close - at - 2));
      check_name (&search, name);
    }
  return search.n_faults;
}

typedef struct
{
  HwSheet *sheet;
  guint row;
  guint column;
} Place;

static void
report_cb (const char *code,
           const char *message,
           gpointer data)
{
  Place *place = data;

  hw_sheet_notice_column (place->sheet, code,
                          hw_sheet_get_line (place->sheet, place->row), place->column + 1, "%s",
                          message);
}

static void
check_column (HwXlsform *self,
              HwSheet *sheet,
              guint column)
{
  for (guint row = 0; row < hw_sheet_get_n_rows (sheet); row++)
    {
      const char *text = hw_sheet_get_field (sheet, row, column);
      Place place = { sheet, row, column };
      gboolean disabled = FALSE;

      if (strstr (text, "${") == NULL)
        continue;
      if (hw_xlsform_parse_yes_no (hw_sheet_get (sheet, row, HW_CELL_DISABLED), &disabled)
          && disabled)
        continue;
      hw_xlsform_check_references (self, hw_sheet_get_heading (sheet, column), text, report_cb,
                                   &place);
    }
}

/* Whether nobody else looks at what is named there. */
static gboolean
is_left (HwSheet *sheet,
         guint column)
{
  const HwHeading *heading = &sheet->headings[column];

  switch (sheet->kind)
    {
    case HW_SHEET_SURVEY:
      return heading->kind != HW_HEADING_BLANK
             && (heading->kind != HW_HEADING_CELL || !hw_xlsform_compiles (heading->cell));
    case HW_SHEET_CHOICES:
      return heading->kind == HW_HEADING_CELL && hw_cell_is_translated (heading->cell);
    case HW_SHEET_SETTINGS:
      return heading->kind != HW_HEADING_BLANK
             && (heading->word == NULL || strcmp (heading->word->name, "instance_name") != 0);
    case HW_SHEET_EXTERNAL_CHOICES:
    case HW_N_SHEETS:
    default:
      return FALSE;
    }
}

/**
 * hw_xlsform_check_other_references:
 * @self: a reader with the whole tree
 *
 * Looks at the columns that are not compiled, those of other people too: every other program
 * refuses a form with a ${} that names nothing, wherever it stands.
 */
void
hw_xlsform_check_other_references (HwXlsform *self)
{
  for (guint i = 0; i < HW_N_SHEETS; i++)
    for (guint k = 0; self->sheets[i] != NULL && k < hw_sheet_get_n_columns (self->sheets[i]); k++)
      if (is_left (self->sheets[i], k))
        check_column (self, self->sheets[i], k);
}
