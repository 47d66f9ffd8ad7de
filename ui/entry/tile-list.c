/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/tile-list.h"

#include "ui/entry/tile-step.h"
#include "ui/entry/tile-view.h"
#include "ui/entry/type-ahead.h"

/* Longer than between two digits of one code, shorter than a person waits for the machine. */
#define WAIT_MS 900

struct _HwTileList
{
  GtkWidget parent_instance;

  HwTileMode mode;
  HwTileLook look;
  gboolean by_line;
  guint n_columns;
  GPtrArray *tiles;      /* HwTileView; those beyond n_tiles are kept for the next question */
  guint n_tiles;
  HwTypeAhead *ahead;
  int mark;
  guint wait;            /* source id: more digits may come */
  gboolean pressed_on;   /* the pointer has already given the focus */
};

G_DEFINE_FINAL_TYPE (HwTileList, hw_tile_list, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  CODED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static HwTileView *
get_tile (HwTileList *self,
          guint i)
{
  return g_ptr_array_index (self->tiles, i);
}

static void
pick (HwTileList *self,
      guint i,
      gboolean sure)
{
  g_clear_handle_id (&self->wait, g_source_remove);
  hw_type_ahead_clear (self->ahead);
  hw_tile_list_set_mark (self, (int) i);
  g_signal_emit (self, signals[PICKED], 0, i, sure);
}

static void
released_cb (GtkGestureClick *gesture,
             int n_press,
             double x,
             double y,
             HwTileList *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (!gtk_widget_contains (widget, x, y))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  for (guint i = 0; i < self->n_tiles; i++)
    if (get_tile (self, i)->widget == widget)
      {
        pick (self, i, FALSE);
        return;
      }
}

static HwTileView *
make_tile (HwTileList *self)
{
  HwTileView *tile = hw_tile_view_new (self->mode, self->look);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (tile->widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (tile->widget, GTK_WIDGET (self));
  return tile;
}

/* What was typed is a code, and no longer one could begin with it. */
static void
act_on (HwTileList *self,
        HwTypeAheadResult result,
        guint i)
{
  switch (result)
    {
    case HW_TYPE_AHEAD_SURE:
      if (i < self->n_tiles)
        pick (self, i, TRUE);
      else
        {
          g_autofree char *code = g_strdup (hw_type_ahead_get_code (self->ahead, i));

          hw_type_ahead_clear (self->ahead);
          g_signal_emit (self, signals[CODED], 0, code);
        }
      break;
    case HW_TYPE_AHEAD_MAYBE:
    case HW_TYPE_AHEAD_LABEL:
    case HW_TYPE_AHEAD_PREFIX:
      if (i < self->n_tiles)
        hw_tile_list_set_mark (self, (int) i);
      break;
    case HW_TYPE_AHEAD_NOTHING:
    default:
      gtk_widget_error_bell (GTK_WIDGET (self));
      break;
    }
}

static gboolean
waited_cb (gpointer data)
{
  HwTileList *self = data;

  self->wait = 0;
  hw_tile_list_settle (self);
  return G_SOURCE_REMOVE;
}

/* Up and down lead out of the list where it ends; left and right stay in it. */
static gboolean
move_mark (HwTileList *self,
           guint keyval,
           int step)
{
  gboolean across = hw_tile_step_is_across (keyval);
  int next = self->mark + step;

  if (self->mark < 0)
    next = step > 0 ? 0 : across ? (int) self->n_tiles - 1 : -1;
  if (next < 0 || next >= (int) self->n_tiles)
    return across;
  hw_tile_list_set_mark (self, next);
  return TRUE;
}

static gboolean
key_pressed_cb (HwTileList *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  HwTileGrid grid = { self->n_tiles, self->n_columns, self->by_line,
                      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL };
  gunichar character = gdk_keyval_to_unicode (keyval);
  int step;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  step = (state & GDK_SHIFT_MASK) == 0 ? hw_tile_step (&grid, keyval) : 0;
  if (step != 0)
    return move_mark (self, keyval, step);
  if ((keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space) && self->mark >= 0 && !hw_type_ahead_is_active (self->ahead))
    {
      pick (self, (guint) self->mark, FALSE);
      return GDK_EVENT_STOP;
    }
  if (character == 0 || !g_unichar_isprint (character))
    return GDK_EVENT_PROPAGATE;
  return hw_tile_list_type (self, character);
}

static void
focus_left_cb (HwTileList *self)
{
  hw_tile_list_settle (self);
  hw_type_ahead_clear (self->ahead);
}

static void
hw_tile_list_dispose (GObject *object)
{
  HwTileList *self = HW_TILE_LIST (object);

  g_clear_handle_id (&self->wait, g_source_remove);
  for (guint i = 0; i < self->tiles->len; i++)
    g_clear_pointer (&get_tile (self, i)->widget, gtk_widget_unparent);
  g_ptr_array_set_size (self->tiles, 0);
  self->n_tiles = 0;
  G_OBJECT_CLASS (hw_tile_list_parent_class)->dispose (object);
}

static void
hw_tile_list_finalize (GObject *object)
{
  HwTileList *self = HW_TILE_LIST (object);

  g_ptr_array_unref (self->tiles);
  hw_type_ahead_free (self->ahead);
  G_OBJECT_CLASS (hw_tile_list_parent_class)->finalize (object);
}

static void
hw_tile_list_class_init (HwTileListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hw_tile_list_dispose;
  object_class->finalize = hw_tile_list_finalize;

  /* A tile was picked. @sure: its code was typed out, so that the person can go on. */
  signals[PICKED] = g_signal_new ("picked", HW_TYPE_TILE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  /* A code was typed that is none of the tiles. */
  signals[CODED] = g_signal_new ("coded", HW_TYPE_TILE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "tiles");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
}

static void
hw_tile_list_init (HwTileList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->mark = -1;
  self->n_columns = 1;
  self->tiles = g_ptr_array_new_with_free_func ((GDestroyNotify) hw_tile_view_free);
  self->ahead = hw_type_ahead_new ();
  gtk_grid_layout_set_row_spacing (GTK_GRID_LAYOUT (layout), 2);
  gtk_grid_layout_set_column_spacing (GTK_GRID_LAYOUT (layout), HW_TILE_SPACING);
  gtk_grid_layout_set_column_homogeneous (GTK_GRID_LAYOUT (layout), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * hw_tile_list_new:
 * @mode: how many can be chosen
 *
 * Returns: a list without tiles
 */
GtkWidget *
hw_tile_list_new (HwTileMode mode)
{
  HwTileList *self = g_object_new (HW_TYPE_TILE_LIST, NULL);

  self->mode = mode;
  return GTK_WIDGET (self);
}

/**
 * hw_tile_list_set_look:
 * @self: a list that has no tiles yet
 * @look: how each is laid out
 * @by_line: whether the second stands beside the first, and not below it
 */
void
hw_tile_list_set_look (HwTileList *self,
                       HwTileLook look,
                       gboolean by_line)
{
  g_return_if_fail (HW_IS_TILE_LIST (self));
  g_return_if_fail (self->tiles->len == 0);

  self->look = look;
  self->by_line = by_line;
  if (look == HW_TILE_LOOK_PICTURE)
    gtk_grid_layout_set_row_spacing (GTK_GRID_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), HW_TILE_SPACING);
}

/**
 * hw_tile_list_set_tiles:
 * @self: a list
 * @tiles: (array length=n_tiles): what to show; copied
 * @n_tiles: how many
 * @n_columns: columns side by side, all of one width
 *
 * Shows other things. Widgets that are there are used again, nothing is chosen, and the mark is nowhere.
 */
void
hw_tile_list_set_tiles (HwTileList *self,
                        const HwTile *tiles,
                        guint n_tiles,
                        guint n_columns)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  guint n_lines;

  g_return_if_fail (HW_IS_TILE_LIST (self));
  g_return_if_fail (n_columns > 0);

  self->n_columns = n_columns;
  n_lines = (n_tiles + n_columns - 1) / n_columns;

  hw_tile_list_set_mark (self, -1);
  hw_type_ahead_reset (self->ahead);
  for (guint i = 0; i < n_tiles; i++)
    {
      GtkGridLayoutChild *place;
      HwTileView *tile;

      if (i >= self->tiles->len)
        g_ptr_array_add (self->tiles, make_tile (self));
      tile = get_tile (self, i);
      place = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, tile->widget));
      gtk_grid_layout_child_set_column (place, (int) (self->by_line ? i % n_columns : i / n_lines));
      gtk_grid_layout_child_set_row (place, (int) (self->by_line ? i / n_columns : i % n_lines));
      hw_tile_view_fill (tile, self->mode, self->look, &tiles[i]);
      gtk_widget_set_visible (tile->widget, TRUE);
      hw_type_ahead_add (self->ahead, tiles[i].sign != NULL ? tiles[i].sign : tiles[i].code, tiles[i].label);
    }
  self->n_tiles = n_tiles;
  for (guint i = 0; i < self->tiles->len; i++)
    {
      if (i >= n_tiles)
        gtk_widget_set_visible (get_tile (self, i)->widget, FALSE);
      hw_tile_list_set_chosen (self, i, FALSE);
    }
}

/**
 * hw_tile_list_get_n_tiles:
 * @self: a list
 *
 * Returns: how many tiles are shown
 */
guint
hw_tile_list_get_n_tiles (HwTileList *self)
{
  g_return_val_if_fail (HW_IS_TILE_LIST (self), 0);
  return self->n_tiles;
}

/**
 * hw_tile_list_get_code:
 * @self: a list
 * @i: a tile
 *
 * Returns: (transfer none): its code
 */
const char *
hw_tile_list_get_code (HwTileList *self,
                       guint i)
{
  g_return_val_if_fail (HW_IS_TILE_LIST (self) && i < self->n_tiles, NULL);
  return get_tile (self, i)->code;
}

/**
 * hw_tile_list_set_chosen:
 * @self: a list
 * @i: a tile
 * @chosen: whether it shows as chosen
 */
void
hw_tile_list_set_chosen (HwTileList *self,
                         guint i,
                         gboolean chosen)
{
  GtkWidget *widget;

  g_return_if_fail (HW_IS_TILE_LIST (self) && i < self->tiles->len);

  widget = get_tile (self, i)->widget;
  if (chosen)
    gtk_widget_set_state_flags (widget, GTK_STATE_FLAG_CHECKED, FALSE);
  else
    gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_CHECKED);
  if (self->mode != HW_TILES_DOORS)
    gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_CHECKED,
                                 chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/**
 * hw_tile_list_is_chosen:
 * @self: a list
 * @i: a tile
 *
 * Returns: whether it shows as chosen
 */
gboolean
hw_tile_list_is_chosen (HwTileList *self,
                        guint i)
{
  g_return_val_if_fail (HW_IS_TILE_LIST (self) && i < self->n_tiles, FALSE);
  return (gtk_widget_get_state_flags (get_tile (self, i)->widget) & GTK_STATE_FLAG_CHECKED) != 0;
}

/**
 * hw_tile_list_get_mark:
 * @self: a list
 *
 * Returns: the tile that Space would pick, or -1
 */
int
hw_tile_list_get_mark (HwTileList *self)
{
  g_return_val_if_fail (HW_IS_TILE_LIST (self), -1);
  return self->mark;
}

/**
 * hw_tile_list_set_mark:
 * @self: a list
 * @i: the tile that Space shall pick, or -1
 */
void
hw_tile_list_set_mark (HwTileList *self,
                       int i)
{
  g_return_if_fail (HW_IS_TILE_LIST (self));

  if (self->mark >= 0 && self->mark < (int) self->tiles->len)
    gtk_widget_remove_css_class (get_tile (self, (guint) self->mark)->widget, "marked");
  self->mark = i < (int) self->tiles->len ? i : -1;
  if (self->mark < 0)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
      return;
    }
  gtk_widget_add_css_class (get_tile (self, (guint) i)->widget, "marked");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT,
                                  get_tile (self, (guint) i)->widget, -1);
}

/**
 * hw_tile_list_add_other_code:
 * @self: a list
 * @code: a code that has no tile
 *
 * Lets @code be typed; #HwTileList::coded then tells of it.
 */
void
hw_tile_list_add_other_code (HwTileList *self,
                             const char *code)
{
  g_return_if_fail (HW_IS_TILE_LIST (self));
  g_return_if_fail (code != NULL);
  hw_type_ahead_add (self->ahead, code, NULL);
}

/**
 * hw_tile_list_type:
 * @self: a list
 * @character: what was typed
 *
 * A code that no longer one begins with is picked at once; of two such the shorter waits a moment for the next digit.
 * Letters move the mark to the first label that begins with them, or has a word that does.
 *
 * Returns: whether it meant something
 */
gboolean
hw_tile_list_type (HwTileList *self,
                   gunichar character)
{
  HwTypeAheadResult result;
  guint i = 0;

  g_return_val_if_fail (HW_IS_TILE_LIST (self), FALSE);

  g_clear_handle_id (&self->wait, g_source_remove);
  result = hw_type_ahead_type (self->ahead, character, &i);
  if (result != HW_TYPE_AHEAD_SURE && result != HW_TYPE_AHEAD_NOTHING)
    self->wait = g_timeout_add (WAIT_MS, waited_cb, self);
  act_on (self, result, i);
  return TRUE;
}

/**
 * hw_tile_list_settle:
 * @self: a list
 *
 * Takes what was typed so far as whole: a 1 that waited whether it becomes a 12 is a 1.
 *
 * Returns: whether that picked something
 */
gboolean
hw_tile_list_settle (HwTileList *self)
{
  guint i;

  g_return_val_if_fail (HW_IS_TILE_LIST (self), FALSE);

  g_clear_handle_id (&self->wait, g_source_remove);
  if (!hw_type_ahead_settle (self->ahead, &i))
    {
      hw_type_ahead_clear (self->ahead);
      return FALSE;
    }
  if (i < self->n_tiles)
    pick (self, i, FALSE);
  else
    act_on (self, HW_TYPE_AHEAD_SURE, i);
  return TRUE;
}
