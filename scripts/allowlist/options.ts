import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isPublicKey } from '../../lib/policy/public-key.ts'

export const USAGE = `Usage: npm run allowlist -- COMMAND

  check FILE [--public-key KEY]   says whether a list, signed or not, can be used, and where each fault stands
  diff OLD NEW                    says what NEW records more than OLD, and what less
  sign FILE [--key FILE] [--version N] [--expires DATE] [--out FILE]
                                  checks and signs a list, and says what it changes

  --public-key  as the policy names it: the signature is verified as well
  --key         signing key, made if absent (default .keys/allowlist.pem); whoever has it decides what is recorded
  --version     higher than any before (default: one more than in --out, or 1)
  --expires     last moment of the list, as 2030-01-31 (00:00 UTC) or 2030-01-31T18:00:00Z (default in 90 days, at most in 366)
  --out         signed file (default: FILE with .signed.json at its end)`

const DAY = 86_400_000
/** Long enough to be forgotten once, short enough for a list that was withdrawn not to come back next year. */
const DEFAULT_DAYS = 90
const MAX_DAYS = 366

const ALLOWED: Partial<Record<string, string[]>> = { check: ['public-key'], diff: [], sign: ['key', 'version', 'expires', 'out'] }

export type Options =
  | { command: 'check'; file: string; publicKey: string | undefined }
  | { command: 'diff'; old: string; now: string }
  | { command: 'sign'; file: string; key: string; version: number | null; expires: string | null; out: string }

/** The options, or what is wrong with them. */
export function readOptions(argv: string[], root: string, now: number): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        'public-key': { type: 'string' },
        key: { type: 'string' },
        version: { type: 'string' },
        expires: { type: 'string' },
        out: { type: 'string' },
      },
    })
    const [command = '', ...files] = positionals
    const allowed = ALLOWED[command]
    if (!allowed) return command === '' ? 'A command is missing.' : `There is no command ${command}.`
    const [stray] = Object.keys(values).filter((name) => !allowed.includes(name))
    if (stray !== undefined) return `${command} takes no --${stray}.`
    const wanted = command === 'diff' ? 2 : 1
    if (files.length !== wanted) return `${command} takes ${wanted === 1 ? 'one file' : 'two files'}, and was given ${files.length}.`
    const [file = '', other = ''] = files
    if (command === 'diff') return { command, old: file, now: other }
    if (command === 'check') {
      const publicKey = values['public-key']
      return publicKey !== undefined && !isPublicKey(publicKey)
        ? '--public-key is not a public key as sign prints it.'
        : { command, file, publicKey }
    }
    const version = values.version === undefined ? null : Number(values.version)
    if (version !== null && !(Number.isInteger(version) && version >= 1 && version <= 1_000_000_000))
      return '--version must be a whole number from 1.'
    const expires = values.expires === undefined ? null : instantOf(values.expires)
    if (expires === undefined) return '--expires must be a date, as 2030-01-31 or 2030-01-31T18:00:00Z.'
    const ahead = expires === null ? DAY : Date.parse(expires) - now
    if (ahead <= 0) return '--expires has passed already.'
    if (ahead > MAX_DAYS * DAY) return `--expires is more than ${MAX_DAYS} days ahead.`
    const { key = join(root, '.keys', 'allowlist.pem'), out = file.replace(/(?:\.json)?$/, '.signed.json') } = values
    return { command: 'sign', file, key, version, expires, out }
  } catch (error) {
    return error instanceof Error ? error.message : 'The options cannot be read.'
  }
}

/** Where nobody says how long: a whole number of days, in UTC. */
export function defaultExpiry(now: number): string {
  return `${new Date(now + DEFAULT_DAYS * DAY).toISOString().slice(0, 10)}T00:00:00Z`
}

/** As allowlist files write it; undefined for what is no date. */
function instantOf(text: string): string | undefined {
  const instant = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(instant) ? Date.parse(instant) : NaN
  // A day that is none, as the 30th of February, comes back as another one.
  return !Number.isNaN(time) && new Date(time).toISOString() === instant.replace('Z', '.000Z') ? instant : undefined
}
