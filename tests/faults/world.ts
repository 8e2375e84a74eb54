/** Sites, a collector and people's browsers that outlive its deaths, and the account of it all. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startCollector, type RunningCollector } from '../../scripts/start-collector.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import type { Published } from '../../scripts/update-server.ts'
import { startSites } from '../e2e/browser/sites.ts'
import { judge, type Verdict } from './account.ts'
import { openGateway } from './gateway.ts'
import { seatPerson, type Person } from './person.ts'
import { openStored } from './stored.ts'
import { until } from './until.ts'

export type World = Awaited<ReturnType<typeof openWorld>>
/** `inPage` were done and had not left the page when its browser was killed. */
export type Sum = Verdict & { performed: number; acknowledged: number; stored: number; inPage: number }

export type WorldOptions = {
  people?: number
  /** What browsers deliver to. */
  through?: 'collector' | 'gateway'
  extensionSettings?: Record<string, unknown>
}

export async function openWorld(extension: Published, { people = 1, through = 'collector', extensionSettings }: WorldOptions = {}) {
  const folders = [temporaryFolder('collector')]
  const dataDir = folders[0]?.path ?? ''
  let collector: RunningCollector = await startCollector(dataDir)
  const gateway = await openGateway(collector.port)
  const sites = await startSites({})
  const stored = openStored(dataDir)
  let hosts = 0
  const freshHost = () => `w${(hosts += 1)}.listed.localhost`
  const policyFor = (url: string) => ({
    collector: { url, token: collector.token, flushMinutes: 60 },
    recording: { sites: [{ match: `${sites.url('*.listed.localhost')}/*` }] },
    notice: { company: 'Example Company', contact: 'privacy@example.com', consent: 'obtained' },
  })
  const everybody: Person[] = []
  /** Kept from round to round: a ledger that balances again has been wrong all the same. */
  const unbalanced: string[] = []
  for (let n = 0; n < people; n++) {
    const profile = temporaryFolder('profile')
    folders.push(profile)
    const policy = policyFor(through === 'gateway' ? gateway.url : collector.url)
    everybody.push(
      await seatPerson(
        sites,
        { extension, policy, userDataDir: profile.path, ...(extensionSettings ? { extensionSettings } : {}) },
        freshHost,
      ),
    )
  }
  const union = (which: 'performed' | 'acknowledged') => new Set(everybody.flatMap((person) => [...person[which]]))

  return {
    people: everybody,
    gateway,
    sites,
    collector: () => collector,
    stored,

    /** A collector of the same data takes the place of one that ended. */
    async revive(how: { wrap?: string[] } = {}): Promise<void> {
      collector = await startCollector(dataDir, { port: collector.port, token: collector.token, ...how })
    },

    /** Writes to the collector's database as another program might, and has not finished until what is returned is called. */
    holdDatabase(): () => void {
      const database = new DatabaseSync(join(dataDir, 'waymark.db'))
      database.exec('BEGIN IMMEDIATE')
      return () => database.close()
    },

    /** Delivers until no browser holds anything; whatever was committed in one is then stored, or lost. */
    async deliverAll(): Promise<void> {
      for (const person of everybody)
        await until('everything is delivered', async () => {
          await person.flush()
          const { rows } = await person.look()
          return rows === 0 || `${rows} rows wait`
        })
    },

    /** Settles when every click is committed somewhere: no page is left that has something to say. */
    async committed(): Promise<void> {
      await until('every click is committed', async () => {
        for (const person of everybody) await person.look()
        const known = new Set([...union('acknowledged'), ...stored()])
        const missing = [...union('performed')].filter((mark) => !known.has(mark))
        return missing.length === 0 || `${missing.length} are not: ${missing.slice(0, 5).join(', ')}`
      })
    },

    /** What is held in a browser is not lost, nor stored yet. */
    async sum(): Promise<Sum> {
      const held = new Set<string>()
      for (const person of everybody) {
        const look = await person.look()
        for (const mark of look.marks) held.add(mark)
        if (look.unbalanced !== null) unbalanced.push(look.unbalanced)
      }
      // Read after what is held: a click moves from there to here, and nowhere else.
      const marks = stored()
      const [performed, acknowledged] = [union('performed'), union('acknowledged')]
      const kept = new Set([...marks, ...held])
      return {
        ...judge(
          performed,
          [...acknowledged].filter((mark) => !held.has(mark)),
          marks,
        ),
        unbalanced,
        performed: performed.size,
        acknowledged: acknowledged.size,
        stored: marks.length,
        inPage: [...performed].filter((mark) => !kept.has(mark)).length,
      }
    },

    async close(): Promise<void> {
      for (const person of everybody) await person.close()
      await collector.stop()
      await gateway.close()
      await sites.close()
      for (const folder of folders) folder.remove()
    },
  }
}
