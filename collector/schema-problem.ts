import type { z } from 'zod'
import { Refusal } from './refusal.ts'

/** In our own words: the library's may quote keys and values the sender wrote. */
function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `This must be of type ${issue.expected}.`
    case 'unrecognized_keys':
      return 'This holds a key that is not in the schema.'
    case 'too_small':
      return `This is below the permitted minimum of ${issue.minimum}.`
    case 'too_big':
      return `This is above the permitted maximum of ${issue.maximum}.`
    case 'not_multiple_of':
      return `This must be given in steps of ${issue.divisor}.`
    case 'invalid_value':
    case 'invalid_union':
      return 'This is not one of the permitted values.'
    case 'invalid_format':
      return 'This does not have the permitted form.'
    case 'custom':
      // Our own words already, from a refinement in `lib/trace`.
      return `This contradicts what is beside it: ${issue.message}.`
    case 'invalid_key':
    case 'invalid_element':
      return 'This is not permitted here.'
  }
}

/** The first thing the schema objects to, as a refusal. Paths are safe to name: they end above an unknown key. */
export function schemaProblem(
  error: z.ZodError,
  whole: 'batch' | 'erasure' | 'note' | 'check' | 'enrolment' | 'token-request' = 'batch',
): Refusal {
  const [issue] = error.issues
  if (!issue) return new Refusal('schema', whole, `The ${whole.replace('-', ' ')} does not have the permitted form.`)
  return new Refusal('schema', issue.path.join('.') || whole, sentence(issue))
}
