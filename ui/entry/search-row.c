/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/search-row.h"

#include <glib/gi18n.h>

#include "ui/entry/choice-index.h"
#include "ui/entry/choice-popover.h"
#include "ui/entry/chosen-chips.h"

/* More is no list to look over; one types another letter. */
#define MOST_SHOWN 40

/* One or several of many choices: a field in which one types a code or the beginning of a word, and a list that opens below it. */
struct _HwSearchRow
{
  HwQuestionRow parent_instance;

  GtkWidget *overlay;
  GtkWidget *entry;
  HwChoicePopover *popover;
  HwChosenChips *chips;
  GPtrArray *choices;   /* HwChoice; of the item */
  HwChoiceIndex *index; /* NULL until something is typed */
  GPtrArray *found;     /* HwChoice; what the list shows */
  guint n_more;
  gboolean is_many;
  gboolean is_showing;
  gboolean is_typed;
  gboolean has_added;   /* Enter has just chosen one of several */
};

G_DEFINE_FINAL_TYPE (HwSearchRow, hw_search_row, HW_TYPE_QUESTION_ROW)

static const char *
get_language (HwSearchRow *self)
{
  return hw_interview_get_language (hw_entry_session_get_interview (hw_question_row_get_session (HW_QUESTION_ROW (self))));
}

static HwItem *
get_item (HwSearchRow *self)
{
  return hw_question_row_get_item (HW_QUESTION_ROW (self));
}

static void
set_text (HwSearchRow *self,
          const char *text)
{
  self->is_showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->is_showing = FALSE;
  self->is_typed = FALSE;
}

static void
show_chips (HwSearchRow *self)
{
  HwValue *value = hw_item_get_value (get_item (self));
  const char *text = hw_value_get_text (value);
  g_auto (GStrv) codes = g_strsplit (text != NULL ? text : "", " ", -1);

  hw_chosen_chips_clear (self->chips);
  for (guint k = 0; codes[k] != NULL; k++)
    for (guint i = 0; *codes[k] != '\0' && i < self->choices->len; i++)
      {
        HwChoice *choice = g_ptr_array_index (self->choices, i);

        if (g_str_equal (hw_choice_get_name (choice), codes[k]))
          {
            hw_chosen_chips_add (self->chips, codes[k], hw_choice_get_label (choice, get_language (self)));
            break;
          }
      }
}

static void
hw_search_row_show_value (HwQuestionRow *row)
{
  HwSearchRow *self = HW_SEARCH_ROW (row);
  HwItem *item = get_item (self);
  const char *draft = hw_entry_session_get_draft (hw_question_row_get_session (row), item, NULL);
  g_autofree char *display = NULL;

  if (draft != NULL)
    display = g_strdup (draft);
  else if (!self->is_many && !hw_value_is_missing (hw_item_get_value (item)))
    display = hw_item_dup_display (item);
  set_text (self, display != NULL ? display : "");
  if (self->is_many)
    show_chips (self);
}

static void
answer (HwSearchRow *self,
        const char *text)
{
  HwQuestionRow *row = HW_QUESTION_ROW (self);
  g_autoptr (HwValue) value = *text != '\0' ? hw_value_new (text) : hw_value_new_missing (HW_MISSING_NOT_ANSWERED);
  g_autoptr (GError) error = NULL;

  if (!hw_entry_session_answer (hw_question_row_get_session (row), get_item (self), value, &error))
    hw_entry_session_keep_draft (hw_question_row_get_session (row), get_item (self),
                                 gtk_editable_get_text (GTK_EDITABLE (self->entry)), error->message);
  else
    hw_search_row_show_value (row);
}

static void
choose (HwSearchRow *self,
        HwChoice *choice)
{
  HwQuestionRow *row = HW_QUESTION_ROW (self);

  self->is_typed = FALSE;
  hw_choice_popover_close (self->popover);
  hw_entry_session_keep_draft (hw_question_row_get_session (row), get_item (self), NULL, NULL);
  if (self->is_many)
    {
      g_autofree char *codes = hw_item_dup_toggled (get_item (self), hw_choice_get_name (choice));

      answer (self, codes);
    }
  else
    answer (self, hw_choice_get_name (choice));
}

static void
picked_cb (HwSearchRow *self,
           HwChoice *choice)
{
  choose (self, choice);
  if (!self->is_many)
    hw_question_row_go_on (HW_QUESTION_ROW (self));
}

static void
removed_cb (HwSearchRow *self,
            const char *code)
{
  g_autofree char *codes = hw_item_dup_toggled (get_item (self), code);

  hw_question_row_take_focus (HW_QUESTION_ROW (self), FALSE);
  answer (self, codes);
}

static void
find (HwSearchRow *self,
      const char *typed)
{
  if (self->index == NULL)
    self->index = hw_choice_index_new (self->choices, get_language (self));
  self->n_more = hw_choice_index_find (self->index, typed, MOST_SHOWN, self->found);
}

static void
show_list (HwSearchRow *self)
{
  hw_choice_popover_show (self->popover, self->found, self->n_more, get_language (self),
                          self->is_many ? hw_item_get_value (get_item (self)) : NULL);
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
      hw_choice_popover_close (self->popover);
      return;
    }
  find (self, typed);
  show_list (self);
}

static void
open_cb (HwSearchRow *self)
{
  hw_question_row_take_focus (HW_QUESTION_ROW (self), FALSE);
  if (hw_choice_popover_is_open (self->popover))
    {
      hw_choice_popover_close (self->popover);
      return;
    }
  find (self, "");
  show_list (self);
}

static gboolean
take_last_back (HwSearchRow *self)
{
  const char *last = self->is_many ? hw_chosen_chips_get_last (self->chips) : NULL;
  g_autofree char *code = NULL;

  if (last == NULL || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    return GDK_EVENT_PROPAGATE;
  code = g_strdup (last);
  removed_cb (self, code);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (HwSearchRow *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_BackSpace)
    return take_last_back (self);
  if (!hw_choice_popover_is_open (self->popover))
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
      hw_choice_popover_move (self->popover, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      hw_choice_popover_move (self->popover, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      hw_choice_popover_close (self->popover);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* The list was opened by an arrow: what is marked there is a wish too. */
static gboolean
settle_untyped (HwSearchRow *self)
{
  HwQuestionRow *row = HW_QUESTION_ROW (self);
  HwChoice *selected = hw_choice_popover_get_selected (self->popover);
  gboolean has_focus = (gtk_widget_get_state_flags (self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (selected != NULL && has_focus)
    {
      choose (self, selected);
      self->has_added = self->is_many;
    }
  hw_choice_popover_close (self->popover);
  return hw_entry_session_get_draft (hw_question_row_get_session (row), get_item (self), NULL) == NULL;
}

/* What the list has marked, or the only thing that fits, or a code of "don't know"; else it is no answer yet. */
static gboolean
hw_search_row_settle (HwQuestionRow *row)
{
  HwSearchRow *self = HW_SEARCH_ROW (row);
  HwEntrySession *session = hw_question_row_get_session (row);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *reason = NULL;
  HwChoice *selected;

  self->has_added = FALSE;
  if (self->is_typed && self->is_many && *typed == '\0')
    hw_entry_session_keep_draft (session, get_item (self), NULL, NULL);
  if (!self->is_typed || (self->is_many && *typed == '\0'))
    return settle_untyped (self);
  self->is_typed = FALSE;
  selected = hw_choice_popover_get_selected (self->popover);
  if (*typed != '\0')
    find (self, typed);
  if (*typed != '\0' && self->found->len > 0)
    {
      choose (self, selected != NULL ? selected : g_ptr_array_index (self->found, 0));
      self->has_added = self->is_many;
      return TRUE;
    }
  hw_choice_popover_close (self->popover);
  if (hw_entry_session_answer_text (session, get_item (self), typed, typed))
    {
      hw_search_row_show_value (row);
      return TRUE;
    }
  /* Translators: %s is what was typed to find a choice in a long list. */
  reason = g_strdup_printf (_("Nothing in the list begins with “%s”. Type a code or the beginning of a word."), typed);
  hw_entry_session_keep_draft (session, get_item (self), typed, reason);
  return FALSE;
}

/* Of several one types the next; Enter in an empty field goes on. */
static gboolean
hw_search_row_accept (HwQuestionRow *row)
{
  HwSearchRow *self = HW_SEARCH_ROW (row);
  gboolean added = self->has_added;

  self->has_added = FALSE;
  return added;
}

static void
activate_cb (HwSearchRow *self)
{
  hw_question_row_go_on (HW_QUESTION_ROW (self));
}

static void
hw_search_row_show_item (HwQuestionRow *row)
{
  HwSearchRow *self = HW_SEARCH_ROW (row);
  HwQuestion *question = hw_item_get_question (get_item (self));
  gboolean minimal = hw_question_has_appearance (question, "minimal");

  hw_choice_popover_close (self->popover);
  self->is_many = hw_question_get_kind (question) == HW_KIND_SELECT_MULTIPLE;
  if (!minimal)
    {
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "edit-find-symbolic");
      gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, FALSE);
    }
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), minimal ? _("Choose") : _("Code, or the beginning of a word"));
  g_clear_pointer (&self->index, hw_choice_index_free);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = hw_item_list_choices (get_item (self));
}

static GtkWidget *
hw_search_row_get_control (HwQuestionRow *row,
                           gboolean from_below)
{
  return HW_SEARCH_ROW (row)->entry;
}

static void
hw_search_row_finalize (GObject *object)
{
  HwSearchRow *self = HW_SEARCH_ROW (object);

  g_clear_pointer (&self->index, hw_choice_index_free);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_ptr_array_unref (self->found);
  G_OBJECT_CLASS (hw_search_row_parent_class)->finalize (object);
}

static void
make_entry (HwSearchRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, "pan-down-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, _("Show the list"));
  g_signal_connect_swapped (self->entry, "icon-release", G_CALLBACK (open_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
}

static void
hw_search_row_constructed (GObject *object)
{
  HwSearchRow *self = HW_SEARCH_ROW (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  G_OBJECT_CLASS (hw_search_row_parent_class)->constructed (object);

  self->found = g_ptr_array_new ();
  make_entry (self);
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->entry);
  gtk_box_append (GTK_BOX (box), self->overlay);
  self->chips = HW_CHOSEN_CHIPS (hw_chosen_chips_new ());
  g_signal_connect_swapped (self->chips, "removed", G_CALLBACK (removed_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chips));
  self->popover = HW_CHOICE_POPOVER (hw_choice_popover_new (self->overlay));
  g_signal_connect_swapped (self->popover, "picked", G_CALLBACK (picked_cb), self);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->popover));
  gtk_widget_set_can_target (GTK_WIDGET (self->popover), FALSE);
  hw_question_row_add_control (HW_QUESTION_ROW (self), box, self->entry, GTK_OVERLAY (self->overlay));
}

static void
hw_search_row_class_init (HwSearchRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  HwQuestionRowClass *row_class = HW_QUESTION_ROW_CLASS (klass);

  object_class->constructed = hw_search_row_constructed;
  object_class->finalize = hw_search_row_finalize;
  row_class->show_item = hw_search_row_show_item;
  row_class->show_value = hw_search_row_show_value;
  row_class->settle = hw_search_row_settle;
  row_class->accept = hw_search_row_accept;
  row_class->get_control = hw_search_row_get_control;
}

static void
hw_search_row_init (HwSearchRow *self)
{
}
