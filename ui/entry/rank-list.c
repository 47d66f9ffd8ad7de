/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/rank-list.h"

#include <glib/gi18n.h>

#include "ui/entry/rank-line.h"
#include "ui/entry/type-ahead.h"

#define WAIT_MS 900

struct _HwRankList
{
  GtkWidget parent_instance;

  GPtrArray *lines;   /* HwRankLine, as they stand: those with a place first */
  guint n_placed;
  HwTypeAhead *ahead; /* in the order in which the lines were added */
  GPtrArray *added;   /* HwRankLine, in that order */
  int mark;
  guint wait;         /* source id: more digits may come */
};

G_DEFINE_FINAL_TYPE (HwRankList, hw_rank_list, GTK_TYPE_WIDGET)

static guint ordered_signal;

static HwRankLine *
get_line (HwRankList *self,
          guint i)
{
  return g_ptr_array_index (self->lines, i);
}

static void
show_lines (HwRankList *self)
{
  GtkWidget *before = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    {
      HwRankLine *line = get_line (self, i);

      hw_rank_line_set_place (line, i < self->n_placed ? i + 1 : 0);
      gtk_widget_insert_after (GTK_WIDGET (line), GTK_WIDGET (self), before);
      before = GTK_WIDGET (line);
    }
}

static void
tell (HwRankList *self)
{
  show_lines (self);
  g_signal_emit (self, ordered_signal, 0);
}

static void
move_line (HwRankList *self,
           guint from,
           guint to)
{
  gpointer line = g_ptr_array_steal_index (self->lines, from);

  g_ptr_array_insert (self->lines, (int) to, line);
}

static guint
find_line (HwRankList *self,
           gpointer line)
{
  guint i = 0;

  return g_ptr_array_find (self->lines, line, &i) ? i : G_MAXUINT;
}

/* Back among those without a place, where it stood at first. */
static void
take_place (HwRankList *self,
            guint i)
{
  gpointer line = g_ptr_array_index (self->lines, i);
  guint own = 0, to;

  g_ptr_array_find (self->added, line, &own);
  self->n_placed--;
  move_line (self, i, self->n_placed);
  for (to = self->n_placed; to + 1 < self->lines->len; to++)
    {
      guint other = 0;

      g_ptr_array_find (self->added, get_line (self, to + 1), &other);
      if (other > own)
        break;
    }
  move_line (self, self->n_placed, to);
}

/* Gives the next place, or takes one back; the mark stays with the line. Of what is left alone the place is plain. */
static void
toggle (HwRankList *self,
        guint i)
{
  HwRankLine *line = get_line (self, i);

  if (i < self->n_placed)
    take_place (self, i);
  else
    {
      move_line (self, i, self->n_placed++);
      if (self->n_placed + 1 == self->lines->len)
        self->n_placed++;
    }
  hw_rank_list_set_mark (self, (int) find_line (self, line));
  tell (self);
}

/* Who moves a line has looked at all of them: the order that stands there is the answer. */
static void
shift (HwRankList *self,
       int step)
{
  int to = self->mark + step;

  if (self->mark < 0 || to < 0 || to >= (int) self->lines->len)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  move_line (self, (guint) self->mark, (guint) to);
  self->n_placed = self->lines->len;
  hw_rank_list_set_mark (self, to);
  tell (self);
}

static void
dropped_cb (HwRankList *self,
            HwRankLine *line,
            HwRankLine *target)
{
  guint from = find_line (self, line);
  guint to = find_line (self, target);

  if (from == G_MAXUINT || to == G_MAXUINT || from == to)
    return;
  move_line (self, from, to);
  self->n_placed = self->lines->len;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  hw_rank_list_set_mark (self, (int) to);
  tell (self);
}

static void
pressed_cb (HwRankList *self,
            HwRankLine *line)
{
  guint i = find_line (self, line);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (i != G_MAXUINT)
    toggle (self, i);
}

static void
act_on (HwRankList *self,
        HwTypeAheadResult result,
        guint i)
{
  guint at = i < self->added->len ? find_line (self, g_ptr_array_index (self->added, i)) : G_MAXUINT;

  if (result == HW_TYPE_AHEAD_NOTHING || at == G_MAXUINT)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  hw_rank_list_set_mark (self, (int) at);
  if (result != HW_TYPE_AHEAD_SURE)
    return;
  hw_type_ahead_clear (self->ahead);
  toggle (self, at);
}

static gboolean
waited_cb (gpointer data)
{
  HwRankList *self = data;

  self->wait = 0;
  hw_rank_list_settle (self);
  return G_SOURCE_REMOVE;
}

static gboolean
step_mark (HwRankList *self,
           int step)
{
  int next = self->mark < 0 && step < 0 ? -1 : self->mark + step;

  if (next < 0 || next >= (int) self->lines->len)
    return GDK_EVENT_PROPAGATE;
  hw_rank_list_set_mark (self, next);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (HwRankList *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  gboolean alt = (state & GDK_ALT_MASK) != 0;

  if ((state & (GDK_CONTROL_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      {
        int step = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up ? -1 : 1;

        if (!alt)
          return step_mark (self, step);
        shift (self, step);
        return GDK_EVENT_STOP;
      }
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      if (self->mark >= 0 && !hw_type_ahead_is_active (self->ahead))
        {
          toggle (self, (guint) self->mark);
          return GDK_EVENT_STOP;
        }
      break;
    case GDK_KEY_BackSpace:
    case GDK_KEY_Delete:
      if (self->n_placed > 0)
        toggle (self, self->mark >= 0 && self->mark < (int) self->n_placed ? (guint) self->mark : self->n_placed - 1);
      return GDK_EVENT_STOP;
    default:
      break;
    }
  if (alt || character == 0 || !g_unichar_isprint (character))
    return GDK_EVENT_PROPAGATE;
  return hw_rank_list_type (self, character);
}

static void
focus_left_cb (HwRankList *self)
{
  hw_rank_list_settle (self);
  hw_type_ahead_clear (self->ahead);
}

static void
hw_rank_list_dispose (GObject *object)
{
  HwRankList *self = HW_RANK_LIST (object);

  g_clear_handle_id (&self->wait, g_source_remove);
  hw_rank_list_clear (self);
  G_OBJECT_CLASS (hw_rank_list_parent_class)->dispose (object);
}

static void
hw_rank_list_finalize (GObject *object)
{
  HwRankList *self = HW_RANK_LIST (object);

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->added);
  hw_type_ahead_free (self->ahead);
  G_OBJECT_CLASS (hw_rank_list_parent_class)->finalize (object);
}

static void
hw_rank_list_class_init (HwRankListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hw_rank_list_dispose;
  object_class->finalize = hw_rank_list_finalize;
  ordered_signal = g_signal_new ("ordered", HW_TYPE_RANK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "tiles");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
hw_rank_list_init (HwRankList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->mark = -1;
  self->lines = g_ptr_array_new ();
  self->added = g_ptr_array_new ();
  self->ahead = hw_type_ahead_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * hw_rank_list_new:
 *
 * Returns: a list of nothing
 */
GtkWidget *
hw_rank_list_new (void)
{
  return g_object_new (HW_TYPE_RANK_LIST, NULL);
}

/**
 * hw_rank_list_clear:
 * @self: a list
 *
 * Takes all lines out.
 */
void
hw_rank_list_clear (HwRankList *self)
{
  g_return_if_fail (HW_IS_RANK_LIST (self));

  hw_rank_list_set_mark (self, -1);
  for (guint i = 0; i < self->lines->len; i++)
    gtk_widget_unparent (GTK_WIDGET (get_line (self, i)));
  g_ptr_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->added, 0);
  self->n_placed = 0;
  hw_type_ahead_reset (self->ahead);
}

/**
 * hw_rank_list_add:
 * @self: a list
 * @code: of the line
 * @label: what it says
 */
void
hw_rank_list_add (HwRankList *self,
                  const char *code,
                  const char *label)
{
  GtkWidget *line;

  g_return_if_fail (HW_IS_RANK_LIST (self));

  line = hw_rank_line_new (code, label);
  g_signal_connect_object (line, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (line, GTK_WIDGET (self), NULL);
  g_ptr_array_add (self->lines, line);
  g_ptr_array_add (self->added, line);
  hw_type_ahead_add (self->ahead, code, label);
}

/**
 * hw_rank_list_set_order:
 * @self: a list
 * @codes: (nullable): what has a place, in order, separated by blanks
 */
void
hw_rank_list_set_order (HwRankList *self,
                        const char *codes)
{
  g_auto (GStrv) order = g_strsplit (codes != NULL ? codes : "", " ", -1);
  gpointer marked;

  g_return_if_fail (HW_IS_RANK_LIST (self));

  marked = self->mark >= 0 ? get_line (self, (guint) self->mark) : NULL;
  self->n_placed = 0;
  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; i < self->added->len; i++)
    g_ptr_array_add (self->lines, g_ptr_array_index (self->added, i));
  for (guint k = 0; order[k] != NULL; k++)
    for (guint i = self->n_placed; i < self->lines->len; i++)
      if (g_str_equal (hw_rank_line_get_code (get_line (self, i)), order[k]))
        {
          move_line (self, i, self->n_placed++);
          break;
        }
  show_lines (self);
  if (marked != NULL)
    hw_rank_list_set_mark (self, (int) find_line (self, marked));
}

/**
 * hw_rank_list_dup_order:
 * @self: a list
 *
 * Returns: (transfer full): the codes of what has a place, in order, separated by blanks
 */
char *
hw_rank_list_dup_order (HwRankList *self)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  g_return_val_if_fail (HW_IS_RANK_LIST (self), NULL);

  for (guint i = 0; i < self->n_placed; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", hw_rank_line_get_code (get_line (self, i)));
  return g_string_free (g_steal_pointer (&codes), FALSE);
}

/**
 * hw_rank_list_set_mark:
 * @self: a list
 * @i: the line that keys act on, or -1
 */
void
hw_rank_list_set_mark (HwRankList *self,
                       int i)
{
  g_return_if_fail (HW_IS_RANK_LIST (self));

  for (guint k = 0; k < self->lines->len; k++)
    gtk_widget_remove_css_class (GTK_WIDGET (get_line (self, k)), "marked");
  self->mark = i < (int) self->lines->len ? i : -1;
  if (self->mark < 0)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (get_line (self, (guint) i)), "marked");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT,
                                  get_line (self, (guint) i), -1);
}

/**
 * hw_rank_list_type:
 * @self: a list
 * @character: what was typed
 *
 * Returns: whether it meant something
 */
gboolean
hw_rank_list_type (HwRankList *self,
                   gunichar character)
{
  HwTypeAheadResult result;
  guint i = 0;

  g_return_val_if_fail (HW_IS_RANK_LIST (self), FALSE);

  g_clear_handle_id (&self->wait, g_source_remove);
  result = hw_type_ahead_type (self->ahead, character, &i);
  if (result != HW_TYPE_AHEAD_SURE && result != HW_TYPE_AHEAD_NOTHING)
    self->wait = g_timeout_add (WAIT_MS, waited_cb, self);
  act_on (self, result, i);
  return TRUE;
}

/**
 * hw_rank_list_settle:
 * @self: a list
 *
 * Returns: whether what was typed so far gave a place
 */
gboolean
hw_rank_list_settle (HwRankList *self)
{
  guint i;

  g_return_val_if_fail (HW_IS_RANK_LIST (self), FALSE);

  g_clear_handle_id (&self->wait, g_source_remove);
  if (!hw_type_ahead_settle (self->ahead, &i))
    {
      hw_type_ahead_clear (self->ahead);
      return FALSE;
    }
  act_on (self, HW_TYPE_AHEAD_SURE, i);
  return TRUE;
}
