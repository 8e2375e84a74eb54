/**
 * The closed schema of a snapshot: the masked structure of the page that an action happened on. A flat list in the order of the
 * document, in which each node names its parent, so that no depth of a hostile one can exhaust the stack of who reads it.
 */
import { z } from 'zod'
import { INPUT_TYPES, SNAPSHOT_DROPS, SNAPSHOT_LIMITS } from './snapshot-vocabulary.ts'
import { Name, TargetState, count } from './target.ts'
import { COARSE_STEP_PX, CONTROLS, FIELD_KINDS, MASK_RULES, POINTER_STEP_PX, ROLES, SECRET_FIELD_KINDS, SIZES, TAGS } from './vocabulary.ts'

const px = z.int().min(-SNAPSHOT_LIMITS.px).max(SNAPSHOT_LIMITS.px)
const grid = px.multipleOf(POINTER_STEP_PX)
const offset = px.multipleOf(COARSE_STEP_PX)
const place = z
  .int()
  .min(0)
  .max(SNAPSHOT_LIMITS.nodes - 1)
const flag = z.boolean().optional()

const SnapshotField = z
  .strictObject({
    kind: z.enum(FIELD_KINDS).describe('What the field is meant to hold.'),
    size: z.enum(SIZES).nullable().describe('Size class of what it holds; null in a secret field, and where it is not text.'),
  })
  .refine(({ kind, size }) => size === null || !SECRET_FIELD_KINDS.some((secret) => secret === kind), 'a secret field keeps its kind only')
  .describe('What is kept of a form control that holds text, or of an editor.')

const SnapshotState = TargetState.extend({ hidden: flag.describe('hidden or aria-hidden.') })

export const SnapshotElement = z
  .strictObject({
    id: place.describe('Place in the list, from 0.'),
    parent: place.nullable().describe('`id` of the element it is in; null for the root.'),
    type: z.literal('element'),
    tag: z.enum(TAGS).describe('Tag name; `custom` for custom and unknown elements.'),
    role: z.enum(ROLES).describe('ARIA role, explicit or implied by the tag.'),
    control: z.enum(CONTROLS).describe('Kind of control for the person.'),
    input: z.enum(INPUT_TYPES).nullable().describe('Type of an input; null for other elements.'),
    name: Name.nullable().describe('The name the page gave it apart from its text; null where there is none.'),
    field: SnapshotField.nullable(),
    state: SnapshotState,
    box: z
      .strictObject({ x: grid, y: grid, width: grid.min(0), height: grid.min(0) })
      .describe('Bounding box in CSS px on an 8 px grid, in the viewport of its frame.'),
    visible: z.boolean().describe('Could the person see it? What is not visible has no name and no text.'),
    scroll: z.strictObject({ x: offset, y: offset }).nullable().describe('How far its content is scrolled, in 100 px steps; null if not.'),
    shadow: z.boolean().describe('True at the top of a shadow root: its parent is the host.'),
    frame: z.boolean().describe('True where a frame is: its content is a document of its own, and not in this snapshot.'),
  })
  .describe('An element.')

export const SnapshotText = z
  .strictObject({
    id: place.describe('Place in the list, from 0.'),
    parent: place.describe('`id` of the element it is in.'),
    type: z.literal('text'),
    text: Name,
  })
  .describe('A text that a person could see, as far as it may be kept.')

export const Snapshot = z
  .strictObject({
    nodes: z
      .array(z.discriminatedUnion('type', [SnapshotElement, SnapshotText]))
      .min(1)
      .max(SNAPSHOT_LIMITS.nodes)
      .refine(isTree, 'nodes are one tree in the order of the document')
      .describe('The root, and everything in it, each after its parent.'),
    masked: z
      .array(z.strictObject({ rule: z.enum(MASK_RULES), count }))
      .max(MASK_RULES.length)
      .describe('How many names and texts lost their content, by rule.'),
    dropped: z
      .array(z.strictObject({ reason: z.enum(SNAPSHOT_DROPS), count }))
      .max(SNAPSHOT_DROPS.length)
      .describe('How many parts of the page are not here, by reason.'),
  })
  .describe('The structure of one document, masked.')

export type Snapshot = z.infer<typeof Snapshot>
export type SnapshotElement = z.infer<typeof SnapshotElement>
export type SnapshotText = z.infer<typeof SnapshotText>

function isTree(nodes: (SnapshotElement | SnapshotText)[]): boolean {
  return nodes.every(({ id, parent }, index) => {
    if (id !== index) return false
    if (parent === null) return index === 0
    return parent < id && nodes[parent]?.type === 'element'
  })
}
