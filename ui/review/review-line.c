/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/review/review-line.h"

struct _HwReviewLine
{
  GObject parent_instance;

  HwItem *item;
  HwFinding *finding;
  GPtrArray *remarks;
  gboolean is_title;
  gboolean is_open;
};

enum
{
  PROP_0,
  PROP_OPEN,
  PROP_MARGIN,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HwReviewLine, hw_review_line, G_TYPE_OBJECT)

static void
hw_review_line_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  HwReviewLine *self = HW_REVIEW_LINE (object);

  switch (prop_id)
    {
    case PROP_OPEN:
      g_value_set_boolean (value, self->is_open);
      break;
    case PROP_MARGIN:
      g_value_set_boolean (value, self->remarks != NULL || self->finding != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hw_review_line_finalize (GObject *object)
{
  HwReviewLine *self = HW_REVIEW_LINE (object);

  g_object_unref (self->item);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  G_OBJECT_CLASS (hw_review_line_parent_class)->finalize (object);
}

static void
hw_review_line_class_init (HwReviewLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hw_review_line_get_property;
  object_class->finalize = hw_review_line_finalize;

  props[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_MARGIN] = g_param_spec_boolean ("margin", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
hw_review_line_init (HwReviewLine *self)
{
}

/**
 * hw_review_line_new:
 * @item: a question, or the group or row whose title this is
 * @is_title: whether it is a title
 *
 * Returns: (transfer full): a line with an empty margin
 */
HwReviewLine *
hw_review_line_new (HwItem *item,
                    gboolean is_title)
{
  HwReviewLine *self = g_object_new (HW_TYPE_REVIEW_LINE, NULL);

  self->item = g_object_ref (item);
  self->is_title = is_title;
  return self;
}

/**
 * hw_review_line_get_item:
 * @self: a line
 *
 * Returns: (transfer none): what it shows
 */
HwItem *
hw_review_line_get_item (HwReviewLine *self)
{
  g_return_val_if_fail (HW_IS_REVIEW_LINE (self), NULL);
  return self->item;
}

/**
 * hw_review_line_is_title:
 * @self: a line
 *
 * Returns: whether it is a title
 */
gboolean
hw_review_line_is_title (HwReviewLine *self)
{
  g_return_val_if_fail (HW_IS_REVIEW_LINE (self), FALSE);
  return self->is_title;
}

/**
 * hw_review_line_is_open:
 * @self: a line
 *
 * Returns: whether its changes are shown
 */
gboolean
hw_review_line_is_open (HwReviewLine *self)
{
  g_return_val_if_fail (HW_IS_REVIEW_LINE (self), FALSE);
  return self->is_open;
}

/**
 * hw_review_line_set_open:
 * @self: a line
 * @open: whether its changes shall be shown
 */
void
hw_review_line_set_open (HwReviewLine *self,
                         gboolean open)
{
  g_return_if_fail (HW_IS_REVIEW_LINE (self));
  if (self->is_open == open)
    return;
  self->is_open = open;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OPEN]);
}

/**
 * hw_review_line_get_finding:
 * @self: a line
 *
 * Returns: (nullable) (transfer none): what is wrong or odd about the answer
 */
HwFinding *
hw_review_line_get_finding (HwReviewLine *self)
{
  g_return_val_if_fail (HW_IS_REVIEW_LINE (self), NULL);
  return self->finding;
}

/**
 * hw_review_line_set_finding:
 * @self: a line
 * @finding: what is wrong or odd about the answer
 */
void
hw_review_line_set_finding (HwReviewLine *self,
                            HwFinding *finding)
{
  g_return_if_fail (HW_IS_REVIEW_LINE (self));
  if (g_set_object (&self->finding, finding))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MARGIN]);
}

/**
 * hw_review_line_get_remarks:
 * @self: a line
 *
 * Returns: (nullable) (transfer none) (element-type HwComment): what was remarked on it
 */
GPtrArray *
hw_review_line_get_remarks (HwReviewLine *self)
{
  g_return_val_if_fail (HW_IS_REVIEW_LINE (self), NULL);
  return self->remarks;
}

/**
 * hw_review_line_set_remarks:
 * @self: a line
 * @remarks: (nullable) (element-type HwComment): what was remarked on it
 */
void
hw_review_line_set_remarks (HwReviewLine *self,
                            GPtrArray *remarks)
{
  g_return_if_fail (HW_IS_REVIEW_LINE (self));
  if (self->remarks == remarks)
    return;
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  self->remarks = remarks != NULL ? g_ptr_array_ref (remarks) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MARGIN]);
}

/**
 * hw_review_line_get_row_id:
 * @self: a line
 *
 * Returns: (nullable) (transfer none): the UUID of the row around it; %NULL at household level
 */
const char *
hw_review_line_get_row_id (HwReviewLine *self)
{
  HwItem *row;

  g_return_val_if_fail (HW_IS_REVIEW_LINE (self), NULL);
  row = hw_item_get_row (self->item);
  return row != NULL ? hw_item_get_row_id (row) : NULL;
}
