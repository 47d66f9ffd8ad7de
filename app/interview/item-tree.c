/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/item-private.h"

#include <string.h>

static guint
count_children (HwItem *self,
                gboolean with_dormant)
{
  if (self->children == NULL)
    return 0;
  return self->kind == HW_ITEM_ROSTER && !with_dormant ? self->n_live : self->children->len;
}

/**
 * hw_item_next:
 * @self: an item
 * @within: where to stop; @self lies in it or is it
 * @skip_children: whether to go on after what is in @self
 * @with_dormant: whether rows that are not live are passed too
 *
 * Returns: (nullable) (transfer none): what comes next in document order
 */
HwItem *
hw_item_next (HwItem *self,
              HwItem *within,
              gboolean skip_children,
              gboolean with_dormant)
{
  if (!skip_children && count_children (self, with_dormant) > 0)
    return g_ptr_array_index (self->children, 0);
  for (; self != within; self = self->up)
    if (self->index + 1 < count_children (self->up, with_dormant))
      return g_ptr_array_index (self->up->children, self->index + 1);
  return NULL;
}

/**
 * hw_item_previous:
 * @self: an item
 * @within: where to stop; @self lies in it or is it
 *
 * Returns: (nullable) (transfer none): what comes before in document order, live rows only
 */
HwItem *
hw_item_previous (HwItem *self,
                  HwItem *within)
{
  guint n;

  if (self == within)
    return NULL;
  if (self->index == 0)
    return self->up;
  self = g_ptr_array_index (self->up->children, self->index - 1);
  while ((n = count_children (self, FALSE)) > 0)
    self = g_ptr_array_index (self->children, n - 1);
  return self;
}

/**
 * hw_item_is_live:
 * @self: an item
 *
 * Returns: whether every row around it, and itself, stands in the document
 */
gboolean
hw_item_is_live (HwItem *self)
{
  for (HwItem *row = self->scope; row->kind == HW_ITEM_ROW; row = row->up->scope)
    if (!row->linked)
      return FALSE;
  return TRUE;
}

/**
 * hw_item_get_children:
 * @self: an item
 *
 * Returns: (transfer none): what is in it, in document order, irrelevant questions included; of a
 *   roster its live rows. It follows what happens, with one items-changed for a batch of rows.
 */
GListModel *
hw_item_get_children (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), NULL);

  if (self->list == NULL)
    {
      self->list = hw_item_list_new ();
      hw_item_update_children (self);
    }
  return G_LIST_MODEL (self->list);
}

/**
 * hw_item_update_children:
 * @self: an item
 *
 * Brings the list that others look at, if there is one, up to the children.
 */
void
hw_item_update_children (HwItem *self)
{
  g_autoptr (GPtrArray) live = NULL;
  guint n = count_children (self, FALSE);

  if (self->list == NULL)
    return;
  live = g_ptr_array_sized_new (n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (live, g_ptr_array_index (self->children, i));
  hw_item_list_set (self->list, live);
}

/**
 * hw_item_list_dormant_rows:
 * @self: a roster
 *
 * Returns: (transfer container) (element-type HwItem): the rows that are kept but do not apply now,
 * because the count has shrunk or a skip leads around the roster
 */
GPtrArray *
hw_item_list_dormant_rows (HwItem *self)
{
  GPtrArray *rows;

  g_return_val_if_fail (HW_IS_ITEM (self) && self->kind == HW_ITEM_ROSTER, NULL);

  rows = g_ptr_array_new ();
  for (guint i = self->n_live; i < self->children->len; i++)
    g_ptr_array_add (rows, g_ptr_array_index (self->children, i));
  return rows;
}

static void
append_ref (HwItem *self,
            GString *ref)
{
  HwItem *around = self->kind == HW_ITEM_ROW ? self->up->scope : self->scope;

  if (around->kind == HW_ITEM_ROW)
    {
      append_ref (around, ref);
      g_string_append_c (ref, '/');
    }
  if (self->up != NULL)
    g_string_append (ref, hw_question_get_step (self->question));
  if (self->kind == HW_ITEM_ROW)
    g_string_append_printf (ref, "[%u]", self->index + 1);
}

/**
 * hw_item_get_ref:
 * @self: an item
 *
 * Returns: (transfer none): its place as people and files write it, such as "snd[1]/flow[3]/flamt";
 * "" for the root. It changes when rows before it come and go.
 */
const char *
hw_item_get_ref (HwItem *self)
{
  g_autoptr (GString) ref = NULL;

  g_return_val_if_fail (HW_IS_ITEM (self), "");

  ref = g_string_new (NULL);
  append_ref (self, ref);
  if (self->ref == NULL || strcmp (self->ref, ref->str) != 0)
    {
      g_free (self->ref);
      self->ref = g_strndup (ref->str, ref->len);
    }
  return self->ref;
}
