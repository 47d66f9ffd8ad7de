/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/item-list.h"

struct _HwItemList
{
  GObject parent_instance;

  GPtrArray *items; /* of HwItem, owned */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HwItemList, hw_item_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
replace_range (HwItemList *self,
               guint at,
               guint n_removed,
               GPtrArray *from,
               guint first,
               guint n_added)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (self->items, at, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->items, (int) (at + i),
                        g_object_ref (g_ptr_array_index (from, first + i)));
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), at, n_removed, n_added);
}

static GHashTable *
collect (GPtrArray *items)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (set, g_ptr_array_index (items, i));
  return set;
}

static GType
get_item_type (GListModel *model)
{
  return HW_TYPE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return HW_ITEM_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  GPtrArray *items = HW_ITEM_LIST (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
hw_item_list_finalize (GObject *object)
{
  g_ptr_array_unref (HW_ITEM_LIST (object)->items);
  G_OBJECT_CLASS (hw_item_list_parent_class)->finalize (object);
}

static void
hw_item_list_class_init (HwItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_item_list_finalize;
}

static void
hw_item_list_init (HwItemList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hw_item_list_new:
 *
 * Returns: (transfer full): an empty list
 */
HwItemList *
hw_item_list_new (void)
{
  return g_object_new (HW_TYPE_ITEM_LIST, NULL);
}

/**
 * hw_item_list_set:
 * @self: a list
 * @items: (element-type HwItem): what it should hold; each item once
 *
 * Makes the list hold @items. Items that were there and stay in the same order are not touched, so
 * that whoever shows them keeps the focus; each stretch of others gives one items-changed.
 */
void
hw_item_list_set (HwItemList *self,
                  GPtrArray *items)
{
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) after = NULL;
  guint at = 0;

  g_return_if_fail (HW_IS_ITEM_LIST (self));
  g_return_if_fail (items != NULL);

  while (at < self->items->len && at < items->len
         && g_ptr_array_index (self->items, at) == g_ptr_array_index (items, at))
    at++;
  if (at == self->items->len || at == items->len)
    {
      replace_range (self, at, self->items->len - at, items, at, items->len - at);
      return;
    }
  before = collect (self->items);
  after = collect (items);
  while (at < self->items->len || at < items->len)
    {
      guint n_removed = 0;
      guint n_added = 0;

      while (at + n_removed < self->items->len
             && !g_hash_table_contains (after, g_ptr_array_index (self->items, at + n_removed)))
        n_removed++;
      while (at + n_added < items->len
             && !g_hash_table_contains (before, g_ptr_array_index (items, at + n_added)))
        n_added++;
      if (n_removed == 0 && n_added == 0
          && g_ptr_array_index (self->items, at) != g_ptr_array_index (items, at))
        {
          /* The order itself has changed: the rest is new. */
          n_removed = self->items->len - at;
          n_added = items->len - at;
        }
      replace_range (self, at, n_removed, items, at, n_added);
      at += n_removed == 0 && n_added == 0 ? 1 : n_added;
    }
}

/**
 * hw_item_list_find:
 * @self: a list
 * @item: an item
 *
 * Returns: its place, from 0; %G_MAXUINT when it is not in
 */
guint
hw_item_list_find (HwItemList *self,
                   HwItem *item)
{
  guint at;

  g_return_val_if_fail (HW_IS_ITEM_LIST (self), G_MAXUINT);
  return g_ptr_array_find (self->items, item, &at) ? at : G_MAXUINT;
}
