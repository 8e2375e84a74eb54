import { parseArgs } from 'node:util'

export const USAGE = `Usage: WAYMARK_TOKEN=TOKEN[,TOKEN] or WAYMARK_JOIN_SECRET=SECRET[,SECRET] node collector/main.ts --port N --data DIR [OPTION...]

  --port N             port to listen on; 0 takes a free one
  --data DIR           directory of the database; made if absent
  --host ADDRESS       address to listen on (default 127.0.0.1; put TLS in front before opening it further)
  --device-actions N   actions taken from one device in a UTC day (default 50000; 0 is no limit)
  --max-mb N           MB of bodies kept before batches are refused (default 0: no limit)
  --min-free-mb N      MB that must stay free on the disk, or batches are refused (default 500; 0 is no limit)
  --retention-days N   days after which batches are deleted (default 0: never)

WAYMARK_TOKEN holds the tokens browsers deliver with, WAYMARK_JOIN_SECRET the secrets with which each enrols for a key of its own: 16
characters or longer, separated by commas, one of the two or both.`

const NUMBERS = { 'device-actions': '50000', 'max-mb': '0', 'min-free-mb': '500', 'retention-days': '0' } as const
type NumberName = keyof typeof NUMBERS
const NAMES: NumberName[] = ['device-actions', 'max-mb', 'min-free-mb', 'retention-days']

const MB = 1_000_000

/** A limit that is off is `Infinity` where it bounds from above, 0 where from below, null where it is a time. */
export type Options = {
  host: string
  port: number
  data: string
  deviceActions: number
  maxBytes: number
  minFreeBytes: number
  retentionDays: number | null
}

/** @returns the options, or a sentence saying what is wrong with them */
export function readOptions(args: string[]): Options | string {
  try {
    const text = (value?: string) => ({ type: 'string' as const, ...(value !== undefined && { default: value }) })
    const { values } = parseArgs({
      args,
      options: {
        port: text(''),
        data: text(''),
        host: text('127.0.0.1'),
        'device-actions': text(NUMBERS['device-actions']),
        'max-mb': text(NUMBERS['max-mb']),
        'min-free-mb': text(NUMBERS['min-free-mb']),
        'retention-days': text(NUMBERS['retention-days']),
      },
    })
    const { port = '', data = '', host = '' } = values
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return '--port must be a number from 0 to 65535.'
    if (data === '') return '--data must name a directory.'
    for (const name of NAMES) if (!/^\d{1,9}$/.test(values[name] ?? '')) return `--${name} must be a whole number.`
    return {
      port: Number(port),
      data,
      host,
      deviceActions: Number(values['device-actions']) || Infinity,
      maxBytes: Number(values['max-mb']) * MB || Infinity,
      minFreeBytes: Number(values['min-free-mb']) * MB,
      retentionDays: Number(values['retention-days']) || null,
    }
  } catch (error) {
    return error instanceof Error ? error.message : 'The options cannot be read.'
  }
}
