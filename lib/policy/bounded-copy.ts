import type { Problem } from '../messages.ts'
import type { ProblemCode } from './problem-codes.ts'
import { MAX_ENTRIES } from './schema.ts'

/** Twice the deepest setting (`recording.sites[].routes[]`). */
const MAX_DEPTH = 10
/** The longest text of any setting, the token. */
const MAX_TEXT = 4000
/** No object has more than six keys; with more, listing them one by one would help nobody. */
const MAX_KEYS = 50

/**
 * Copies a raw value into plain data of bounded size, so that what follows reads each value once and in little time, and
 * neither getters nor inherited or `__proto__` keys reach it. What is too large is left out and named. Throws where a
 * getter or proxy throws.
 */
export function boundedCopy(raw: unknown): { copy: unknown; problems: Problem[] } {
  const problems: Problem[] = []
  const refuse = (code: ProblemCode, path: string, value = '') => {
    problems.push({ code, path, value })
  }

  const copyOf = (value: unknown, path: string, depth: number): unknown => {
    if (typeof value === 'string' && value.length > MAX_TEXT) return refuse('too-long', path)
    if (typeof value !== 'object' || value === null) return value
    if (depth > MAX_DEPTH) return refuse('too-deep', path)
    if (Array.isArray(value)) {
      if (value.length > MAX_ENTRIES) return refuse('too-many', path, String(value.length))
      return Array.from(value, (item: unknown, i) => copyOf(item, `${path}[${i}]`, depth + 1))
    }
    if (Object.prototype.toString.call(value) !== '[object Object]') return refuse('wrong-type', path)
    const entries = Object.entries(Object.getOwnPropertyDescriptors(value)).filter(([, property]) => property.enumerable)
    if (entries.length > MAX_KEYS) return refuse('too-many', path, String(entries.length))
    return null
  }
  return { copy: copyOf(raw, '', 0), problems }
}
