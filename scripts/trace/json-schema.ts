import { z } from 'zod'
import { Action, Effect, MaskEntry, PointerPoint } from '../../lib/trace/action.ts'
import { Batch, Sequence, Trace } from '../../lib/trace/schema.ts'
import {
  Alike,
  Among,
  Anchor,
  FramePath,
  Id,
  Item,
  Locator,
  Mark,
  Marks,
  Origin,
  Name,
  Route,
  Target,
  TargetState,
} from '../../lib/trace/target.ts'

export type JsonSchema = z.core.JSONSchema.JSONSchema

/** What has a name of its own in the documents, from the outside in. */
// prettier-ignore
const NAMED = {
  Trace, Batch, Sequence, Action, Effect, MaskEntry, PointerPoint, FramePath, Route, Target, Locator, Anchor, Item, Among,
  Alike, Marks, TargetState, Name, Mark, Origin, Id,
}

export type TraceSchema = JsonSchema & { $defs: Record<string, JsonSchema> }

/** JSON Schema (draft 2020-12) of the format: `$defs` of every object, and at the top that of one line of the export. */
export function traceJsonSchema(): TraceSchema {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/$defs/${id}` })
  const defs = Object.keys(NAMED).map((id) => {
    // Within one document neither is needed, and an `$id` may not be a fragment.
    const { $id: _id, $schema: _schema, ...definition } = schemas[id] ?? {}
    return [id, definition] as const
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: 'Generated from lib/trace by `npm run docs`.',
    title: 'Waymark trace',
    $ref: '#/$defs/Trace',
    $defs: Object.fromEntries(defs),
  }
}
