import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Id } from '../lib/trace/target.ts'

export const ADMIN_USAGE = `Usage: node collector/admin.ts COMMAND --data DIR [OPTION...]

  erase --device ID                     erase all of a device; what it sends later is refused
  erase --sequence ID [ID...]           erase sequences; what holds them later is stored without them
  revoke --device ID                    take nothing more from a device, and keep what it has sent
  revoke --credential ID                the same for a browser that enrolled, whatever device it is
  unrevoke --device ID                  take from a device again that was revoked
  unrevoke --credential ID              the same for a browser that enrolled
  credentials                           list the browsers that enrolled, and all that is revoked or erased
  gaps                                  batches that never arrived, and days whose actions do not add up
  audit                                 verify the chain of what was erased, deleted, revoked and restored
  verify                                read all of the database, and name every batch and table that is damaged
  mend                                  bring back what stands behind the damage in a log; stop the collector first
  backup --to FILE                      copy the database to a new file, and verify it
  restore --from FILE [--tombstones DIR]
                                        put a backup where no database is, without what was erased since: DIR has
                                        the database that was lost, if it can still be read

All but mend and restore work beside a running collector. They end with 0; with 1 on failure, and where gaps, audit, verify or mend
find something; with 2 on wrong usage.`

const Command = z.enum(['erase', 'revoke', 'unrevoke', 'credentials', 'gaps', 'audit', 'verify', 'mend', 'backup', 'restore'])

export type AdminOptions = { data: string } & (
  | { command: 'erase-device'; device: string }
  | { command: 'revoke' | 'unrevoke'; whom: { device: string } | { credential: string } }
  | { command: 'erase-sequences'; sequences: string[] }
  | { command: 'credentials' | 'gaps' | 'audit' | 'verify' | 'mend' }
  | { command: 'backup'; to: string }
  | { command: 'restore'; from: string; tombstones: string | null }
)

type Given = {
  data: string
  device: string
  credential: string
  sequence: string[]
  to: string
  from: string
  tombstones: string | undefined
}

/** Which options each command takes besides the directory. */
const TAKES: Record<z.infer<typeof Command>, (keyof Given)[]> = {
  erase: ['device', 'sequence'],
  revoke: ['device', 'credential'],
  unrevoke: ['device', 'credential'],
  credentials: [],
  gaps: [],
  audit: [],
  verify: [],
  mend: [],
  backup: ['to'],
  restore: ['from', 'tombstones'],
}

const isId = (text: string) => Id.safeParse(text).success

/** @returns the options, or a sentence saying what is wrong with them */
export function readAdminOptions(args: string[]): AdminOptions | string {
  try {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: text,
        device: text,
        credential: text,
        sequence: { ...text, multiple: true },
        to: text,
        from: text,
        tombstones: text,
      },
    })
    const [name, ...more] = positionals
    const { data: command } = Command.safeParse(name)
    if (!command) return `The first word must be a command: ${Command.options.join(', ')}.`
    const { data = '', device = '', credential = '', sequence = [], to = '', from = '', tombstones } = values
    if (data === '') return '--data must name a directory.'
    const foreign = Object.keys(values).find((option) => option !== 'data' && !TAKES[command].some((taken) => taken === option))
    if (foreign !== undefined) return `${command} takes no --${foreign}.`
    if (more.length > 0 && sequence.length === 0) return `${command} takes no further words; options begin with --.`
    return forCommand(command, { data, device, credential, sequence: [...sequence, ...more], to, from, tombstones })
  } catch (error) {
    return error instanceof Error ? error.message : 'The options cannot be read.'
  }
}

function forCommand(command: z.infer<typeof Command>, given: Given): AdminOptions | string {
  const { data, device, credential, sequence, to, from, tombstones } = given
  switch (command) {
    case 'erase':
      if ((device === '') === (sequence.length === 0)) return 'erase needs either --device or --sequence.'
      if (device !== '') return isId(device) ? { data, command: 'erase-device', device } : '--device must be an id, a UUID in lower case.'
      return sequence.every(isId)
        ? { data, command: 'erase-sequences', sequences: sequence }
        : '--sequence must be followed by ids, UUIDs in lower case.'
    case 'revoke':
    case 'unrevoke': {
      if ((device === '') === (credential === '')) return `${command} needs either --device or --credential.`
      const whom = device === '' ? { credential } : { device }
      return isId(device || credential)
        ? { data, command, whom }
        : `--${device ? 'device' : 'credential'} must be an id, a UUID in lower case.`
    }
    case 'credentials':
    case 'gaps':
    case 'audit':
    case 'verify':
    case 'mend':
      return { data, command }
    case 'backup':
      return to === '' ? '--to must name a new file.' : { data, command, to }
    case 'restore':
      return from === '' ? '--from must name a backup.' : { data, command, from, tombstones: tombstones ?? null }
  }
}
