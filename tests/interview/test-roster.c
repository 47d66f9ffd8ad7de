/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <string.h>

#include "interview/page-list.h"

static const char household[]
    = "type;name;label;relevant;required;constraint;calculation;repeat_count\n"
      "integer;size;Members;;;;;\n"
      "integer;consent;Consent;;;;;\n"
      "begin_group;g_b;B. Members;;;;;\n"
      "begin_repeat;member;Member;${consent} = 1;;;;${size}\n"
      "calculate;mline;;;;;position(..);\n"
      "text;mname;Name;;;;;\n"
      "integer;mage;Age;;;;;\n"
      "integer;mwork;Work;${mage} >= 15;;;;\n"
      "calculate;madult;;;;;if(${mage} >= 18, 1, 0);\n"
      "end_repeat;;;;;;;\n"
      "calculate;adults;;;;;sum(${madult});\n"
      "end_group;;;;;;;\n"
      "calculate;n;;;;;count(${member});\n";

static const char senders[]
    = "type;name;label;relevant;required;constraint;calculation;repeat_count\n"
      "begin_repeat;snd;Sender;;;;;\n"
      "text;sname;Name;;;;;\n"
      "begin_repeat;flow;Transfer;${sname} != '';;;;\n"
      "integer;flamt;How much does ${sname} send?;;;;;\n"
      "calculate;share;;;;;${flamt} div ${stot};\n"
      "end_repeat;;;;;;;\n"
      "calculate;stot;;;;;sum(${flamt});\n"
      "end_repeat;;;;;;;\n"
      "calculate;total;;;;;sum(${stot});\n";

static guint
count_rows (HwInterview *interview,
            const char *ref)
{
  return g_list_model_get_n_items (hw_item_get_children (fixture_find (interview, ref)));
}

static void
test_count (void)
{
  g_autoptr (HwInterview) interview = fixture_new (household, NULL);
  g_autofree char *id = NULL;

  fixture_answer (interview, "size", "3");
  g_assert_cmpuint (count_rows (interview, "member"), ==, 0);
  fixture_assert (interview, "n", "0");
  fixture_answer (interview, "consent", "1");
  g_assert_cmpuint (count_rows (interview, "member"), ==, 3);
  fixture_assert (interview, "n", "3");
  fixture_assert (interview, "member[3]/mline", "3");
  fixture_answer (interview, "member[3]/mage", "40");
  fixture_answer (interview, "member[2]/mage", "20");
  fixture_assert (interview, "adults", "2");
  id = g_strdup (hw_item_get_row_id (fixture_find (interview, "member[3]")));
  fixture_answer (interview, "size", "2");
  g_assert_cmpuint (count_rows (interview, "member"), ==, 2);
  fixture_assert (interview, "n", "2");
  fixture_assert (interview, "adults", "1");
  fixture_assert (interview, "member[3]/mage", "(dormant)");
  fixture_answer (interview, "size", "4");
  g_assert_cmpuint (count_rows (interview, "member"), ==, 4);
  fixture_assert (interview, "adults", "2");
  fixture_assert (interview, "member[3]/mage", "40");
  g_assert_cmpstr (hw_item_get_row_id (fixture_find (interview, "member[3]")), ==, id);
  fixture_assert (interview, "member[4]/mage", "(not-answered)");
  fixture_answer (interview, "size", "=dont-know");
  g_assert_cmpuint (count_rows (interview, "member"), ==, 0);
  fixture_assert (interview, "adults", "0");
}

static void
test_count_changes (void)
{
  g_autoptr (HwInterview) interview = fixture_new (household, NULL);

  fixture_answer (interview, "consent", "1");
  fixture_watch (interview);
  fixture_answer (interview, "size", "1");
  fixture_assert_changes ("added calculation member[1]\n"
                          "value person size (not-answered) 1\n"
                          "value calculation member[1]/mline (not-answered) 1\n"
                          "value skip member[1]/mwork (not-answered) (not-asked)\n"
                          "value calculation member[1]/madult (not-answered) 0\n"
                          "value calculation n 0 1\n");
  fixture_answer (interview, "member[1]/mname", "Ana");
  fixture_assert_changes ("value person member[1]/mname (not-answered) Ana\n");
  fixture_answer (interview, "member[1]/mage", "17");
  fixture_assert_changes ("value person member[1]/mage (not-answered) 17\n"
                          "value skip member[1]/mwork (not-asked) (not-answered)\n");
  fixture_answer (interview, "consent", "2");
  fixture_assert_changes ("value person consent 1 2\n"
                          "value skip member[1]/mline 1 (not-asked)\n"
                          "value skip member[1]/mname Ana (dormant)\n"
                          "value skip member[1]/mage 17 (dormant)\n"
                          "value skip member[1]/mwork (not-answered) (not-asked)\n"
                          "value skip member[1]/madult 0 (not-asked)\n"
                          "value calculation n 1 0\n"
                          "removed skip member[1]\n");
  g_assert_cmpuint (fixture_take_n (), ==, 4);
  fixture_answer (interview, "consent", "1");
  fixture_assert_changes ("added skip member[1]\n"
                          "value person consent 2 1\n"
                          "value calculation member[1]/mline (not-asked) 1\n"
                          "value skip member[1]/mname (dormant) Ana\n"
                          "value skip member[1]/mage (dormant) 17\n"
                          "value skip member[1]/mwork (not-asked) (not-answered)\n"
                          "value calculation member[1]/madult (not-asked) 0\n"
                          "value calculation n 0 1\n");
}

static void
test_count_is_ruled (void)
{
  g_autoptr (HwInterview) interview = fixture_new (household, NULL);
  g_autoptr (GError) error = NULL;
  HwItem *member = fixture_find (interview, "member");

  fixture_answer (interview, "consent", "1");
  fixture_answer (interview, "size", "2");
  g_assert_false (hw_interview_can_insert (interview, member));
  g_assert_null (hw_interview_insert_row (interview, member, 0, &error));
  g_assert_error (error, HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  g_assert_false (hw_interview_remove_row (interview, fixture_find (interview, "member[1]"), NULL,
                                           &error));
  g_assert_error (error, HW_INTERVIEW_ERROR, HW_INTERVIEW_ERROR_NOT_ALLOWED);
  /* A slip of the finger. */
  fixture_answer (interview, "size", "400000");
  g_assert_cmpuint (count_rows (interview, "member"), ==, 1000);
}

static void
changed_cb (GListModel *model,
            guint position,
            guint removed,
            guint added,
            gpointer data)
{
  g_string_append_printf (data, "%u-%u+%u ", position, removed, added);
}

static void
test_one_items_changed (void)
{
  g_autoptr (HwInterview) interview = fixture_new (household, NULL);
  g_autoptr (GString) seen = g_string_new (NULL);
  GListModel *rows = hw_item_get_children (fixture_find (interview, "member"));

  fixture_answer (interview, "consent", "1");
  g_signal_connect (rows, "items-changed", G_CALLBACK (changed_cb), seen);
  fixture_answer (interview, "size", "5");
  fixture_answer (interview, "size", "2");
  fixture_answer (interview, "size", "40");
  fixture_answer (interview, "member[7]/mage", "3");
  g_assert_cmpstr (seen->str, ==, "0-0+5 2-3+0 2-0+38 ");
}

static HwItem *
insert (HwInterview *interview,
        const char *roster,
        guint position)
{
  g_autoptr (GError) error = NULL;
  HwItem *row
      = hw_interview_insert_row (interview, fixture_find (interview, roster), position, &error);

  g_assert_no_error (error);
  g_assert_nonnull (row);
  return row;
}

static void
remove_row (HwInterview *interview,
            const char *ref)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      hw_interview_remove_row (interview, fixture_find (interview, ref), "twice", &error));
  g_assert_no_error (error);
}

static void
test_nested (void)
{
  g_autoptr (HwInterview) interview = fixture_new (senders, NULL);
  g_autofree char *xml = NULL;

  insert (interview, "snd", 0);
  g_assert_false (hw_item_is_relevant (fixture_find (interview, "snd[1]/flow")));
  fixture_answer (interview, "snd[1]/sname", "Ana");
  insert (interview, "snd[1]/flow", 0);
  insert (interview, "snd[1]/flow", 0);
  fixture_answer (interview, "snd[1]/flow[1]/flamt", "100");
  fixture_answer (interview, "snd[1]/flow[2]/flamt", "300");
  insert (interview, "snd", 0);
  fixture_answer (interview, "snd[2]/sname", "Luis");
  insert (interview, "snd[2]/flow", 0);
  fixture_answer (interview, "snd[2]/flow[1]/flamt", "50");
  fixture_assert (interview, "snd[1]/stot", "400");
  fixture_assert (interview, "snd[2]/stot", "50");
  fixture_assert (interview, "total", "450");
  fixture_assert (interview, "snd[1]/flow[2]/share", "0.75");
  g_assert_cmpstr (hw_item_get_ref (fixture_find (interview, "/data/snd[1]/flow[2]/share")), ==,
                   "snd[1]/flow[2]/share");

  /* Only the sender's own row and what stands above it. */
  fixture_watch (interview);
  fixture_answer (interview, "snd[1]/flow[1]/flamt", "500");
  fixture_assert_changes ("value person snd[1]/flow[1]/flamt 100 500\n"
                          "value calculation snd[1]/stot 400 800\n"
                          "value calculation snd[1]/flow[1]/share 0.25 0.625\n"
                          "value calculation snd[1]/flow[2]/share 0.75 0.375\n"
                          "value calculation total 450 850\n");

  /* Without a name no transfers: two rows rest inside a live row. */
  fixture_answer (interview, "snd[1]/sname", "");
  fixture_assert_changes ("value person snd[1]/sname Ana (not-answered)\n"
                          "value skip snd[1]/flow[2]/flamt 300 (dormant)\n"
                          "value skip snd[1]/flow[2]/share 0.375 (not-asked)\n"
                          "value skip snd[1]/flow[1]/flamt 500 (dormant)\n"
                          "value skip snd[1]/flow[1]/share 0.625 (not-asked)\n"
                          "value calculation snd[1]/stot 800 0\n"
                          "value calculation total 850 50\n"
                          "removed skip snd[1]/flow[2]\n"
                          "removed skip snd[1]/flow[1]\n");
  fixture_answer (interview, "snd[1]/sname", "Ana");
  fixture_assert (interview, "total", "850");
  xml = hw_interview_dup_xml (interview);
  g_assert_nonnull (strstr (xml, "<flamt>500</flamt>"));
}

static void
test_insert_and_remove (void)
{
  g_autoptr (HwInterview) interview = fixture_new (senders, NULL);
  g_autoptr (HwItem) ana = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;

  insert (interview, "snd", 0);
  fixture_answer (interview, "snd[1]/sname", "Luis");
  ana = g_object_ref (insert (interview, "snd", 1));
  fixture_answer (interview, "snd[1]/sname", "Ana");
  insert (interview, "snd[1]/flow", 0);
  fixture_answer (interview, "snd[1]/flow[1]/flamt", "100");
  fixture_assert (interview, "snd[2]/sname", "Luis");
  xml = hw_interview_dup_xml (interview);
  g_assert_cmpuint ((gsize) strstr (xml, "Ana"), <, (gsize) strstr (xml, "Luis"));

  fixture_watch (interview);
  remove_row (interview, "snd[1]");
  fixture_assert_changes ("value calculation total 100 0\n"
                          "removed person snd[1] because twice\n");
  fixture_assert (interview, "snd[1]/sname", "Luis");
  g_assert_null (hw_interview_find (interview, "snd[2]"));
  g_assert_false (hw_item_is_relevant (ana));

  g_assert_true (hw_interview_put_back_row (interview, ana, 1, &error));
  fixture_assert_changes ("added person snd[1]\n"
                          "added skip snd[1]/flow[1]\n"
                          "value skip snd[1]/sname (dormant) Ana\n"
                          "value skip snd[1]/flow[1]/flamt (dormant) 100\n"
                          "value calculation snd[1]/stot (not-asked) 100\n"
                          "value calculation snd[1]/flow[1]/share (not-asked) 1\n"
                          "value calculation total 0 100\n");
  g_assert_cmpuint (hw_item_get_position (ana), ==, 1);
  fixture_assert (interview, "snd[2]/sname", "Luis");
}

/* A row that was removed stays readable for whoever still shows it. */
static void
test_items_outlive (void)
{
  HwInterview *interview = fixture_new (senders, NULL);
  g_autoptr (HwItem) row = g_object_ref (insert (interview, "snd", 0));
  g_autoptr (HwItem) name = g_object_ref (fixture_find (interview, "snd[1]/sname"));
  g_autoptr (HwItemList) page = hw_interview_list_page (interview, row);
  g_autofree char *label = NULL;

  fixture_answer (interview, "snd[1]/sname", "Ana");
  remove_row (interview, "snd[1]");
  g_object_unref (interview);
  label = hw_item_dup_label (row);
  g_assert_cmpstr (label, ==, "Sender 1");
  g_assert_cmpstr (hw_value_get_text (hw_item_get_kept_value (name)), ==, "Ana");
}

static void
test_row_labels (void)
{
  g_autoptr (HwInterview) interview = fixture_new (senders, NULL);
  HwItem *row = insert (interview, "snd", 0);
  g_autofree char *unnamed = hw_item_dup_label (row);
  g_autofree char *named = NULL;
  g_autofree char *asked = NULL;

  g_assert_cmpstr (unnamed, ==, "Sender 1");
  fixture_answer (interview, "snd[1]/sname", "Ana");
  named = hw_item_dup_label (row);
  g_assert_cmpstr (named, ==, "Ana");
  insert (interview, "snd[1]/flow", 0);
  asked = hw_item_dup_label (fixture_find (interview, "snd[1]/flow[1]/flamt"));
  g_assert_cmpstr (asked, ==, "How much does Ana send?");
}

/* A sender who stands in another roster is called as there. */
static void
test_row_names (void)
{
  static const char lines[]
      = "type;name;label;relevant;calculation;identifying\n"
        "begin_repeat;p;Person;;;\n"
        "text;place;Place;;;\n"
        "integer;line;Line;;;\n"
        "text;own;Name;${line} = 0;;yes\n"
        "calculate;who;;;if(${line} > 0, concat('Member ', ${line}), ${own});yes\n"
        "end_repeat;;;;;\n";
  static const struct
  {
    const char *ref;
    const char *text;
    const char *label;
  } rows[] = {
    { "p[1]/place", "Leeds", "Leeds" }, { "p[1]/line", "2", "Member 2" },
    { "p[1]/line", "0", "Leeds" },      { "p[1]/own", "Eva", "Eva" },
    { "p[1]/line", "3", "Member 3" },
  };
  g_autoptr (HwInterview) interview = fixture_new (lines, NULL);
  HwItem *row = insert (interview, "p", 0);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *label = NULL;

      fixture_answer (interview, rows[i].ref, rows[i].text);
      label = hw_item_dup_label (row);
      g_assert_cmpstr (label, ==, rows[i].label);
    }
}

static void
test_positions (void)
{
  static const char lines[] = "type;name;label;calculation\n"
                              "begin_repeat;p;Person;\n"
                              "calculate;line;;position(..)\n"
                              "text;who;Who;\n"
                              "calculate;before;;${line} - 1\n"
                              "end_repeat;;;\n";
  g_autoptr (HwInterview) interview = fixture_new (lines, NULL);

  for (guint i = 0; i < 3; i++)
    insert (interview, "p", 0);
  fixture_answer (interview, "p[3]/who", "C");
  fixture_watch (interview);
  remove_row (interview, "p[1]");
  fixture_assert_changes ("value calculation p[1]/line 2 1\n"
                          "value calculation p[2]/line 3 2\n"
                          "value calculation p[1]/before 1 0\n"
                          "value calculation p[2]/before 2 1\n"
                          "removed person p[1] because twice\n");
  fixture_assert (interview, "p[2]/who", "C");
  insert (interview, "p", 1);
  fixture_assert (interview, "p[3]/before", "2");
}

/* Looks into other rows of its own roster. */
static void
test_across_rows (void)
{
  static const char lines[]
      = "type;name;label;calculation\n"
        "begin_repeat;p;Person;\n"
        "integer;age;Age;\n"
        "integer;mother;Line of mother;\n"
        "calculate;gap;;/data/p[position() = current()/../mother]/age - ${age}\n"
        "integer;amount;Amount;\n"
        "calculate;balance;;sum(../preceding-sibling::p/amount) + ${amount}\n"
        "end_repeat;;;\n";
  g_autoptr (HwInterview) interview = fixture_new (lines, NULL);

  for (guint i = 0; i < 4; i++)
    insert (interview, "p", 0);
  fixture_answer (interview, "p[1]/age", "40");
  fixture_answer (interview, "p[3]/age", "15");
  fixture_answer (interview, "p[3]/mother", "1");
  fixture_assert (interview, "p[3]/gap", "25");
  fixture_watch (interview);
  fixture_answer (interview, "p[1]/age", "42");
  fixture_assert_changes ("value person p[1]/age 40 42\n"
                          "value calculation p[3]/gap 25 27\n");
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *ref = g_strdup_printf ("p[%u]/amount", i);

      fixture_answer (interview, ref, "10");
    }
  fixture_assert (interview, "p[4]/balance", "40");
  fixture_answer (interview, "p[2]/amount", "0");
  fixture_assert (interview, "p[4]/balance", "30");
}

/* A circle that leads through other rows is not seen by the questionnaire's check. It has no right answer, but
 * it has an end, and the answer that started it is there. */
static void
test_circle_ends (void)
{
  static const char lines[] = "type;name;label;calculation\n"
                              "begin_repeat;p;Person;\n"
                              "integer;x;X;\n"
                              "calculate;a;;sum(../following-sibling::p/b) + ${x}\n"
                              "calculate;b;;sum(../preceding-sibling::p/a) + 1\n"
                              "end_repeat;;;\n";
  g_autoptr (HwInterview) interview = fixture_new (lines, NULL);

  for (guint i = 0; i < 3; i++)
    insert (interview, "p", 0);
  fixture_answer (interview, "p[1]/x", "1");
  fixture_answer (interview, "p[2]/x", "2");
  fixture_assert (interview, "p[1]/x", "1");
  fixture_assert (interview, "p[2]/x", "2");
}

static void
test_page (void)
{
  g_autoptr (HwInterview) interview = fixture_new (household, NULL);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (HwItemList) root = NULL;
  g_autoptr (HwItemList) row = NULL;

  root = hw_interview_list_page (interview, hw_interview_get_root (interview));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (root)), ==, 2);
  fixture_answer (interview, "consent", "1");
  fixture_answer (interview, "size", "1");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (root)), ==, 3);
  g_assert_cmpuint (hw_item_list_find (root, fixture_find (interview, "member")), ==, 2);
  row = hw_interview_list_page (interview, fixture_find (interview, "member[1]"));
  g_signal_connect (row, "items-changed", G_CALLBACK (changed_cb), seen);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (row)), ==, 2);
  fixture_answer (interview, "member[1]/mage", "20");
  fixture_answer (interview, "member[1]/mage", "30");
  fixture_answer (interview, "member[1]/mage", "3");
  fixture_answer (interview, "size", "0");
  g_assert_cmpstr (seen->str, ==, "2-0+1 2-1+0 0-2+0 ");
}

static void
close_cb (GListModel *model,
          guint position,
          guint removed,
          guint added,
          gpointer data)
{
  g_clear_object ((HwItemList **) data);
}

/* The screen closes a page because of what it shows. */
static void
test_page_closes (void)
{
  g_autoptr (HwInterview) interview = fixture_new (household, NULL);
  HwItemList *one = hw_interview_list_page (interview, hw_interview_get_root (interview));
  HwItemList *two = hw_interview_list_page (interview, hw_interview_get_root (interview));
  g_autoptr (HwItemList) three
      = hw_interview_list_page (interview, hw_interview_get_root (interview));

  g_signal_connect (one, "items-changed", G_CALLBACK (close_cb), &two);
  fixture_answer (interview, "consent", "1");
  fixture_answer (interview, "size", "1");
  g_assert_null (two);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (one)), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (three)), ==, 3);
  g_object_unref (one);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster/count", test_count);
  g_test_add_func ("/roster/count-changes", test_count_changes);
  g_test_add_func ("/roster/count-is-ruled", test_count_is_ruled);
  g_test_add_func ("/roster/one-items-changed", test_one_items_changed);
  g_test_add_func ("/roster/nested", test_nested);
  g_test_add_func ("/roster/insert-and-remove", test_insert_and_remove);
  g_test_add_func ("/roster/items-outlive", test_items_outlive);
  g_test_add_func ("/roster/row-labels", test_row_labels);
  g_test_add_func ("/roster/row-names", test_row_names);
  g_test_add_func ("/roster/positions", test_positions);
  g_test_add_func ("/roster/across-rows", test_across_rows);
  g_test_add_func ("/roster/circle-ends", test_circle_ends);
  g_test_add_func ("/roster/page", test_page);
  g_test_add_func ("/roster/page-closes", test_page_closes);
  return g_test_run ();
}
