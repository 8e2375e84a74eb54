/**
 * The masked structure of the document. rrweb walks it, with everything masked and blocked that it can mask and block; that is the
 * first line and not the boundary, since it lets through what it has no option for. The sanitiser builds the snapshot anew.
 */
import { createMirror, snapshot } from 'rrweb-snapshot'
import type { OnlyMasked } from '../mask/masked.ts'
import { sanitise } from '../mask/snapshot/sanitise.ts'
import type { Snapshot } from '../trace/snapshot.ts'
import { SNAPSHOT_LIMITS } from '../trace/snapshot-vocabulary.ts'
import { countMatches } from './natives.ts'
import type { SecretFields } from './secret-fields.ts'
import { elementReader } from './snapshot/elements.ts'
import { isDesigned } from './snapshot/field.ts'
import { textReader } from './snapshot/texts.ts'
import { withoutNewFrames } from './snapshot/without-new-frames.ts'
import type { PageWording } from './wording.ts'

/** Nodes that rrweb may walk: those of shadow roots, white space and comments come on top of the elements of the document. */
const MAX_WALKED = 40_000

/** By type, and by tag: rrweb asks for either, and only a tag covers hidden, file, reset and image inputs. */
// prettier-ignore
const MASKED_INPUTS: Record<string, boolean> = Object.fromEntries([
  'color', 'date', 'datetime-local', 'email', 'month', 'number', 'password', 'range', 'search', 'tel', 'text', 'time', 'url', 'week',
  'input', 'select', 'textarea',
].map((key) => [key, true]))

/** Replaced by an empty box: no attributes, no content. For frames and style sheets this also keeps rrweb from waiting for them to load. */
// prettier-ignore
const BLOCKED = [
  'audio', 'canvas', 'embed', 'frame', 'iframe', 'img', 'object', 'picture', 'svg', 'video',
  'base', 'datalist', 'head', 'link', 'meta', 'noscript', 'script', 'style', 'template', 'title',
  '[contenteditable]:not([contenteditable="false" i])',
].join(',')

type Walk = { serialised: unknown; nodeOf: (id: number) => Node | null }

/**
 * rrweb's options, all of them at their strictest. What comes back is still hostile.
 * @throws {Error} where there is more of the page than may be walked
 */
export function serialise(): Walk {
  // A new one each time: it holds on to every node it knows.
  const mirror = createMirror()
  let walked = 0
  const walk = (): unknown =>
    snapshot(document, {
      mirror,
      blockSelector: BLOCKED,
      maskAllInputs: MASKED_INPUTS,
      maskInputFn: () => '',
      maskTextSelector: '*',
      maskTextFn: () => '',
      slimDOM: 'all',
      inlineStylesheet: false,
      inlineImages: false,
      recordCanvas: false,
      keepIframeSrcFn: () => false,
      onSerialize() {
        if (++walked > MAX_WALKED) throw new Error('too many nodes')
      },
    })
  return { serialised: withoutNewFrames(walk), nodeOf: (id) => mirror.getNode(id) }
}

export type SnapshotOptions = {
  wording: PageWording
  secrets: SecretFields
}

/** Null where the page is not to be had as a whole: too large, an editor itself, or something in it failed. */
export function takeSnapshot({ wording, secrets }: SnapshotOptions): OnlyMasked<Snapshot> | null {
  try {
    // Half of a page is no observation, and counting costs less than giving up on the way.
    if (isDesigned() || countMatches(document, '*') > SNAPSHOT_LIMITS.nodes) return null
    secrets.look()
    const { serialised, nodeOf } = serialise()
    const readElement = elementReader(wording, secrets)
    const readText = textReader(wording)
    return sanitise(serialised, {
      element(id) {
        const node = nodeOf(id)
        return node instanceof Element ? readElement(node) : null
      },
      text(id) {
        const node = nodeOf(id)
        return node instanceof Text ? readText(node) : null
      },
      isEcho: wording.isEcho,
    })
  } catch {
    return null
  }
}
