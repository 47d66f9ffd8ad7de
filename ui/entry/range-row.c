/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/range-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/entry/number-text.h"
#include "ui/entry/range-marks.h"
#include "ui/entry/range-steps.h"

#define HEIGHT 260

/*
 * A number on a scale. Until one is chosen the scale shows none. Arrows along the scale go by steps, digits name a value, and Enter and
 * the arrows across the scale lead on and back as everywhere.
 */
struct _HwRangeRow
{
  HwQuestionRow parent_instance;

  GtkWidget *box;
  GtkWidget *scale;
  GtkWidget *stack;   /* one of these, as wide as either: the scale keeps its width */
  GtkWidget *shown;   /* the value, or what is being typed */
  GtkWidget *nothing; /* says that there is none */
  const HwRange *range;
  GString *typed;
  gboolean is_vertical;
  gboolean is_showing;
  gboolean has_value;
};

G_DEFINE_FINAL_TYPE (HwRangeRow, hw_range_row, HW_TYPE_QUESTION_ROW)

static const char *
get_language (HwRangeRow *self)
{
  return hw_interview_get_language (hw_entry_session_get_interview (hw_question_row_get_session (HW_QUESTION_ROW (self))));
}

static void
show_text (HwRangeRow *self,
           const char *text)
{
  HwQuestion *question = hw_item_get_question (hw_question_row_get_item (HW_QUESTION_ROW (self)));
  const char *unit = hw_question_get_unit (question, get_language (self));
  g_autofree char *both = NULL;

  if (text != NULL && unit != NULL && *unit != '\0')
    /* Translators: a number and its unit. */
    both = g_strdup_printf (_("%s %s"), text, unit);
  gtk_label_set_label (GTK_LABEL (self->shown), both != NULL ? both : text != NULL ? text : "");
  gtk_stack_set_visible_child (GTK_STACK (self->stack), text != NULL ? self->shown : self->nothing);
}

static void
hw_range_row_show_value (HwQuestionRow *row)
{
  HwRangeRow *self = HW_RANGE_ROW (row);
  HwItem *item = hw_question_row_get_item (row);
  const char *draft = hw_entry_session_get_draft (hw_question_row_get_session (row), item, NULL);
  const char *text = hw_value_get_text (hw_item_get_value (item));
  g_autofree char *number = text != NULL ? hw_number_text_write (text) : NULL;
  double value = isnan (self->range->placeholder) ? self->range->start : self->range->placeholder;

  self->has_value = text != NULL;
  if (text != NULL)
    value = g_ascii_strtod (text, NULL);
  self->is_showing = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale), value);
  self->is_showing = FALSE;
  g_string_truncate (self->typed, 0);
  show_text (self, draft != NULL ? draft : number);
  if (self->has_value)
    gtk_widget_remove_css_class (self->scale, "nothing");
  else
    gtk_widget_add_css_class (self->scale, "nothing");
  if (self->has_value)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, _("not chosen"), -1);
}

static void
choose (HwRangeRow *self,
        guint i)
{
  HwQuestionRow *row = HW_QUESTION_ROW (self);
  g_autofree char *text = hw_range_steps_dup_text (self->range, hw_range_steps_get (self->range, i));

  g_string_truncate (self->typed, 0);
  hw_question_row_set_typing (row);
  hw_entry_session_answer_text (hw_question_row_get_session (row), hw_question_row_get_item (row), text, text);
  hw_range_row_show_value (row);
}

/* The first step shows where the scale stands, every other goes on from there. */
static void
step (HwRangeRow *self,
      int by)
{
  int i = (int) hw_range_steps_nearest (self->range, gtk_range_get_value (GTK_RANGE (self->scale)));

  if (self->has_value)
    i += by;
  if (i < 0 || i >= (int) hw_range_steps_count (self->range))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    choose (self, (guint) i);
}

static gboolean
change_value_cb (HwRangeRow *self,
                 GtkScrollType scroll,
                 double value)
{
  if (!self->is_showing)
    choose (self, hw_range_steps_nearest (self->range, value));
  return TRUE;
}

/* Whether the key goes along the scale, and whither: -1 to its start, 1 to its end. */
static int
find_direction (HwRangeRow *self,
                guint keyval)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return self->is_vertical ? 0 : rtl ? 1 : -1;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return self->is_vertical ? 0 : rtl ? -1 : 1;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return self->is_vertical ? 1 : 0;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return self->is_vertical ? -1 : 0;
    default:
      return 0;
    }
}

static gboolean
type (HwRangeRow *self,
      gunichar character)
{
  if (!g_unichar_isdigit (character) && character != '.' && character != ',' && character != '-' && character != 0x066B)
    return GDK_EVENT_PROPAGATE;
  g_string_append_unichar (self->typed, character);
  hw_question_row_set_typing (HW_QUESTION_ROW (self));
  show_text (self, self->typed->str);
  return GDK_EVENT_STOP;
}

static gboolean
erase (HwRangeRow *self)
{
  HwQuestionRow *row = HW_QUESTION_ROW (self);
  g_autoptr (HwValue) empty = hw_value_new_missing (HW_MISSING_NOT_ANSWERED);

  if (self->typed->len > 0)
    {
      g_string_truncate (self->typed, self->typed->len - 1);
      show_text (self, self->typed->len > 0 ? self->typed->str : NULL);
      return GDK_EVENT_STOP;
    }
  hw_entry_session_keep_draft (hw_question_row_get_session (row), hw_question_row_get_item (row), NULL, NULL);
  hw_entry_session_answer (hw_question_row_get_session (row), hw_question_row_get_item (row), empty, NULL);
  hw_range_row_show_value (row);
  return GDK_EVENT_STOP;
}

/* A scale takes many keys itself; those that mean something to the page are passed on to it. */
static gboolean
key_pressed_cb (HwRangeRow *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  static const struct
  {
    guint key;
    const char *action;
  } passed[] = {
    { GDK_KEY_Up, "entry.back" },           { GDK_KEY_KP_Up, "entry.back" },
    { GDK_KEY_Down, "entry.next" },         { GDK_KEY_KP_Down, "entry.next" },
    { GDK_KEY_Page_Up, "entry.previous-section" }, { GDK_KEY_Page_Down, "entry.next-section" },
  };
  int direction = find_direction (self, keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (direction != 0)
    {
      step (self, direction);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_BackSpace || keyval == GDK_KEY_Delete)
    return erase (self);
  if (keyval == GDK_KEY_Home || keyval == GDK_KEY_End)
    {
      choose (self, keyval == GDK_KEY_Home ? 0 : hw_range_steps_count (self->range) - 1);
      return GDK_EVENT_STOP;
    }
  for (guint i = 0; i < G_N_ELEMENTS (passed); i++)
    if (passed[i].key == keyval)
      {
        gtk_widget_activate_action (GTK_WIDGET (self), passed[i].action, NULL);
        return GDK_EVENT_STOP;
      }
  return type (self, gdk_keyval_to_unicode (keyval));
}

static gboolean
hw_range_row_settle (HwQuestionRow *row)
{
  HwRangeRow *self = HW_RANGE_ROW (row);
  HwEntrySession *session = hw_question_row_get_session (row);
  HwItem *item = hw_question_row_get_item (row);
  g_autofree char *typed = g_strdup (self->typed->str);
  g_autofree char *number = NULL;
  g_autofree char *reason = NULL;

  if (*typed == '\0')
    return hw_entry_session_get_draft (session, item, NULL) == NULL;
  g_string_truncate (self->typed, 0);
  number = hw_number_text_read (typed);
  /* A code of "don't know" may stand for a value beyond the scale. */
  if (number != NULL && *number != '\0')
    for (guint kind = HW_MISSING_DONT_KNOW; kind <= HW_MISSING_NOT_APPLICABLE; kind <<= 1)
      if (g_strcmp0 (hw_question_get_missing_code (hw_item_get_question (item), kind), number) == 0)
        return hw_entry_session_answer_text (session, item, number, typed);
  if (number != NULL && *number != '\0' && hw_range_steps_has (self->range, g_ascii_strtod (number, NULL)))
    {
      choose (self, hw_range_steps_nearest (self->range, g_ascii_strtod (number, NULL)));
      return hw_entry_session_get_draft (session, item, NULL) == NULL;
    }
  reason = hw_range_steps_dup_refusal (self->range, typed);
  hw_entry_session_keep_draft (session, item, typed, reason);
  return FALSE;
}

static void
make_scale (HwRangeRow *self)
{
  HwQuestionRow *row = HW_QUESTION_ROW (self);
  HwQuestion *question = hw_item_get_question (hw_question_row_get_item (row));
  GtkEventController *keys = gtk_event_controller_key_new ();
  double last;

  self->range = hw_question_get_range (question);
  self->is_vertical = hw_question_has_appearance (question, "vertical");
  last = hw_range_steps_get (self->range, hw_range_steps_count (self->range) - 1);
  self->scale = gtk_scale_new_with_range (self->is_vertical ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                                          MIN (self->range->start, last), MAX (self->range->start, last) + (last == self->range->start),
                                          self->range->step > 0 ? self->range->step : 1);
  gtk_range_set_inverted (GTK_RANGE (self->scale), self->is_vertical != (last < self->range->start));
  gtk_range_set_round_digits (GTK_RANGE (self->scale), (int) hw_range_steps_digits (self->range));
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  gtk_widget_set_hexpand (self->scale, !self->is_vertical);
  if (self->is_vertical)
    gtk_widget_set_size_request (self->scale, -1, HEIGHT);
  if (hw_question_has_appearance (question, "no-ticks"))
    gtk_widget_add_css_class (self->scale, "no-ticks");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->scale, keys);
  g_signal_connect_swapped (self->scale, "change-value", G_CALLBACK (change_value_cb), self);
  gtk_box_prepend (GTK_BOX (self->box), self->scale);
  hw_question_row_add_control (row, self->box, self->scale, NULL);
}

static void
hw_range_row_show_item (HwQuestionRow *row)
{
  HwRangeRow *self = HW_RANGE_ROW (row);
  g_autofree char *range = NULL;

  if (self->scale == NULL)
    make_scale (self);
  hw_range_marks_show (GTK_SCALE (self->scale), self->range, get_language (self));
  range = hw_range_steps_dup_range (self->range);
  hw_question_row_set_hint_end (row, range);
}

static GtkWidget *
hw_range_row_get_control (HwQuestionRow *row,
                          gboolean from_below)
{
  return HW_RANGE_ROW (row)->scale;
}

static void
hw_range_row_finalize (GObject *object)
{
  g_string_free (HW_RANGE_ROW (object)->typed, TRUE);
  G_OBJECT_CLASS (hw_range_row_parent_class)->finalize (object);
}

static void
hw_range_row_class_init (HwRangeRowClass *klass)
{
  HwQuestionRowClass *row_class = HW_QUESTION_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hw_range_row_finalize;
  row_class->show_item = hw_range_row_show_item;
  row_class->show_value = hw_range_row_show_value;
  row_class->settle = hw_range_row_settle;
  row_class->get_control = hw_range_row_get_control;
}

static void
hw_range_row_init (HwRangeRow *self)
{
  self->typed = g_string_new (NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  self->stack = gtk_stack_new ();
  self->shown = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->shown), 8);
  gtk_label_set_xalign (GTK_LABEL (self->shown), 0);
  gtk_widget_add_css_class (self->shown, "chosen");
  gtk_widget_add_css_class (self->shown, "figures");
  gtk_stack_add_child (GTK_STACK (self->stack), self->shown);
  self->nothing = gtk_label_new (_("not chosen"));
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_widget_add_css_class (self->nothing, "not-chosen");
  gtk_stack_add_child (GTK_STACK (self->stack), self->nothing);
  gtk_widget_set_valign (self->stack, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), self->stack);
}
