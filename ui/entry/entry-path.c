/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/entry-path.h"

#include <gtk/gtk.h>

#include "interview/page-list.h"

static gboolean
is_open_roster (HwInterview *interview,
                HwItem *item)
{
  return hw_item_get_kind (item) == HW_ITEM_ROSTER && hw_item_is_relevant (item) && hw_interview_can_insert (interview, item);
}

static gboolean
is_stop (HwItem *item)
{
  HwQuestion *question = hw_item_get_question (item);

  if (hw_item_get_kind (item) != HW_ITEM_QUESTION || !hw_item_is_relevant (item) || !hw_item_is_visible (item))
    return FALSE;
  return hw_question_is_answerable (question) || hw_question_get_kind (question) == HW_KIND_NOTE;
}

static guint
find_among (GListModel *siblings,
            HwItem *item)
{
  guint n = g_list_model_get_n_items (siblings);

  /* Rows know where they stand, and there may be many of them. */
  if (hw_item_get_kind (item) == HW_ITEM_ROW)
    return hw_item_get_position (item) - 1;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HwItem) other = g_list_model_get_item (siblings, i);

      if (other == item)
        return i;
    }
  return n;
}

static HwItem *
get_child (HwItem *item,
           guint i)
{
  GListModel *children = hw_item_get_children (item);
  g_autoptr (HwItem) child = children != NULL ? g_list_model_get_item (children, i) : NULL;

  return child; /* the interview keeps it */
}

/* The first stop in @item, itself included, in document order. */
static HwItem *
find_first (HwInterview *interview,
            HwItem *item)
{
  HwItem *child;

  if (!hw_item_is_relevant (item))
    return NULL;
  if (is_stop (item) || is_open_roster (interview, item))
    return item;
  for (guint i = 0; (child = get_child (item, i)) != NULL; i++)
    {
      HwItem *found = find_first (interview, child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * hw_entry_path_get_page:
 * @item: anything in an interview
 *
 * Returns: (transfer none): the page on which it stands; of a row and of a page it is the thing itself
 */
HwItem *
hw_entry_path_get_page (HwItem *item)
{
  HwItem *top = item;
  HwItem *up;

  g_return_val_if_fail (HW_IS_ITEM (item), NULL);

  for (up = item; up != NULL; top = up, up = hw_item_get_parent (up))
    {
      if (hw_item_get_kind (up) == HW_ITEM_ROW)
        return up;
      if (hw_item_get_parent (up) == NULL)
        break;
    }
  if (hw_item_get_kind (top) == HW_ITEM_QUESTION)
    return up;
  return top;
}

static gboolean
is_loose (gpointer item,
          gpointer root)
{
  return hw_item_get_kind (item) == HW_ITEM_QUESTION && hw_item_get_parent (item) == root;
}

/**
 * hw_entry_path_list_page:
 * @interview: an interview
 * @page: one of its pages
 *
 * Returns: (transfer full): what the page shows
 */
GListModel *
hw_entry_path_list_page (HwInterview *interview,
                         HwItem *page)
{
  GListStore *store;

  g_return_val_if_fail (HW_IS_INTERVIEW (interview) && HW_IS_ITEM (page), NULL);

  if (hw_item_get_parent (page) == NULL)
    return G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (hw_interview_list_page (interview, page)),
                                                    GTK_FILTER (gtk_custom_filter_new (is_loose, page, NULL))));
  if (hw_item_get_kind (page) != HW_ITEM_ROSTER)
    return G_LIST_MODEL (hw_interview_list_page (interview, page));
  store = g_list_store_new (HW_TYPE_ITEM);
  g_list_store_append (store, page);
  return G_LIST_MODEL (store);
}

static void
add_pages (HwItem *item,
           GPtrArray *pages)
{
  HwItem *child;

  if (!hw_item_is_relevant (item))
    return;
  if (hw_item_get_kind (item) == HW_ITEM_ROW)
    g_ptr_array_add (pages, g_object_ref (item));
  for (guint i = 0; (child = get_child (item, i)) != NULL; i++)
    if (hw_item_get_kind (child) != HW_ITEM_QUESTION)
      add_pages (child, pages);
}

/* Whether a page has anything to show beside the rows that are pages of their own. */
static gboolean
has_something (HwItem *item)
{
  HwItem *child;

  if (!hw_item_is_relevant (item))
    return FALSE;
  if (hw_item_get_kind (item) == HW_ITEM_ROSTER)
    return TRUE;
  if (hw_item_get_kind (item) == HW_ITEM_QUESTION)
    return hw_item_is_visible (item);
  for (guint i = 0; (child = get_child (item, i)) != NULL; i++)
    if (has_something (child))
      return TRUE;
  return FALSE;
}

/**
 * hw_entry_path_list_pages:
 * @interview: an interview
 *
 * Returns: (transfer full) (element-type HwItem): its pages in order, those left out on which there is nothing to see
 */
GPtrArray *
hw_entry_path_list_pages (HwInterview *interview)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_object_unref);
  HwItem *root, *child;
  gboolean loose = FALSE;

  g_return_val_if_fail (HW_IS_INTERVIEW (interview), pages);

  root = hw_interview_get_root (interview);
  for (guint i = 0; (child = get_child (root, i)) != NULL; i++)
    {
      if (!has_something (child))
        continue;
      if (hw_item_get_kind (child) == HW_ITEM_QUESTION)
        {
          if (!loose)
            g_ptr_array_add (pages, g_object_ref (root));
          loose = TRUE;
          continue;
        }
      g_ptr_array_add (pages, g_object_ref (child));
      add_pages (child, pages);
    }
  return pages;
}

/**
 * hw_entry_path_next:
 * @interview: an interview
 * @from: where the person is
 * @from_below: (out): whether the next stop is the roster that @from closes
 *
 * Returns: (nullable) (transfer none): the next stop; %NULL at the end
 */
HwItem *
hw_entry_path_next (HwInterview *interview,
                    HwItem *from,
                    gboolean *from_below)
{
  HwItem *item = from;

  g_return_val_if_fail (HW_IS_INTERVIEW (interview) && HW_IS_ITEM (from), NULL);
  g_return_val_if_fail (from_below != NULL, NULL);

  *from_below = FALSE;
  for (HwItem *up = hw_item_get_parent (item); up != NULL; item = up, up = hw_item_get_parent (up))
    {
      GListModel *siblings = hw_item_get_children (up);

      for (guint i = find_among (siblings, item) + 1; i < g_list_model_get_n_items (siblings); i++)
        {
          HwItem *found = find_first (interview, get_child (up, i));

          if (found != NULL)
            return found;
        }
      if (is_open_roster (interview, up))
        {
          *from_below = TRUE;
          return up;
        }
    }
  return NULL;
}

/**
 * hw_entry_path_get_stop:
 * @interview: an interview
 * @page: a page
 *
 * Returns: (nullable) (transfer none): the first stop on @page itself, a roster without a way to add rows included
 */
HwItem *
hw_entry_path_get_stop (HwInterview *interview,
                        HwItem *page)
{
  g_autoptr (GListModel) list = hw_entry_path_list_page (interview, page);
  HwItem *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (HwItem) item = g_list_model_get_item (list, i);

      if (is_stop (item) || hw_item_get_kind (item) == HW_ITEM_ROSTER)
        return item;
      if (first == NULL)
        first = item;
    }
  return first;
}
