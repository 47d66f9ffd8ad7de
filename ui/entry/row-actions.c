/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/row-actions.h"

#include <glib/gi18n.h>

#include "ui/common/toast.h"
#include "ui/entry/entry-page-private.h"
#include "ui/entry/roster-row.h"

static HwInterview *
get_interview (HwEntryPage *self)
{
  return hw_entry_session_get_interview (self->session);
}

/* The row that stands @step rows from the one around @item. */
static HwItem *
find_neighbour (HwItem *item,
                int step)
{
  HwItem *row = hw_item_get_row (item);
  GListModel *rows;
  int position;

  if (row == NULL)
    return NULL;
  rows = hw_item_get_children (hw_item_get_parent (row));
  position = (int) hw_item_get_position (row) - 1 + step;
  if (position < 0 || position >= (int) g_list_model_get_n_items (rows))
    return NULL;
  {
    g_autoptr (HwItem) neighbour = g_list_model_get_item (rows, (guint) position);

    return neighbour; /* the roster keeps it */
  }
}

/**
 * hw_row_actions_neighbour:
 * @widget: a HwEntryPage
 * @name: entry.next-row or entry.previous-row
 * @parameter: none
 *
 * Goes to the same question of the next or previous row.
 */
void
hw_row_actions_neighbour (GtkWidget *widget,
                          const char *name,
                          GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  HwQuestionRow *question_row = hw_entry_page_get_row (self);
  HwItem *row, *there;

  if (question_row == NULL || !hw_question_row_settle (question_row))
    return;
  row = find_neighbour (self->current, g_str_equal (name, "entry.next-row") ? 1 : -1);
  if (row == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  there = hw_interview_find_in_row (get_interview (self), hw_item_get_question (self->current), hw_item_get_row_id (row));
  if (there == NULL || !hw_item_is_relevant (there))
    there = row;
  hw_entry_page_show_item (self, there, FALSE, TRUE);
}

/**
 * hw_row_actions_same:
 * @widget: a HwEntryPage
 * @name: entry.same-as-before
 * @parameter: none
 *
 * Gives the answer that the same question has in the row before, and goes on.
 */
void
hw_row_actions_same (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  HwItem *row = self->current != NULL ? find_neighbour (self->current, -1) : NULL;
  HwItem *there = NULL;
  g_autoptr (GError) error = NULL;

  if (self->view == NULL)
    return;
  if (row != NULL)
    there = hw_interview_find_in_row (get_interview (self), hw_item_get_question (self->current), hw_item_get_row_id (row));
  if (there == NULL || hw_item_get_kind (there) != HW_ITEM_QUESTION
      || (hw_value_get_missing (hw_item_get_value (there)) & ~HW_MISSING_SAID) != 0)
    {
      hw_toast_show (widget, _("The row before has no answer to this question."));
      return;
    }
  if (hw_entry_session_answer (self->session, self->current, hw_item_get_value (there), &error))
    gtk_widget_activate_action (widget, "entry.next", NULL);
  else
    hw_toast_show (widget, error->message);
}

/**
 * hw_row_actions_insert:
 * @widget: a HwEntryPage
 * @name: entry.insert-row
 * @parameter: none
 *
 * Adds a row at the end of the roster at hand, or after the row in which the person is, and goes there.
 */
void
hw_row_actions_insert (GtkWidget *widget,
                       const char *name,
                       GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  HwQuestionRow *question_row = hw_entry_page_get_row (self);
  HwItem *roster = self->current;
  HwItem *row;
  guint position = 0;
  g_autoptr (GError) error = NULL;

  if (question_row == NULL || !hw_question_row_settle (question_row))
    return;
  if (hw_item_get_kind (roster) != HW_ITEM_ROSTER)
    {
      row = hw_item_get_row (roster);
      if (row == NULL)
        return;
      position = hw_item_get_position (row) + 1;
      roster = hw_item_get_parent (row);
    }
  row = hw_interview_insert_row (get_interview (self), roster, position, &error);
  if (row == NULL)
    {
      hw_toast_show (widget, error->message);
      return;
    }
  hw_outline_update (self->outline);
  hw_entry_page_show_item (self, row, FALSE, TRUE);
}

typedef struct
{
  GWeakRef page;
  HwItem *row;
  guint position;
} Removal;

static void
free_removal (gpointer data,
              GClosure *closure)
{
  Removal *removal = data;

  g_weak_ref_clear (&removal->page);
  g_object_unref (removal->row);
  g_free (removal);
}

static void
put_back_cb (AdwToast *toast,
             gpointer data)
{
  Removal *removal = data;
  g_autoptr (HwEntryPage) self = g_weak_ref_get (&removal->page);
  g_autoptr (GError) error = NULL;

  if (self == NULL || self->session == NULL)
    return;
  if (!hw_interview_put_back_row (get_interview (self), removal->row, removal->position, &error))
    {
      hw_toast_show (GTK_WIDGET (self), error->message);
      return;
    }
  hw_outline_update (self->outline);
  hw_entry_page_show_item (self, removal->row, FALSE, TRUE);
}

/**
 * hw_row_actions_remove:
 * @widget: a HwEntryPage
 * @name: entry.remove-row
 * @parameter: none
 *
 * Removes the row in which the person is, or the marked one of the roster at hand. It asks nothing; for a while it can be undone.
 */
void
hw_row_actions_remove (GtkWidget *widget,
                       const char *name,
                       GVariant *parameter)
{
  HwEntryPage *self = HW_ENTRY_PAGE (widget);
  HwQuestionRow *question_row = hw_entry_page_get_row (self);
  HwItem *row;
  Removal *removal;
  AdwToast *toast;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (question_row == NULL)
    return;
  hw_question_row_settle (question_row);
  row = HW_IS_ROSTER_ROW (question_row) ? hw_roster_row_get_marked (HW_ROSTER_ROW (question_row)) : hw_item_get_row (self->current);
  if (row == NULL)
    return;
  label = hw_item_dup_label (row);
  removal = g_new0 (Removal, 1);
  g_weak_ref_init (&removal->page, self);
  removal->row = g_object_ref (row);
  removal->position = hw_item_get_position (row);
  if (!hw_interview_remove_row (get_interview (self), row, NULL, &error))
    {
      free_removal (removal, NULL);
      hw_toast_show (widget, error->message);
      return;
    }
  /* Translators: a row of a roster was removed; %s is its name. */
  text = g_strdup_printf (_("“%s” was removed."), label);
  toast = hw_toast_offer (widget, text, _("Undo"));
  if (toast != NULL)
    g_signal_connect_data (toast, "button-clicked", G_CALLBACK (put_back_cb), removal, free_removal, 0);
  else
    free_removal (removal, NULL);
}
