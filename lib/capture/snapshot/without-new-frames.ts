const { createElement } = Document.prototype

/**
 * rrweb puts a frame into the page to get natives from it: it takes `querySelector` for an accessor, finds none, and holds every
 * browser for tampered with. The page would see that frame. Where none can be made, rrweb goes on with the natives there are, and
 * in our world those are the browser's. What is set here is a property of this world's `document`; the page's has none.
 */
export function withoutNewFrames<T>(run: () => T): T {
  const value = (tag: string): HTMLElement => {
    if (tag.toLowerCase() === 'iframe') throw new Error('no new frames')
    return Reflect.apply(createElement, document, [tag])
  }
  Object.defineProperty(document, 'createElement', { configurable: true, value })
  try {
    return run()
  } finally {
    Reflect.deleteProperty(document, 'createElement')
  }
}
