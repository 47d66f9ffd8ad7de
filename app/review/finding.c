/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/finding-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _HwFinding
{
  GObject parent_instance;

  HwFindingKind kind;
  char *ref;
  char *question;
  char *row_id; /* NULL at the root level */
  char *sentence;
  char *reason; /* NULL unless confirmed */
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_REF,
  PROP_SENTENCE,
  PROP_REASON,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HwFinding, hw_finding, G_TYPE_OBJECT)

static const struct
{
  const char *name;
  const char *label;
  gboolean is_blocking;
} kinds[HW_FINDING_N_KINDS] = {
  [HW_FINDING_MISSING] = { "missing", N_("Answer missing"), TRUE },
  [HW_FINDING_HARD] = { "hard", N_("Cannot be right"), TRUE },
  [HW_FINDING_SOFT] = { "soft", N_("Unusual"), FALSE },
  [HW_FINDING_CONFIRMED] = { "confirmed", N_("Unusual, confirmed"), FALSE },
  [HW_FINDING_DUPLICATE] = { "duplicate", N_("Same case twice"), FALSE },
};

static void
hw_finding_finalize (GObject *object)
{
  HwFinding *self = HW_FINDING (object);

  g_free (self->ref);
  g_free (self->question);
  g_free (self->row_id);
  g_free (self->sentence);
  g_free (self->reason);
  G_OBJECT_CLASS (hw_finding_parent_class)->finalize (object);
}

static void
hw_finding_get_property (GObject *object,
                         guint id,
                         GValue *value,
                         GParamSpec *pspec)
{
  HwFinding *self = HW_FINDING (object);

  switch (id)
    {
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_REF:
      g_value_set_string (value, self->ref);
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hw_finding_class_init (HwFindingClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = hw_finding_finalize;
  object_class->get_property = hw_finding_get_property;
  properties[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, HW_FINDING_N_KINDS - 1, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REF]
      = g_param_spec_string ("ref", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REASON]
      = g_param_spec_string ("reason", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hw_finding_init (HwFinding *self)
{
}

/**
 * hw_finding_new:
 * @kind: what it is
 * @ref: the place, "" when it is about the whole interview
 * @question: the question's name, "" when it is about the whole interview
 * @row_id: (nullable): the row in which it is
 * @sentence: what is wrong, translated
 * @reason: (nullable): why somebody confirmed it
 *
 * Returns: (transfer full): a finding, which never changes
 */
HwFinding *
hw_finding_new (HwFindingKind kind,
                const char *ref,
                const char *question,
                const char *row_id,
                const char *sentence,
                const char *reason)
{
  HwFinding *self = g_object_new (HW_TYPE_FINDING, NULL);

  self->kind = kind;
  self->ref = g_strdup (ref != NULL ? ref : "");
  self->question = g_strdup (question != NULL ? question : "");
  self->row_id = g_strdup (row_id);
  self->sentence = g_strdup (sentence);
  self->reason = g_strdup (reason);
  return self;
}

HwFinding *
hw_finding_new_kept (const HwStoredFinding *stored)
{
  HwFindingKind kind;

  if (!hw_finding_kind_from_name (stored->kind, &kind))
    return NULL;
  return hw_finding_new (kind, stored->ref, stored->question, stored->row_id, stored->sentence,
                         stored->reason);
}

HwStoredFinding *
hw_finding_to_stored (HwFinding *self)
{
  HwStoredFinding *stored = g_new0 (HwStoredFinding, 1);

  stored->kind = g_strdup (hw_finding_kind_get_name (self->kind));
  stored->ref = *self->ref != '\0' ? g_strdup (self->ref) : NULL;
  stored->question = *self->question != '\0' ? g_strdup (self->question) : NULL;
  stored->row_id = g_strdup (self->row_id);
  stored->sentence = g_strdup (self->sentence);
  stored->reason = g_strdup (self->reason);
  return stored;
}

HwFindingKind
hw_finding_get_kind (HwFinding *self)
{
  g_return_val_if_fail (HW_IS_FINDING (self), HW_FINDING_MISSING);
  return self->kind;
}

const char *
hw_finding_get_ref (HwFinding *self)
{
  g_return_val_if_fail (HW_IS_FINDING (self), NULL);
  return self->ref;
}

const char *
hw_finding_get_question (HwFinding *self)
{
  g_return_val_if_fail (HW_IS_FINDING (self), NULL);
  return self->question;
}

const char *
hw_finding_get_row_id (HwFinding *self)
{
  g_return_val_if_fail (HW_IS_FINDING (self), NULL);
  return self->row_id;
}

const char *
hw_finding_get_sentence (HwFinding *self)
{
  g_return_val_if_fail (HW_IS_FINDING (self), NULL);
  return self->sentence;
}

const char *
hw_finding_get_reason (HwFinding *self)
{
  g_return_val_if_fail (HW_IS_FINDING (self), NULL);
  return self->reason;
}

/**
 * hw_finding_kind_get_name:
 * @kind: a kind of finding
 *
 * Returns: (transfer none): the name that files and columns use, such as "hard"
 */
const char *
hw_finding_kind_get_name (HwFindingKind kind)
{
  g_return_val_if_fail (kind < HW_FINDING_N_KINDS, NULL);
  return kinds[kind].name;
}

gboolean
hw_finding_kind_from_name (const char *name,
                           HwFindingKind *kind)
{
  for (guint i = 0; i < HW_FINDING_N_KINDS; i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      {
        *kind = (HwFindingKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * hw_finding_kind_get_label:
 * @kind: a kind of finding
 *
 * Returns: (transfer none): its name for people, translated
 */
const char *
hw_finding_kind_get_label (HwFindingKind kind)
{
  g_return_val_if_fail (kind < HW_FINDING_N_KINDS, NULL);
  return _ (kinds[kind].label);
}

/**
 * hw_finding_kind_is_blocking:
 * @kind: a kind of finding
 *
 * Returns: whether an interview that has one cannot be completed
 */
gboolean
hw_finding_kind_is_blocking (HwFindingKind kind)
{
  g_return_val_if_fail (kind < HW_FINDING_N_KINDS, FALSE);
  return kinds[kind].is_blocking;
}
