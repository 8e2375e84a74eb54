/** What stands between the digits of a number that people write in groups. A comma only without a blank: "1914, 1918" are two. */
const JOINT = /^(?:,|[ .()/_+'’-]{1,3})$/
/** "World War 2 (1939-1945)": no number has eight digits in brackets, as it may have an area code. */
const YEARS_IN_BRACKETS = /\((?:1\d|20)\d\d ?[-/] ?(?:1\d|20)\d\d\)/g
const YEARS = /^(?:1\d|20)\d\d ?[-/] ?(?:1\d|20)\d\d$/
/** "1,234,567", "1,001-1,100" and "12,345.67": commas by thousands are in no phone number, card or id. */
const COUNTS = /^(?:\d{1,3}(?:,\d{3}){0,3} ?- ?)?\d{1,3}(?:,\d{3}){1,3}(?:\.\d\d?)?$/

/** The shortest phone numbers in daily use have 7 digits; ids of persons and dates of birth have 8 and more. */
const LONG_DIGITS = 7

/** Lengths of payment card numbers (ISO/IEC 7812). */
const CARD_MIN = 13
const CARD_MAX = 19

/** Numbers with their separators, each in groups of digits. */
function* numbers(text: string): Generator<{ written: string; groups: string[] }> {
  const read = text.replace(YEARS_IN_BRACKETS, ';')
  let groups: string[] = []
  let start = 0
  let end = 0
  for (const { 0: group, index } of read.matchAll(/\d+/g)) {
    if (groups.length > 0 && !JOINT.test(read.slice(end, index))) {
      yield { written: read.slice(start, end), groups }
      groups = []
    }
    if (groups.length === 0) start = index
    groups.push(group)
    end = index + group.length
  }
  if (groups.length > 0) yield { written: read.slice(start, end), groups }
}

/** Luhn's sum, which every card number satisfies and one in ten others. */
function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]) * (1 + (i % 2))
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

export function hasCard(text: string): boolean {
  for (const { groups } of numbers(text)) {
    // Other numbers may stand beside it, so each group may be its first one.
    for (const first of groups.keys()) {
      let digits = ''
      for (let next = first; next < groups.length && digits.length < CARD_MAX; next += 1) {
        digits += groups[next]
        if (digits.length >= CARD_MIN && digits.length <= CARD_MAX && luhn(digits)) return true
      }
    }
  }
  return false
}

/** Phone numbers, ids of persons, dates of birth, account and reference numbers, however they are grouped. */
export function hasLongNumber(text: string): boolean {
  for (const { written, groups } of numbers(text))
    if (groups.join('').length >= LONG_DIGITS && !YEARS.test(written) && !COUNTS.test(written)) return true
  return false
}

/**
 * Five digits in a row. Years and small counters have four, larger counts are written with separators; what is left is
 * mostly a postcode, or the number of an order, a ticket, an employee. Costs "ISO 27001" and "10000 results".
 */
export const hasDigitRun = (text: string): boolean => /\d{5}/.test(text)
