/**
 * Trusted input at a steady pace, by the browser's own protocol and without a word to the page: what runs there meanwhile is the
 * page's own and the extension's.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { CDPSession, Page as Tab } from '@playwright/test'

/** From the beginning of one act to that of the next: somebody who knows the page by heart. */
export const PACE_MS = 500
/** Moves on the way to a place, one a frame, and on that of something that is held. */
const WAY = 4
const FRAME_MS = 16
/** Between two keys of somebody who types well. */
const KEY_MS = 60

export type Hand = {
  over: (name: string) => Promise<void>
  press: (name: string) => Promise<void>
  /** @param by px from where it is */
  drag: (name: string, by: { x: number; y: number }) => Promise<void>
  keys: (text: string) => Promise<void>
  key: (name: string) => Promise<void>
  scroll: (name: string, by: number) => Promise<void>
  /** Presses what asks for a file, and gives it one. */
  give: (name: string, file: string) => Promise<void>
  /** Acts so far. */
  acts: () => number
}

type Place = { x: number; y: number }

export async function openHand(tab: Tab, session: CDPSession): Promise<Hand> {
  let place: Place = { x: 0, y: 0 }
  let acts = 0
  let next = performance.now()
  let carried: Promise<void> | null = null
  const places = new Map<string, Place>()
  await session.send('Page.enable')
  await session.send('Page.setInterceptFileChooserDialog', { enabled: true })
  await session.send('Input.setInterceptDrags', { enabled: true })

  const begin = async () => {
    await wait(Math.max(0, next - performance.now()))
    next = performance.now() + PACE_MS
    acts++
  }
  /** Asked of the page once, before anything is measured: what is acted on comes back to its place. */
  const placeOf = async (name: string): Promise<Place> => {
    const known = places.get(name)
    if (known) return known
    const box = await tab.locator(name).boundingBox()
    if (!box) throw new Error(`not to be seen: ${name}`)
    const found = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
    places.set(name, found)
    return found
  }
  const mouse = (type: 'mousePressed' | 'mouseReleased' | 'mouseMoved', buttons: number) =>
    session.send('Input.dispatchMouseEvent', {
      type,
      ...place,
      buttons,
      button: buttons || type === 'mouseReleased' ? 'left' : 'none',
      clickCount: 1,
    })
  const travel = async (to: Place, move: () => Promise<unknown>) => {
    const from = place
    for (let step = 1; step <= WAY; step++) {
      place = { x: Math.round(from.x + ((to.x - from.x) * step) / WAY), y: Math.round(from.y + ((to.y - from.y) * step) / WAY) }
      await move()
      await wait(FRAME_MS)
    }
  }
  const goTo = async (name: string) => travel(await placeOf(name), () => mouse('mouseMoved', 0))
  const press = async (name: string) => {
    await begin()
    await goTo(name)
    await mouse('mousePressed', 1)
    await mouse('mouseReleased', 0)
  }

  // Real dragging would leave the page for the window system; the browser hands it over instead.
  session.on('Input.dragIntercepted', ({ data }) => {
    const carry = async (type: 'dragEnter' | 'dragOver' | 'drop') => {
      await session.send('Input.dispatchDragEvent', { type, ...place, data })
    }
    carried = carry('dragEnter')
      .then(() => carry('dragOver'))
      .then(() => carry('drop'))
  })

  return {
    press,
    acts: () => acts,
    over: async (name) => {
      await begin()
      await goTo(name)
    },
    drag: async (name, by) => {
      await begin()
      await goTo(name)
      await mouse('mousePressed', 1)
      carried = null
      await travel({ x: place.x + by.x, y: place.y + by.y }, () => mouse('mouseMoved', 1))
      await (carried ?? mouse('mouseReleased', 0))
    },
    keys: async (text) => {
      await begin()
      await tab.keyboard.type(text, { delay: KEY_MS })
    },
    key: async (name) => {
      await begin()
      await tab.keyboard.press(name)
    },
    scroll: async (name, by) => {
      await begin()
      await goTo(name)
      for (let notch = 0; notch < WAY; notch++) {
        await session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...place, deltaX: 0, deltaY: by / WAY })
        await wait(FRAME_MS)
      }
    },
    give: async (name, file) => {
      const asked = new Promise<number>((resolve) => {
        session.once('Page.fileChooserOpened', ({ backendNodeId }) => resolve(backendNodeId ?? 0))
      })
      await press(name)
      await session.send('DOM.setFileInputFiles', { backendNodeId: await asked, files: [file] })
    },
  }
}
