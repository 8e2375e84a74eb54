import { LIMITS } from '../trace/vocabulary.ts'

/** Child-frame indexes from the top document down; works across origins. Null deeper than the limit: not recorded. */
export function framePath(): number[] | null {
  const path: number[] = []
  for (let frame: Window = window; frame !== frame.parent; frame = frame.parent) {
    if (path.length >= LIMITS.frameDepth) return null
    path.unshift(indexIn(frame.parent, frame))
  }
  return path
}

function indexIn(parent: Window, child: Window): number {
  for (let index = 0; index < parent.length; index++) if (parent[index] === child) return index
  return 0
}

/** Frames looked at: a page with more is not taken to be of one origin. */
const MAX_FRAMES = 50

/** Is every frame in this document, at any depth, of its own origin? What the browser hides is not. */
export function isWhole(around: Window = window, seen = { frames: 0 }): boolean {
  for (let index = 0; index < around.length; index++) {
    const frame = around[index]
    if (++seen.frames > MAX_FRAMES || !frame || !isOfOrigin(frame) || !isWhole(frame, seen)) return false
  }
  return true
}

function isOfOrigin(frame: Window): boolean {
  try {
    return frame.origin === origin || frame.location.href === 'about:blank' || frame.location.href === 'about:srcdoc'
  } catch {
    return false
  }
}

/** Does a frame hold a document of another origin, which may tell its parent what is typed in it? */
export function isForeign(frame: Element): boolean {
  if (!(frame instanceof HTMLIFrameElement)) return true
  const inside = frame.contentWindow
  return inside === null || !isOfOrigin(inside)
}

/** Address of the top document, where it shares our origin; null where the browser hides it, and the worker decides. */
export function topUrl(): string | null {
  try {
    return window.top?.location.href ?? null
  } catch {
    return null
  }
}

/** Address that decides whether this document is listed: its own, or for about:blank and srcdoc that of its creator. */
export function effectiveUrl(): string {
  try {
    let frame: Window = window
    while (frame !== frame.parent && !/^https?:/.test(frame.location.href)) frame = frame.parent
    return frame.location.href
  } catch {
    // A parent of another origin: the document inherits nothing we may read, so it matches no pattern.
    return 'about:blank'
  }
}
