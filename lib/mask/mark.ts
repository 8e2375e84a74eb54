/**
 * Marks: a few bits of a text that may not be kept, by which it is known again among the few that stand beside it. A text is in one of
 * 2ⁿ groups, for ever and everywhere the same: with a salt for each page, every visit would tell further bits of it.
 */
import { MARK } from '../trace/mark.ts'
import type { Masked } from './masked.ts'

/** Says that digits count. */
const WITH_DIGITS = '#'
/** FNV-1a, 32 bits. */
const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

/** As texts are compared: letter case, spaces and signs are looks, and numbers move on. */
export function comparable(text: string, digits: boolean): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
  return digits ? plain : plain.replace(/\p{N}+/gu, '0')
}

/** A page or a day, of which the record has the place in its list anyway. */
const SHORT_NUMBER = /^[^\p{L}\p{N}]*\p{N}{1,2}[^\p{L}\p{N}]*$/u
export const isShortNumber = (text: string): boolean => SHORT_NUMBER.test(text)

/** What a text comes to, 32 bits; letters, as digits would be taken for a number. @param plain as `comparable` writes it */
export function bitsOf(plain: string): string {
  let hash = OFFSET
  for (let index = 0; index < plain.length; index++) hash = Math.imul(hash ^ plain.charCodeAt(index), PRIME)
  // FNV's upper bits hardly know of the last letters: MurmurHash3's finalizer spreads them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  const bits = ((hash ^ (hash >>> 16)) >>> 0).toString(2).padStart(32, '0')
  return bits.replaceAll('0', 'o').replaceAll('1', 'x')
}

/** @param bits how many of them are kept; null where that is none, or there is nothing to mark */
export function markOf(text: string, bits: number, digits = false): Masked | null {
  const plain = comparable(text, digits)
  if (plain === '' || bits < 1) return null
  const mark = `${digits ? WITH_DIGITS : ''}${bitsOf(plain).slice(0, bits)}`
  return isMark(mark) ? mark : null
}

const isMark = (mark: string): mark is Masked => MARK.test(mark)

/** How many bits it tells. */
export const sizeOfMark = (mark: string): number => mark.length - (mark.startsWith(WITH_DIGITS) ? 1 : 0)

/** May it be the mark of this text? */
export function isMarkOf(mark: string, text: string): boolean {
  const digits = mark.startsWith(WITH_DIGITS)
  const plain = comparable(text, digits)
  return plain !== '' && bitsOf(plain).startsWith(digits ? mark.slice(1) : mark)
}
