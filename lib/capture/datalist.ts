/** Suggestions of the page that the browser shows under a field. */
import { elementOf } from './element-of.ts'
import { has } from './natives.ts'

/** Options looked through for the one that was chosen. */
const MAX_OPTIONS = 1000

/** What was chosen, where an event puts a suggestion into a field as a whole; its texts are for the masker. */
export function datalistChoice(event: Event): { field: HTMLInputElement; texts: string[]; chosen: number[] } | null {
  const field = elementOf(event)
  if (!(field instanceof HTMLInputElement) || !has(field, 'list')) return null
  if (event instanceof InputEvent && event.inputType !== 'insertReplacementText' && event.inputType !== '') return null
  const options = Array.from(field.list?.options ?? []).slice(0, MAX_OPTIONS)
  const index = options.findIndex(({ value }) => value === field.value)
  return index < 0 ? null : { field, texts: options.map(({ label, value }) => label || value), chosen: [index] }
}
