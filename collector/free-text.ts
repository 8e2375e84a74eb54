/** Keys whose strings are no free text, and why nothing can hide in them. Everything else is looked at, enumerations included. */
const CLOSED = new Set([
  // UUIDs: the schema takes nothing else, and their digits would be taken for a number.
  'id',
  'opener',
  'previous',
  'sequence',
  // A date by the schema, the same for everybody.
  'day',
  // The administrator's list says which origins there are; one may be a number, as on a machine of one's own.
  'site',
  'origin',
])
/** How many siblings come before, in a selector: a number by the schema. The rest of a selector is looked at. */
const POSITION = /:nth-(?:of-type|child)\(\d{1,5}\)/g

/**
 * Shows every string that might hold words of a page to `look`, until it answers. Call it on a value the schema has accepted,
 * which bounds its depth.
 * @returns the answer and the keys that lead to its string, or null when there was none
 */
export function firstInFreeText<Answer>(value: unknown, look: (text: string) => Answer | null): { path: string[]; answer: Answer } | null {
  if (typeof value === 'string') {
    const answer = look(value.replace(POSITION, ''))
    return answer === null ? null : { path: [], answer }
  }
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && CLOSED.has(key)) continue
    const found = firstInFreeText(inner, look)
    if (found) return { path: [key, ...found.path], answer: found.answer }
  }
  return null
}
