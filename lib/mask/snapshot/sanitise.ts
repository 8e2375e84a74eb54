/**
 * rrweb's serialised document → the nodes of a snapshot. What rrweb says is taken for hostile: it masks less than it promises, and the
 * page has a say in it. So each node is built anew from what is listed here; a part that is not foreseen is left out and counted.
 */
import type { Snapshot, SnapshotElement, SnapshotText } from '../../trace/snapshot.ts'
import { SNAPSHOT_LIMITS, type SnapshotDrop } from '../../trace/snapshot-vocabulary.ts'
import { TAGS, type MaskRule, type Tag } from '../../trace/vocabulary.ts'
import type { OnlyMasked } from '../masked.ts'
import { gridBox, gridScroll } from './grid.ts'
import { own } from './own.ts'
import type { Reader } from './reader.ts'
import { maskRun } from './run.ts'
import { inputTypeFrom, stateFrom } from './state.ts'

/** rrweb's numbers for kinds of nodes. */
const DOCUMENT = 0
const ELEMENT = 2
const TEXT = 3
/** Document type, character data, comment: nothing a person sees. */
const UNSEEN: ReadonlySet<unknown> = new Set([1, 4, 5])

const KNOWN_TAGS: ReadonlySet<string> = new Set(TAGS)
const isTag = (name: string): name is Tag => KNOWN_TAGS.has(name)
/** Never seen by a person, or only as a gap between texts. */
// prettier-ignore
const SKIPPED = new Set([
  'base', 'br', 'datalist', 'head', 'link', 'meta', 'noscript', 'param', 'script', 'source', 'style', 'template', 'title', 'track', 'wbr',
])
/** Elements that do not end a line of text. */
// prettier-ignore
const INLINE: ReadonlySet<Tag> = new Set<Tag>([
  'a', 'abbr', 'b', 'cite', 'code', 'custom', 'data', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'label', 'mark', 'q', 's', 'samp', 'slot',
  'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var',
])
/** Entries looked at for each node that may be kept: white space and what is skipped come to less than that on any page. */
const ENTRIES_PER_NODE = 4
/** A document has a doctype and comments before its root. */
const BEFORE_ROOT = 20

type Level = { children: unknown; length: number; next: number; parent: number; visible: boolean; inline: boolean }

/** Null where there is no document in it. */
export function sanitise(serialised: unknown, reader: Reader): OnlyMasked<Snapshot> | null {
  try {
    const snapshot = walk(serialised, reader)
    return snapshot.nodes.length > 0 ? snapshot : null
  } catch {
    return null
  }
}

function walk(serialised: unknown, reader: Reader): OnlyMasked<Snapshot> {
  const nodes: OnlyMasked<Snapshot>['nodes'] = []
  const masked = new Map<MaskRule, number>()
  const dropped = new Map<SnapshotDrop, number>()
  const seen = new Set<number>()
  const levels: Level[] = []
  let run: OnlyMasked<SnapshotText>[] = []
  let texts = 0

  const drop = (reason: SnapshotDrop) => {
    dropped.set(reason, (dropped.get(reason) ?? 0) + 1)
  }
  const note = (rule: MaskRule | null, by = 1) => {
    if (rule && by > 0) masked.set(rule, (masked.get(rule) ?? 0) + by)
  }
  const endRun = () => {
    note(
      'detector',
      maskRun(run, (text) => reader.isEcho(text)),
    )
    run = []
  }

  const addElement = (node: unknown, id: number, parent: number | null) => {
    const name = own(node, 'tagName')
    if (typeof name !== 'string') return drop('invalid')
    if (SKIPPED.has(name)) return
    const attributes = own(node, 'attributes')
    const input = name === 'input' ? inputTypeFrom(attributes) : null
    if (name === 'input' && input === null) return
    const look = reader.element(id)
    if (!look) return drop('unreadable')
    note(look.rule)
    const tag = isTag(name) ? name : 'custom'
    if (!INLINE.has(tag)) endRun()
    const { role, control, field, visible, frame } = look
    const element: OnlyMasked<SnapshotElement> = {
      id: nodes.length,
      parent,
      type: 'element',
      tag,
      role,
      control,
      input,
      name: look.name,
      field,
      state: stateFrom(attributes, look.checked),
      box: gridBox(look.box),
      visible,
      scroll: gridScroll(own(attributes, 'rr_scrollLeft'), own(attributes, 'rr_scrollTop')),
      shadow: parent !== null && own(node, 'isShadow') === true,
      frame,
    }
    nodes.push(element)
    const children = own(node, 'childNodes')
    if (look.closed || !Array.isArray(children) || children.length === 0) return
    if (levels.length >= SNAPSHOT_LIMITS.depth) return drop('depth')
    levels.push({ children, length: children.length, next: 0, parent: element.id, visible, inline: INLINE.has(tag) })
  }

  const addText = (id: number, { parent, visible }: Level) => {
    if (!visible) return
    if (texts >= SNAPSHOT_LIMITS.texts) return drop('texts')
    const look = reader.text(id)
    if (!look) return
    texts++
    note(look.rule)
    const text: OnlyMasked<SnapshotText> = { id: nodes.length, parent, type: 'text', text: look.text }
    nodes.push(text)
    run.push(text)
  }

  const add = (node: unknown, level: Level | null) => {
    const type = own(node, 'type')
    if (UNSEEN.has(type)) return
    if (type !== ELEMENT && type !== TEXT) return drop('invalid')
    const id = own(node, 'id')
    if (typeof id !== 'number' || !Number.isSafeInteger(id) || seen.has(id)) return drop('invalid')
    seen.add(id)
    if (type === ELEMENT) addElement(node, id, level ? level.parent : null)
    else if (level) addText(id, level)
  }

  add(rootOf(serialised), null)
  for (let entries = 0, level = levels.at(-1); level; level = levels.at(-1)) {
    if (level.next >= level.length) {
      levels.pop()
      if (!level.inline) endRun()
    } else if (nodes.length >= SNAPSHOT_LIMITS.nodes || ++entries > SNAPSHOT_LIMITS.nodes * ENTRIES_PER_NODE) {
      drop('nodes')
      break
    } else add(own(level.children, String(level.next++)), level)
  }
  endRun()
  return {
    nodes,
    masked: Array.from(masked, ([rule, count]) => ({ rule, count })),
    dropped: Array.from(dropped, ([reason, count]) => ({ reason, count })),
  }
}

function rootOf(serialised: unknown): unknown {
  const children = own(serialised, 'type') === DOCUMENT ? own(serialised, 'childNodes') : null
  if (!Array.isArray(children)) return null
  for (let i = 0; i < Math.min(children.length, BEFORE_ROOT); i++) {
    const child = own(children, String(i))
    if (own(child, 'tagName') === 'html') return child
  }
  return null
}
