/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/page-list.h"

#include "interview/interview-private.h"

/* Counted: showing a change may close pages and open others. */
typedef struct
{
  HwItemList *list; /* borrowed: its owner is the screen; NULL once it is gone */
  HwItem *within;   /* owned */
} HwPage;

/**
 * hw_item_is_visible:
 * @self: an item
 *
 * Returns: whether it is a question that a person sees: not a calculate, hidden, or metadata
 */
gboolean
hw_item_is_visible (HwItem *self)
{
  g_return_val_if_fail (HW_IS_ITEM (self), FALSE);

  if (self->kind != HW_ITEM_QUESTION)
    return FALSE;
  switch (hw_question_get_kind (self->question))
    {
    case HW_KIND_CALCULATE:
    case HW_KIND_HIDDEN:
    case HW_KIND_START:
    case HW_KIND_END:
    case HW_KIND_TODAY:
    case HW_KIND_DEVICEID:
    case HW_KIND_USERNAME:
      return FALSE;
    default:
      return TRUE;
    }
}

static void
fill_page (HwPage *page)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (HwItemList) list = g_object_ref (page->list);
  HwItem *within = page->within;
  gboolean is_roster = within->kind == HW_ITEM_ROSTER;

  for (HwItem *item = hw_item_next (within, within, FALSE, FALSE);
       item != NULL && hw_item_is_live (within);)
    {
      gboolean is_leaf = item->kind == HW_ITEM_ROSTER || item->kind == HW_ITEM_ROW;

      if (item->relevant
          && (is_roster || item->kind == HW_ITEM_ROSTER || hw_item_is_visible (item)))
        g_ptr_array_add (items, item);
      item = hw_item_next (item, within, is_leaf || !item->relevant, FALSE);
    }
  hw_item_list_set (list, items);
}

static void
list_gone_cb (gpointer data,
              GObject *list)
{
  GPtrArray *pages = data;

  for (guint i = 0; i < pages->len; i++)
    {
      HwPage *page = g_ptr_array_index (pages, i);

      if ((GObject *) page->list != list)
        continue;
      page->list = NULL;
      g_ptr_array_remove_index_fast (pages, i);
      break;
    }
  g_ptr_array_unref (pages);
}

static void
clear_page (gpointer data)
{
  HwPage *page = data;

  g_object_unref (page->within);
}

static void
release_page (gpointer data)
{
  g_rc_box_release_full (data, clear_page);
}

static gpointer
acquire_page (gconstpointer page,
              gpointer data)
{
  return g_rc_box_acquire ((gpointer) page);
}

/**
 * hw_interview_update_pages:
 * @self: an interview
 *
 * Brings all pages up to what is relevant now.
 */
void
hw_interview_update_pages (HwInterview *self)
{
  g_autoptr (GPtrArray) pages = NULL;

  if (self->pages == NULL)
    return;
  pages = g_ptr_array_copy (self->pages, (GCopyFunc) acquire_page, NULL);
  g_ptr_array_set_free_func (pages, release_page);
  for (guint i = 0; i < pages->len; i++)
    {
      HwPage *page = g_ptr_array_index (pages, i);

      if (page->list != NULL)
        fill_page (page);
    }
}

/**
 * hw_interview_list_page:
 * @self: an interview
 * @within: a group, a row, a roster or the root
 *
 * Returns: (transfer full): what its page shows; it follows the interview as long as it lives
 */
HwItemList *
hw_interview_list_page (HwInterview *self,
                        HwItem *within)
{
  HwPage *page;

  g_return_val_if_fail (HW_IS_INTERVIEW (self), NULL);
  g_return_val_if_fail (HW_IS_ITEM (within) && within->interview == self, NULL);

  if (self->pages == NULL)
    self->pages = g_ptr_array_new_with_free_func (release_page);
  page = g_rc_box_new0 (HwPage);
  page->list = hw_item_list_new ();
  page->within = g_object_ref (within);
  fill_page (page);
  g_ptr_array_add (self->pages, page);
  g_object_weak_ref (G_OBJECT (page->list), list_gone_cb, g_ptr_array_ref (self->pages));
  return page->list;
}
