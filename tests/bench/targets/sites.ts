/** Every source of pages as a site on loopback, each of an origin of its own. */
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { plain } from '../../../demo/sites/serve/answer.ts'
import { PROJECT } from '../../../demo/sites/serve/packages.ts'
import { serve, type RunningSite } from '../../../demo/sites/serve/serve.ts'
import { staticFile } from '../../../demo/sites/serve/static-file.ts'
import { startPeople } from '../../../demo/sites/people/start-people.ts'
import { startSearch } from '../../../demo/sites/search/start-search.ts'
import { startWiki } from '../../../demo/sites/wiki/start-wiki.ts'
import type { Source } from './corpus.ts'

/** The demo's own applications. */
const DEMO: Record<string, (folder: string, report: (line: string) => void) => Promise<RunningSite>> = {
  people: (_folder, report) => startPeople(0, report),
  search: (folder, report) => startSearch(folder, 0, report),
  wiki: (folder, report) => startWiki(folder, 0, report),
}

export type Sites = { now: string; next: string | null; stop(): Promise<void> }

/** @param folder for what the demo's applications keep */
export async function startSource({ name, packages, root = '' }: Source, folder: string): Promise<Sites> {
  const report = (line: string) => console.error(line)
  const ofPackage = (installed: string) => {
    const top = join(PROJECT, 'node_modules', installed, root)
    return serve('pages', 0, async (_method, { pathname }) => (await staticFile(top, pathname)) ?? plain(404, 'Not found'), report)
  }
  const own = DEMO[name]
  if (own) {
    const site = await own(await mkdtemp(join(folder, name)), () => {})
    return { now: site.origin, next: null, stop: () => site.stop() }
  }
  if (!packages) throw new Error(`${name} is neither of a package nor of the demo`)
  const now = await ofPackage(packages.now)
  const next = packages.next === undefined ? null : await ofPackage(packages.next)
  return {
    now: now.origin,
    next: next?.origin ?? null,
    async stop() {
      await now.stop()
      await next?.stop()
    },
  }
}
