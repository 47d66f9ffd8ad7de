/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void hw_page_style_load (const char *resource);
