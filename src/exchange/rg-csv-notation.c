/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rg-csv-notation.h"

#include <string.h>

/* ---- numbers ---- */

enum
{
  PROVEN_POINT = 1 << 0,
  PROVEN_COMMA = 1 << 1,
};

/* What may stand before or after the digits: signs, brackets, currencies, percent. */
static gboolean
is_ornament (gunichar c)
{
  return c == '-' || c == '+' || c == '(' || c == ')' || c == '%' || c == 0x2212 || g_unichar_isspace (c)
         || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

/* What parts groups of digits in all notations: blanks and apostrophes. */
static gboolean
is_neutral_group (gunichar c)
{
  return c == '\'' || c == 0x2019 || g_unichar_isspace (c);
}

/* Takes off ornaments and, at one of the ends, the three letters of a currency ("EUR 12,50"). Changes @text
 * and returns the place in it where the digits begin. */
static const char *
strip_number (char *text)
{
  char *begin = text, *end = text + strlen (text);
  gboolean letters = FALSE;

  for (;;)
    {
      char *before = begin < end ? g_utf8_find_prev_char (begin, end) : NULL;

      if (begin < end && is_ornament (g_utf8_get_char (begin)))
        begin = g_utf8_next_char (begin);
      else if (before != NULL && is_ornament (g_utf8_get_char (before)))
        end = before;
      else if (!letters && end - begin > 3 && g_ascii_isupper (begin[0]) && g_ascii_isupper (begin[1])
               && g_ascii_isupper (begin[2]))
        letters = TRUE, begin += 3;
      else if (!letters && end - begin > 3 && g_ascii_isupper (end[-1]) && g_ascii_isupper (end[-2])
               && g_ascii_isupper (end[-3]))
        letters = TRUE, end -= 3;
      else
        break;
      *end = '\0';
    }
  return begin;
}

/* The marks of a number, without the neutral ones, and how many digits stand before the first, between each,
 * and after the last. */
typedef struct
{
  char marks[16];
  guint digits[17];
  guint n_marks;
  gboolean leading_zero;
} NumberShape;

static gboolean
number_shape (const char *text, NumberShape *shape)
{
  gboolean any = FALSE;

  *shape = (NumberShape) { .leading_zero = text[0] == '0' };
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_ascii_isdigit (*at))
        {
          shape->digits[shape->n_marks]++;
          any = TRUE;
        }
      else if ((c == '.' || c == ',') && shape->n_marks < G_N_ELEMENTS (shape->marks))
        shape->marks[shape->n_marks++] = c;
      else if (!is_neutral_group (c))
        return FALSE;
    }
  return any;
}

/* What one number proves: 0 if it can be read both ways, and -1 if it is none. */
static int
number_proof (const NumberShape *shape)
{
  char last = shape->n_marks > 0 ? shape->marks[shape->n_marks - 1] : '\0';
  guint n_last = 0;

  for (guint i = 0; i < shape->n_marks; i++)
    n_last += shape->marks[i] == last;

  if (shape->n_marks == 0)
    return 0;
  if (shape->digits[shape->n_marks] == 0)
    return -1;
  if (shape->n_marks > 1)
    {
      /* The last mark is decimal if the others are the other one; if all are the same they part groups. What
       * lies between them is a group: three digits, or two in India. */
      for (guint i = 1; i < shape->n_marks; i++)
        if (shape->digits[i] < 2 || shape->digits[i] > 3)
          return -1;
      if (n_last == shape->n_marks)
        {
          if (shape->digits[shape->n_marks] != 3 || shape->digits[0] == 0 || shape->digits[0] > 3
              || shape->leading_zero)
            return -1;
          return last == '.' ? PROVEN_COMMA : PROVEN_POINT;
        }
      if (n_last != 1 || shape->digits[0] == 0 || shape->digits[0] > 3)
        return -1;
    }
  /* One mark: three digits after and one to three before could be a thousand, unless it is 0,123. */
  else if (shape->digits[1] == 3 && shape->digits[0] >= 1 && shape->digits[0] <= 3 && !shape->leading_zero)
    return 0;
  return last == '.' ? PROVEN_POINT : PROVEN_COMMA;
}

/**
 * rg_csv_number_evidence_add:
 * @evidence: what is known so far
 * @text: a cell; may have a sign, a currency, a percent sign, blanks or apostrophes between groups
 *
 * Text that is no number says nothing. Returns: whether @text looked like a number
 */
gboolean
rg_csv_number_evidence_add (RgCsvNumberEvidence *evidence, const char *text)
{
  char bare[64]; /* no number is longer */
  NumberShape shape;
  int proof;

  g_return_val_if_fail (evidence != NULL && text != NULL, FALSE);

  if (strpbrk (text, "0123456789") == NULL || g_strlcpy (bare, text, sizeof bare) >= sizeof bare)
    return FALSE;
  if (!number_shape (strip_number (bare), &shape) || (proof = number_proof (&shape)) < 0)
    return FALSE;

  evidence->fractions += shape.n_marks > 0;
  evidence->proven |= proof;
  return TRUE;
}

/**
 * rg_csv_number_evidence_get:
 *
 * Returns: what is proven. Numbers without any marks can be read either way
 */
RgCsvNumberNotation
rg_csv_number_evidence_get (const RgCsvNumberEvidence *evidence)
{
  switch (evidence->proven)
    {
    case PROVEN_POINT:
      return RG_CSV_NUMBER_POINT;
    case PROVEN_COMMA:
      return RG_CSV_NUMBER_COMMA;
    default:
      return RG_CSV_NUMBER_UNKNOWN;
    }
}

/* ---- dates ---- */

/* The orders that a date could be in. Two digits for the year first are none of ours, but must be ruled out
 * before one of ours is proven: 13/04/05 is in April 2005 or in May 2013. */
enum
{
  ORDER_ISO = 1 << 0,
  ORDER_DMY = 1 << 1,
  ORDER_MDY = 1 << 2,
  ORDER_YMD = 1 << 3,
  ORDER_YDM = 1 << 4, /* 2024-31-12, which is nobody's: but then 2024-03-04 is not ISO either */
  ORDERS = (1 << 5) - 1,
};

static gboolean
is_day (guint n)
{
  return n >= 1 && n <= 31;
}

static gboolean
is_month (guint n)
{
  return n >= 1 && n <= 12;
}

/* Reads up to @max digits. */
static const char *
read_digits (const char *text, guint max, guint *number, guint *n_digits)
{
  *number = *n_digits = 0;
  while (g_ascii_isdigit (*text) && *n_digits < max)
    {
      *number = *number * 10 + (*text++ - '0');
      (*n_digits)++;
    }
  return text;
}

/* After the date: nothing, or a time. */
static gboolean
is_rest_of_date (const char *text)
{
  if (*text == 'T')
    text++;
  else if (*text != '\0' && !g_ascii_isspace (*text))
    return FALSE;
  text += strspn (text, " \t");
  return *text == '\0' || (g_ascii_isdigit (*text) && strchr (text, ':') != NULL);
}

/* The orders in which @text is a date, 0 if it is none. */
static guint
date_orders (const char *text)
{
  guint number[3], n_digits[3], orders = 0;
  char mark = '\0';

  text += strspn (text, " \t");
  if (strspn (text, "0123456789") == 8)
    {
      text = read_digits (text, 4, &number[0], &n_digits[0]);
      text = read_digits (text, 2, &number[1], &n_digits[1]);
      text = read_digits (text, 2, &number[2], &n_digits[2]);
      return is_rest_of_date (text) && number[0] >= 1000 && is_month (number[1]) && is_day (number[2]) ? ORDER_ISO : 0;
    }

  for (guint i = 0; i < 3; i++)
    {
      text = read_digits (text, 4, &number[i], &n_digits[i]);
      if (n_digits[i] == 0 || g_ascii_isdigit (*text))
        return 0;
      if (i == 2)
        break;
      if (strchr ("-/.", *text) == NULL || *text == '\0' || (mark != '\0' && *text != mark))
        return 0;
      mark = *text++;
      text += *text == ' ' && mark == '.'; /* 31. 12. 2024 */
    }
  if (!is_rest_of_date (text))
    return 0;

  if (n_digits[0] == 4 && n_digits[1] <= 2 && n_digits[2] <= 2)
    {
      if (is_month (number[1]) && is_day (number[2]))
        return ORDER_ISO;
      return is_day (number[1]) && is_month (number[2]) ? ORDER_YDM : 0;
    }
  if (n_digits[0] > 2 || n_digits[1] > 2 || n_digits[2] == 1 || n_digits[2] == 3)
    return 0;
  if (is_day (number[0]) && is_month (number[1]))
    orders |= ORDER_DMY;
  if (is_month (number[0]) && is_day (number[1]))
    orders |= ORDER_MDY;
  if (n_digits[0] == 2 && n_digits[2] == 2 && is_month (number[1]) && is_day (number[2]))
    orders |= ORDER_YMD;
  return orders;
}

/**
 * rg_csv_date_evidence_add:
 * @evidence: what is known so far
 * @text: a cell: three numbers with - / or . between them, or eight digits, a time may follow
 *
 * Text that is no date says nothing. Returns: whether @text looked like a date
 */
gboolean
rg_csv_date_evidence_add (RgCsvDateEvidence *evidence, const char *text)
{
  guint orders;

  g_return_val_if_fail (evidence != NULL && text != NULL, FALSE);

  orders = date_orders (text);
  if (orders == 0)
    return FALSE;
  evidence->dates++;
  evidence->impossible |= ORDERS & ~orders;
  return TRUE;
}

/**
 * rg_csv_date_evidence_get:
 *
 * Returns: what is proven
 */
RgCsvDateOrder
rg_csv_date_evidence_get (const RgCsvDateEvidence *evidence)
{
  if (evidence->dates == 0)
    return RG_CSV_DATE_UNKNOWN;

  switch (ORDERS & ~evidence->impossible)
    {
    case ORDER_ISO:
      return RG_CSV_DATE_ISO;
    case ORDER_DMY:
      return RG_CSV_DATE_DMY;
    case ORDER_MDY:
      return RG_CSV_DATE_MDY;
    default:
      return RG_CSV_DATE_UNKNOWN;
    }
}
