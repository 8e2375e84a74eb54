/** Bits of texts that may not be kept, as many as tell an element from what is beside it, and no more than a target may have in all. */
import { bitsOf, comparable, markOf, sizeOfMark } from '../mask/mark.ts'
import type { Masked, OnlyMasked } from '../mask/masked.ts'
import type { Target } from '../trace/target.ts'
import { FEWEST_IN_ORDER, MARK_BITS } from '../trace/mark.ts'
import type { KeyPart } from './alike.ts'
import { besideItem, partsOf } from './item.ts'
import { isConnected, nextElement, previousElement } from './natives.ts'
import type { PageWording } from './wording.ts'

/** Of what tells an item from its neighbours. */
const KEY_BITS = 10
/** Of an item and those around it, in their order. */
const ORDER_BITS = 6

export type Budget = { take: (text: string, bits: number, digits?: boolean) => Masked | null }

/** Takes marks until all that a target may have are taken. */
export function openBudget(): Budget {
  let left: number = MARK_BITS
  return {
    take(text, bits, digits = false) {
      const mark = markOf(text, Math.min(bits, left), digits)
      if (mark) left -= sizeOfMark(mark)
      return mark
    },
  }
}

type ItemKey = Omit<NonNullable<NonNullable<OnlyMasked<Target>['item']>['key']>, 'isName'>
/** `part`: which text of the item it is a mark of; the text goes no further. */
type Keyed = { key: ItemKey | null; part: Key | null; order: Masked | null }

/** Reads the texts of an item now, and those of its neighbours when they are asked for. */
export function readItem(item: Element): { keyed: (wording: PageWording, budget: Budget) => Keyed } {
  const own = partsOf(item)
  const keyed = (wording: PageWording, budget: Budget): Keyed => {
    // Taken away meanwhile, it has no neighbours to be told from.
    if (!isConnected(item)) return { key: null, part: null, order: null }
    const [before, after] = [besideItem(item, previousElement).map(partsOf), besideItem(item, nextElement).map(partsOf)]
    const isMarkable = (text: string) => wording.isMarkable(item, text)
    const part = keyOf(own, [...before, ...after], isMarkable)
    const mark = part && budget.take(part.text, KEY_BITS, part.digits)
    if (part && mark) return { key: { mark, part: part.part, parts: own.length }, part, order: null }
    const all = [...before.toReversed(), own, ...after]
    // Numbers count here: in a table of them they are all that changes its order.
    const text = all.flat().join(' ')
    if (all.length < 2 || !all.flat().every(isMarkable)) return { key: null, part: null, order: null }
    const order = all.length < FEWEST_IN_ORDER ? budget.take(text, ORDER_BITS, true) : markOf(text, ORDER_BITS, true)
    return { key: null, part: null, order }
  }
  return { keyed }
}

type Key = KeyPart & { text: string }

/** What is in an item and in none beside it: the first of its texts if possible, letters rather than numbers. */
function keyOf(own: readonly string[], others: readonly (readonly string[])[], isMarkable: (text: string) => boolean): Key | null {
  const textIn = (parts: readonly string[], part: number | null) => (part === null ? parts.join(' ') : (parts[part] ?? ''))
  for (const digits of [false, true]) {
    // All of it differs by its numbers only: amounts, ages, dates.
    for (const part of digits ? own.keys() : [...own.keys(), null]) {
      const text = textIn(own, part)
      const isOwn = isTold(
        text,
        others.map((parts) => textIn(parts, part)),
        digits,
      )
      if (isOwn && isMarkable(text)) return { text, part, digits }
    }
  }
  return null
}

const LETTERS = /\p{L}\p{M}*[^\p{L}]*\p{L}/u

/** Numbers of things: INV-0023, #17, A4. */
const NUMBERED = /#\p{N}|\p{L}[-_/]?\p{N}|\p{N}[-_/]?\p{L}/u

/** Does its mark tell a text from all others? One letter is nothing to go by; and ten bits are most of an amount, which may be anybody's. */
function isTold(text: string, others: readonly string[], digits: boolean): boolean {
  const plain = comparable(text, digits)
  if (digits ? !NUMBERED.test(text) : !LETTERS.test(plain)) return false
  const bits = bitsOf(plain).slice(0, KEY_BITS)
  return others.every((other) => !bitsOf(comparable(other, digits)).startsWith(bits))
}
