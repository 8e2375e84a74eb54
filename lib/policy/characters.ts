/** Longest piece of a policy value that is shown with a problem: enough to find it, too short to flood a page. */
const SHOWN_LENGTH = 80

/** Control (Cc), format (Cf: zero-width, direction marks, soft hyphen), unpaired surrogates, private use, and letters that show as nothing. */
const INVISIBLE = /[\u034f\u115f\u1160\u2028\u2029\u2800\u3164\uffa0\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u
/** In the name of a company, joiners are letters of several scripts; what changes direction or lines is still refused. */
const DECEPTIVE = /[\p{Cc}\p{Cs}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u

/** Which kind of character that nobody can see stands in a machine-read text, or null. */
export function invisibleProblem(text: string): 'whitespace' | 'invisible-character' | null {
  if (/\s/u.test(text.replace(/[\u2028\u2029\ufeff]/gu, ''))) return 'whitespace'
  return INVISIBLE.test(text) ? 'invisible-character' : null
}

/** What is wrong with a text that people read, as the name of a company; null when nothing is. */
export function labelProblem(text: string): 'invisible-character' | 'blank' | null {
  if (DECEPTIVE.test(text)) return 'invisible-character'
  return text.trim() === '' ? 'blank' : null
}

/** A policy value as it may be shown: one line, at most 80 characters, nothing that hides or reorders. */
export function showable(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return ''
  // Cut first: a value may be megabytes long. Cutting may split a pair, and removing invisible characters shortens.
  const visible = value.slice(0, SHOWN_LENGTH * 4).replace(new RegExp(INVISIBLE, 'gu'), '')
  return visible.length > SHOWN_LENGTH ? `${visible.slice(0, SHOWN_LENGTH - 1).replace(/\p{Cs}$/u, '')}…` : visible
}
