/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "expression/expression-private.h"

static void
clear_reference (gpointer data)
{
  HwReference *reference = data;

  g_clear_pointer (&reference->compiled, xmlXPathFreeCompExpr);
  g_free (reference->path);
}

static void
clear_advice (gpointer data)
{
  g_free (((HwAdvice *) data)->sentence);
}

HwTranslation *
hw_translation_new_empty (void)
{
  HwTranslation *self = g_new0 (HwTranslation, 1);

  self->xpath = g_string_new (NULL);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->known_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->instances = g_ptr_array_new_with_free_func (g_free);
  self->references = g_array_new (FALSE, TRUE, sizeof (HwReference));
  g_array_set_clear_func (self->references, clear_reference);
  self->advice = g_array_new (FALSE, TRUE, sizeof (HwAdvice));
  g_array_set_clear_func (self->advice, clear_advice);
  return self;
}

void
hw_translation_free (HwTranslation *self)
{
  g_string_free (self->xpath, TRUE);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->known_names);
  g_ptr_array_unref (self->instances);
  g_array_unref (self->references);
  g_array_unref (self->advice);
  g_free (self->lookup);
  g_free (self->lookup_value);
  g_free (self);
}
