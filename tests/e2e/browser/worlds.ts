import type { CDPSession, Frame, Page } from '@playwright/test'
import { z } from 'zod'

const Created = z.object({ context: z.object({ name: z.string(), auxData: z.object({ frameId: z.string() }) }) })
const Tree = z.object({ frame: z.object({ id: z.string(), url: z.string() }), childFrames: z.array(z.unknown()).optional() })

/** Names of the script worlds in a document: the page's own has none, an extension's has the name of the extension. */
export async function worldsIn(frame: Frame): Promise<string[]> {
  const context = frame.page().context()
  // A frame of another site is a target of its own; any other is part of its page's.
  const session = await context.newCDPSession(frame).catch(() => context.newCDPSession(frame.page()))
  try {
    const worlds: { name: string; frameId: string }[] = []
    session.on('Runtime.executionContextCreated', (event) => {
      const { name, auxData } = Created.parse(event).context
      worlds.push({ name, frameId: auxData.frameId })
    })
    const ids = await idsOf(session, frame.url())
    await session.send('Runtime.enable')
    // The test's own tool has a world in every frame.
    return worlds.filter(({ frameId, name }) => ids.includes(frameId) && !name.startsWith('__playwright')).map(({ name }) => name)
  } finally {
    await session.detach()
  }
}

async function idsOf(session: CDPSession, url: string): Promise<string[]> {
  const { frameTree } = await session.send('Page.getFrameTree')
  const ids: string[] = []
  const walk = (node: unknown) => {
    const { frame, childFrames = [] } = Tree.parse(node)
    if (frame.url === url) ids.push(frame.id)
    childFrames.forEach(walk)
  }
  walk(frameTree)
  return ids
}

export function frameAt(page: Page, url: string): Frame {
  const frame = page.frames().find((each) => each.url() === url)
  if (!frame) throw new Error(`no frame shows ${url}`)
  return frame
}
