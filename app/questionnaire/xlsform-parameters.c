/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/number.h"
#include "questionnaire/spelling.h"

typedef enum
{
  CHECK_TRUE_OR_FALSE,
  CHECK_TRUE,
  CHECK_INTEGER,
  CHECK_COUNT, /* not below 0 */
  CHECK_NUMBER,
  CHECK_NAME,
  CHECK_SEED,
  CHECK_PROGRAM,
  CHECK_INSTANCE,
  CHECK_ONE_OF,
} Check;

/* What the value of a parameter must be. Those of ranges are looked at together. */
static const struct
{
  const char *name;
  Check check;
  const char *values;
} checks[] = {
  { "randomize", CHECK_TRUE_OR_FALSE, NULL },
  { "seed", CHECK_SEED, NULL },
  { "value", CHECK_NAME, NULL },
  { "label", CHECK_NAME, NULL },
  { "rows", CHECK_INTEGER, NULL },
  { "max-pixels", CHECK_INTEGER, NULL },
  { "capture-accuracy", CHECK_NUMBER, NULL },
  { "warning-accuracy", CHECK_NUMBER, NULL },
  { "allow-mock-accuracy", CHECK_TRUE_OR_FALSE, NULL },
  { "incremental", CHECK_TRUE, NULL },
  { "track-changes", CHECK_TRUE_OR_FALSE, NULL },
  { "identify-user", CHECK_TRUE_OR_FALSE, NULL },
  { "track-changes-reasons", CHECK_ONE_OF, "on-form-edit" },
  { "quality", CHECK_ONE_OF, "voice-only low normal external" },
  { "app", CHECK_PROGRAM, NULL },
  { "reference-geometry", CHECK_INSTANCE, NULL },
  { "location-priority", CHECK_ONE_OF, "no-power low-power balanced high-accuracy" },
  { "location-min-interval", CHECK_COUNT, NULL },
  { "location-max-age", CHECK_COUNT, NULL },
};

/* Types that take the parameters that are named for them, and refuse all others. */
static const char *const strict[] = {
  "audit", "text",  "image",    "audio",    "background-audio",     "range",
  "rank",  "geopoint", "geotrace", "geoshape", "select_one",           "select_multiple",
  "select_one_from_file", "select_multiple_from_file", "select_one_external", NULL,
};

/* A row whose parameters are looked at. */
typedef struct
{
  HwXlsform *form;
  HwSheet *sheet;
  HwParameters *parameters;
  const HwTypeWord *type;
  guint row;
} Cell;

static void G_GNUC_PRINTF (2, 3)
report (Cell *self,
        const char *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  hw_sheet_notice (self->sheet, "bad-parameter", self->row, HW_CELL_PARAMETERS, "%s", message);
}

static gboolean
is_one_of (const char *text,
           const char *values)
{
  g_auto (GStrv) words = g_strsplit (values, " ", -1);

  return g_strv_contains ((const char *const *) words, text);
}

/* With any other appearance the name has no meaning, and is not looked at. */
static gboolean
takes_program (Cell *self)
{
  const char *appearance = hw_sheet_get (self->sheet, self->row, HW_CELL_APPEARANCE);

  return *appearance == '\0' || strcmp (appearance, "annotate") == 0;
}

/* Whether some row of the survey names such a file or repeat; the list may come later too. */
static gboolean
is_instance (Cell *self,
             const char *text)
{
  g_autofree char *csv = g_strconcat (text, ".", NULL);

  if (g_hash_table_contains (self->form->questionnaire->lists, text))
    return TRUE;
  for (guint row = 0; row < hw_sheet_get_n_rows (self->sheet); row++)
    {
      const char *type = hw_sheet_get (self->sheet, row, HW_CELL_TYPE);
      const char *name = hw_sheet_get (self->sheet, row, HW_CELL_NAME);
      g_autofree char *repeat = g_strdup_printf ("${%s}", name);

      if ((g_str_has_suffix (type, "-external") && g_ascii_strcasecmp (name, text) == 0)
          || (strstr (type, "_from_file") != NULL && strstr (type, csv) != NULL)
          || (g_str_has_prefix (type, "begin") && strstr (type, "repeat") != NULL
              && g_ascii_strcasecmp (repeat, text) == 0))
        return TRUE;
    }
  return FALSE;
}

static void
check_value (Cell *self,
             const char *name,
             Check check,
             const char *values)
{
  const char *text = hw_parameters_get (self->parameters, name);
  double number;
  gint64 integer;

  switch (check)
    {
    case CHECK_TRUE_OR_FALSE:
      if (!is_one_of (text, "true false"))
        report (self, _ ("“%s” is “true” or “false”, and not “%s”."), name, text);
      break;
    case CHECK_TRUE:
      if (!is_one_of (text, "true true() yes"))
        report (self, _ ("“%s” can only be “true”, and not “%s”."), name, text);
      break;
    case CHECK_INTEGER:
    case CHECK_COUNT:
      if (!hw_number_parse_int (text, check == CHECK_COUNT ? 0 : G_MININT64, G_MAXINT64, &integer))
        report (self, _ ("“%s” takes a whole number, and “%s” is none."), name, text);
      break;
    case CHECK_NUMBER:
      if (!hw_number_parse (text, &number))
        report (self, _ ("“%s” takes a number, and “%s” is none."), name, text);
      break;
    case CHECK_NAME:
      if (!hw_xlsform_is_name (text))
        report (self, _ ("“%s” takes the name of a column, and “%s” is none."), name, text);
      break;
    case CHECK_SEED:
      if (!g_str_has_prefix (text, "${") && !hw_number_parse (text, &number))
        report (self, _ ("“seed” takes a number or a question such as ${a}, and “%s” is neither."),
                text);
      break;
    case CHECK_PROGRAM:
      if (takes_program (self) && !g_regex_match_simple ("^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$", text, G_REGEX_CASELESS, 0))
        report (self, _ ("“%s” is not the name of a program of a telephone, such as "
                         "“org.example.camera”."),
                text);
      break;
    case CHECK_INSTANCE:
      if (!is_instance (self, text))
        report (self, _ ("“%s” is neither a list, nor an attached file, nor a repeat such as "
                         "${plot}."),
                text);
      break;
    case CHECK_ONE_OF:
    default:
      if (strcmp (name, "quality") == 0
          && strcmp (self->type->word.name, "background-audio") == 0)
        values = "voice-only low normal";
      if (!is_one_of (text, values))
        report (self, _ ("“%s” is one of “%s”, and not “%s”."), name, values, text);
      break;
    }
}

static void
list_accepted (Cell *self,
               GString *names,
               HwSpelling *spelling)
{
  guint n;
  const HwWord *words = hw_vocabulary_get_parameters (&n);

  for (guint i = 0; i < n; i++)
    if (hw_word_belongs_to (&words[i], self->type->word.name))
      {
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", words[i].name);
        hw_spelling_offer (spelling, words[i].name);
      }
}

static gboolean
is_accepted (Cell *self,
             const char *name)
{
  const HwWord *word = hw_xlsform_vocabulary_find (HW_WORD_PARAMETER, name);

  return word != NULL && hw_word_belongs_to (word, self->type->word.name);
}

static void
report_unknown (Cell *self,
                const char *name)
{
  g_autoptr (GString) names = g_string_new (NULL);
  HwSpelling spelling;

  hw_spelling_start (&spelling, name);
  list_accepted (self, names, &spelling);
  if (!g_strv_contains (strict, self->type->word.name))
    hw_sheet_notice (self->sheet, "no-effect", self->row, HW_CELL_PARAMETERS,
                     _ ("A row of the type “%s” takes no parameters, so “%s” has no effect."),
                     self->type->word.name, name);
  else if (spelling.nearest != NULL)
    report (self, _ ("“%s” is not a parameter of the type “%s”; did you mean “%s”?"), name,
            self->type->word.name, spelling.nearest);
  else if (names->len == 0)
    report (self, _ ("“%s” is not a parameter of the type “%s”, which takes none."), name,
            self->type->word.name);
  else
    /* Translators: %3$s is a list of words, such as “start, end, step”. */
    report (self, _ ("“%1$s” is not a parameter of the type “%2$s”. It takes %3$s."), name,
            self->type->word.name, names->str);
}

/* What goes together. */
static void
check_together (Cell *self)
{
  static const char *const places[]
      = { "location-priority", "location-min-interval", "location-max-age" };
  const char *age = hw_parameters_get (self->parameters, "location-max-age");
  const char *interval = hw_parameters_get (self->parameters, "location-min-interval");
  guint n = 0;

  if (age != NULL && interval != NULL
      && g_ascii_strtod (age, NULL) < g_ascii_strtod (interval, NULL))
    report (self, _ ("“location-max-age” cannot be less than “location-min-interval”."));
  if (hw_parameters_get (self->parameters, "seed") != NULL
      && hw_parameters_get (self->parameters, "randomize") == NULL)
    report (self, _ ("“seed” is of no use without “randomize=true”."));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    n += hw_parameters_get (self->parameters, places[i]) != NULL;
  if (n > 0 && n < G_N_ELEMENTS (places))
    report (self, _ ("“location-priority”, “location-min-interval” and “location-max-age” go "
                     "together. Give all three."));
}

static void
check_parameters (Cell *self)
{
  for (guint i = 0; i < hw_parameters_get_length (self->parameters); i++)
    {
      const char *name = hw_parameters_get_name (self->parameters, i);

      if (!is_accepted (self, name))
        {
          report_unknown (self, name);
          continue;
        }
      for (guint k = 0; k < G_N_ELEMENTS (checks); k++)
        if (strcmp (checks[k].name, name) == 0)
          check_value (self, name, checks[k].check, checks[k].values);
    }
  check_together (self);
}

/**
 * hw_xlsform_read_parameters:
 * @self: a reader
 * @question: (nullable): the question; %NULL for a row that is none
 * @type: (nullable): its type, when it is known
 * @row: its row
 *
 * Reads the column "parameters", and "rows", which is an old way to write one of them.
 */
void
hw_xlsform_read_parameters (HwXlsform *self,
                            HwQuestion *question,
                            const HwTypeWord *type,
                            guint row)
{
  HwSheet *sheet = self->sheets[HW_SHEET_SURVEY];
  const char *text = hw_sheet_get (sheet, row, HW_CELL_PARAMETERS);
  const char *rows = hw_sheet_get (sheet, row, HW_CELL_ROWS);
  g_autoptr (HwParameters) parameters = NULL;
  g_autofree char *bad = NULL;
  Cell cell = { .form = self, .sheet = sheet, .type = type, .row = row };

  if (*text == '\0' && *rows == '\0')
    return;
  parameters = hw_parameters_parse (text, &bad);
  cell.parameters = parameters;
  if (bad != NULL)
    report (&cell, _ ("“%s” is not a name and a value. Parameters are written as in “start=0 "
                      "end=10”."),
            bad);
  if (*rows != '\0' && hw_parameters_get (parameters, "rows") == NULL)
    hw_parameters_set (parameters, "rows", rows);
  if (type != NULL && *text != '\0')
    check_parameters (&cell);
  if (question == NULL)
    return;
  question->parameters = g_steal_pointer (&parameters);
  question->randomized = g_strcmp0 (hw_question_get_parameter (question, "randomize"), "true") == 0;
}
