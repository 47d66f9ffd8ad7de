/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/question-column.h"

#include <adwaita.h>

#define WIDEST 760
#define NARROWEST 300
#define NATURAL 820 /* with its margins; below this and the outline's width the outline folds */
#define MARGIN 24
#define SPACING 10
#define PADDING 18
#define GLIDE_MS 140

struct _HwQuestionColumn
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2];
  gulong value_handler;
  GtkScrollablePolicy policies[2];

  GtkWidget *anchor; /* borrowed: a child */
  double anchor_y;   /* of the last layout, in the whole column */
  double offset;     /* where the anchor's top stands, below the top of the view */
  double value;      /* where the view stands in the whole column */
  double total;
  guint tell_source; /* tells the scroll bar, which must not hear it while things are being laid out */
  gboolean aim;      /* the next layout brings the anchor to its height */
  AdwAnimation *glide;
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static void hw_question_column_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HwQuestionColumn, hw_question_column, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, hw_question_column_buildable_init))

static GtkBuildableIface *parent_buildable_iface;

static int
column_width (int width)
{
  return CLAMP (width - 2 * MARGIN, MIN (NARROWEST, width), WIDEST);
}

/* About a third from the top, higher when the whole question would not fit below it. */
static double
wished_offset (int view,
               int height)
{
  return MAX (PADDING, MIN (view * 0.3, view - height - 2.0 * PADDING));
}

/* A playing animation holds itself; letting go of it is not enough. */
static void
stop_glide (HwQuestionColumn *self)
{
  if (self->glide != NULL)
    adw_animation_pause (self->glide);
  g_clear_object (&self->glide);
}

static gboolean
is_gliding (HwQuestionColumn *self)
{
  return self->glide != NULL && adw_animation_get_state (self->glide) == ADW_ANIMATION_PLAYING;
}

static void
glide_cb (double value,
          gpointer data)
{
  HwQuestionColumn *self = data;

  self->offset = value;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
value_changed_cb (HwQuestionColumn *self)
{
  stop_glide (self);
  self->value = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  if (self->anchor != NULL)
    self->offset = self->anchor_y - self->value;
  self->aim = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (HwQuestionColumn *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  if (adjustment != NULL && adjustment == self->adjustments[orientation])
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->adjustments[orientation] != NULL)
    g_clear_signal_handler (&self->value_handler, self->adjustments[orientation]);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    self->value_handler = g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self,
                                                   G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* An adjustment that changes during layout makes the scrolled window ask for layout while it is at it, and GTK 4.8 then loses
 * the next wish for one. */
static gboolean
tell_cb (gpointer data)
{
  HwQuestionColumn *self = data;
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  self->tell_source = 0;
  g_signal_handler_block (vertical, self->value_handler);
  gtk_adjustment_configure (vertical, self->value, 0, MAX (self->total, height), height * 0.1, height * 0.9, height);
  g_signal_handler_unblock (vertical, self->value_handler);
  gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], 0, 0, width, width * 0.1, width * 0.9, width);
  return G_SOURCE_REMOVE;
}

static int
measure_child (GtkWidget *child,
               int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return MAX (minimum, natural);
}

/* The lines of a table stand close below each other. */
static int
spacing_below (GtkWidget *child)
{
  GtkWidget *next = gtk_widget_get_next_sibling (child);

  while (next != NULL && !gtk_widget_should_layout (next))
    next = gtk_widget_get_next_sibling (next);
  return next != NULL && gtk_widget_has_css_class (child, "line") && gtk_widget_has_css_class (next, "line")
                 && !gtk_widget_has_css_class (next, "headed")
             ? 0
             : SPACING;
}

static void
hw_question_column_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = 0;
  *natural = 400;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;

  *natural = NATURAL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least + 2 * MARGIN);
    }
  *natural = MAX (*minimum, *natural);
}

static void
hw_question_column_size_allocate (GtkWidget *widget,
                                  int width,
                                  int height,
                                  int baseline)
{
  HwQuestionColumn *self = HW_QUESTION_COLUMN (widget);
  int column = column_width (width);
  double y = PADDING;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      if (child == self->anchor)
        {
          self->anchor_y = y;
          if (self->aim)
            self->offset = wished_offset (height, measure_child (child, column));
          self->aim = FALSE;
        }
      y += measure_child (child, column) + spacing_below (child);
    }

  /* Room below the last question, so that it can stand where the others stand. */
  self->total = y + height * 0.5;
  if (self->anchor != NULL)
    self->value = self->anchor_y - self->offset;
  self->value = CLAMP (self->value, 0, MAX (0, self->total - height));
  if (self->tell_source == 0)
    self->tell_source = g_idle_add (tell_cb, self);

  y = PADDING;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int tall;

      if (!gtk_widget_should_layout (child))
        continue;
      tall = measure_child (child, column);
      gtk_widget_allocate (child, column, tall, -1,
                           gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) ((width - column) / 2),
                                                                                (float) (int) (y - self->value))));
      y += tall + spacing_below (child);
    }
}

static GtkSizeRequestMode
hw_question_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hw_question_column_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  HwQuestionColumn *self = HW_QUESTION_COLUMN (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hw_question_column_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  HwQuestionColumn *self = HW_QUESTION_COLUMN (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Whoever scrolled away to look at something and then types, types at the question at hand. */
static gboolean
key_pressed_cb (GtkEventController *keys,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                HwQuestionColumn *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (keys);

  if (self->anchor != NULL && event != NULL && !gdk_key_event_is_modifier (event) && !self->aim && !is_gliding (self))
    hw_question_column_hold (self, self->anchor);
  return GDK_EVENT_PROPAGATE;
}

static void
hw_question_column_dispose (GObject *object)
{
  HwQuestionColumn *self = HW_QUESTION_COLUMN (object);
  GtkWidget *child;

  g_clear_handle_id (&self->tell_source, g_source_remove);
  stop_glide (self);
  self->anchor = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    g_clear_signal_handler (&self->value_handler, self->adjustments[GTK_ORIENTATION_VERTICAL]);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  g_clear_object (&self->adjustments[GTK_ORIENTATION_VERTICAL]);
  G_OBJECT_CLASS (hw_question_column_parent_class)->dispose (object);
}

static void
hw_question_column_add_child (GtkBuildable *buildable,
                              GtkBuilder *builder,
                              GObject *child,
                              const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
hw_question_column_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = hw_question_column_add_child;
}

/* A scrolled window scrolls on these keys, and it stands nearer to the questions than the page. */
static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "entry.next-section", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "entry.previous-section", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK, "entry.next-row", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK, "entry.previous-row", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Page_Down, 0, "entry.next-section", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Page_Up, 0, "entry.previous-section", NULL);
}

static void
hw_question_column_class_init (HwQuestionColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hw_question_column_dispose;
  object_class->get_property = hw_question_column_get_property;
  object_class->set_property = hw_question_column_set_property;
  widget_class->measure = hw_question_column_measure;
  widget_class->size_allocate = hw_question_column_size_allocate;
  widget_class->get_request_mode = hw_question_column_get_request_mode;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "questions");
  bind_keys (widget_class);
}

static void
hw_question_column_init (HwQuestionColumn *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
}

/**
 * hw_question_column_new:
 *
 * Returns: a column without questions, to be put into a scrolled window
 */
GtkWidget *
hw_question_column_new (void)
{
  return g_object_new (HW_TYPE_QUESTION_COLUMN, NULL);
}

/**
 * hw_question_column_insert:
 * @self: a column
 * @child: a widget; one that is in @self already is moved
 * @previous: (nullable): the child after which it shall stand; %NULL puts it first
 */
void
hw_question_column_insert (HwQuestionColumn *self,
                           GtkWidget *child,
                           GtkWidget *previous)
{
  g_return_if_fail (HW_IS_QUESTION_COLUMN (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_insert_after (child, GTK_WIDGET (self), previous);
}

/**
 * hw_question_column_set_anchor:
 * @self: a column
 * @child: (nullable): the question at hand, a child of @self
 * @animate: whether to glide there; a page that opens is there at once
 *
 * Brings @child to about a third of the height, and keeps it there whatever opens around it, until the person scrolls.
 */
void
hw_question_column_set_anchor (HwQuestionColumn *self,
                               GtkWidget *child,
                               gboolean animate)
{
  graphene_rect_t bounds;
  int view = gtk_widget_get_height (GTK_WIDGET (self));

  g_return_if_fail (HW_IS_QUESTION_COLUMN (self));
  g_return_if_fail (child == NULL || gtk_widget_get_parent (child) == GTK_WIDGET (self));

  stop_glide (self);
  self->anchor = child;
  self->aim = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (!animate || child == NULL || gtk_widget_get_height (child) == 0 || view == 0
      || !gtk_widget_compute_bounds (child, GTK_WIDGET (self), &bounds)
      || !adw_get_enable_animations (GTK_WIDGET (self)))
    return;

  self->aim = FALSE;
  self->offset = bounds.origin.y;
  self->glide = g_object_ref_sink (adw_timed_animation_new (GTK_WIDGET (self), bounds.origin.y,
                                                            wished_offset (view, gtk_widget_get_height (child)),
                                                            GLIDE_MS, adw_callback_animation_target_new (glide_cb, self, NULL)));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->glide), ADW_EASE_OUT_CUBIC);
  adw_animation_play (self->glide);
}

/**
 * hw_question_column_hold:
 * @self: a column
 * @child: the question at hand, a child of @self
 *
 * Keeps @child where it is: the pointer has chosen it there, and what is under the pointer does not move. Only when it is
 * out of sight is it brought to its height.
 */
void
hw_question_column_hold (HwQuestionColumn *self,
                         GtkWidget *child)
{
  graphene_rect_t bounds;

  g_return_if_fail (HW_IS_QUESTION_COLUMN (self));
  g_return_if_fail (gtk_widget_get_parent (child) == GTK_WIDGET (self));

  if (!gtk_widget_compute_bounds (child, GTK_WIDGET (self), &bounds) || bounds.origin.y < 0
      || bounds.origin.y + MIN (bounds.size.height, 120) > gtk_widget_get_height (GTK_WIDGET (self)))
    {
      hw_question_column_set_anchor (self, child, TRUE);
      return;
    }
  if (self->anchor == child)
    return;
  stop_glide (self);
  self->aim = FALSE;
  self->anchor = child;
  self->anchor_y = bounds.origin.y + self->value;
  self->offset = bounds.origin.y;
}
