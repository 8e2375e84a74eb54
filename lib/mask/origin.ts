import { ORIGIN } from '../trace/vocabulary.ts'
import type { Masked } from './masked.ts'

/** Has it the shape of an origin? Which of them may be kept the allowlist says. */
export function isOrigin(text: string): text is Masked {
  return ORIGIN.test(text)
}
