/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "questionnaire/check-belief.h"

#include <math.h>
#include <string.h>

#define MAX_LEAVES 6
/* A condition that branches more than this is taken for possible. */
#define MAX_STEPS 4000

/* An answer, or a number that is computed, and what it can be. */
typedef struct
{
  HwQuestion *question; /* NULL for what is computed */
  HwPart *term;         /* what computes it, where it was seen first */
  HwQuestion *owner;    /* and whose rule that is: a path means something else elsewhere */
  HwDomain domain;
  HwLeaf leaves[MAX_LEAVES];
  guint n_leaves;
} Entry;

struct _HwBelief
{
  HwCheck *check;
  HwQuestion *context;
  HwChoice *choice; /* in a choice filter: the one that is looked at */
  HwReasonKind kind;
  gboolean plain; /* answers are not limited by their constraints */
  GArray *entries;
  HwReason reason;
  guint n_steps;
};

/* Numbers that a call gives: what they are at least, and whether they are whole. */
static const struct
{
  const char *name;
  double low;
  gboolean is_integer;
} terms[] = {
  { "string-length", 0, TRUE },   { "count-selected", 0, TRUE }, { "count", 0, TRUE },
  { "count-non-empty", 0, TRUE }, { "position", 1, TRUE },       { "int", -INFINITY, TRUE },
  { "round", -INFINITY, FALSE },  { "sum", -INFINITY, FALSE },   { "min", -INFINITY, FALSE },
  { "max", -INFINITY, FALSE },    { "abs", 0, FALSE },
};

/**
 * hw_belief_new:
 * @check: the check
 * @context: the question whose element is the context of what is assumed
 *
 * Returns: (transfer full): nothing is assumed
 */
HwBelief *
hw_belief_new (HwCheck *check,
              HwQuestion *context)
{
  HwBelief *self = g_new0 (HwBelief, 1);

  self->check = check;
  self->context = context;
  self->kind = HW_REASON_SELF;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return self;
}

/**
 * hw_belief_copy:
 * @self: a state
 *
 * Returns: (transfer full): the same, for another case
 */
HwBelief *
hw_belief_copy (HwBelief *self)
{
  HwBelief *copy = g_new (HwBelief, 1);

  *copy = *self;
  copy->entries = g_array_copy (self->entries);
  return copy;
}

/**
 * hw_belief_free:
 * @self: (transfer full): a state
 */
void
hw_belief_free (HwBelief *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

/**
 * hw_belief_set_choice:
 * @self: a state
 * @choice: (nullable): what the bare words of a choice filter are taken from
 */
void
hw_belief_set_choice (HwBelief *self,
                     HwChoice *choice)
{
  self->choice = choice;
}

/**
 * hw_belief_set_plain:
 * @self: a state
 * @plain: whether answers count that break their constraint, which are stored all the same
 */
void
hw_belief_set_plain (HwBelief *self,
                    gboolean plain)
{
  self->plain = plain;
}

/**
 * hw_belief_get_reason:
 * @self: a state of which something could not be assumed
 *
 * Returns: (transfer none): why; lives as long as @self
 */
const HwReason *
hw_belief_get_reason (HwBelief *self)
{
  return &self->reason;
}

/* Whether the answer is one, seen from the context: it is not asked in rows that the context is not
 * in. A comparison with several answers is true when it is true of any. */
static gboolean
is_single (HwBelief *self,
           HwQuestion *question)
{
  HwQuestion *at = self->context;

  if (!hw_question_has_value (question))
    return FALSE;
  while (at != NULL && at != question->repeat)
    at = at->parent;
  return question->repeat == NULL || at != NULL;
}

static HwQuestion *
find_question (HwBelief *self,
               HwPart *part)
{
  HwQuestion *question = NULL;

  if (part->kind == HW_PART_REFERENCE)
    question = part->question;
  else if (part->kind == HW_PART_SELF)
    question = self->context;
  if (question == NULL || question->is_date || !is_single (self, question))
    return NULL;
  return question;
}

static gboolean
is_steady (HwPart *part)
{
  static const char *const unsteady[]
      = { "random", "uuid", "now", "randomize", "once", "pulldata", NULL };

  if (part->kind == HW_PART_CALL && g_strv_contains (unsteady, part->word))
    return FALSE;
  for (guint i = 0; i < hw_part_get_n (part); i++)
    if (!is_steady (hw_part_get (part, i)))
      return FALSE;
  return TRUE;
}

/* A number that is the same wherever the same is written. */
static gboolean
init_term (HwPart *part,
           HwDomain *domain)
{
  if (part->kind == HW_PART_OPERATOR && strchr ("+-*dm", *part->word) != NULL && is_steady (part))
    {
      hw_domain_init_numbers (domain, -INFINITY, INFINITY, FALSE);
      return TRUE;
    }
  for (guint i = 0; part->kind == HW_PART_CALL && i < G_N_ELEMENTS (terms); i++)
    if (strcmp (terms[i].name, part->word) == 0 && is_steady (part))
      {
        hw_domain_init_numbers (domain, terms[i].low, INFINITY, terms[i].is_integer);
        return TRUE;
      }
  return FALSE;
}

/* What an answer is, when its constraint is kept. */
static void
assume_constraint (HwBelief *self,
                   Entry *entry)
{
  HwTree *tree = hw_check_get_tree (self->check, entry->question, HW_RULE_CONSTRAINT);
  g_autoptr (HwBelief) other = NULL;

  if (self->plain || tree == NULL)
    return;
  other = hw_belief_new (self->check, entry->question);
  other->plain = TRUE;
  other->kind = HW_REASON_CONSTRAINT;
  if (!hw_belief_assume (other, hw_tree_get_root (tree), TRUE))
    return;
  for (guint i = 0; i < other->entries->len; i++)
    {
      Entry *found = &g_array_index (other->entries, Entry, i);

      if (found->question != entry->question)
        continue;
      *entry = *found;
      /* An answer that is not given breaks no constraint. */
      entry->domain.may_be_empty = TRUE;
    }
}

static Entry *
add_entry (HwBelief *self,
           const Entry *entry)
{
  g_array_append_vals (self->entries, entry, 1);
  return &g_array_index (self->entries, Entry, self->entries->len - 1);
}

static Entry *
ensure_answer (HwBelief *self,
               HwQuestion *question)
{
  Entry entry = { .question = question };

  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, Entry, i).question == question)
      return &g_array_index (self->entries, Entry, i);
  if (hw_domain_init_answers (&entry.domain, question))
    assume_constraint (self, &entry);
  return add_entry (self, &entry);
}

/* (nullable): the entry of what @part stands for */
static Entry *
ensure_entry (HwBelief *self,
              HwPart *part)
{
  HwQuestion *question = find_question (self, part);
  Entry entry = { .term = part, .owner = self->context };

  if (question != NULL)
    return ensure_answer (self, question);
  if (!init_term (part, &entry.domain))
    return NULL;
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *at = &g_array_index (self->entries, Entry, i);

      if (at->question == NULL && at->owner == self->context && at->term->length == part->length
          && memcmp (at->term->start, part->start, part->length) == 0)
        return at;
    }
  return add_entry (self, &entry);
}

static gboolean
read_literal (HwBelief *self,
              HwPart *part,
              HwLiteral *literal)
{
  const char *text = NULL;

  if (hw_part_is_literal (part))
    {
      *literal = (HwLiteral){ .text = part->word,
                              .is_number = part->kind == HW_PART_NUMBER,
                              .number = part->number };
      return TRUE;
    }
  if (part->kind != HW_PART_WORD || self->choice == NULL)
    return FALSE;
  text = hw_choice_get_column (self->choice, part->word);
  *literal = (HwLiteral){ .text = text != NULL ? text : "" };
  return TRUE;
}

/* Which side of a comparison, or which argument of selected(), is the answer. */
static HwPart *
split_leaf (HwBelief *self,
            HwPart *part,
            HwCompare *compare,
            HwLiteral *literal)
{
  HwPart *left;
  HwPart *right;

  if (hw_part_get_n (part) != 2)
    return NULL;
  left = hw_part_get (part, 0);
  right = hw_part_get (part, 1);
  *compare = HW_COMPARE_EQUAL;
  if (hw_part_is_comparison (part))
    hw_compare_parse (part->word, compare);
  else if (!hw_part_is_call (part, "selected", 2))
    return NULL;
  if (read_literal (self, right, literal))
    return left;
  if (part->kind == HW_PART_CALL || !read_literal (self, left, literal))
    return NULL;
  *compare = hw_compare_mirror (*compare);
  return right;
}

static gboolean
apply (HwDomain *domain,
       HwPart *part,
       HwCompare compare,
       const HwLiteral *literal,
       gboolean want)
{
  if (part->kind != HW_PART_CALL)
    return hw_domain_compare (domain, compare, literal, want);
  /* Several codes at once, and blanks around one, are read in more than one way. */
  if (*literal->text == '\0' || strpbrk (literal->text, " \t\r\n") != NULL)
    return TRUE;
  return hw_domain_select (domain, literal->text, want);
}

static gboolean
is_missing_code (HwQuestion *question,
                 const char *text)
{
  for (guint i = 0; i < HW_N_SAID; i++)
    if (g_strcmp0 (question->missing_codes[i], text) == 0)
      return TRUE;
  return FALSE;
}

/* Applies another leaf of the same answer to @domain. */
static gboolean
apply_leaf (HwBelief *self,
            HwDomain *domain,
            const HwLeaf *leaf)
{
  HwQuestion *context = self->context;
  HwCompare compare;
  HwLiteral literal;
  HwPart *answer;

  self->context = leaf->owner;
  answer = split_leaf (self, leaf->part, &compare, &literal);
  self->context = context;
  return answer == NULL || apply (domain, leaf->part, compare, &literal, leaf->want);
}

/* Nothing is left of @entry after @leaf: finds the shortest reason. */
static void
explain (HwBelief *self,
         const Entry *entry,
         const HwLeaf *leaf,
         const HwLiteral *literal)
{
  HwDomain first;
  HwDomain domain;

  self->reason = (HwReason){
    .kind = HW_REASON_UNKNOWN, .leaf = *leaf, .question = entry->question, .literal = *literal
  };
  if (entry->question != NULL)
    hw_domain_init_answers (&first, entry->question);
  else
    init_term (entry->term, &first);
  domain = first;
  if (!apply_leaf (self, &domain, leaf))
    {
      self->reason.kind = HW_REASON_TYPE;
      if (first.list != NULL)
        self->reason.kind = HW_REASON_LIST;
      if (entry->question != NULL && is_missing_code (entry->question, literal->text))
        self->reason.kind = HW_REASON_MISSING;
      return;
    }
  /* What stands in the same condition explains more than a constraint elsewhere. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < entry->n_leaves; i++)
      {
        domain = first;
        if ((pass == 0) != (entry->leaves[i].kind == HW_REASON_SELF)
            || (apply_leaf (self, &domain, &entry->leaves[i]) && apply_leaf (self, &domain, leaf)))
          continue;
        self->reason.kind = entry->leaves[i].kind;
        self->reason.other = entry->leaves[i];
        return;
      }
}

static gboolean
assume_leaf (HwBelief *self,
             HwPart *part,
             gboolean want)
{
  HwLeaf leaf = { .part = part, .want = want, .kind = self->kind, .owner = self->context };
  HwCompare compare;
  HwLiteral literal;
  HwLiteral value;
  HwPart *answer = split_leaf (self, part, &compare, &literal);
  Entry *entry;
  Entry before;
  gboolean result;

  if (answer == NULL)
    return TRUE;
  if (read_literal (self, answer, &value))
    {
      if (part->kind == HW_PART_CALL || !hw_literal_compare (&value, compare, &literal, &result)
          || result == want)
        return TRUE;
      self->reason = (HwReason){ .kind = HW_REASON_UNKNOWN, .leaf = leaf, .literal = literal };
      return FALSE;
    }
  entry = ensure_entry (self, answer);
  if (entry == NULL)
    return TRUE;
  before = *entry;
  if (!apply (&entry->domain, part, compare, &literal, want))
    {
      explain (self, &before, &leaf, &literal);
      return FALSE;
    }
  if (entry->n_leaves < MAX_LEAVES)
    entry->leaves[entry->n_leaves++] = leaf;
  return TRUE;
}

/* What was assumed before the cases parted. */
static guint
count_common (const Entry *one,
              const Entry *two)
{
  guint n = 0;

  while (n < MIN (one->n_leaves, two->n_leaves) && one->leaves[n].part == two->leaves[n].part
         && one->leaves[n].want == two->leaves[n].want)
    n++;
  return n;
}

/* Keeps what is possible in either case. */
static void
join (HwBelief *self,
      HwBelief *other)
{
  for (guint i = 0; i < self->entries->len;)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      Entry *same = NULL;

      for (guint k = 0; k < other->entries->len && same == NULL; k++)
        {
          Entry *at = &g_array_index (other->entries, Entry, k);

          if (at->question == entry->question && (at->question != NULL || at->term == entry->term))
            same = at;
        }
      if (same != NULL && hw_domain_join (&entry->domain, &same->domain))
        {
          entry->n_leaves = count_common (entry, same);
          i++;
        }
      else
        g_array_remove_index_fast (self->entries, i);
    }
}

static void
take_entries (HwBelief *self,
              HwBelief *other)
{
  g_array_unref (self->entries);
  self->entries = g_array_ref (other->entries);
}

/* Assumes @left, or @right, to be @want; each may come with a condition that is to be @first. */
static gboolean
assume_either (HwBelief *self,
               HwPart *condition,
               HwPart *left,
               HwPart *right,
               gboolean want)
{
  g_autoptr (HwBelief) one = hw_belief_copy (self);
  g_autoptr (HwBelief) two = hw_belief_copy (self);
  gboolean may_be_one = (condition == NULL || hw_belief_assume (one, condition, TRUE))
                        && hw_belief_assume (one, left, want);
  gboolean may_be_two;

  two->n_steps = one->n_steps;
  may_be_two = (condition == NULL || hw_belief_assume (two, condition, FALSE))
               && hw_belief_assume (two, right, want);
  self->n_steps = two->n_steps;
  if (!may_be_one && !may_be_two)
    {
      self->reason = one->reason;
      return FALSE;
    }
  if (may_be_one && may_be_two)
    join (one, two);
  take_entries (self, may_be_one ? one : two);
  return TRUE;
}

/**
 * hw_belief_assume:
 * @self: a state
 * @part: a condition
 * @want: whether it is to be true
 *
 * Returns: %FALSE when that cannot be, for hw_belief_get_reason(); then @self is of no further use
 */
gboolean
hw_belief_assume (HwBelief *self,
                 HwPart *part,
                 gboolean want)
{
  if (++self->n_steps > MAX_STEPS)
    return TRUE;
  if (hw_part_is_operator (part, want ? "and" : "or"))
    return hw_belief_assume (self, hw_part_get (part, 0), want)
           && hw_belief_assume (self, hw_part_get (part, 1), want);
  if (hw_part_is_operator (part, want ? "or" : "and"))
    return assume_either (self, NULL, hw_part_get (part, 0), hw_part_get (part, 1), want);
  if (hw_part_is_call (part, "not", 1))
    return hw_belief_assume (self, hw_part_get (part, 0), !want);
  if (hw_part_is_call (part, "if", 3))
    return assume_either (self, hw_part_get (part, 0), hw_part_get (part, 1), hw_part_get (part, 2),
                          want);
  if (hw_part_is_call (part, "true", 0) || hw_part_is_call (part, "false", 0))
    {
      self->reason = (HwReason){ .kind = HW_REASON_UNKNOWN, .leaf = { .part = part } };
      return (*part->word == 't') == want;
    }
  return assume_leaf (self, part, want);
}

/**
 * hw_belief_can_be:
 * @self: what is believed
 * @part: a part of an expression, seen from the context
 * @number: a number
 *
 * Returns: whether @part is a number that people answer, or a count, and can be @number
 */
gboolean
hw_belief_can_be (HwBelief *self,
                  HwPart *part,
                  double number)
{
  HwLiteral literal = { .text = "", .is_number = TRUE, .number = number };
  Entry *entry = ensure_entry (self, part);
  HwDomain domain;

  if (entry == NULL)
    return FALSE;
  domain = entry->domain;
  return domain.kind == HW_DOMAIN_NUMBERS && !domain.may_be_words
         && hw_domain_compare (&domain, HW_COMPARE_EQUAL, &literal, TRUE);
}

/**
 * hw_belief_get_highest:
 * @self: what is believed
 * @part: a part of an expression, seen from the context
 * @number: (out): the most that it can be, maybe infinite
 *
 * Returns: whether @part is a number that people answer, or a count
 */
gboolean
hw_belief_get_highest (HwBelief *self,
                       HwPart *part,
                       double *number)
{
  Entry *entry = ensure_entry (self, part);

  if (entry == NULL || entry->domain.kind != HW_DOMAIN_NUMBERS || entry->domain.may_be_words)
    return FALSE;
  *number = entry->domain.high;
  return TRUE;
}

/**
 * hw_belief_assume_answer:
 * @self: a state
 * @question: a question
 *
 * Assumes that @question is answered, as it is when its constraint is looked at.
 *
 * Returns: %FALSE when it cannot be
 */
gboolean
hw_belief_assume_answer (HwBelief *self,
                        HwQuestion *question)
{
  Entry *entry = ensure_answer (self, question);

  entry->domain.may_be_empty = FALSE;
  return entry->domain.may_be_answered;
}

/**
 * hw_belief_assume_relevant:
 * @self: what is believed
 * @question: a question
 *
 * Assumes that the relevant of @question itself is true.
 *
 * Returns: %FALSE when it cannot be
 */
gboolean
hw_belief_assume_relevant (HwBelief *self,
                 HwQuestion *question)
{
  HwTree *tree = hw_check_get_tree (self->check, question, HW_RULE_RELEVANT);
  HwQuestion *context = self->context;
  HwReasonKind kind = self->kind;
  gboolean possible;

  if (tree == NULL)
    return TRUE;
  self->context = question;
  self->kind = HW_REASON_RELEVANT;
  possible = hw_belief_assume (self, hw_tree_get_root (tree), TRUE);
  self->context = context;
  self->kind = kind;
  return possible;
}

/**
 * hw_belief_assume_around:
 * @self: a state
 * @question: a question
 *
 * Assumes that the groups and repeats around @question are asked.
 *
 * Returns: %FALSE when they cannot be
 */
gboolean
hw_belief_assume_around (HwBelief *self,
                        HwQuestion *question)
{
  for (HwQuestion *at = question->parent; at != NULL; at = at->parent)
    if (!hw_belief_assume_relevant (self, at))
      return FALSE;
  return TRUE;
}

/**
 * hw_belief_assume_asked:
 * @self: a state
 *
 * Assumes that every question is asked whose answer must be there.
 *
 * Returns: %FALSE when that cannot be
 */
gboolean
hw_belief_assume_asked (HwBelief *self)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  guint i = 0;

  g_hash_table_add (done, self->context);
  while (i < self->entries->len)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i++);
      HwQuestion *question = entry->question;

      if (question == NULL || entry->domain.may_be_empty || !g_hash_table_add (done, question))
        continue;
      if (!hw_belief_assume_relevant (self, question) || !hw_belief_assume_around (self, question))
        return FALSE;
      i = 0;
    }
  return TRUE;
}
