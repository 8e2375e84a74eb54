import { pathTo, type Problems } from './problems.ts'
import { MAX_ENTRIES } from './schema.ts'

/** Twice the deepest setting (`recording.sites[].routes[]`). */
const MAX_DEPTH = 10
/** The longest text of any setting, the token. */
const MAX_TEXT = 4000
/** No object has more than six keys; beyond this many, naming each unknown one would help nobody. */
const MAX_KEYS = 50
/** 500 sites with all their routes and selectors are below 80,000 values. */
const MAX_VALUES = 100_000

/**
 * Copies a raw value into plain data of bounded size, so that what follows reads each value once and in little time, and
 * neither getters nor inherited or `__proto__` keys reach it. What is too large is left out and reported. Throws where a
 * getter or a proxy throws.
 */
export function boundedCopy(raw: unknown, problems: Problems): unknown {
  let values = 0

  const copyOf = (value: unknown, path: string, depth: number): unknown => {
    values += 1
    if (values > MAX_VALUES) return problems.add('too-many', '')
    if (typeof value === 'string' && value.length > MAX_TEXT) return problems.add('too-long', path)
    if (typeof value !== 'object' || value === null) return value
    if (depth > MAX_DEPTH) return problems.add('too-deep', path)
    if (Array.isArray(value)) {
      if (value.length > MAX_ENTRIES) return problems.add('too-many', path, value.length)
      return Array.from(value, (item: unknown, i) => copyOf(item, pathTo(path, i), depth + 1))
    }
    if (Object.prototype.toString.call(value) !== '[object Object]') return problems.add('wrong-type', path)
    const keys = Object.keys(value).length
    if (keys > MAX_KEYS) return problems.add('too-many', path, keys)
    const entries: [string, unknown][] = Object.entries(value)
    // Without a prototype, `__proto__` is a key like any other, and unknown.
    const copy: Record<string, unknown> = {}
    Object.setPrototypeOf(copy, null)
    for (const [key, item] of entries) copy[key] = copyOf(item, pathTo(path, key), depth + 1)
    return copy
  }
  return copyOf(raw, '', 0)
}
