/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database-private.h"

G_BEGIN_DECLS

/* "Hmwd", in the header of every survey file. */
#define HW_SCHEMA_APPLICATION_ID 0x486d7764

const char *const *hw_schema_get_steps   (void); /* NULL-terminated; step i leads from version i to i + 1 */
gboolean           hw_schema_check       (HwDatabase         *database,
                                          guint               newest,
                                          guint              *version,
                                          GError            **error);
gboolean           hw_schema_upgrade     (HwDatabase         *database,
                                          const char *const  *steps,
                                          GError            **error);

G_END_DECLS
