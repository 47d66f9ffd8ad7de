/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/status-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *label;
  guint next; /* bits of HwStatus that may follow */
} statuses[] = {
  [HW_STATUS_UNDER_WAY]
  = { "under-way", N_("Under way"), 1 << HW_STATUS_COMPLETED | 1 << HW_STATUS_VOID },
  [HW_STATUS_COMPLETED] = { "completed", N_("Completed"),
                            1 << HW_STATUS_UNDER_WAY | 1 << HW_STATUS_RETURNED
                                | 1 << HW_STATUS_APPROVED | 1 << HW_STATUS_VOID },
  [HW_STATUS_RETURNED]
  = { "returned", N_("Returned"), 1 << HW_STATUS_COMPLETED | 1 << HW_STATUS_VOID },
  [HW_STATUS_APPROVED] = { "approved", N_("Approved"), 1 << HW_STATUS_RETURNED },
  [HW_STATUS_VOID] = { "void", N_("Void"), 1 << HW_STATUS_UNDER_WAY },
};

GType
hw_status_get_type (void)
{
  static const GEnumValue values[] = {
    { HW_STATUS_UNDER_WAY, "HW_STATUS_UNDER_WAY", "under-way" },
    { HW_STATUS_COMPLETED, "HW_STATUS_COMPLETED", "completed" },
    { HW_STATUS_RETURNED, "HW_STATUS_RETURNED", "returned" },
    { HW_STATUS_APPROVED, "HW_STATUS_APPROVED", "approved" },
    { HW_STATUS_VOID, "HW_STATUS_VOID", "void" },
    { 0, NULL, NULL },
  };
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("HwStatus", values));
  return type;
}

/**
 * hw_status_get_name:
 * @status: a status
 *
 * Returns: (transfer none): its name in files and columns, such as "under-way"
 */
const char *
hw_status_get_name (HwStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (statuses), NULL);
  return statuses[status].name;
}

/**
 * hw_status_get_label:
 * @status: a status
 *
 * Returns: (transfer none): its name for people, translated
 */
const char *
hw_status_get_label (HwStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (statuses), NULL);
  return _ (statuses[status].label);
}

/**
 * hw_status_from_name:
 * @name: (nullable): a name as hw_status_get_name() gives it
 * @status: (out): the status
 *
 * Returns: %FALSE, with @status untouched, when no status has that name
 */
gboolean
hw_status_from_name (const char *name,
                     HwStatus *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_strcmp0 (statuses[i].name, name) == 0)
      {
        *status = (HwStatus) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * hw_status_may_follow:
 * @from: the status that an interview has
 * @to: the one that it is to have
 *
 * Work is completed, then returned (and completed again) or approved; what was approved can still
 * be returned; what was completed by mistake is taken up again, and so is what was voided.
 *
 * Returns: whether that is a step of the work
 */
gboolean
hw_status_may_follow (HwStatus from,
                      HwStatus to)
{
  return (statuses[from].next & 1u << to) != 0;
}
