/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/row-name.h"

#define MOST_DETAILS 3

/* Walks the questions of @item, groups flattened, and adds short answers to @text. */
static guint
add_details (HwItem *item,
             GString *text,
             guint n)
{
  GListModel *children = hw_item_get_children (item);

  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children) && n < MOST_DETAILS; i++)
    {
      g_autoptr (HwItem) child = g_list_model_get_item (children, i);
      HwKind kind = hw_question_get_kind (hw_item_get_question (child));
      g_autofree char *display = NULL;

      if (hw_item_get_kind (child) == HW_ITEM_GROUP)
        n = add_details (child, text, n);
      if (hw_item_get_kind (child) != HW_ITEM_QUESTION || (kind != HW_KIND_SELECT_ONE && kind != HW_KIND_INTEGER)
          || hw_value_is_missing (hw_item_get_value (child)))
        continue;
      display = hw_item_dup_display (child);
      g_string_append_printf (text, "%s%s", n > 0 ? " · " : "", display);
      n++;
    }
  return n;
}

/**
 * hw_row_name_dup_detail:
 * @row: a row of a roster
 *
 * Returns: (transfer full): the first short answers in it, to tell it from its neighbours; "" when there are none
 */
char *
hw_row_name_dup_detail (HwItem *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (HW_IS_ITEM (row) && hw_item_get_kind (row) == HW_ITEM_ROW, NULL);

  add_details (row, text, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
