/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interview/instance.h"

#include <string.h>

static const xmlChar *
xml (const char *text)
{
  return (const xmlChar *) text;
}

static xmlNodePtr
new_element (xmlDocPtr document,
             HwItem *item)
{
  xmlNodePtr node
      = xmlNewDocNode (document, NULL, xml (hw_question_get_element (item->question)), NULL);

  node->_private = item;
  if (item->row_id != NULL && item->kind == HW_ITEM_ROW)
    xmlNewProp (node, xml ("row"), xml (item->row_id));
  return node;
}

/**
 * hw_instance_new_document:
 * @root: the item of the household, which gets the root element
 *
 * Returns: (transfer full): a document; hw_instance_free() frees it
 */
xmlDocPtr
hw_instance_new_document (HwItem *root)
{
  xmlDocPtr document = xmlNewDoc (xml ("1.0"));

  root->node = xmlNewDocNode (document, NULL, xml ("data"), NULL);
  root->node->_private = root;
  xmlDocSetRootElement (document, root->node);
  return document;
}

/**
 * hw_instance_add_element:
 * @item: an item without an element; what is around it has one, and what stands before it is there
 * already
 *
 * Rows are not linked yet, see hw_instance_link_row().
 */
void
hw_instance_add_element (HwItem *item)
{
  xmlNodePtr around = item->up->node;

  item->node = new_element (around->doc, item);
  if (item->kind == HW_ITEM_ROSTER)
    item->node->parent = around;
  else if (item->kind != HW_ITEM_ROW)
    xmlAddChild (around, item->node);
}

/* The first element after the instances of @roster; NULL when they stand last. */
static xmlNodePtr
find_element_after (HwItem *roster)
{
  GPtrArray *siblings = roster->up->children;

  for (guint i = roster->index + 1; i < siblings->len; i++)
    {
      HwItem *sibling = g_ptr_array_index (siblings, i);

      if (sibling->kind != HW_ITEM_ROSTER)
        return sibling->node;
      for (guint r = 0; r < sibling->children->len; r++)
        {
          HwItem *row = g_ptr_array_index (sibling->children, r);

          if (row->linked)
            return row->node;
        }
    }
  return NULL;
}

/**
 * hw_instance_link_row:
 * @row: a row that stands in its roster's children and whose element is not in the document
 *
 * Puts its element where its position says: after the row before it.
 */
void
hw_instance_link_row (HwItem *row)
{
  HwItem *roster = row->up;
  HwItem *before = row->index > 0 ? g_ptr_array_index (roster->children, row->index - 1) : NULL;
  xmlNodePtr after;

  g_return_if_fail (!row->linked);

  row->linked = TRUE;
  if (before != NULL && before->linked)
    {
      xmlAddNextSibling (before->node, row->node);
      return;
    }
  for (guint i = row->index + 1; i < roster->children->len; i++)
    {
      HwItem *next = g_ptr_array_index (roster->children, i);

      if (!next->linked)
        continue;
      xmlAddPrevSibling (next->node, row->node);
      return;
    }
  after = find_element_after (roster);
  if (after != NULL)
    xmlAddPrevSibling (after, row->node);
  else
    xmlAddChild (roster->up->node, row->node);
}

/**
 * hw_instance_unlink_row:
 * @row: a live row
 *
 * Takes its element out of the document, so that no expression counts it; the item keeps it.
 */
void
hw_instance_unlink_row (HwItem *row)
{
  g_return_if_fail (row->linked);
  xmlUnlinkNode (row->node);
  row->linked = FALSE;
}

/**
 * hw_instance_get_item:
 * @node: (nullable): a node of the document of an interview
 *
 * Returns: (transfer none) (nullable): the innermost item around it
 */
HwItem *
hw_instance_get_item (xmlNodePtr node)
{
  while (node != NULL && node->_private == NULL)
    node = node->parent;
  return node != NULL ? node->_private : NULL;
}

/**
 * hw_instance_write_value:
 * @item: a question
 *
 * Brings its element up to what the item shows: text, or nothing and the kind of missing. A text
 * node that was there once is kept, because answers come and go.
 */
void
hw_instance_write_value (HwItem *item)
{
  const char *text = hw_value_get_text (item->shown);
  HwMissing missing = hw_value_get_missing (item->shown);

  if (text == NULL && item->leaf != NULL)
    xmlUnlinkNode (item->leaf);
  else if (text != NULL && item->leaf != NULL)
    {
      xmlNodeSetContent (item->leaf, xml (text));
      if (item->leaf->parent == NULL)
        xmlAddChild (item->node, item->leaf);
    }
  else if (text != NULL)
    item->leaf = xmlAddChild (item->node, xmlNewDocText (item->node->doc, xml (text)));
  if ((missing & ~HW_MISSING_NOT_ANSWERED) != 0)
    xmlSetProp (item->node, xml ("missing"), xml (hw_missing_get_name (missing)));
  else if (item->node->properties != NULL)
    xmlUnsetProp (item->node, xml ("missing"));
}

/* What the document does not own: texts of what is empty, elements of rosters, and of rows that are
 * not live. The texts come first, because an element takes those in it along. */
static void
free_loose_elements (HwItem *top)
{
  for (HwItem *item = top; item != NULL; item = hw_item_next (item, top, FALSE, TRUE))
    {
      if (item->leaf != NULL && item->leaf->parent == NULL)
        xmlFreeNode (item->leaf);
      item->leaf = NULL;
    }
  for (HwItem *item = top; item != NULL; item = hw_item_next (item, top, FALSE, TRUE))
    {
      if (item->kind == HW_ITEM_ROSTER)
        {
          item->node->parent = NULL;
          xmlFreeNode (item->node);
        }
      else if (item->kind == HW_ITEM_ROW && !item->linked)
        xmlFreeNode (item->node);
      item->node = NULL;
    }
}

/**
 * hw_instance_free:
 * @document: (transfer full): the document of an interview
 * @root: its household
 * @removed_rows: (element-type HwItem): rows that a person has removed
 *
 * Frees the document with all elements; the items have none afterwards.
 */
void
hw_instance_free (xmlDocPtr document,
                  HwItem *root,
                  GPtrArray *removed_rows)
{
  for (guint i = 0; i < removed_rows->len; i++)
    free_loose_elements (g_ptr_array_index (removed_rows, i));
  free_loose_elements (root);
  xmlFreeDoc (document);
}

/**
 * hw_instance_dup_xml:
 * @document: the document of an interview
 *
 * Returns: (transfer full): it as text, indented
 */
char *
hw_instance_dup_xml (xmlDocPtr document)
{
  xmlChar *text = NULL;
  char *copy;
  int length = 0;

  xmlDocDumpFormatMemoryEnc (document, &text, &length, "UTF-8", 1);
  copy = g_strndup ((const char *) text, (gsize) length);
  xmlFree (text);
  return copy;
}
