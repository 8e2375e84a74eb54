import type { z } from 'zod'
import type { ProblemCode } from './problem-codes.ts'
import { pathTo, type Problems } from './problems.ts'

/** Puts a zod issue into our words. */
export function addIssue(issue: z.core.$ZodIssue, copy: unknown, problems: Problems): void {
  let path = ''
  let value = copy
  for (const key of issue.path) {
    path = pathTo(path, typeof key === 'symbol' ? '' : key)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  }
  // Never the token or join secret, which may also stand in the wrong place: instead of the object around it, or in a policy pasted as text.
  const shown = path === '' || path.startsWith('collector') ? undefined : value
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) problems.add('unknown-key', pathTo(path, key))
      break
    case 'invalid_type':
      problems.add(value === undefined ? 'missing' : 'wrong-type', path, shown)
      break
    case 'too_big':
      problems.add(ofSize(issue.origin, 'too-long', 'too-many'), path, shown)
      break
    case 'too_small':
      problems.add(ofSize(issue.origin, 'too-short', 'too-few'), path, shown)
      break
    case 'invalid_value':
      problems.add('not-allowed', path, shown)
      break
    default:
      problems.add('format', path, shown)
  }
}

function ofSize(origin: string, text: ProblemCode, list: ProblemCode): ProblemCode {
  if (origin === 'string') return text
  return origin === 'array' ? list : 'out-of-range'
}
