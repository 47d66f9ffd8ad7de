/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/survey-file-private.h"

struct _HwInterviewSummary
{
  GObject parent_instance;

  char *id;
  char *label;
  char *modified;
  char *person;
  char *reason;
  HwStatus status;
  guint percent;
  guint n_problems;
};

G_DEFINE_FINAL_TYPE (HwInterviewSummary, hw_interview_summary, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_LABEL,
  PROP_STATUS,
  PROP_PERCENT,
  PROP_N_PROBLEMS,
  PROP_MODIFIED,
  PROP_REASON,
  PROP_PERSON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
hw_interview_summary_finalize (GObject *object)
{
  HwInterviewSummary *self = HW_INTERVIEW_SUMMARY (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->modified, g_free);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->reason, g_free);
  G_OBJECT_CLASS (hw_interview_summary_parent_class)->finalize (object);
}

static void
hw_interview_summary_get_property (GObject *object,
                                   guint id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  HwInterviewSummary *self = HW_INTERVIEW_SUMMARY (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, (int) self->status);
      break;
    case PROP_PERCENT:
      g_value_set_uint (value, self->percent);
      break;
    case PROP_N_PROBLEMS:
      g_value_set_uint (value, self->n_problems);
      break;
    case PROP_MODIFIED:
      g_value_set_string (value, self->modified);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_PERSON:
      g_value_set_string (value, self->person);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static GParamSpec *
new_text_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
new_count_property (const char *name,
                    guint most)
{
  return g_param_spec_uint (name, NULL, NULL, 0, most, 0,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
hw_interview_summary_class_init (HwInterviewSummaryClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = hw_interview_summary_finalize;
  object_class->get_property = hw_interview_summary_get_property;

  properties[PROP_ID] = new_text_property ("id");
  properties[PROP_LABEL] = new_text_property ("label");
  properties[PROP_STATUS]
      = g_param_spec_enum ("status", NULL, NULL, HW_TYPE_STATUS, HW_STATUS_UNDER_WAY,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PERCENT] = new_count_property ("percent", 100);
  properties[PROP_N_PROBLEMS] = new_count_property ("n-problems", G_MAXUINT);
  properties[PROP_MODIFIED] = new_text_property ("modified");
  properties[PROP_REASON] = new_text_property ("reason");
  properties[PROP_PERSON] = new_text_property ("person");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hw_interview_summary_init (HwInterviewSummary *self)
{
}

/**
 * hw_interview_summary_new:
 * @statement: a statement at a row of %HW_SUMMARY_COLUMNS
 *
 * Returns: (transfer full): the line of the list
 */
HwInterviewSummary *
hw_interview_summary_new (HwStatement *statement)
{
  HwInterviewSummary *self = g_object_new (HW_TYPE_INTERVIEW_SUMMARY, NULL);

  self->id = g_strdup (hw_statement_get_text (statement, 0));
  self->label = g_strdup (hw_statement_get_text (statement, 1));
  hw_status_from_name (hw_statement_get_text (statement, 2), &self->status);
  self->percent = (guint) CLAMP (hw_statement_get_integer (statement, 3), 0, 100);
  self->n_problems = (guint) CLAMP (hw_statement_get_integer (statement, 4), 0, G_MAXUINT);
  self->modified = g_strdup (hw_statement_get_text (statement, 5));
  self->person = g_strdup (hw_statement_get_text (statement, 6));
  self->reason = g_strdup (hw_statement_get_text (statement, 7));
  return self;
}

/**
 * hw_interview_summary_get_id:
 * @self: a line of the list
 *
 * Returns: (transfer none): the interview's UUID
 */
const char *
hw_interview_summary_get_id (HwInterviewSummary *self)
{
  g_return_val_if_fail (HW_IS_INTERVIEW_SUMMARY (self), NULL);
  return self->id;
}

/**
 * hw_interview_summary_get_label:
 * @self: a line of the list
 *
 * Returns: (transfer none): the values of the questions that identify the household; "" when there
 *   are none yet
 */
const char *
hw_interview_summary_get_label (HwInterviewSummary *self)
{
  g_return_val_if_fail (HW_IS_INTERVIEW_SUMMARY (self), NULL);
  return self->label;
}

/**
 * hw_interview_summary_get_status:
 * @self: a line of the list
 *
 * Returns: how far the work is
 */
HwStatus
hw_interview_summary_get_status (HwInterviewSummary *self)
{
  g_return_val_if_fail (HW_IS_INTERVIEW_SUMMARY (self), HW_STATUS_UNDER_WAY);
  return self->status;
}

/**
 * hw_interview_summary_get_percent:
 * @self: a line of the list
 *
 * Returns: answered questions of those that apply, 0 to 100
 */
guint
hw_interview_summary_get_percent (HwInterviewSummary *self)
{
  g_return_val_if_fail (HW_IS_INTERVIEW_SUMMARY (self), 0);
  return self->percent;
}

/**
 * hw_interview_summary_get_problems:
 * @self: a line of the list
 *
 * Returns: how many answers have a problem
 */
guint
hw_interview_summary_get_problems (HwInterviewSummary *self)
{
  g_return_val_if_fail (HW_IS_INTERVIEW_SUMMARY (self), 0);
  return self->n_problems;
}

/**
 * hw_interview_summary_get_modified:
 * @self: a line of the list
 *
 * Returns: (transfer none): when it was last worked on, ISO 8601 in UTC
 */
const char *
hw_interview_summary_get_modified (HwInterviewSummary *self)
{
  g_return_val_if_fail (HW_IS_INTERVIEW_SUMMARY (self), NULL);
  return self->modified;
}

/**
 * hw_interview_summary_get_person:
 * @self: a line of the list
 *
 * Returns: (transfer none): the user name of who last answered
 */
const char *
hw_interview_summary_get_person (HwInterviewSummary *self)
{
  g_return_val_if_fail (HW_IS_INTERVIEW_SUMMARY (self), NULL);
  return self->person;
}

/**
 * hw_interview_summary_get_reason:
 * @self: a line of the list
 *
 * Returns: (transfer none) (nullable): why it was returned or voided
 */
const char *
hw_interview_summary_get_reason (HwInterviewSummary *self)
{
  g_return_val_if_fail (HW_IS_INTERVIEW_SUMMARY (self), NULL);
  return self->reason;
}
