/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/entry/line-row.h"

#include <glib/gi18n.h>

#include "ui/common/toast.h"

typedef enum
{
  PLAIN,
  NUMBERS, /* digits that are no number: a telephone */
  MASKED,  /* nobody shall read along */
  URL,
  BARCODE, /* a scanner types it and ends with Enter */
} Use;

/* A text of one line, and what its appearance makes of it. */
struct _HwLineRow
{
  HwTextRow parent_instance;

  Use use;
  GtkWidget *open; /* (nullable): the button that opens an address */
  gboolean is_made;
};

G_DEFINE_FINAL_TYPE (HwLineRow, hw_line_row, HW_TYPE_TEXT_ROW)

static GtkEntry *
get_entry (HwLineRow *self)
{
  return GTK_ENTRY (hw_text_row_get_entry (HW_TEXT_ROW (self)));
}

/* Digits of any script as they are typed on paper forms, with the marks that stand between them. */
static char *
read_digits (const char *typed)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *at = typed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        g_string_append_c (text, (char) ('0' + g_unichar_digit_value (c)));
      else if (g_unichar_isalpha (c))
        return NULL;
      else
        g_string_append_unichar (text, c);
    }
  return g_strstrip (g_string_free (g_steal_pointer (&text), FALSE));
}

static char *
hw_line_row_read (HwTextRow *row,
                  const char *typed,
                  char **reason)
{
  HwLineRow *self = HW_LINE_ROW (row);
  char *text;

  if (self->use != NUMBERS)
    return HW_TEXT_ROW_CLASS (hw_line_row_parent_class)->read (row, typed, reason);
  text = read_digits (typed);
  if (text == NULL)
    /* Translators: %s is what was typed where digits belong, such as a number of a telephone. */
    *reason = g_strdup_printf (_("“%s” has letters in it. Type digits only."), typed);
  return text;
}

static void
reveal_cb (GtkEntry *entry)
{
  gboolean visible = !gtk_entry_get_visibility (entry);

  gtk_entry_set_visibility (entry, visible);
  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY, visible ? "view-conceal-symbolic" : "view-reveal-symbolic");
  gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY, visible ? _("Hide the text") : _("Show the text"));
}

static void
make_masked (HwLineRow *self)
{
  GtkEntry *entry = get_entry (self);

  gtk_entry_set_visibility (entry, TRUE);
  gtk_entry_set_input_purpose (entry, GTK_INPUT_PURPOSE_PASSWORD);
  reveal_cb (entry);
  g_signal_connect (entry, "icon-press", G_CALLBACK (reveal_cb), NULL);
}

static void
open_cb (HwLineRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (get_entry (self)));
  g_autofree char *scheme = g_uri_parse_scheme (text);
  g_autofree char *address = scheme != NULL ? g_strdup (text) : g_strconcat ("https://", text, NULL);

  if (scheme != NULL && !g_str_equal (scheme, "http") && !g_str_equal (scheme, "https") && !g_str_equal (scheme, "mailto"))
    {
      hw_toast_show (GTK_WIDGET (self), _("Only addresses of pages are opened: they begin with http."));
      return;
    }
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), address, GDK_CURRENT_TIME);
}

static void
make_url (HwLineRow *self)
{
  gtk_entry_set_input_purpose (get_entry (self), GTK_INPUT_PURPOSE_URL);
  self->open = gtk_button_new_from_icon_name ("web-browser-symbolic");
  gtk_widget_set_tooltip_text (self->open, _("Open the page"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open the page"), -1);
  gtk_widget_set_valign (self->open, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (open_cb), self);
  hw_text_row_add_beside (HW_TEXT_ROW (self), self->open);
}

static Use
find_use (HwQuestion *question)
{
  if (g_strcmp0 (hw_question_get_type_name (question), "barcode") == 0)
    return BARCODE;
  if (hw_question_has_appearance (question, "masked"))
    return MASKED;
  if (hw_question_has_appearance (question, "numbers"))
    return NUMBERS;
  return hw_question_has_appearance (question, "url") ? URL : PLAIN;
}

static void
hw_line_row_show_item (HwQuestionRow *row)
{
  HwLineRow *self = HW_LINE_ROW (row);
  HwQuestion *question = hw_item_get_question (hw_question_row_get_item (row));
  int width = hw_question_get_width (question);

  if (self->is_made)
    return;
  self->is_made = TRUE;
  self->use = find_use (question);
  if (width > 0)
    gtk_entry_set_max_length (get_entry (self), width);
  switch (self->use)
    {
    case NUMBERS:
      gtk_entry_set_input_purpose (get_entry (self), GTK_INPUT_PURPOSE_PHONE);
      gtk_widget_add_css_class (GTK_WIDGET (get_entry (self)), "figures");
      hw_text_row_set_width (HW_TEXT_ROW (self), 24);
      hw_text_row_set_left_to_right (HW_TEXT_ROW (self));
      break;
    case MASKED:
      make_masked (self);
      break;
    case URL:
      make_url (self);
      break;
    case BARCODE:
      gtk_entry_set_icon_from_icon_name (get_entry (self), GTK_ENTRY_ICON_PRIMARY, "camera-photo-symbolic");
      gtk_entry_set_icon_activatable (get_entry (self), GTK_ENTRY_ICON_PRIMARY, FALSE);
      gtk_entry_set_placeholder_text (get_entry (self), _("Scan, or type the code"));
      gtk_widget_add_css_class (GTK_WIDGET (get_entry (self)), "figures");
      hw_text_row_set_width (HW_TEXT_ROW (self), 36);
      hw_text_row_set_left_to_right (HW_TEXT_ROW (self));
      break;
    case PLAIN:
    default:
      break;
    }
}

static void
hw_line_row_class_init (HwLineRowClass *klass)
{
  HW_QUESTION_ROW_CLASS (klass)->show_item = hw_line_row_show_item;
  HW_TEXT_ROW_CLASS (klass)->read = hw_line_row_read;
}

static void
hw_line_row_init (HwLineRow *self)
{
}
