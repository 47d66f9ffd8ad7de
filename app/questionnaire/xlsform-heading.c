/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/xlsform-heading.h"

#include <string.h>

#include "questionnaire/spelling.h"

#define SURVEY (1 << HW_SHEET_SURVEY)
#define CHOICES (1 << HW_SHEET_CHOICES)
#define SETTINGS (1 << HW_SHEET_SETTINGS)

/* The first row of a cell has the name that messages use. Spellings follow pyxform's aliases. */
static const struct
{
  const char *name;
  HwSheetCell cell;
  guint sheets;
} spellings[] = {
  { "type", HW_CELL_TYPE, SURVEY },
  { "command", HW_CELL_TYPE, SURVEY },
  { "name", HW_CELL_NAME, SURVEY | CHOICES },
  { "tag", HW_CELL_NAME, SURVEY },
  { "value", HW_CELL_NAME, SURVEY | CHOICES },
  { "label", HW_CELL_LABEL, SURVEY | CHOICES },
  { "caption", HW_CELL_LABEL, SURVEY | CHOICES },
  { "hint", HW_CELL_HINT, SURVEY },
  { "guidance_hint", HW_CELL_GUIDANCE, SURVEY },
  { "appearance", HW_CELL_APPEARANCE, SURVEY },
  { "body::appearance", HW_CELL_APPEARANCE, SURVEY },
  { "control::appearance", HW_CELL_APPEARANCE, SURVEY },
  { "required", HW_CELL_REQUIRED, SURVEY },
  { "bind::required", HW_CELL_REQUIRED, SURVEY },
  { "required_message", HW_CELL_REQUIRED_MESSAGE, SURVEY },
  { "requiredmsg", HW_CELL_REQUIRED_MESSAGE, SURVEY },
  { "bind::jr:requiredmsg", HW_CELL_REQUIRED_MESSAGE, SURVEY },
  { "relevant", HW_CELL_RELEVANT, SURVEY },
  { "relevance", HW_CELL_RELEVANT, SURVEY },
  { "bind::relevant", HW_CELL_RELEVANT, SURVEY },
  { "constraint", HW_CELL_CONSTRAINT, SURVEY },
  { "bind::constraint", HW_CELL_CONSTRAINT, SURVEY },
  { "constraint_message", HW_CELL_CONSTRAINT_MESSAGE, SURVEY },
  { "constraining_message", HW_CELL_CONSTRAINT_MESSAGE, SURVEY },
  { "bind::jr:constraintmsg", HW_CELL_CONSTRAINT_MESSAGE, SURVEY },
  { "calculation", HW_CELL_CALCULATION, SURVEY },
  { "calculate", HW_CELL_CALCULATION, SURVEY },
  { "bind::calculate", HW_CELL_CALCULATION, SURVEY },
  { "default", HW_CELL_DEFAULT, SURVEY },
  { "read_only", HW_CELL_READ_ONLY, SURVEY },
  { "readonly", HW_CELL_READ_ONLY, SURVEY },
  { "bind::readonly", HW_CELL_READ_ONLY, SURVEY },
  { "choice_filter", HW_CELL_CHOICE_FILTER, SURVEY },
  { "repeat_count", HW_CELL_REPEAT_COUNT, SURVEY },
  { "count", HW_CELL_REPEAT_COUNT, SURVEY },
  { "jr:count", HW_CELL_REPEAT_COUNT, SURVEY },
  { "control::jr:count", HW_CELL_REPEAT_COUNT, SURVEY },
  { "body::jr:count", HW_CELL_REPEAT_COUNT, SURVEY },
  { "parameters", HW_CELL_PARAMETERS, SURVEY },
  { "trigger", HW_CELL_TRIGGER, SURVEY },
  { "bind::type", HW_CELL_BIND_TYPE, SURVEY },
  { "disabled", HW_CELL_DISABLED, SURVEY },
  { "number", HW_CELL_NUMBER, SURVEY },
  { "section", HW_CELL_SECTION, SURVEY },
  { "soft_check", HW_CELL_SOFT_CHECK, SURVEY },
  { "soft_message", HW_CELL_SOFT_MESSAGE, SURVEY },
  { "missing", HW_CELL_MISSING, SURVEY },
  { "tier", HW_CELL_TIER, SURVEY },
  { "universe", HW_CELL_UNIVERSE, SURVEY },
  { "unit", HW_CELL_UNIT, SURVEY },
  { "exclusive", HW_CELL_EXCLUSIVE, SURVEY },
  { "identifying", HW_CELL_IDENTIFYING, SURVEY },
  { "list_name", HW_CELL_LIST_NAME, CHOICES },
  { "form_title", HW_CELL_FORM_TITLE, SETTINGS },
  { "title", HW_CELL_FORM_TITLE, SETTINGS },
};

/* Columns that XLSForm defines and Homeward has no use for. */
static const char *const unused[] = {
  "audio",        "autoplay",      "big-image", "bind",     "body",      "compact_tag",
  "control",      "geometry",      "image",     "instance", "media",     "noapperrorstring",
  "query",        "rows",          "save_to",   "sms_field", "sms_option",
  "sms_response", "sms_separator", "video",
};

static const HwSheetCell translated[] = {
  HW_CELL_LABEL,        HW_CELL_HINT, HW_CELL_GUIDANCE,   HW_CELL_CONSTRAINT_MESSAGE,
  HW_CELL_SOFT_MESSAGE, HW_CELL_UNIT, HW_CELL_FORM_TITLE, HW_CELL_REQUIRED_MESSAGE,
};

/* "  List  Name " and "list_name" are one heading. */
static char *
normalise (const char *text)
{
  g_autofree char *small = g_strstrip (g_ascii_strdown (text, -1));
  g_auto (GStrv) words = g_strsplit_set (small, " \t\r\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        if (joined->len > 0)
          g_string_append_c (joined, '_');
        g_string_append (joined, words[i]);
      }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* Older forms write "bind:relevant"; what a skip hangs on is never passed over for a colon. */
static char *
double_colon (const char *name)
{
  static const char *const places[] = { "bind:", "body:", "control:" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_has_prefix (name, places[i]) && name[strlen (places[i])] != ':')
      return g_strconcat (places[i], ":", name + strlen (places[i]), NULL);
  return g_strdup (name);
}

static gboolean
find_spelling (HwSheetKind sheet,
               const char *text,
               HwSheetCell *cell)
{
  g_autofree char *plain = normalise (text);
  g_autofree char *name = double_colon (plain);

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if ((spellings[i].sheets & 1 << sheet) != 0 && strcmp (spellings[i].name, name) == 0)
      {
        *cell = spellings[i].cell;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_unused (const char *text)
{
  g_autofree char *base = g_strndup (text, strcspn (text, ":"));
  g_autofree char *name = normalise (base);

  for (guint i = 0; i < G_N_ELEMENTS (unused); i++)
    if (strcmp (unused[i], name) == 0)
      return TRUE;
  return FALSE;
}

/**
 * hw_heading_parse:
 * @self: (out caller-allocates): what the heading means
 * @sheet: where it stands
 * @text: the heading, with any blanks and letters
 *
 * "label::English (en)" and "label:English" are the label in a language; a colon that belongs to
 * the name, as in "bind::relevant" or "jr:count", is looked for first.
 */
void
hw_heading_parse (HwHeading *self,
                  HwSheetKind sheet,
                  const char *text)
{
  const char *colon = strchr (text, ':');

  *self = (HwHeading){ .kind = HW_HEADING_UNKNOWN };
  if (text[strspn (text, " \t\r\n")] == '\0')
    {
      self->kind = HW_HEADING_BLANK;
      return;
    }
  if (find_spelling (sheet, text, &self->cell))
    {
      self->kind = HW_HEADING_CELL;
      self->language = g_strdup ("");
      return;
    }
  if (colon != NULL)
    {
      g_autofree char *base = g_strndup (text, (gsize)(colon - text));
      g_autofree char *language = g_strstrip (g_strdup (colon + strspn (colon, ":")));

      if (find_spelling (sheet, base, &self->cell) && hw_cell_is_translated (self->cell))
        {
          self->kind = HW_HEADING_CELL;
          self->language = g_steal_pointer (&language);
          return;
        }
    }
  if (is_unused (text))
    self->kind = HW_HEADING_UNUSED;
}

/**
 * hw_heading_clear:
 * @self: a heading
 */
void
hw_heading_clear (HwHeading *self)
{
  g_clear_pointer (&self->language, g_free);
}

/**
 * hw_cell_is_translated:
 * @cell: a cell
 *
 * Returns: whether there may be a column for each language
 */
gboolean
hw_cell_is_translated (HwSheetCell cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (translated); i++)
    if (translated[i] == cell)
      return TRUE;
  return FALSE;
}

/**
 * hw_cell_get_name:
 * @cell: a cell
 *
 * Returns: (transfer none): the name of its column
 */
const char *
hw_cell_get_name (HwSheetCell cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (spellings[i].cell == cell)
      return spellings[i].name;
  g_return_val_if_reached ("");
}

/**
 * hw_heading_suggest:
 * @sheet: where the heading stands
 * @text: a heading that is not known
 *
 * Returns: (transfer none) (nullable): the name that may have been meant
 */
const char *
hw_heading_suggest (HwSheetKind sheet,
                    const char *text)
{
  HwSpelling spelling;

  hw_spelling_start (&spelling, text);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if ((spellings[i].sheets & 1 << sheet) != 0)
      hw_spelling_offer (&spelling, spellings[i].name);
  return spelling.nearest;
}
