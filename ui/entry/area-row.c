/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/area-row.h"

#include <glib/gi18n.h>

#define ROWS 3
#define MOST_ROWS 12

/* A text of several lines. Enter goes on as everywhere; Alt with Enter begins a line. */
struct _HwAreaRow
{
  HwQuestionRow parent_instance;

  GtkWidget *overlay;
  GtkWidget *scrolled;
  GtkWidget *view;
  gboolean is_showing;
  gboolean is_typed;
};

G_DEFINE_FINAL_TYPE (HwAreaRow, hw_area_row, HW_TYPE_QUESTION_ROW)

static char *
dup_text (HwAreaRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
hw_area_row_show_value (HwQuestionRow *row)
{
  HwAreaRow *self = HW_AREA_ROW (row);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  HwItem *item = hw_question_row_get_item (row);
  const char *draft = hw_entry_session_get_draft (hw_question_row_get_session (row), item, NULL);
  const char *text = draft != NULL ? draft : hw_value_get_text (hw_item_get_value (item));
  g_autofree char *shown = dup_text (self);

  self->is_showing = TRUE;
  if (g_strcmp0 (shown, text != NULL ? text : "") != 0)
    gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  self->is_showing = FALSE;
  self->is_typed = FALSE;
}

static gboolean
hw_area_row_settle (HwQuestionRow *row)
{
  HwAreaRow *self = HW_AREA_ROW (row);
  HwEntrySession *session = hw_question_row_get_session (row);
  HwItem *item = hw_question_row_get_item (row);
  g_autofree char *text = NULL;

  if (!self->is_typed)
    return hw_entry_session_get_draft (session, item, NULL) == NULL;
  self->is_typed = FALSE;
  text = g_strstrip (dup_text (self));
  return hw_entry_session_answer_text (session, item, text, text);
}

static void
changed_cb (HwAreaRow *self)
{
  if (self->is_showing)
    return;
  self->is_typed = TRUE;
  hw_question_row_set_typing (HW_QUESTION_ROW (self));
}

static gboolean
is_at_edge (HwAreaRow *self,
            gboolean below)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return below ? !gtk_text_view_forward_display_line (GTK_TEXT_VIEW (self->view), &iter) || gtk_text_iter_is_end (&iter)
               : !gtk_text_view_backward_display_line (GTK_TEXT_VIEW (self->view), &iter);
}

static const char *
find_action (HwAreaRow *self,
             guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return "entry.next";
    case GDK_KEY_Page_Up:
      return "entry.previous-section";
    case GDK_KEY_Page_Down:
      return "entry.next-section";
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return is_at_edge (self, FALSE) ? "entry.back" : NULL;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return is_at_edge (self, TRUE) ? "entry.next" : NULL;
    default:
      return NULL;
    }
}

/* Keys that lead through the page mean to a text what they mean to a line. */
static gboolean
key_pressed_cb (HwAreaRow *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK);
  const char *action = modifiers == 0 ? find_action (self, keyval) : NULL;

  if (enter && modifiers == GDK_ALT_MASK)
    {
      gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "\n", 1);
      gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view),
                                          gtk_text_buffer_get_insert (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view))));
      return GDK_EVENT_STOP;
    }
  if (enter && modifiers == GDK_SHIFT_MASK)
    action = "entry.back";
  else if (enter && modifiers == GDK_CONTROL_MASK)
    action = "entry.next-unanswered";
  if (action == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  return GDK_EVENT_STOP;
}

static void
hw_area_row_show_item (HwQuestionRow *row)
{
  HwAreaRow *self = HW_AREA_ROW (row);
  const char *rows = hw_question_get_parameter (hw_item_get_question (hw_question_row_get_item (row)), "rows");
  int n = rows != NULL ? (int) g_ascii_strtoll (rows, NULL, 10) : ROWS;
  PangoLayout *layout = gtk_widget_create_pango_layout (self->view, "A");
  int line;

  pango_layout_get_pixel_size (layout, NULL, &line);
  g_object_unref (layout);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled), CLAMP (n, 2, MOST_ROWS) * line + 20);
  hw_question_row_set_hint_end (row, _("Alt+Enter begins a new line"));
}

static GtkWidget *
hw_area_row_get_control (HwQuestionRow *row,
                         gboolean from_below)
{
  return HW_AREA_ROW (row)->view;
}

static void
hw_area_row_constructed (GObject *object)
{
  HwAreaRow *self = HW_AREA_ROW (object);
  GtkEventController *keys = gtk_event_controller_key_new ();

  G_OBJECT_CLASS (hw_area_row_parent_class)->constructed (object);

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 9);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 10);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 10);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed", G_CALLBACK (changed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->view, keys);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->view);
  gtk_widget_add_css_class (self->scrolled, "area");
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->scrolled);
  hw_question_row_add_control (HW_QUESTION_ROW (self), self->overlay, self->view, GTK_OVERLAY (self->overlay));
}

static void
hw_area_row_class_init (HwAreaRowClass *klass)
{
  HwQuestionRowClass *row_class = HW_QUESTION_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = hw_area_row_constructed;
  row_class->show_item = hw_area_row_show_item;
  row_class->show_value = hw_area_row_show_value;
  row_class->settle = hw_area_row_settle;
  row_class->get_control = hw_area_row_get_control;
}

static void
hw_area_row_init (HwAreaRow *self)
{
}
