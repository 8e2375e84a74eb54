import { z } from 'zod'
import { Draft } from '../../lib/trace/action.ts'
import { readDatabase } from './browser/database.ts'
import { expect } from './browser/fixtures.ts'
import type { Scene } from './browser/scene.ts'

const Row = z.object({ document: z.string(), sequence: z.string(), action: Draft })
const Documents = z.array(z.object({ document: z.string(), frame: z.array(z.int()) }))

/** Everything stored and not yet sealed, in order of time. */
export async function drafts({ launched }: { launched: Pick<Scene['launched'], 'inExtension'> }): Promise<Draft[]> {
  const { actions = [] } = await readDatabase(launched)
  const rows = actions.map(({ value }) => Row.parse(value))
  return rows.map(({ action }) => action).toSorted((a, b) => a.at - b.at)
}

/** Frame paths of the documents that were granted. */
export async function grantedFrames({ launched }: Scene): Promise<string[]> {
  const { documents = [] } = await readDatabase(launched)
  return Documents.parse(documents.map(({ value }) => value)).map(({ frame }) => frame.join('.'))
}

/** Settles when the policy is not only read but in force: the recorder is registered, or taken away. */
export async function inForce({ launched }: Scene, registered: number): Promise<void> {
  await expect.poll(() => launched.inExtension('chrome.scripting.getRegisteredContentScripts().then((all) => all.length)')).toBe(registered)
}

/** Opens a listed page and settles when its arrival is stored, from when on everything is recorded. */
export async function arrive(scene: Scene, address: string): Promise<void> {
  await inForce(scene, 1)
  await arriving(scene, () => scene.tab.goto(scene.sites.url(address)))
}

/** Does what leads to another page, and settles when the arrival there is stored: nobody leaves a page in its first moment. */
export async function arriving(scene: Scene, move: () => Promise<unknown>): Promise<void> {
  const arrivals = async () => (await drafts(scene)).filter(({ kind }) => kind === 'nav').length
  const before = await arrivals()
  await move()
  await expect.poll(arrivals).toBe(before + 1)
}

/**
 * Clicks the button every fixture ends with, and gives what was recorded since `from`, that click left out. Actions of one
 * document are stored in order, so once the last is there, whatever is missing was not recorded.
 */
export async function recordedSince(scene: Scene, from: number): Promise<Draft[]> {
  const { tab } = scene
  await tab.locator('#done').click()
  const isDone = (draft: Draft) => draft.kind === 'click' && draft.target?.locators.some(({ css }) => css === '#done') === true
  await expect.poll(async () => (await drafts(scene)).slice(from).some(isDone)).toBe(true)
  return (await drafts(scene)).slice(from).filter((draft) => !isDone(draft))
}

/** One line for a move between pages or tabs, and for the click that led to it. */
export function sentenceOf(draft: Draft): string {
  if (draft.kind === 'click') return `click ${draft.target?.role} ×${draft.count} ${draft.via}`
  if (draft.kind === 'nav') return `nav ${draft.cause} ${draft.route.path}`
  return draft.kind === 'tab' ? `tab ${draft.change} ${draft.from} to ${draft.to}` : draft.kind
}
