/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/entry/entry-page-private.h"

G_BEGIN_DECLS

/* A window with the entry page on a survey file of its own, and the hands of the person at it. */
typedef struct
{
  char *folder;
  char *path;
  HwSurveyFile *file;
  HwInterview *interview;
  GtkWidget *window;
  HwEntryPage *page;
} EntryFixture;

void         entry_fixture_set_up       (EntryFixture  *self,
                                         gconstpointer  questionnaire); /* folder below tests/ */
void         entry_fixture_tear_down    (EntryFixture  *self,
                                         gconstpointer  data);
void         entry_fixture_open         (EntryFixture  *self,
                                         HwInterview   *interview,
                                         gboolean       is_new);
void         entry_fixture_close        (EntryFixture  *self);
void         entry_fixture_spin         (void);            /* until nothing is to do */
void         entry_fixture_do           (EntryFixture  *self,
                                         const char    *action);
void         entry_fixture_type         (EntryFixture  *self,
                                         const char    *text); /* into what has the keyboard */
void         entry_fixture_enter        (EntryFixture  *self,
                                         const char    *text); /* and Enter */
gboolean     entry_fixture_press        (EntryFixture    *self,
                                         guint            keyval,
                                         GdkModifierType  state); /* TRUE: the control or one around it took it */
void         entry_fixture_go           (EntryFixture  *self,
                                         const char    *ref);
HwItem      *entry_fixture_item         (EntryFixture  *self,
                                         const char    *ref);
void         entry_fixture_answer       (EntryFixture  *self,
                                         const char    *ref,
                                         const char    *text); /* behind the page's back */
GtkWidget   *entry_fixture_find         (GtkWidget     *within,
                                         const char    *css_class);

#define entry_fixture_assert_at(self, ref) \
  g_assert_cmpstr (hw_item_get_ref (hw_entry_page_get_current ((self)->page)), ==, ref)
#define entry_fixture_assert_value(self, ref, display)                                          \
  G_STMT_START                                                                                  \
  {                                                                                             \
    g_autofree char *found_ = hw_value_dup_display (hw_item_get_value (entry_fixture_item (self, ref))); \
    g_assert_cmpstr (found_, ==, display);                                                      \
  }                                                                                             \
  G_STMT_END

G_END_DECLS
