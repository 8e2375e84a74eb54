/** What people see of a recording: toolbar, popup, options, and the exported timeline; and whether content of a page became code there. */
import { z } from 'zod'
import type { Launched } from '../../../scripts/browser/launch.ts'
import type { Place } from './search.ts'
import type { Watch } from './watch.ts'

export type Surfaces = {
  places: Place[]
  /** Surfaces in which a payload of a page has run. */
  bent: string[]
}

const BADGES = `chrome.tabs.query({}).then((tabs) => Promise.all([{}, ...tabs.map(({ id }) => ({ tabId: id }))].flatMap((tab) =>
  [chrome.action.getBadgeText(tab), chrome.action.getTitle(tab)])))`
const Known = z.array(z.string())

export async function lookAtSurfaces(
  { context, extensionId }: Launched,
  watch: Watch,
  preset: string,
  timeline: string,
): Promise<Surfaces> {
  const badges = Known.parse(await watch.evaluate(BADGES))
  const places: Place[] = [{ name: 'badges', text: badges.join('\n') }]
  const bent: string[] = []
  const [tab] = z
    .array(z.int())
    .parse(await watch.evaluate(`chrome.tabs.query({ url: 'http://${preset}/*' }).then((all) => all.map(({ id }) => id))`))
  const ours = `chrome-extension://${extensionId}`
  const addresses = [`${ours}/popup.html`, `${ours}/popup.html?tab=${tab ?? 0}`, `${ours}/options.html`, `${ours}/notice.html`, null]
  for (const address of addresses) {
    const page = await context.newPage()
    if (address === null) await page.setContent(timeline)
    else await page.goto(address)
    await page.getByRole('heading').first().waitFor()
    const name = address?.replace(ours, '') ?? 'timeline as shown'
    places.push({ name, text: `${await page.title()}\n${await page.locator('html').innerText()}\n${await page.content()}` })
    if (await page.evaluate(() => '__pwned' in globalThis)) bent.push(name)
    await page.close()
  }
  return { places, bent }
}
