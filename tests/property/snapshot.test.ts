import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Masked } from '../../lib/mask/masked.ts'
import { maskName } from '../../lib/mask/name.ts'
import type { ElementLook, Reader } from '../../lib/mask/snapshot/reader.ts'
import { sanitise } from '../../lib/mask/snapshot/sanitise.ts'
import { isWording, judgeText } from '../../lib/mask/text.ts'
import { Snapshot } from '../../lib/trace/snapshot.ts'
import { INPUT_TYPES, SNAPSHOT_DROPS } from '../../lib/trace/snapshot-vocabulary.ts'
import { CONTROLS, FIELD_KINDS, MASK_RULES, ROLES, SIZES, TAGS } from '../../lib/trace/vocabulary.ts'

/** Every key that rrweb or the sanitiser uses, and some that neither should. */
// prettier-ignore
const KEYS = [
  'type', 'id', 'tagName', 'attributes', 'childNodes', 'textContent', 'isShadow', 'isShadowHost', 'isStyle', 'needBlock', 'rootId', 'name',
  'role', 'text', 'value', 'box', 'state', 'field', 'control', 'parent', '__proto__', 'constructor', 'toString', 'length', 'toJSON',
]
const ATTRIBUTES = [
  'type',
  'role',
  'class',
  'value',
  'aria-label',
  'aria-expanded',
  'aria-checked',
  'disabled',
  'rr_scrollTop',
  'rr_dataURL',
  'srcdoc',
]

const tagName = fc.oneof(
  fc.constantFrom('html', 'body', 'div', 'span', 'input', 'select', 'iframe', 'script', 'head', 'x-user'),
  fc.string(),
)
const attributes = fc.dictionary(fc.oneof(fc.constantFrom(...ATTRIBUTES), fc.string()), fc.oneof(fc.string(), fc.double(), fc.boolean()))
const number = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.nat(), fc.double())
const anything = fc.anything({
  key: fc.constantFrom(...KEYS),
  withNullPrototype: true,
  withMap: true,
  withBigInt: true,
  withSparseArray: true,
  maxDepth: 3,
})

/** What rrweb would write, with anything else in any place of it. */
const { node } = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    anything,
    fc.record({ type: fc.constant(3), id: fc.nat(), textContent: fc.string(), isShadow: fc.boolean() }),
    fc.record(
      {
        type: fc.oneof({ weight: 5, arbitrary: fc.constant(2) }, { weight: 1, arbitrary: number }),
        id: fc.oneof({ weight: 5, arbitrary: fc.nat() }, { weight: 1, arbitrary: anything }),
        tagName: fc.oneof({ weight: 5, arbitrary: tagName }, { weight: 1, arbitrary: anything }),
        attributes: fc.oneof({ weight: 5, arbitrary: attributes }, { weight: 1, arbitrary: anything }),
        childNodes: fc.oneof({ weight: 5, arbitrary: fc.array(tie('node'), { maxLength: 5 }) }, { weight: 1, arbitrary: anything }),
        extra: anything,
      },
      { requiredKeys: ['type', 'id', 'tagName'] },
    ),
  ),
}))
const documents = fc.array(node, { maxLength: 5 }).map((children) => ({
  type: 0,
  id: -1,
  childNodes: [{ type: 2, id: -2, tagName: 'html', attributes: {}, childNodes: children }],
}))

const looks = fc.record({
  role: fc.constantFrom(...ROLES),
  control: fc.constantFrom(...CONTROLS),
  name: fc.constantFrom(maskName('button', 5), null),
  rule: fc.constantFrom(...MASK_RULES, null),
  field: fc.option(fc.record({ kind: fc.constantFrom('text' as const, 'email' as const), size: fc.constantFrom(...SIZES) })),
  visible: fc.constantFrom(true, true, true, false),
  frame: fc.boolean(),
  box: fc.record({ x: fc.double(), y: fc.double(), width: fc.double(), height: fc.double() }),
  checked: fc.constantFrom(true, false, 'mixed' as const, null),
  closed: fc.constantFrom(false, false, false, false, true),
}) satisfies fc.Arbitrary<ElementLook>

/** Texts of the page, as they are, and what the masker makes of each. */
const texts = fc.array(fc.oneof(fc.constantFrom('Save', 'Settings', 'Search'), fc.string(), fc.emailAddress()), { minLength: 1 })
const words = new Set(['save', 'settings', 'search'])
const wording = { rule: 'interface', isWord: (word: string) => words.has(word), phrases: [], isEcho: () => false } as const

function maskerOf(all: string[]): { made: Set<string>; text: (id: number) => { text: Masked; rule: null } | null } {
  const made = new Set<string>()
  const text = (id: number) => {
    const said = all[Math.abs(Math.trunc(id)) % all.length] ?? ''
    const masked = judgeText({ text: said, userContent: false, editable: false }, wording).kept ?? maskName('other', said.length)
    if (masked === null) return null
    made.add(masked)
    return { text: masked, rule: null }
  }
  return { made, text }
}

// prettier-ignore
const OURS = new Set<string>([
  'element', 'text', 'mixed', ...TAGS, ...ROLES, ...CONTROLS, ...FIELD_KINDS, ...SIZES, ...INPUT_TYPES, ...MASK_RULES, ...SNAPSHOT_DROPS,
])

function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* strings(inner)
}

test('whatever rrweb hands over, what comes out is of the schema, and each text in it is one of ours or of the masker', () => {
  let nodes = 0
  fc.assert(
    fc.property(documents, texts, fc.infiniteStream(looks), (serialised, all, answers) => {
      const { made, text } = maskerOf(all)
      const reader: Reader = { element: () => answers.next().value ?? null, text, isEcho: () => false }
      const snapshot = sanitise(serialised, reader)
      if (!snapshot) return
      nodes += snapshot.nodes.length
      Snapshot.parse(JSON.parse(JSON.stringify(snapshot)))
      expect([...strings(snapshot)].filter((said) => !OURS.has(said) && !made.has(said) && said !== '⟦button·4-8⟧')).toEqual([])
    }),
    { numRuns: 2000 },
  )
  // Otherwise nothing was looked at.
  expect(nodes).toBeGreaterThan(2000)
})

test('what is no document at all is no snapshot', () => {
  const reader: Reader = { element: () => null, text: () => null, isEcho: () => false }
  fc.assert(
    fc.property(anything, (serialised) => {
      expect(sanitise(serialised, reader)).toBeNull()
    }),
  )
})

test('the texts that the masker is tried on are both kept and masked', () => {
  const { text } = maskerOf(['Save', 'jane'])
  expect(isWording(text(0)?.text ?? '')).toBe(true)
  expect(text(1)?.text).toBe('⟦other·4-8⟧')
})
