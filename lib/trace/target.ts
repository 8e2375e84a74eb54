/** Where an action happened and on what: the parts of the schema that describe a place in a page. */
import { z } from 'zod'
import { MARK } from './mark.ts'
import {
  ANCHOR_KINDS,
  COARSE_STEP_PX,
  CONTROLS,
  LANDMARKS,
  LANGUAGES,
  LIMITS,
  LOCATOR_KINDS,
  ORIGIN,
  PLACEHOLDER,
  ROLES,
  TAGS,
  WORDING_SHAPE,
} from './vocabulary.ts'

/** Largest page coordinate worth believing, in CSS px; beyond it a page plays tricks. */
const MAX_PX = 10_000_000
export const px = z.int().min(-MAX_PX).max(MAX_PX)
export const coarsePx = px.multipleOf(COARSE_STEP_PX)
export const count = z.int().min(0).max(1_000_000)
export const tenth = z.int().min(0).max(10)

const IDENTIFIER = '[A-Za-z]+(?:[-_][A-Za-z]+){0,5}'
const STEP = `(?:(?:[a-z][a-z0-9]*|\\*)(?::nth-of-type\\(\\d{1,5}\\)|:nth-child\\(\\d{1,5}\\))?|#${IDENTIFIER})`
/** CSS of a locator: closed grammar of tags, positions and identifiers; `lib/mask` checks the identifiers' words. */
const LOCATOR_CSS = new RegExp(
  `^(?:\\[data-(?:testid|test|test-id|qa|cy)="${IDENTIFIER}"\\]|(?:[a-z][a-z0-9]*|\\*)\\[(?:name|type|role)="${IDENTIFIER}"\\]|${STEP}(?: > ${STEP}){0,59})$`,
)
/** Path template: literal segments an administrator listed, `:word` for everything else. */
export const ROUTE_PATH = /^\/(?:(?::[a-z]{1,20}|[A-Za-z0-9._~-]{1,60}|\*)(?:\/|$)){0,20}$/
export const ROUTE_QUERY_KEY = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export const Id = z.string().regex(UUID).describe('UUID, version 4 (random) or 7 (time-ordered).')
export const Origin = z.string().max(300).regex(ORIGIN).describe('Scheme, host and port of a listed site.')
export const Name = z
  .string()
  .max(LIMITS.publicName)
  .regex(new RegExp(`${PLACEHOLDER.source}|${WORDING_SHAPE.source}`))
  .describe('Wording that may be kept, as in Save, or what stands for it: kind and size class, as in ⟦button·4-8⟧.')
export const FramePath = z
  .array(z.int().min(0).max(999))
  .max(LIMITS.frameDepth)
  .describe('Child-frame indexes from the top document down; empty for the top document.')

export const Route = z
  .strictObject({
    origin: Origin,
    path: z.string().max(LIMITS.routeLength).regex(ROUTE_PATH).describe('Path template; a segment the policy does not list is `:id`.'),
    query: z
      .array(z.string().regex(ROUTE_QUERY_KEY))
      .max(LIMITS.routeQueryKeys)
      .describe('Names of query parameters the policy lists, never values.'),
  })
  .describe('Where it happened, without anything the address says about persons or content.')

export const Locator = z
  .strictObject({
    kind: z.enum(LOCATOR_KINDS).describe('What the locator rests on.'),
    css: z
      .string()
      .max(LIMITS.locatorLength)
      .regex(LOCATOR_CSS)
      .describe('CSS selector, relative to the innermost shadow root or document.'),
    matches: count.describe('Elements it matched when the action was taken; 1 is unique.'),
    positional: z.boolean().describe('True if it depends on the order of siblings and so breaks when one is added.'),
  })
  .describe('One way to find the element again.')

export const Anchor = z
  .strictObject({
    kind: z.enum(ANCHOR_KINDS).describe('Kind of the nearest repeating or owning container.'),
    index: count.describe('Zero-based place among its siblings of the same kind.'),
    count: count.describe('How many siblings of the same kind there were.'),
    name: Name.nullable().describe('Its name, where it is a dialog, form or group; rows and items are content, theirs is null.'),
  })
  .describe('The nearest row, list item, dialog or form around the element.')

export const Mark = z
  .string()
  .regex(MARK)
  .describe('Some bits of a text that is not kept, by which it is known again among few: it is one of 2ⁿ groups. After `#` digits count.')

/** Parts of an item: its texts, in their order. */
const MAX_PARTS = 12

export const Item = z
  .strictObject({
    index: count.describe('Zero-based place among the items beside it.'),
    count: count.describe('How many items there were.'),
    key: z
      .strictObject({
        mark: Mark,
        part: z
          .int()
          .min(0)
          .max(MAX_PARTS - 1)
          .nullable()
          .describe('Which of the texts in it that is, from 0; null for all of them together.'),
        isName: z.boolean().describe('Is that text what the element itself is called? Then its name has no mark of its own.'),
        parts: z.int().min(1).max(MAX_PARTS).describe('How many texts there were in it.'),
      })
      .nullable()
      .describe('What tells it from the items beside it, where anything does.'),
    order: Mark.nullable().describe(
      'Of it and the items around it, one after the other; where that is the same again, so are their places.',
    ),
  })
  .describe('The row, list item or card that the element is in, of those that are built alike.')

export const Among = z
  .strictObject({
    index: count.describe('Zero-based place among elements of its tag there.'),
    count: count.describe('How many of them there were.'),
  })
  .describe('Its place among elements of its tag in its item, or else in its landmark.')

export const Alike = z
  .strictObject({
    index: count.describe('Which of them it was, in the order of the page, from 0.'),
    count: count.describe('How many there were; 1 where nothing else said the same.'),
  })
  .describe('Of all elements that said the same of themselves.')

export const Marks = z
  .strictObject({
    name: Mark.optional().describe('Of its name, where that may not be kept.'),
    link: Mark.optional().describe('Of where it leads.'),
    id: Mark.optional().describe('Of its id, where that may not be kept.'),
    field: Mark.optional().describe('Of its `name` attribute, where that may not be kept.'),
    heading: Mark.optional().describe('Of the heading above it, where that may not be kept.'),
  })
  .describe('Marks of what may not be kept; all that a target has come to 16 bits at most.')

export const TargetState = z
  .strictObject({
    checked: z
      .union([z.boolean(), z.literal('mixed')])
      .optional()
      .describe('Checkbox, radio or switch.'),
    expanded: z.boolean().optional().describe('aria-expanded or an open <details>.'),
    selected: z.boolean().optional().describe('aria-selected or a selected <option>.'),
    pressed: z.boolean().optional().describe('aria-pressed of a toggle button.'),
    disabled: z.boolean().optional().describe('disabled or aria-disabled.'),
    readonly: z.boolean().optional().describe('readonly or aria-readonly.'),
    required: z.boolean().optional().describe('required or aria-required.'),
  })
  .describe('State before the action; a key is absent where the element has no such state.')

export const Target = z
  .strictObject({
    role: z.enum(ROLES).describe('ARIA role, explicit or implied by the tag.'),
    name: Name.nullable().describe('Accessible name, as far as it may be kept; null where the element has none.'),
    tag: z.enum(TAGS).describe('Tag name; `custom` for custom and unknown elements.'),
    control: z.enum(CONTROLS).describe('Kind of control for the person.'),
    box: z
      .strictObject({
        x: px.describe('Left edge, CSS px from the left edge of the viewport.'),
        y: px.describe('Top edge, CSS px from its top.'),
        width: px.min(0).describe('Width in CSS px.'),
        height: px.min(0).describe('Height in CSS px.'),
      })
      .describe('Bounding box in CSS px, in the viewport of its frame.'),
    point: z
      .strictObject({ x: tenth.describe('Tenths of the width, from the left.'), y: tenth.describe('Tenths of the height, from the top.') })
      .nullable()
      .describe('Where in the box the pointer was, in tenths of its size; null without a pointer, and in an export without rhythm.'),
    locators: z.array(Locator).max(LIMITS.locators).describe('Ranked, best first.'),
    anchor: Anchor.nullable().describe('Row, list item, dialog or form around it.'),
    item: Item.nullable().describe('Row, list item or card it is in; null outside of lists.'),
    among: Among.nullable().describe('Its place among its like; null where there are too many to count.'),
    alike: Alike.nullable().describe('How far it stood out; null where the page had too much to compare it with.'),
    heading: Name.nullable().describe('The heading above it, as far as it may be kept; null where there is none near.'),
    marks: Marks,
    language: z
      .enum(LANGUAGES)
      .nullable()
      .describe('Language of the page; null where it is none of those with a lexicon. In another one its wording says nothing.'),
    landmarks: z.array(z.enum(LANDMARKS)).max(LIMITS.landmarks).describe('Landmark roles around it, outermost first.'),
    shadow: z
      .array(z.string().max(LIMITS.locatorLength).regex(LOCATOR_CSS))
      .max(LIMITS.shadowDepth)
      .describe('CSS of each shadow host, outermost first; empty in the document itself.'),
    state: TargetState,
  })
  .describe('The element acted on, described so that another program can find it again. Taken at pointerdown.')

export type Target = z.infer<typeof Target>
export type Locator = z.infer<typeof Locator>
export type Route = z.infer<typeof Route>
