import type { Modifier } from '../trace/vocabulary.ts'

/** Keys held during an event, in order of the alphabet. */
export function modifiersOf(event: MouseEvent | KeyboardEvent): Modifier[] {
  const held: [boolean, Modifier][] = [
    [event.altKey, 'alt'],
    [event.ctrlKey, 'ctrl'],
    [event.metaKey, 'meta'],
    [event.shiftKey, 'shift'],
  ]
  return held.filter(([down]) => down).map(([, modifier]) => modifier)
}
