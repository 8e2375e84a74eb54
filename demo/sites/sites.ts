import { startOutside } from './outside/start-outside.ts'
import { startPeople } from './people/start-people.ts'
import { startSearch } from './search/start-search.ts'
import type { RunningSite } from './serve/serve.ts'
import { startWiki } from './wiki/start-wiki.ts'

/** Origins with ports, as in `http://wiki.localhost:41001`. `stop` may be called twice. */
export type Sites = { wiki: string; search: string; people: string; outside: string; stop(): Promise<void> }

type Ports = { wiki?: number; search?: number; people?: number; outside?: number }

/**
 * Starts the four sites of the demo on loopback; a port that is not given is picked free. Scratch data and the search
 * index are kept in `workDir`. `report` gets one sentence at a time, for a person. When one site cannot start, the others
 * are stopped and the SiteError names it.
 */
export async function startSites(workDir: string, report: (line: string) => void, { ports = {} }: { ports?: Ports } = {}): Promise<Sites> {
  const started: RunningSite[] = []
  const stop = async () => {
    await Promise.all(started.map((site) => site.stop()))
  }
  const keep = async (starting: Promise<RunningSite>) => {
    const begun = performance.now()
    const site = await starting
    started.push(site)
    report(`${site.origin} is up after ${((performance.now() - begun) / 1000).toFixed(1)} s`)
    return site.origin
  }
  try {
    const [wiki, search, people] = await allOrThrow([
      keep(startWiki(workDir, ports.wiki ?? 0, report)),
      keep(startSearch(workDir, ports.search ?? 0, report)),
      keep(startPeople(ports.people ?? 0, report)),
    ])
    // Last, because its page links to the others.
    const outside = await keep(startOutside({ wiki, search, people }, ports.outside ?? 0, report))
    return { wiki, search, people, outside, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Unlike `Promise.all`, waits for the slow ones before it throws: what still starts could not be stopped otherwise. */
async function allOrThrow<T extends readonly Promise<string>[]>(starting: readonly [...T]) {
  await Promise.allSettled(starting)
  return Promise.all(starting)
}
