/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/order-private.h"

#include <string.h>

/* One expression or label, and how far it looks. */
typedef struct
{
  HwQuestion *question;
  guint aspect;
  HwQuestion *crossed; /* outermost repeat around it into whose other rows it looks; NULL: none */
  gboolean wild;       /* a path with a wildcard may reach anything */
} Reading;

static const struct
{
  HwAspect aspect;
  HwExpression *(*get) (HwQuestion *question);
} expressions[] = {
  { HW_ASPECT_RELEVANT, hw_question_get_relevant },
  { HW_ASPECT_CALCULATION, hw_question_get_calculation },
  { HW_ASPECT_COUNT, hw_question_get_repeat_count },
  { HW_ASPECT_DEFAULT, hw_question_get_default },
  { HW_ASPECT_REQUIRED, hw_question_get_required },
  { HW_ASPECT_CONSTRAINT, hw_question_get_constraint },
  { HW_ASPECT_SOFT, hw_question_get_soft_check },
  { HW_ASPECT_CHOICES, hw_question_get_choice_filter },
  { HW_ASPECT_CHOICES, hw_question_get_seed },
  { HW_ASPECT_READ_ONLY, hw_question_get_read_only_rule },
};

static gboolean
is_repeat (HwQuestion *question)
{
  return hw_question_get_kind (question) == HW_KIND_REPEAT;
}

/**
 * hw_question_is_within:
 * @inner: (nullable): a question; %NULL is the household
 * @outer: (nullable): another
 *
 * Returns: whether @inner is @outer or lies in it
 */
gboolean
hw_question_is_within (HwQuestion *inner,
                       HwQuestion *outer)
{
  if (outer == NULL)
    return TRUE;
  while (inner != NULL && inner != outer)
    inner = hw_question_get_parent (inner);
  return inner != NULL;
}

/* The innermost repeat that both share without looking across rows. */
static HwQuestion *
find_common (HwQuestion *read,
             const Reading *reading)
{
  HwQuestion *common = hw_question_get_repeat (reading->question);

  if (reading->crossed != NULL)
    common = hw_question_get_repeat (reading->crossed);
  while (common != NULL && !hw_question_is_within (hw_question_get_repeat (read), common))
    common = hw_question_get_repeat (common);
  return common;
}

/* @in_order: the questions come in the order of the sheet, so that those of one stand together. */
static void
add_reader (GArray **readers,
            HwQuestion *question,
            HwQuestion *common,
            guint aspects,
            gboolean in_order)
{
  HwReader reader = { question, common, aspects };

  if (*readers == NULL)
    *readers = g_array_new (FALSE, FALSE, sizeof (HwReader));
  for (guint i = (*readers)->len; i > 0; i--)
    {
      HwReader *known = &g_array_index (*readers, HwReader, i - 1);

      if (in_order && known->question != question)
        break;
      if (known->question == question && known->common == common)
        {
          known->aspects |= aspects;
          return;
        }
    }
  g_array_append_val (*readers, reader);
}

static void
add_read (HwOrder *self,
          HwQuestion *read,
          const Reading *reading)
{
  if (read == NULL || (hw_question_is_container (read) && !is_repeat (read)))
    return;
  add_reader (&hw_order_get_entry (self, read)->readers, reading->question,
              find_common (read, reading), reading->aspect, TRUE);
}

static HwQuestion *
find_outermost_repeat (HwQuestion *question)
{
  HwQuestion *found = NULL;

  for (HwQuestion *repeat = hw_question_get_repeat (question); repeat != NULL;
       repeat = hw_question_get_repeat (repeat))
    found = repeat;
  return found;
}

static gboolean
looks_into_other_rows (HwQuestion *read,
                       const Reading *reading)
{
  return is_repeat (read) && read != reading->question
         && hw_question_is_within (reading->question, read)
         && !(reading->crossed != NULL && hw_question_is_within (reading->crossed, read));
}

/* A written path may name any element of that name; which one does not matter much, as a reader too
 * many only looks again. */
static void
add_names (HwOrder *self,
           Reading *reading,
           const char *const *names)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) named = hw_questionnaire_list_named (self->questionnaire, names[i]);

      g_ptr_array_extend (all, named, NULL, NULL);
    }
  for (guint i = 0; i < all->len; i++)
    if (looks_into_other_rows (g_ptr_array_index (all, i), reading))
      reading->crossed = g_ptr_array_index (all, i);
  for (guint i = 0; i < all->len; i++)
    add_read (self, g_ptr_array_index (all, i), reading);
  for (guint i = 1; reading->wild && i < self->n; i++)
    add_read (self, hw_questionnaire_get_question (self->questionnaire, i), reading);
}

static gboolean
contains_one_of (const char *text,
                 const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The repeat into whose other rows a question looks that makes its choices of the answers to
 * @source; NULL when it lies outside. */
static HwQuestion *
find_crossed (HwQuestion *question,
              HwQuestion *source)
{
  HwQuestion *repeat = hw_question_get_repeat (source);

  return repeat != NULL && hw_question_is_within (question, repeat) ? repeat : NULL;
}

static void
add_source (HwOrder *self,
            HwQuestion *question)
{
  HwQuestion *source = hw_question_get_choices_source (question);
  Reading reading = { question, HW_ASPECT_CHOICES, NULL, FALSE };

  if (source == NULL)
    return;
  reading.crossed = find_crossed (question, source);
  add_read (self, source, &reading);
}

static void
add_triggers (HwOrder *self,
              HwQuestion *question)
{
  HwQuestion *const *trigger = hw_question_get_trigger (question);
  Reading reading = { question, HW_ASPECT_TRIGGER, NULL, FALSE };

  for (guint i = 0; trigger != NULL && trigger[i] != NULL; i++)
    add_read (self, trigger[i], &reading);
}

static void
add_expression (HwOrder *self,
                HwQuestion *question,
                HwAspect aspect,
                HwExpression *expression)
{
  static const char *const sideways[] = { "preceding", "following", NULL };
  static const char *const wildcards[] = { "/*", "::*", "node()", "descendant", NULL };
  static const char *const places[] = { "position(", "last(", NULL };
  const char *text = hw_expression_get_text (expression);
  Reading reading = { question, aspect, NULL, FALSE };

  /* A filter of choices that answers make is seen from each of them. */
  if (aspect == HW_ASPECT_CHOICES && hw_question_get_choices_source (question) != NULL)
    reading.crossed = find_crossed (question, hw_question_get_choices_source (question));
  reading.wild = contains_one_of (text, wildcards);
  if (reading.wild || contains_one_of (text, sideways))
    reading.crossed = find_outermost_repeat (question);
  if (contains_one_of (text, places))
    for (HwQuestion *repeat = hw_question_get_repeat (question); repeat != NULL;
         repeat = hw_question_get_repeat (repeat))
      add_reader (&hw_order_get_entry (self, repeat)->position_readers, question, repeat, aspect,
                  TRUE);
  add_names (self, &reading, hw_expression_get_names (expression));
}

/* Texts in all languages: they name the same questions, and a wrong guess only costs a notify. */
static void
add_texts (HwOrder *self,
           HwQuestion *question)
{
  static const struct
  {
    HwAspect aspect;
    HwTemplate *(*get) (HwQuestion *question, const char *language);
  } texts[] = {
    { HW_ASPECT_LABEL, hw_question_get_label_template },
    { HW_ASPECT_LABEL, hw_question_get_hint_template },
    { HW_ASPECT_LABEL, hw_question_get_guidance_template },
    { HW_ASPECT_REQUIRED, hw_question_get_required_message_template },
    { HW_ASPECT_CONSTRAINT, hw_question_get_constraint_message_template },
    { HW_ASPECT_SOFT, hw_question_get_soft_message_template },
  };
  const char *const *languages = hw_questionnaire_get_languages (self->questionnaire);

  for (guint i = 0; languages[i] != NULL; i++)
    for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
      {
        HwTemplate *text = texts[t].get (question, languages[i]);
        Reading reading = { question, texts[t].aspect, NULL, FALSE };

        if (text != NULL)
          add_names (self, &reading, hw_template_get_names (text));
      }
}

static gboolean
is_name (HwQuestion *question)
{
  HwKind kind = hw_question_get_kind (question);

  return hw_question_is_identifying (question)
         && (kind == HW_KIND_TEXT || kind == HW_KIND_CALCULATE);
}

/* A row is called by the first of its names that is known: what the questionnaire marks as
 * identifying, such as the name of the member, before its first text. */
static void
find_titles (HwOrder *self,
             HwQuestion *repeat)
{
  GPtrArray *titles = g_ptr_array_new ();
  HwQuestion *first = NULL;
  Reading reading = { repeat, HW_ASPECT_LABEL, NULL, FALSE };

  for (guint i = hw_question_get_index (repeat) + 1; i < self->n; i++)
    {
      HwQuestion *question = hw_questionnaire_get_question (self->questionnaire, i);

      if (!hw_question_is_within (question, repeat))
        break;
      if (hw_question_get_repeat (question) != repeat)
        continue;
      if (is_name (question))
        g_ptr_array_add (titles, question);
      else if (first == NULL && hw_question_get_kind (question) == HW_KIND_TEXT)
        first = question;
    }
  if (first != NULL)
    g_ptr_array_add (titles, first);
  for (guint i = 0; i < titles->len; i++)
    add_read (self, g_ptr_array_index (titles, i), &reading);
  hw_order_get_entry (self, repeat)->titles = titles;
}

/* Everything that looks into a row from outside is reached when the row comes or goes. */
static void
collect_row_readers (HwOrder *self,
                     HwQuestion *repeat)
{
  HwOrderEntry *entry = hw_order_get_entry (self, repeat);

  for (guint i = hw_question_get_index (repeat); i < self->n; i++)
    {
      HwQuestion *question = hw_questionnaire_get_question (self->questionnaire, i);
      guint n;
      const HwReader *readers = hw_order_get_readers (self, question, &n);

      if (!hw_question_is_within (question, repeat))
        return;
      for (guint r = 0; r < n; r++)
        if (readers[r].common == NULL || !hw_question_is_within (readers[r].common, repeat))
          if (readers[r].question != repeat || readers[r].aspects != HW_ASPECT_LABEL)
            add_reader (&entry->row_readers, readers[r].question, readers[r].common,
                        readers[r].aspects, FALSE);
    }
}

/**
 * hw_order_new:
 * @questionnaire: a questionnaire
 *
 * Returns: (transfer full): who reads whom in it, and the order of computing
 */
HwOrder *
hw_order_new (HwQuestionnaire *questionnaire)
{
  HwOrder *self;

  g_return_val_if_fail (questionnaire != NULL, NULL);

  self = g_new0 (HwOrder, 1);
  self->questionnaire = hw_questionnaire_ref (questionnaire);
  self->n = hw_questionnaire_get_n_questions (questionnaire);
  self->entries = g_new0 (HwOrderEntry, self->n);
  for (guint i = 1; i < self->n; i++)
    {
      HwQuestion *question = hw_questionnaire_get_question (questionnaire, i);

      hw_order_get_entry (self, question)->slot
          = hw_order_get_entry (self, hw_question_get_repeat (question))->n_slots++;
      for (guint e = 0; e < G_N_ELEMENTS (expressions); e++)
        {
          HwExpression *expression = expressions[e].get (question);
          HwAspect aspect = expressions[e].aspect;

          /* What waits for a trigger does not follow what it reads, it only comes after it. */
          if (aspect == HW_ASPECT_CALCULATION && hw_question_get_trigger (question) != NULL)
            aspect = HW_ASPECT_DEFAULT;
          if (expression != NULL)
            add_expression (self, question, aspect, expression);
        }
      add_source (self, question);
      add_triggers (self, question);
      add_texts (self, question);
      if (is_repeat (question))
        find_titles (self, question);
    }
  for (guint i = 1; i < self->n; i++)
    if (is_repeat (hw_questionnaire_get_question (questionnaire, i)))
      collect_row_readers (self, hw_questionnaire_get_question (questionnaire, i));
  hw_order_rank (self);
  return self;
}

/**
 * hw_order_free:
 * @self: (transfer full): an order
 */
void
hw_order_free (HwOrder *self)
{
  g_return_if_fail (self != NULL);
  for (guint i = 0; i < self->n; i++)
    {
      g_clear_pointer (&self->entries[i].readers, g_array_unref);
      g_clear_pointer (&self->entries[i].row_readers, g_array_unref);
      g_clear_pointer (&self->entries[i].position_readers, g_array_unref);
      g_clear_pointer (&self->entries[i].titles, g_ptr_array_unref);
    }
  g_free (self->entries);
  hw_questionnaire_unref (self->questionnaire);
  g_free (self);
}

/**
 * hw_order_get_rank:
 * @self: an order
 * @question: a question
 *
 * Returns: its place in the order of computing: what it reads has a lower one
 */
guint
hw_order_get_rank (HwOrder *self,
                   HwQuestion *question)
{
  return hw_order_get_entry (self, question)->rank;
}

/**
 * hw_order_get_slot:
 * @self: an order
 * @question: a question, not the root
 *
 * Returns: its place among all of its level, from 0
 */
guint
hw_order_get_slot (HwOrder *self,
                   HwQuestion *question)
{
  return hw_order_get_entry (self, question)->slot;
}

/**
 * hw_order_get_n_slots:
 * @self: an order
 * @repeat: (nullable): a repeat; %NULL for the household
 *
 * Returns: how many questions, groups and repeats its level has
 */
guint
hw_order_get_n_slots (HwOrder *self,
                      HwQuestion *repeat)
{
  return hw_order_get_entry (self, repeat)->n_slots;
}

static const HwReader *
lend (GArray *readers,
      guint *n)
{
  *n = readers != NULL ? readers->len : 0;
  return readers != NULL ? (const HwReader *) (gpointer) readers->data : NULL;
}

/**
 * hw_order_get_readers:
 * @self: an order
 * @question: a question
 * @n: (out): how many
 *
 * Returns: (transfer none) (nullable): who names it
 */
const HwReader *
hw_order_get_readers (HwOrder *self,
                      HwQuestion *question,
                      guint *n)
{
  return lend (hw_order_get_entry (self, question)->readers, n);
}

/**
 * hw_order_get_row_readers:
 * @self: an order
 * @repeat: a repeat
 * @n: (out): how many
 *
 * Returns: (transfer none) (nullable): who outside a row is reached when the row comes or goes
 */
const HwReader *
hw_order_get_row_readers (HwOrder *self,
                          HwQuestion *repeat,
                          guint *n)
{
  return lend (hw_order_get_entry (self, repeat)->row_readers, n);
}

/**
 * hw_order_get_position_readers:
 * @self: an order
 * @repeat: a repeat
 * @n: (out): how many
 *
 * Returns: (transfer none) (nullable): who inside a row is reached when the row moves up or down
 */
const HwReader *
hw_order_get_position_readers (HwOrder *self,
                               HwQuestion *repeat,
                               guint *n)
{
  return lend (hw_order_get_entry (self, repeat)->position_readers, n);
}

/**
 * hw_order_get_titles:
 * @self: an order
 * @repeat: a repeat
 *
 * Returns: (transfer none) (element-type HwQuestion): the questions whose answers may name a row,
 * the best first
 */
GPtrArray *
hw_order_get_titles (HwOrder *self,
                     HwQuestion *repeat)
{
  return hw_order_get_entry (self, repeat)->titles;
}
