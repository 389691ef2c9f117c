/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rg-record.h"

G_BEGIN_DECLS

/**
 * TestVariant:
 * @TEST_EMPTY: nothing, zero, no, the first word
 * @TEST_PLAIN: something ordinary, other than empty and most
 * @TEST_MOST: the largest or longest there is, the last word
 * @TEST_UTF8: as @TEST_PLAIN, with text in many scripts
 *
 * What a record is filled with.
 */
typedef enum
{
  TEST_EMPTY,
  TEST_PLAIN,
  TEST_MOST,
  TEST_UTF8,
  TEST_N_VARIANTS
} TestVariant;

void test_set_field (RgRecord *record, const RgField *field, TestVariant variant);
void test_fill (RgRecord *record, TestVariant variant);
void test_assert_same (RgRecord *a, RgRecord *b, RgFieldFlags besides);
char *test_dup_property_name (const RgField *field);

G_END_DECLS
