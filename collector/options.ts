import { parseArgs } from 'node:util'

export const USAGE = `Usage: WAYMARK_TOKEN=TOKEN[,TOKEN] node collector/main.ts --port N --data DIR [--host ADDRESS]

  --port N        port to listen on; 0 takes a free one
  --data DIR      directory of the database; made if absent
  --host ADDRESS  address to listen on (default 127.0.0.1; put TLS in front before opening it further)

WAYMARK_TOKEN holds the tokens browsers deliver with, 16 characters or longer, separated by commas.`

export type Options = { host: string; port: number; data: string }

/** @returns the options, or a sentence saying what is wrong with them */
export function readOptions(args: string[]): Options | string {
  try {
    const { values } = parseArgs({
      args,
      options: { port: { type: 'string' }, data: { type: 'string' }, host: { type: 'string', default: '127.0.0.1' } },
    })
    const { port = '', data = '', host } = values
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return '--port must be a number from 0 to 65535.'
    if (data === '') return '--data must name a directory.'
    return { port: Number(port), data, host }
  } catch (error) {
    return error instanceof Error ? error.message : 'The options cannot be read.'
  }
}
