/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/form/finding-item.h"

#include <glib/gi18n.h>
#include <string.h>

struct _HwFindingItem
{
  GObject parent_instance;

  gboolean is_heading;
  char *text;
  HwProblemSeverity severity;

  /* Findings only */
  HwProblemSubject subject;
  char *code; /* "" when it has none */
  char *sheet;
  guint line;
  guint column;
  char *question; /* nullable */
  char *place;
  char *explanation;
  char *copy;
  char *folded;
};

G_DEFINE_FINAL_TYPE (HwFindingItem, hw_finding_item, G_TYPE_OBJECT)

static void
hw_finding_item_finalize (GObject *object)
{
  HwFindingItem *self = HW_FINDING_ITEM (object);

  g_free (self->text);
  g_free (self->code);
  g_free (self->sheet);
  g_free (self->question);
  g_free (self->place);
  g_free (self->explanation);
  g_free (self->copy);
  g_free (self->folded);
  G_OBJECT_CLASS (hw_finding_item_parent_class)->finalize (object);
}

static void
hw_finding_item_class_init (HwFindingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_finding_item_finalize;
}

static void
hw_finding_item_init (HwFindingItem *self)
{
}

/* "row 12, column F", or "rows 12, 15, 19" for a sentence about several. */
static char *
dup_cell (const HwProblem *problem)
{
  g_autofree char *cell = hw_problem_dup_cell (problem);
  gsize letters = strcspn (cell, "0123456789");

  if (problem->lines != NULL && strchr (problem->lines, ' ') != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (problem->lines, " ", -1);
      g_autofree char *joined = g_strjoinv (", ", lines);

      /* Translators: rows of a sheet, such as “rows 12, 15, 19”. */
      return g_strdup_printf (_("rows %s"), joined);
    }
  if (problem->line == 0)
    return NULL;
  if (problem->column == 0)
    /* Translators: %u is the number of a row of a sheet. */
    return g_strdup_printf (_("row %u"), problem->line);
  cell[letters] = '\0';
  /* Translators: a cell of a sheet: the number of its row, the letters of its column. */
  return g_strdup_printf (_("row %1$u, column %2$s"), problem->line, cell);
}

/* Each part isolated (U+2068, U+2069): names in Latin letters would turn the order of an Arabic line. */
static char *
dup_place (const HwProblem *problem)
{
  const char *sheet = problem->sheet != NULL ? problem->sheet : problem->file;
  g_autofree char *cell = dup_cell (problem);
  const char *const parts[] = { sheet, cell, problem->question };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s\u2068%s\u2069", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_explanation (const HwProblemCode *code)
{
  if (code == NULL)
    return g_strdup ("");
  if (code->wrong == NULL || code->right == NULL)
    return g_strdup (_(code->explanation));
  return g_strdup_printf (
      /* Translators: an explanation of a fault, a sentence; how such a cell looks; how it should look. */
      _("%1$s Instead of “%2$s”, write “%3$s”."), _(code->explanation), code->wrong, code->right);
}

/**
 * hw_finding_item_new:
 * @problem: what is wrong, or what is to be known
 *
 * Returns: (transfer full): the line that says it
 */
HwFindingItem *
hw_finding_item_new (const HwProblem *problem)
{
  HwFindingItem *self = g_object_new (HW_TYPE_FINDING_ITEM, NULL);
  const HwProblemCode *code;
  g_autofree char *all = NULL;

  g_return_val_if_fail (problem != NULL, NULL);

  code = problem->code != NULL ? hw_problem_code_find (problem->code) : NULL;
  self->severity = problem->severity;
  self->text = g_strdup (problem->message);
  self->subject = code != NULL ? code->subject : HW_SUBJECT_STRUCTURE;
  self->code = g_strdup (problem->code != NULL ? problem->code : "");
  self->sheet = g_strdup (problem->sheet != NULL ? problem->sheet : problem->file);
  if (self->sheet == NULL)
    self->sheet = g_strdup ("");
  self->line = problem->line;
  self->column = problem->column;
  self->question = g_strdup (problem->question);
  self->place = dup_place (problem);
  self->explanation = dup_explanation (code);
  self->copy = hw_problem_dup_string (problem);
  all = g_strjoin ("\n", self->text, self->copy, self->place, self->code, self->explanation, NULL);
  self->folded = g_utf8_casefold (all, -1);
  return self;
}

/**
 * hw_finding_item_equal:
 * @a: a line
 * @b: another
 *
 * Returns: whether a person would take one for the other
 */
gboolean
hw_finding_item_equal (HwFindingItem *a,
                       HwFindingItem *b)
{
  return a->is_heading == b->is_heading && a->severity == b->severity
         && strcmp (a->text, b->text) == 0 && g_strcmp0 (a->place, b->place) == 0
         && g_strcmp0 (a->code, b->code) == 0;
}

/* The sheets in the order in which one works in them. */
static int
rank_sheet (const char *sheet)
{
  static const char *const order[] = { "survey", "choices", "external_choices", "settings" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_str_has_prefix (sheet, order[i]))
      return (int) i;
  return G_N_ELEMENTS (order);
}

static int
compare_numbers (guint a,
                 guint b)
{
  return a == b ? 0 : a < b ? -1 : 1;
}

static int
compare_sheets (HwFindingItem *a,
                HwFindingItem *b)
{
  int order = rank_sheet (a->sheet) - rank_sheet (b->sheet);

  return order != 0 ? order : strcmp (a->sheet, b->sheet);
}

static int
compare_rows (HwFindingItem *a,
              HwFindingItem *b)
{
  int order = compare_sheets (a, b);

  if (order == 0)
    order = compare_numbers (a->line, b->line);
  if (order == 0)
    order = compare_numbers (a->column, b->column);
  return order != 0 ? order : strcmp (a->text, b->text);
}

/**
 * hw_finding_item_compare:
 * @a: a finding
 * @b: another
 * @order: how they are shown
 *
 * Returns: below 0 when @a stands before @b
 */
int
hw_finding_item_compare (HwFindingItem *a,
                         HwFindingItem *b,
                         HwFindingOrder order)
{
  int result = (int) a->severity - (int) b->severity;

  if (result == 0 && order == HW_FINDING_ORDER_KIND)
    result = (int) a->subject - (int) b->subject;
  if (result == 0 && order == HW_FINDING_ORDER_KIND)
    result = strcmp (a->code, b->code);
  return result != 0 ? result : compare_rows (a, b);
}

/**
 * hw_finding_item_belongs:
 * @a: a finding
 * @b: another
 * @order: how they are shown
 *
 * Returns: whether both stand under one heading
 */
gboolean
hw_finding_item_belongs (HwFindingItem *a,
                         HwFindingItem *b,
                         HwFindingOrder order)
{
  if (a->severity != b->severity)
    return FALSE;
  return order == HW_FINDING_ORDER_KIND ? a->subject == b->subject : strcmp (a->sheet, b->sheet) == 0;
}

/**
 * hw_finding_item_new_heading:
 * @first: the first finding under it
 * @order: how they are shown
 * @n: how many there are
 *
 * Returns: (transfer full): the heading
 */
HwFindingItem *
hw_finding_item_new_heading (HwFindingItem *first,
                             HwFindingOrder order,
                             guint n)
{
  HwFindingItem *self = g_object_new (HW_TYPE_FINDING_ITEM, NULL);
  const char *about = order == HW_FINDING_ORDER_KIND ? hw_problem_subject_get_name (first->subject)
                                                     : first->sheet;

  self->is_heading = TRUE;
  self->severity = first->severity;
  if (first->severity == HW_PROBLEM_ERROR)
    /* Translators: a heading over faults of a questionnaire: what they are about, or the sheet that they are in; how many. */
    self->text = g_strdup_printf (_("Faults: \u2068%1$s\u2069 (%2$u)"), about, n);
  else
    /* Translators: a heading over advice on a questionnaire: what it is about, or the sheet; how many. */
    self->text = g_strdup_printf (_("Advice: \u2068%1$s\u2069 (%2$u)"), about, n);
  return self;
}

/**
 * hw_finding_item_is_heading:
 * @self: a line
 *
 * Returns: whether it stands over others
 */
gboolean
hw_finding_item_is_heading (HwFindingItem *self)
{
  g_return_val_if_fail (HW_IS_FINDING_ITEM (self), FALSE);
  return self->is_heading;
}

/**
 * hw_finding_item_get_text:
 * @self: a line
 *
 * Returns: (transfer none): what it says
 */
const char *
hw_finding_item_get_text (HwFindingItem *self)
{
  g_return_val_if_fail (HW_IS_FINDING_ITEM (self), NULL);
  return self->text;
}

/**
 * hw_finding_item_get_severity:
 * @self: a line
 *
 * Returns: whether it is of faults or of advice
 */
HwProblemSeverity
hw_finding_item_get_severity (HwFindingItem *self)
{
  g_return_val_if_fail (HW_IS_FINDING_ITEM (self), HW_PROBLEM_ERROR);
  return self->severity;
}

/**
 * hw_finding_item_get_place:
 * @self: a finding
 *
 * Returns: (transfer none): where it is, for people
 */
const char *
hw_finding_item_get_place (HwFindingItem *self)
{
  g_return_val_if_fail (HW_IS_FINDING_ITEM (self), NULL);
  return self->place;
}

/**
 * hw_finding_item_get_explanation:
 * @self: a finding
 *
 * Returns: (transfer none): what findings of its kind mean, and what to write instead; "" when there
 *   is nothing to add
 */
const char *
hw_finding_item_get_explanation (HwFindingItem *self)
{
  g_return_val_if_fail (HW_IS_FINDING_ITEM (self), NULL);
  return self->explanation;
}

/**
 * hw_finding_item_get_question:
 * @self: a finding
 *
 * Returns: (nullable) (transfer none): the name of the question that it is about
 */
const char *
hw_finding_item_get_question (HwFindingItem *self)
{
  g_return_val_if_fail (HW_IS_FINDING_ITEM (self), NULL);
  return self->question;
}

/**
 * hw_finding_item_dup_line:
 * @self: a line
 *
 * Returns: (transfer full): place and sentence, as one line of text
 */
char *
hw_finding_item_dup_line (HwFindingItem *self)
{
  g_return_val_if_fail (HW_IS_FINDING_ITEM (self), NULL);
  return g_strdup (self->is_heading ? self->text : self->copy);
}

/**
 * hw_finding_item_matches:
 * @self: a finding
 * @needle: what is searched, casefolded
 *
 * Returns: whether it is about that
 */
gboolean
hw_finding_item_matches (HwFindingItem *self,
                         const char *needle)
{
  g_return_val_if_fail (HW_IS_FINDING_ITEM (self), FALSE);
  return strstr (self->folded, needle) != NULL;
}
