/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tabulate/remittances-private.h"

#define CREDIT HW_SIDE_CREDIT
#define DEBIT  HW_SIDE_DEBIT

#define EMPLOYEE { "cwtype", "cwtype IS NOT 7" } /* 7: on own account */
#define ABROAD   { "e12", "e12 = 1" }, { "ekind", "ekind IS NOT 6" } /* to a resident there; 6: a loan */

static const HwRemittanceSource sources[] = {
  { "7", CREDIT, "flow", { "fl_cur" }, { { NULL, NULL } }, NULL, NULL, NULL },
  { "7a", CREDIT, "flow", { "fl_wr" }, { { NULL, NULL } }, NULL, NULL, NULL },
  { "9b", CREDIT, "flow", { "fl_cap" }, { { NULL, NULL } }, NULL, NULL, NULL },
  { "3", CREDIT, "cw", { "cwgross", "cwkind", "cwemp" }, { EMPLOYEE }, "cwcur", "cwfx", NULL },
  { "1a", DEBIT, "cw", { "cwfood", "cwacc", "cwoth" }, { EMPLOYEE }, "cwcur", "cwfx", NULL },
  /* Fares on carriers of the worker's own country are no import (BPM6 10.76). */
  { "2a", DEBIT, "cw", { "cwfare" }, { EMPLOYEE, { "cwcarr", "cwcarr = 2" } }, "cwcur", "cwfx", NULL },
  { "4b", DEBIT, "cw", { "cwtax" }, { EMPLOYEE }, "cwcur", "cwfx", NULL },
  { "5b", DEBIT, "cw", { "cwss", "cwemp" }, { EMPLOYEE }, "cwcur", "cwfx", NULL },
  /* 14: insurance claims, which are no benefits */
  { "6b", CREDIT, "ben", { "bntot" }, { { "bntype", "bntype IS NOT 14" } }, "bncur", "bnfx", "bnlcu" },
  /* An asset, a cancelled debt, or all of it given for an asset: capital. In part, without
   * saying which part: current, as is all that is in doubt. */
  { "7", DEBIT, "sent", { "etot" },
    { ABROAD, { "ecap", "NOT (ecap IS 2 OR ekind IN (4, 5) IS TRUE)" } }, "ecur", "efx", "elcu" },
  { "9b", DEBIT, "sent", { "etot" },
    { ABROAD, { "ecap", "(ecap IS 2 OR ekind IN (4, 5) IS TRUE)" } }, "ecur", "efx", "elcu" },
};

/**
 * hw_remittances_add_words:
 * @words: (element-type utf8): a set that owns its keys
 *
 * Adds the names of all variables that the table looks for.
 */
void
hw_remittances_add_words (GHashTable *words)
{
  g_hash_table_add (words, g_strdup ("homecur"));
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      const HwRemittanceSource *source = &sources[i];

      for (guint k = 0; k < G_N_ELEMENTS (source->variables) && source->variables[k] != NULL; k++)
        g_hash_table_add (words, g_strdup (source->variables[k]));
      for (guint k = 0; k < G_N_ELEMENTS (source->conditions) && source->conditions[k].sql != NULL; k++)
        g_hash_table_add (words, g_strdup (source->conditions[k].variable));
      if (source->currency != NULL)
        g_hash_table_add (words, g_strdup (source->currency));
      if (source->rate != NULL)
        g_hash_table_add (words, g_strdup (source->rate));
      if (source->converted != NULL)
        g_hash_table_add (words, g_strdup (source->converted));
    }
}

static gboolean
has_variable (HwFrame *frame,
              const HwRemittanceSource *source,
              const char *name)
{
  return name != NULL && hw_frame_find_variable (frame, source->level, name) != HW_VARIABLE_NONE;
}

/**
 * hw_remittance_source_dup_amount: (skip)
 * @self: a source that the survey has
 * @frame: the survey
 *
 * Returns: (transfer full): SQL for the amount of a row in the currency of the survey
 */
char *
hw_remittance_source_dup_amount (const HwRemittanceSource *self,
                                 HwFrame *frame)
{
  g_autoptr (GString) known = g_string_new ("coalesce (");
  g_autoptr (GString) sum = g_string_new ("(0");
  GString *sql;

  if (has_variable (frame, self, self->converted))
    return g_strdup (self->converted);
  sql = g_string_new ("CASE WHEN ");
  for (guint i = 0; i < G_N_ELEMENTS (self->variables); i++)
    if (has_variable (frame, self, self->variables[i]))
      {
        g_string_append (known, self->variables[i]);
        g_string_append (known, ", ");
        g_string_append (sum, " + coalesce (");
        g_string_append (sum, self->variables[i]);
        g_string_append (sum, ", 0)");
      }
  g_string_append (sql, known->str);
  g_string_append (sql, "NULL) IS NOT NULL THEN ");
  g_string_append (sql, sum->str);
  g_string_append (sql, ")");
  if (has_variable (frame, self, self->rate))
    {
      gboolean home = has_variable (frame, self, self->currency)
                      && has_variable (frame, self, "homecur");

      /* An amount in another currency without its rate is unknown, not worth 1 to 1. */
      g_string_append (sql, " * coalesce (");
      g_string_append (sql, self->rate);
      g_string_append (sql, ", CASE WHEN ");
      g_string_append (sql, home ? self->currency : "1");
      g_string_append (sql, home ? " = homecur" : " = 1");
      g_string_append (sql, " THEN 1 END)");
    }
  g_string_append (sql, " END");
  return g_string_free (sql, FALSE);
}

/**
 * hw_remittance_source_dup_condition: (skip)
 * @self: a source that the survey has
 * @frame: the survey
 *
 * Returns: (transfer full): SQL that is true for the rows that count
 */
char *
hw_remittance_source_dup_condition (const HwRemittanceSource *self,
                                    HwFrame *frame)
{
  GString *sql = g_string_new ("1");

  for (guint i = 0; i < G_N_ELEMENTS (self->conditions); i++)
    if (has_variable (frame, self, self->conditions[i].variable))
      {
        g_string_append (sql, " AND ");
        g_string_append (sql, self->conditions[i].sql);
      }
  return g_string_free (sql, FALSE);
}

/**
 * hw_remittances_get_sources: (skip)
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): where lines come from
 */
const HwRemittanceSource *
hw_remittances_get_sources (guint *n)
{
  *n = G_N_ELEMENTS (sources);
  return sources;
}

/**
 * hw_remittance_source_is_in: (skip)
 * @self: a source
 * @frame: a survey
 *
 * Returns: whether the survey has its level and the variable that makes it
 */
gboolean
hw_remittance_source_is_in (const HwRemittanceSource *self,
                            HwFrame *frame)
{
  return hw_frame_has_level (frame, self->level) && has_variable (frame, self, self->variables[0]);
}
