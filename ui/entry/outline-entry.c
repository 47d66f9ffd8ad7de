/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/outline-entry.h"

struct _HwOutlineEntry
{
  GObject parent_instance;

  HwItem *page;
  char *title;
  guint n_open;
  guint n_answered;
  guint n_problems;
  gboolean is_current;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_LOOK,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HwOutlineEntry, hw_outline_entry, G_TYPE_OBJECT)

static void
hw_outline_entry_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  HwOutlineEntry *self = HW_OUTLINE_ENTRY (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_LOOK:
      g_value_set_uint (value, self->n_open);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hw_outline_entry_finalize (GObject *object)
{
  HwOutlineEntry *self = HW_OUTLINE_ENTRY (object);

  g_object_unref (self->page);
  g_free (self->title);
  G_OBJECT_CLASS (hw_outline_entry_parent_class)->finalize (object);
}

static void
hw_outline_entry_class_init (HwOutlineEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hw_outline_entry_get_property;
  object_class->finalize = hw_outline_entry_finalize;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_LOOK] = g_param_spec_uint ("look", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
hw_outline_entry_init (HwOutlineEntry *self)
{
  self->title = g_strdup ("");
}

/**
 * hw_outline_entry_new:
 * @page: a page of an interview
 *
 * Returns: (transfer full): its line
 */
HwOutlineEntry *
hw_outline_entry_new (HwItem *page)
{
  HwOutlineEntry *self = g_object_new (HW_TYPE_OUTLINE_ENTRY, NULL);

  self->page = g_object_ref (page);
  return self;
}

/**
 * hw_outline_entry_get_page:
 * @self: a line
 *
 * Returns: (transfer none): where it leads
 */
HwItem *
hw_outline_entry_get_page (HwOutlineEntry *self)
{
  g_return_val_if_fail (HW_IS_OUTLINE_ENTRY (self), NULL);
  return self->page;
}

/**
 * hw_outline_entry_get_title:
 * @self: a line
 *
 * Returns: (transfer none): what it is called
 */
const char *
hw_outline_entry_get_title (HwOutlineEntry *self)
{
  g_return_val_if_fail (HW_IS_OUTLINE_ENTRY (self), NULL);
  return self->title;
}

/**
 * hw_outline_entry_get_depth:
 * @self: a line
 *
 * Returns: in how many rosters it stands
 */
guint
hw_outline_entry_get_depth (HwOutlineEntry *self)
{
  guint depth = 0;

  g_return_val_if_fail (HW_IS_OUTLINE_ENTRY (self), 0);
  for (HwItem *item = self->page; item != NULL; item = hw_item_get_parent (item))
    depth += hw_item_get_kind (item) == HW_ITEM_ROW;
  return depth;
}

/**
 * hw_outline_entry_get_open:
 * @self: a line
 *
 * Returns: how many questions on its page, and on those below it, have no answer
 */
guint
hw_outline_entry_get_open (HwOutlineEntry *self)
{
  g_return_val_if_fail (HW_IS_OUTLINE_ENTRY (self), 0);
  return self->n_open;
}

/**
 * hw_outline_entry_get_problems:
 * @self: a line
 *
 * Returns: how many answers there are wrong or ask for a confirmation
 */
guint
hw_outline_entry_get_problems (HwOutlineEntry *self)
{
  g_return_val_if_fail (HW_IS_OUTLINE_ENTRY (self), 0);
  return self->n_problems;
}

/**
 * hw_outline_entry_is_begun:
 * @self: a line
 *
 * Returns: whether anything there has an answer
 */
gboolean
hw_outline_entry_is_begun (HwOutlineEntry *self)
{
  g_return_val_if_fail (HW_IS_OUTLINE_ENTRY (self), FALSE);
  return self->n_answered > 0;
}

/**
 * hw_outline_entry_is_current:
 * @self: a line
 *
 * Returns: whether its page is the one that is open
 */
gboolean
hw_outline_entry_is_current (HwOutlineEntry *self)
{
  g_return_val_if_fail (HW_IS_OUTLINE_ENTRY (self), FALSE);
  return self->is_current;
}

/**
 * hw_outline_entry_set_current:
 * @self: a line
 * @current: whether its page is the one that is open
 */
void
hw_outline_entry_set_current (HwOutlineEntry *self,
                              gboolean current)
{
  g_return_if_fail (HW_IS_OUTLINE_ENTRY (self));
  if (self->is_current == current)
    return;
  self->is_current = current;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOOK]);
}

/**
 * hw_outline_entry_update:
 * @self: a line
 * @interview: the interview
 * @n_problems: problems on its page and below it
 *
 * Looks how things stand.
 */
void
hw_outline_entry_update (HwOutlineEntry *self,
                         HwInterview *interview,
                         guint n_problems)
{
  g_autofree char *title = NULL;
  guint n_applicable, n_answered;

  g_return_if_fail (HW_IS_OUTLINE_ENTRY (self));

  title = hw_item_dup_label (self->page);
  if (g_strcmp0 (title, self->title) != 0)
    {
      g_free (self->title);
      self->title = g_steal_pointer (&title);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
    }
  hw_interview_count (interview, self->page, &n_applicable, &n_answered, NULL);
  if (self->n_open == n_applicable - n_answered && self->n_answered == n_answered && self->n_problems == n_problems)
    return;
  self->n_open = n_applicable - n_answered;
  self->n_answered = n_answered;
  self->n_problems = n_problems;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOOK]);
}
