/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reference/reference-item.h"

#include <glib/gi18n.h>
#include <string.h>

struct _HwReferenceItem
{
  GObject parent_instance;

  gboolean is_heading;
  char *section;
  char *name;
  HwReferenceStanding standing;
  char *note;
  char *description;
  char *folded;
};

G_DEFINE_FINAL_TYPE (HwReferenceItem, hw_reference_item, G_TYPE_OBJECT)

static void
hw_reference_item_finalize (GObject *object)
{
  HwReferenceItem *self = HW_REFERENCE_ITEM (object);

  g_free (self->section);
  g_free (self->name);
  g_free (self->note);
  g_free (self->description);
  g_free (self->folded);
  G_OBJECT_CLASS (hw_reference_item_parent_class)->finalize (object);
}

static void
hw_reference_item_class_init (HwReferenceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hw_reference_item_finalize;
}

static void
hw_reference_item_init (HwReferenceItem *self)
{
}

/**
 * hw_reference_item_new:
 * @section: what kind of word it is, translated
 * @name: the word
 * @standing: whether it does the same elsewhere
 * @note: other spellings and what it goes with; "" if none
 * @description: what it does, a translated sentence
 *
 * Returns: (transfer full): the word
 */
HwReferenceItem *
hw_reference_item_new (const char *section,
                       const char *name,
                       HwReferenceStanding standing,
                       const char *note,
                       const char *description)
{
  HwReferenceItem *self;
  g_autofree char *all = NULL;

  g_return_val_if_fail (section != NULL && name != NULL, NULL);
  g_return_val_if_fail (note != NULL && description != NULL, NULL);

  self = g_object_new (HW_TYPE_REFERENCE_ITEM, NULL);
  self->section = g_strdup (section);
  self->name = g_strdup (name);
  self->standing = standing;
  self->note = g_strdup (note);
  self->description = g_strdup (description);
  all = g_strjoin ("\n", name, note, description, NULL);
  self->folded = g_utf8_casefold (all, -1);
  return self;
}

/**
 * hw_reference_item_new_heading:
 * @section: of words, translated
 * @n: how many of them stand below
 *
 * Returns: (transfer full): the heading
 */
HwReferenceItem *
hw_reference_item_new_heading (const char *section,
                               guint n)
{
  HwReferenceItem *self = g_object_new (HW_TYPE_REFERENCE_ITEM, NULL);

  self->is_heading = TRUE;
  self->section = g_strdup (section);
  /* Translators: a heading over words of questionnaires, such as “Functions (90)”. */
  self->name = g_strdup_printf (_("%1$s (%2$u)"), section, n);
  return self;
}

/**
 * hw_reference_item_is_heading:
 * @self: a word
 *
 * Returns: whether it stands over others
 */
gboolean
hw_reference_item_is_heading (HwReferenceItem *self)
{
  g_return_val_if_fail (HW_IS_REFERENCE_ITEM (self), FALSE);
  return self->is_heading;
}

/**
 * hw_reference_item_get_section:
 * @self: a word
 *
 * Returns: (transfer none): what kind of word it is, translated
 */
const char *
hw_reference_item_get_section (HwReferenceItem *self)
{
  g_return_val_if_fail (HW_IS_REFERENCE_ITEM (self), NULL);
  return self->section;
}

/**
 * hw_reference_item_get_name:
 * @self: a word
 *
 * Returns: (transfer none): as it is written
 */
const char *
hw_reference_item_get_name (HwReferenceItem *self)
{
  g_return_val_if_fail (HW_IS_REFERENCE_ITEM (self), NULL);
  return self->name;
}

/**
 * hw_reference_item_get_standing:
 * @self: a word
 *
 * Returns: whether it does the same elsewhere
 */
HwReferenceStanding
hw_reference_item_get_standing (HwReferenceItem *self)
{
  g_return_val_if_fail (HW_IS_REFERENCE_ITEM (self), HW_REFERENCE_USED);
  return self->standing;
}

/**
 * hw_reference_item_get_note:
 * @self: a word
 *
 * Returns: (transfer none): other spellings and what it goes with
 */
const char *
hw_reference_item_get_note (HwReferenceItem *self)
{
  g_return_val_if_fail (HW_IS_REFERENCE_ITEM (self), NULL);
  return self->note;
}

/**
 * hw_reference_item_get_description:
 * @self: a word
 *
 * Returns: (transfer none): what it does
 */
const char *
hw_reference_item_get_description (HwReferenceItem *self)
{
  g_return_val_if_fail (HW_IS_REFERENCE_ITEM (self), NULL);
  return self->description;
}

/**
 * hw_reference_item_matches:
 * @self: a word
 * @needle: what is searched, casefolded
 *
 * Returns: whether it has to do with that
 */
gboolean
hw_reference_item_matches (HwReferenceItem *self,
                           const char *needle)
{
  g_return_val_if_fail (HW_IS_REFERENCE_ITEM (self), FALSE);
  return strstr (self->folded, needle) != NULL;
}
