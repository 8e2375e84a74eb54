/**
 * Which element of the next release is which of this one. Nothing of what is measured here is used: an element is known by what the page
 * writes on it. Pure.
 *
 * - Same tag, type, id, name, link, label and text, and as many such elements in both releases: the first is the first, and so on.
 * - Else, among what is left: the same tag, and two of id, name with type, link and text (or label), each the only one of its kind in both
 *   releases, that lead to the same element and to no other.
 * - Gone, if nothing that is left has its text, label, id, name or link.
 * - Anything else is not known, and counts for nothing.
 */
import type { Facts, Truth } from './messages.ts'

const wholeOf = (facts: Facts) => JSON.stringify([facts.tag, facts.type, facts.id, facts.name, facts.href, facts.label, facts.text])

/** Each with its kind, so that an id is never taken for a name; without those that say nothing. */
function partsOf({ tag, type, id, name, href, label, text }: Facts): string[] {
  const link = /^(#|javascript:|)!?$/.test(href) ? '' : href
  const parts: [string, string][] = [
    ['id', id],
    ['name', name && `${name} ${type}`],
    ['link', link],
    ['text', text || label],
  ]
  return parts.filter(([, value]) => value !== '').map(([kind, value]) => `${tag} ${kind} ${value}`)
}

/** @returns for each of `before`, its index in `after` */
export function counterparts(before: readonly Facts[], after: readonly Facts[]): Truth[] {
  const truth: Truth[] = before.map(() => null)
  const taken = new Set<number>()
  const pair = (from: number, to: number) => {
    truth[from] = to
    taken.add(to)
  }

  const wholeBefore = indexes(before.map((facts) => [wholeOf(facts)]))
  const wholeAfter = indexes(after.map((facts) => [wholeOf(facts)]))
  for (const [whole, from] of wholeBefore) {
    const to = wholeAfter.get(whole) ?? []
    if (from.length === to.length) for (const [nth, index] of from.entries()) pair(index, to[nth] ?? 0)
  }

  const all = indexes(before.map(partsOf))
  const left = indexes(after.map((facts, index) => (taken.has(index) ? [] : partsOf(facts))))
  const everywhere = indexes(after.map(partsOf))
  const claims = before.map((facts, index) => {
    if (truth[index] !== null) return null
    const votes = partsOf(facts)
      .filter((part) => all.get(part)?.length === 1 && everywhere.get(part)?.length === 1)
      .map((part) => left.get(part)?.[0])
    const [first] = votes
    return first !== undefined && votes.length > 1 && votes.every((vote) => vote === first) ? first : null
  })
  for (const [index, claim] of claims.entries()) {
    if (claim !== null && claims.indexOf(claim) === claims.lastIndexOf(claim)) pair(index, claim)
  }

  for (const [index, facts] of before.entries()) {
    if (truth[index] === null && !isLike(facts, after, taken)) truth[index] = 'gone'
  }
  return truth
}

function isLike(facts: Facts, after: readonly Facts[], taken: ReadonlySet<number>): boolean {
  const own = new Set(sharesOf(facts))
  // One that says nothing of itself may be any of the others.
  return own.size === 0 || after.some((other, index) => !taken.has(index) && sharesOf(other).some((share) => own.has(share)))
}

/** Whatever its tag: a link may have become a button. */
const sharesOf = (facts: Facts) => partsOf({ ...facts, tag: '', type: '' })

function indexes(keys: readonly (readonly string[])[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [index, each] of keys.entries()) for (const key of each) found.set(key, [...(found.get(key) ?? []), index])
  return found
}
