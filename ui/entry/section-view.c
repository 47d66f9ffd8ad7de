/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/section-view.h"

#include <glib/gi18n.h>

#include "ui/entry/entry-path.h"
#include "ui/entry/question-column.h"

/* Rows that are made at once below the question at hand: as many as a high screen shows. */
#define AHEAD 5
/* A slice of making the others, well inside one frame. */
#define SLICE_US 4000

struct _HwSectionView
{
  GtkWidget parent_instance;

  HwEntrySession *session;
  HwItem *page;
  GListModel *list;       /* what is on the page */
  gulong list_handler;
  GHashTable *pool;       /* HwQuestion -> HwQuestionRow, all children of the column */
  GPtrArray *rows;        /* HwQuestionRow; made so far, the beginning of the list */
  guint build_source;
  HwQuestionRow *current; /* borrowed */

  /* Template children */
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *scrolled;
  HwQuestionColumn *column;
  GtkWidget *next;
  GtkWidget *next_label;
};

G_DEFINE_FINAL_TYPE (HwSectionView, hw_section_view, GTK_TYPE_WIDGET)

static guint current_changed_signal;

static void
set_current (HwSectionView *self,
             HwQuestionRow *row)
{
  if (self->current == row)
    return;
  if (self->current != NULL)
    {
      hw_entry_session_mark_seen (self->session, hw_question_row_get_item (self->current));
      hw_question_row_set_current (self->current, FALSE);
    }
  self->current = row;
  if (row == NULL)
    return;
  hw_question_row_set_current (row, TRUE);
  g_signal_emit (self, current_changed_signal, 0, hw_question_row_get_item (row));
}

static void
focus_entered_cb (GtkEventController *controller,
                  HwSectionView *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (controller);

  if (HW_QUESTION_ROW (row) == self->current)
    return;
  hw_question_column_hold (self->column, row);
  set_current (self, HW_QUESTION_ROW (row));
}

static void
focus_left_cb (GtkEventController *controller,
               HwSectionView *self)
{
  HwQuestionRow *row = HW_QUESTION_ROW (gtk_event_controller_get_widget (controller));

  hw_question_row_settle (row);
}

/* A press beside the control, on the words of a question, means the question too. */
static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            HwSectionView *self)
{
  HwQuestionRow *row = HW_QUESTION_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));

  if (row != self->current)
    hw_question_row_take_focus (row, FALSE);
}

static HwQuestionRow *
make_row (HwSectionView *self,
          HwItem *item)
{
  GtkWidget *row = hw_question_row_new (self->session, item);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, 0);
  gtk_widget_add_controller (row, focus);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  g_hash_table_insert (self->pool, hw_item_get_question (item), row);
  return HW_QUESTION_ROW (row);
}

/* What is above the item at @i: the title of the group that begins with it, when groups stand inside the page, and its neighbour. */
static void
show_heading (HwSectionView *self,
              guint i)
{
  g_autoptr (HwItem) item = g_list_model_get_item (self->list, i);
  g_autoptr (HwItem) before = i > 0 ? g_list_model_get_item (self->list, i - 1) : NULL;
  HwItem *group = hw_item_get_parent (item);
  g_autofree char *heading = NULL;

  if (group != self->page && (before == NULL || hw_item_get_parent (before) != group))
    heading = hw_item_dup_label (group);
  hw_question_row_set_heading (g_ptr_array_index (self->rows, i), heading);
  hw_question_row_set_before (g_ptr_array_index (self->rows, i), before);
}

/* Puts the row for the item at @i into its place; those before it are in theirs. */
static void
place_row (HwSectionView *self,
           guint i,
           gboolean appearing)
{
  g_autoptr (HwItem) item = g_list_model_get_item (self->list, i);
  HwQuestionRow *row = g_hash_table_lookup (self->pool, hw_item_get_question (item));
  GtkWidget *previous = i > 0 ? g_ptr_array_index (self->rows, i - 1) : NULL;

  if (row != NULL)
    hw_question_row_set_item (row, item);
  else
    row = make_row (self, item);
  if (gtk_widget_get_parent (GTK_WIDGET (row)) == NULL
      || gtk_widget_get_prev_sibling (GTK_WIDGET (row)) != previous)
    hw_question_column_insert (self->column, GTK_WIDGET (row), previous);
  if (appearing)
    gtk_widget_add_css_class (GTK_WIDGET (row), "appearing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "appearing");
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
  g_ptr_array_insert (self->rows, (int) i, row);
  show_heading (self, i);
}

static gboolean
build_cb (gpointer data)
{
  HwSectionView *self = data;
  guint n = g_list_model_get_n_items (self->list);
  gint64 end = g_get_monotonic_time () + SLICE_US;

  while (self->rows->len < n && g_get_monotonic_time () < end)
    place_row (self, self->rows->len, FALSE);
  if (self->rows->len < n)
    return G_SOURCE_CONTINUE;
  gtk_widget_set_visible (self->next, TRUE);
  self->build_source = 0;
  return G_SOURCE_REMOVE;
}

static void
build_later (HwSectionView *self)
{
  gboolean whole = self->rows->len == g_list_model_get_n_items (self->list);

  gtk_widget_set_visible (self->next, whole);
  if (!whole && self->build_source == 0)
    self->build_source = g_idle_add_full (G_PRIORITY_LOW, build_cb, self, NULL);
}

static void
build_up_to (HwSectionView *self,
             guint i)
{
  guint n = MIN (i + 1, g_list_model_get_n_items (self->list));

  while (self->rows->len < n)
    place_row (self, self->rows->len, FALSE);
}

/* Nothing above the question at hand moves it: the column lays out from there. */
static void
items_changed_cb (HwSectionView *self,
                  guint position,
                  guint n_removed,
                  guint n_added)
{
  guint n_gone = position < self->rows->len ? MIN (n_removed, self->rows->len - position) : 0;
  gboolean whole = position + n_removed <= self->rows->len;

  for (guint i = 0; i < n_gone; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->rows, position + i), FALSE);
  if (n_gone > 0)
    g_ptr_array_remove_range (self->rows, position, n_gone);
  if (position <= self->rows->len && whole)
    for (guint i = 0; i < n_added; i++)
      place_row (self, position + i, TRUE);
  if (position + n_added < self->rows->len)
    show_heading (self, position + n_added);
  build_later (self);
}

static guint
find (HwSectionView *self,
      HwItem *item)
{
  guint n = self->list != NULL ? g_list_model_get_n_items (self->list) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HwItem) other = g_list_model_get_item (self->list, i);

      if (other == item)
        return i;
    }
  return G_MAXUINT;
}

static void
set_list (HwSectionView *self,
          GListModel *list)
{
  if (self->list != NULL)
    g_clear_signal_handler (&self->list_handler, self->list);
  g_clear_object (&self->list);
  self->list = list;
  if (list != NULL)
    self->list_handler = g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), self);
}

static void
hw_section_view_dispose (GObject *object)
{
  HwSectionView *self = HW_SECTION_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->build_source, g_source_remove);
  set_list (self, NULL);
  self->current = NULL;
  g_ptr_array_set_size (self->rows, 0);
  g_hash_table_remove_all (self->pool);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), HW_TYPE_SECTION_VIEW);
  g_clear_object (&self->page);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hw_section_view_parent_class)->dispose (object);
}

static void
hw_section_view_finalize (GObject *object)
{
  HwSectionView *self = HW_SECTION_VIEW (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->pool);
  G_OBJECT_CLASS (hw_section_view_parent_class)->finalize (object);
}

static void
hw_section_view_class_init (HwSectionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hw_section_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = hw_section_view_finalize;

  current_changed_signal = g_signal_new ("current-changed", HW_TYPE_SECTION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, HW_TYPE_ITEM);

  g_type_ensure (HW_TYPE_QUESTION_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/homeward/Homeward/entry/section-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HwSectionView, title);
  gtk_widget_class_bind_template_child (widget_class, HwSectionView, detail);
  gtk_widget_class_bind_template_child (widget_class, HwSectionView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, HwSectionView, column);
  gtk_widget_class_bind_template_child (widget_class, HwSectionView, next);
  gtk_widget_class_bind_template_child (widget_class, HwSectionView, next_label);
}

static void
hw_section_view_init (HwSectionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pool = g_hash_table_new (NULL, NULL);
  self->rows = g_ptr_array_new ();
}

/**
 * hw_section_view_new:
 * @session: the sitting
 *
 * Returns: a view that shows nothing yet
 */
GtkWidget *
hw_section_view_new (HwEntrySession *session)
{
  HwSectionView *self = g_object_new (HW_TYPE_SECTION_VIEW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * hw_section_view_show:
 * @self: a view
 * @page: a group, or a row of a roster; always of the same question for one view
 * @first: (nullable): the item that will be at hand
 *
 * Shows @page; rows far below @first follow in quiet moments.
 */
void
hw_section_view_show (HwSectionView *self,
                      HwItem *page,
                      HwItem *first)
{
  GHashTableIter iter;
  gpointer row;
  guint i;

  g_return_if_fail (HW_IS_SECTION_VIEW (self));
  g_return_if_fail (HW_IS_ITEM (page));

  if (self->page == page)
    return;
  set_current (self, NULL);
  g_set_object (&self->page, page);
  set_list (self, hw_entry_path_list_page (hw_entry_session_get_interview (self->session), page));
  g_ptr_array_set_size (self->rows, 0);
  i = first != NULL ? find (self, first) : 0;
  build_up_to (self, (i == G_MAXUINT ? 0 : i) + AHEAD);
  g_hash_table_iter_init (&iter, self->pool);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (!g_ptr_array_find (self->rows, row, NULL))
      gtk_widget_set_visible (row, FALSE);
  build_later (self);
}

/**
 * hw_section_view_get_page:
 * @self: a view
 *
 * Returns: (nullable) (transfer none): what it shows
 */
HwItem *
hw_section_view_get_page (HwSectionView *self)
{
  g_return_val_if_fail (HW_IS_SECTION_VIEW (self), NULL);
  return self->page;
}

/**
 * hw_section_view_go_to:
 * @self: a view
 * @item: something on its page
 * @from_below: whether the person comes back to it
 * @animate: whether to glide there
 *
 * Brings @item to its height and the keyboard to it.
 *
 * Returns: %FALSE when it is not on the page
 */
gboolean
hw_section_view_go_to (HwSectionView *self,
                       HwItem *item,
                       gboolean from_below,
                       gboolean animate)
{
  HwQuestionRow *row;
  guint i;

  g_return_val_if_fail (HW_IS_SECTION_VIEW (self), FALSE);

  i = find (self, item);
  if (i == G_MAXUINT)
    return FALSE;
  build_up_to (self, i + AHEAD);
  build_later (self);
  row = g_ptr_array_index (self->rows, i);
  hw_question_column_set_anchor (self->column, GTK_WIDGET (row), animate);
  set_current (self, row);
  hw_question_row_take_focus (row, from_below);
  return TRUE;
}

/**
 * hw_section_view_get_current:
 * @self: a view
 *
 * Returns: (nullable) (transfer none): the row of the question at hand
 */
HwQuestionRow *
hw_section_view_get_current (HwSectionView *self)
{
  g_return_val_if_fail (HW_IS_SECTION_VIEW (self), NULL);
  return self->current;
}

/**
 * hw_section_view_leave:
 * @self: a view
 *
 * The person goes to another page: no question of this one is at hand.
 */
void
hw_section_view_leave (HwSectionView *self)
{
  g_return_if_fail (HW_IS_SECTION_VIEW (self));
  set_current (self, NULL);
}

/**
 * hw_section_view_set_title:
 * @self: a view
 * @title: what the page is about
 * @detail: what else to know about it; ""
 */
void
hw_section_view_set_title (HwSectionView *self,
                           const char *title,
                           const char *detail)
{
  g_return_if_fail (HW_IS_SECTION_VIEW (self));
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->detail), detail);
}

/**
 * hw_section_view_set_next:
 * @self: a view
 * @title: (nullable): what follows this page
 */
void
hw_section_view_set_next (HwSectionView *self,
                          const char *title)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HW_IS_SECTION_VIEW (self));

  /* Translators: the end of a page of questions; %s is the title of the page that follows. */
  text = title != NULL ? g_strdup_printf (_("Next: %s"), title) : g_strdup (_("Finish the interview"));
  gtk_label_set_label (GTK_LABEL (self->next_label), text);
}

/**
 * hw_section_view_refresh:
 * @self: a view
 *
 * Shows everything anew, as after a change of language.
 */
void
hw_section_view_refresh (HwSectionView *self)
{
  g_return_if_fail (HW_IS_SECTION_VIEW (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      hw_question_row_refresh (g_ptr_array_index (self->rows, i));
      show_heading (self, i);
    }
}
