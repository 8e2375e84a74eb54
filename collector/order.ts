import type { Action } from '../lib/trace/action.ts'
import type { Batch, Sequence } from '../lib/trace/schema.ts'

/** A statement of a batch that contradicts another one: where, and in one sentence. */
export type Contradiction = { field: string; message: string }

/** What the schema cannot say, because it looks at one field at a time: that actions are in order and refer to each other. */
export function misordered(batch: Batch): Contradiction | null {
  const ids = new Set<string>()
  for (const [index, sequence] of batch.sequences.entries()) {
    const field = `sequences.${index}`
    if (ids.has(sequence.id)) return { field: `${field}.id`, message: 'Two sequences of the batch have this id.' }
    ids.add(sequence.id)
    const found = inSequence(sequence, field)
    if (found) return found
  }
  return null
}

function inSequence(sequence: Sequence, path: string): Contradiction | null {
  let before = 0
  for (const [index, action] of sequence.actions.entries()) {
    const field = `${path}.actions.${index}`
    if (action.seq !== index) return { field: `${field}.seq`, message: 'Actions must be numbered from 0 without a gap.' }
    if (action.t < before) return { field: `${field}.t`, message: 'An action cannot begin before the one ahead of it.' }
    before = action.t
    // A frame may belong to another listed origin; the top document is what the sequence is about.
    if (action.frame.length === 0 && action.route.origin !== sequence.site)
      return { field: `${field}.route.origin`, message: 'An action in the top document must be on the site of its sequence.' }
    const found = inReferences(action, sequence.actions.length, field)
    if (found) return found
  }
  return null
}

function inReferences(action: Action, length: number, path: string): Contradiction | null {
  const { seq, causedBy } = action
  if (causedBy !== null && causedBy >= seq) return { field: `${path}.causedBy`, message: 'The cause must be an earlier action.' }
  for (const [index, effect] of action.effects.entries())
    if (effect.action !== null && (effect.action <= seq || effect.action >= length))
      return { field: `${path}.effects.${index}.action`, message: 'The effect must be a later action of the same sequence.' }
  if (action.kind === 'clip' && action.source !== null && action.source >= seq)
    return { field: `${path}.source`, message: 'What is pasted must come from an earlier action.' }
  return null
}
