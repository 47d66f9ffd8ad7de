/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/survey-file.h"

G_BEGIN_DECLS

/* The tables of a plan, made of the survey as it is now. */
#define HW_TYPE_TABLES_PAGE (hw_tables_page_get_type ())
G_DECLARE_FINAL_TYPE (HwTablesPage, hw_tables_page, HW, TABLES_PAGE, AdwBin)

GtkWidget *hw_tables_page_new        (HwSurveyFile *file);
void       hw_tables_page_open_plan  (HwTablesPage *self,
                                      const char   *path);
void       hw_tables_page_show_table (HwTablesPage *self,
                                      const char   *id);
void       hw_tables_page_refresh    (HwTablesPage *self); /* interviews may have changed */
void       hw_tables_page_export     (HwTablesPage *self); /* asks where to */
void       hw_tables_page_export_to  (HwTablesPage *self,
                                      const char   *path);
gboolean   hw_tables_page_is_busy    (HwTablesPage *self);

G_END_DECLS
