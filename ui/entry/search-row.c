/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/search-row.h"

#include <glib/gi18n.h>

#include "ui/entry/type-ahead.h"

/* More is no list to look over; one types another letter. */
#define MOST_SHOWN 40

/* One of many choices: a field in which one types a code or the beginning of a word, and a list that opens below it. */
struct _HwSearchRow
{
  HwQuestionRow parent_instance;

  GtkWidget *overlay;
  GtkWidget *entry;
  GtkWidget *popover;
  GtkWidget *list;
  GPtrArray *choices; /* HwChoice; of the item */
  GPtrArray *found;   /* HwChoice; what the list shows */
  gboolean is_showing;
  gboolean is_typed;
  gboolean is_waiting; /* the list opens as soon as the field is in sight */
};

G_DEFINE_FINAL_TYPE (HwSearchRow, hw_search_row, HW_TYPE_QUESTION_ROW)

static const char *
get_language (HwSearchRow *self)
{
  return hw_interview_get_language (hw_entry_session_get_interview (hw_question_row_get_session (HW_QUESTION_ROW (self))));
}

static void
close_list (HwSearchRow *self)
{
  self->is_waiting = FALSE;
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
is_open (HwSearchRow *self)
{
  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}

static void
show_value (HwQuestionRow *row)
{
  HwSearchRow *self = HW_SEARCH_ROW (row);
  HwItem *item = hw_question_row_get_item (row);
  const char *draft = hw_entry_session_get_draft (hw_question_row_get_session (row), item, NULL);
  g_autofree char *display = NULL;

  if (draft != NULL)
    display = g_strdup (draft);
  else if (!hw_value_is_missing (hw_item_get_value (item)))
    display = hw_item_dup_display (item);
  self->is_showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), display != NULL ? display : "");
  self->is_showing = FALSE;
  self->is_typed = FALSE;
}

static void
choose (HwSearchRow *self,
        HwChoice *choice,
        gboolean go_on)
{
  HwQuestionRow *row = HW_QUESTION_ROW (self);
  g_autoptr (HwValue) value = hw_value_new (hw_choice_get_name (choice));
  g_autoptr (GError) error = NULL;

  self->is_typed = FALSE;
  close_list (self);
  if (!hw_entry_session_answer (hw_question_row_get_session (row), hw_question_row_get_item (row), value, &error))
    hw_entry_session_keep_draft (hw_question_row_get_session (row), hw_question_row_get_item (row),
                                 gtk_editable_get_text (GTK_EDITABLE (self->entry)), error->message);
  else
    show_value (row);
  if (go_on)
    hw_question_row_go_on (row);
}

/* Best first: the code itself, labels that begin so, labels with a word that does, codes that begin so. */
static void
find (HwSearchRow *self,
      const char *typed)
{
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  const char *language = get_language (self);

  g_ptr_array_set_size (self->found, 0);
  for (int pass = 0; pass < 4 && self->found->len < MOST_SHOWN; pass++)
    for (guint i = 0; i < self->choices->len && self->found->len < MOST_SHOWN; i++)
      {
        HwChoice *choice = g_ptr_array_index (self->choices, i);
        g_autofree char *code = g_utf8_casefold (hw_choice_get_name (choice), -1);
        g_autofree char *label = g_utf8_casefold (hw_choice_get_label (choice, language), -1);
        gboolean fits = (pass == 0 && strcmp (code, folded) == 0) || (pass == 1 && g_str_has_prefix (label, folded))
                        || (pass == 2 && hw_type_ahead_matches (label, folded)) || (pass == 3 && g_str_has_prefix (code, folded));

        if (fits && !g_ptr_array_find (self->found, choice, NULL))
          g_ptr_array_add (self->found, choice);
      }
}

static GtkWidget *
make_line (HwSearchRow *self,
           HwChoice *choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *code = gtk_label_new (hw_choice_get_name (choice));
  GtkWidget *label = gtk_label_new (hw_choice_get_label (choice, get_language (self)));

  gtk_widget_add_css_class (code, "code");
  gtk_box_append (GTK_BOX (box), code);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
row_activated_cb (HwSearchRow *self,
                  GtkListBoxRow *line)
{
  guint i = (guint) gtk_list_box_row_get_index (line);

  if (i < self->found->len)
    choose (self, g_ptr_array_index (self->found, i), TRUE);
}

static void
make_popover (HwSearchRow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_set_focusable (self->list, FALSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), scrolled);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "choices");
  gtk_widget_set_parent (self->popover, self->overlay);
}

/* A list that hangs on a field outside of the window has no monitor to be placed on. */
static gboolean
is_in_sight (HwSearchRow *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (self->overlay));
  graphene_rect_t bounds;
  graphene_rect_t whole;

  if (root == NULL || !gtk_widget_get_mapped (self->overlay) || !gtk_widget_compute_bounds (self->overlay, root, &bounds))
    return FALSE;
  graphene_rect_init (&whole, 0, 0, (float) gtk_widget_get_width (root), (float) gtk_widget_get_height (root));
  return bounds.size.height > 0 && graphene_rect_intersection (&whole, &bounds, NULL);
}

static gboolean
popup_cb (GtkWidget *widget,
          GdkFrameClock *clock,
          gpointer data)
{
  HwSearchRow *self = HW_SEARCH_ROW (widget);

  if (self->found->len > 0 && self->is_waiting && !is_in_sight (self))
    return G_SOURCE_CONTINUE;
  if (self->found->len > 0 && self->is_waiting)
    gtk_popover_popup (GTK_POPOVER (self->popover));
  self->is_waiting = FALSE;
  return G_SOURCE_REMOVE;
}

/* At once where it can be; a field that is still being scrolled to gets its list when it has come. */
static void
open_list (HwSearchRow *self)
{
  if (is_in_sight (self))
    {
      gtk_popover_popup (GTK_POPOVER (self->popover));
      return;
    }
  if (!self->is_waiting)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), popup_cb, NULL, NULL);
  self->is_waiting = TRUE;
}

static void
show_list (HwSearchRow *self)
{
  GtkWidget *line;

  if (self->popover == NULL)
    make_popover (self);
  while ((line = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), line);
  for (guint i = 0; i < self->found->len; i++)
    {
      gtk_list_box_append (GTK_LIST_BOX (self->list), make_line (self, g_ptr_array_index (self->found, i)));
      gtk_widget_set_focusable (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i)), FALSE);
    }
  if (self->found->len == 0)
    {
      close_list (self);
      return;
    }
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (self->overlay), -1);
  open_list (self);
}

static void
move_selection (HwSearchRow *self,
                int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  GtkWidget *scrolled = gtk_widget_get_ancestor (self->list, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  graphene_rect_t bounds;

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (row != NULL ? gtk_list_box_row_get_index (row) : -1) + step);
  if (row == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), self->list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
changed_cb (HwSearchRow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->is_showing)
    return;
  self->is_typed = TRUE;
  hw_question_row_set_typing (HW_QUESTION_ROW (self));
  if (*typed == '\0')
    {
      close_list (self);
      return;
    }
  find (self, typed);
  show_list (self);
}

static gboolean
key_pressed_cb (HwSearchRow *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (!is_open (self))
    {
      if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
        return GDK_EVENT_PROPAGATE;
      find (self, "");
      show_list (self);
      return GDK_EVENT_STOP;
    }
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      close_list (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* What the list has marked, or the only thing that fits, or a code of "don't know"; else it is no answer yet. */
static gboolean
settle (HwQuestionRow *row)
{
  HwSearchRow *self = HW_SEARCH_ROW (row);
  HwEntrySession *session = hw_question_row_get_session (row);
  HwItem *item = hw_question_row_get_item (row);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *reason = NULL;

  if (!self->is_typed)
    {
      close_list (self);
      return hw_entry_session_get_draft (session, item, NULL) == NULL;
    }
  self->is_typed = FALSE;
  if (*typed != '\0')
    find (self, typed);
  if (*typed != '\0' && self->found->len > 0)
    {
      GtkListBoxRow *line = is_open (self) ? gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)) : NULL;
      guint i = line != NULL ? (guint) gtk_list_box_row_get_index (line) : 0;

      choose (self, g_ptr_array_index (self->found, MIN (i, self->found->len - 1)), FALSE);
      return TRUE;
    }
  close_list (self);
  if (hw_entry_session_answer_text (session, item, typed, typed))
    {
      show_value (row);
      return TRUE;
    }
  /* Translators: %s is what was typed to find a choice in a long list. */
  reason = g_strdup_printf (_("Nothing in the list begins with “%s”. Type a code or the beginning of a word."), typed);
  hw_entry_session_keep_draft (session, item, typed, reason);
  return FALSE;
}

static void
activate_cb (HwSearchRow *self)
{
  hw_question_row_go_on (HW_QUESTION_ROW (self));
}

static void
show_item (HwQuestionRow *row)
{
  HwSearchRow *self = HW_SEARCH_ROW (row);

  close_list (self);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = hw_item_list_choices (hw_question_row_get_item (row));
}

static GtkWidget *
get_control (HwQuestionRow *row,
             gboolean from_below)
{
  return HW_SEARCH_ROW (row)->entry;
}

static void
hw_search_row_dispose (GObject *object)
{
  HwSearchRow *self = HW_SEARCH_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  G_OBJECT_CLASS (hw_search_row_parent_class)->dispose (object);
}

static void
hw_search_row_finalize (GObject *object)
{
  HwSearchRow *self = HW_SEARCH_ROW (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_ptr_array_unref (self->found);
  G_OBJECT_CLASS (hw_search_row_parent_class)->finalize (object);
}

static void
hw_search_row_constructed (GObject *object)
{
  HwSearchRow *self = HW_SEARCH_ROW (object);
  GtkEventController *keys = gtk_event_controller_key_new ();

  G_OBJECT_CLASS (hw_search_row_parent_class)->constructed (object);

  self->found = g_ptr_array_new ();
  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "edit-find-symbolic");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Code, or the beginning of a word"));
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, FALSE);
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->entry);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  hw_question_row_add_control (HW_QUESTION_ROW (self), self->overlay, self->entry, GTK_OVERLAY (self->overlay));
}

static void
hw_search_row_class_init (HwSearchRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  HwQuestionRowClass *row_class = HW_QUESTION_ROW_CLASS (klass);

  object_class->constructed = hw_search_row_constructed;
  object_class->dispose = hw_search_row_dispose;
  object_class->finalize = hw_search_row_finalize;
  row_class->show_item = show_item;
  row_class->show_value = show_value;
  row_class->settle = settle;
  row_class->get_control = get_control;
}

static void
hw_search_row_init (HwSearchRow *self)
{
}
