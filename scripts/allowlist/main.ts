/** Checks, compares and signs allowlist files. Ends with 0 on success, 1 where a list cannot be used, 2 on wrong usage. */
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { compareRecordings, type Recording } from '../../lib/policy/compare.ts'
import { defaultExpiry, readOptions, USAGE, type Options } from './options.ts'
import { readList, type ReadList } from './read-list.ts'
import { changesInWords, summary } from './sentences.ts'
import { listKey, signList } from './sign.ts'

const ROOT = new URL('../..', import.meta.url).pathname

async function carryOut(options: Options, now: number): Promise<string> {
  switch (options.command) {
    case 'check': {
      const list = await readList(options.file, options.publicKey)
      if (list.kind === 'signed' && list.file.expires <= now)
        throw new Error(`${options.file}: The list has expired, ${day(list.file.expires)}.`)
      return `${options.file}: ${described(list)}`
    }
    case 'diff': {
      const [old, next] = [await readList(options.old, undefined), await readList(options.now, undefined)]
      return changesInWords(compareRecordings(old.recording, next.recording))
    }
    case 'sign':
      return sign(options, now)
  }
}

async function sign({ file, key, version, expires, out }: Extract<Options, { command: 'sign' }>, now: number): Promise<string> {
  const list = await readList(file, undefined)
  if (list.kind === 'signed') throw new Error(`${file} is signed already. Sign the list it was made from.`)
  const { privateKey, publicKey } = listKey(key)
  const before = await signedBefore(out)
  const next = version ?? list.draft.version ?? (before?.file.version ?? 0) + 1
  if (before && next <= before.file.version)
    throw new Error(`${out} has version ${before.file.version}. Browsers that have it would refuse version ${next}: give a higher one.`)
  const until = expires ?? list.draft.expires ?? defaultExpiry(now)
  if (Date.parse(until) <= now) throw new Error(`${file}: expires has passed already.`)
  writeWhole(out, signList({ ...list.draft, version: next, expires: until }, privateKey))
  return [
    `Signed ${out}: version ${next}, ${day(Date.parse(until))}. ${described(list)}`,
    ...(before
      ? [`Compared with version ${before.file.version}:`, changesInWords(compareRecordings(before.recording, list.recording))]
      : []),
    `Policy: recording.file.publicKey ${publicKey}`,
    ...(isReadByOthers(key) ? [`Others on this machine can read ${key}: chmod 600 it.`] : []),
  ].join('\n')
}

/** What the new file takes the place of: a signed one, or nothing. */
async function signedBefore(out: string): Promise<{ file: { version: number }; recording: Recording } | null> {
  if (!existsSync(out)) return null
  const list = await readList(out, undefined).catch(() => null)
  if (list?.kind !== 'signed') throw new Error(`${out} is there and is no signed allowlist file. Move it away, or give another --out.`)
  return list
}

/** Whoever fetches it meanwhile gets the one or the other. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.${randomUUID()}`
  try {
    writeFileSync(draft, text)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

function isReadByOthers(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0
}

function described(list: ReadList): string {
  const warning = list.recording.sites.length === 0 ? ' No site is listed: nothing is recorded.' : ''
  if (list.kind === 'draft') return `The list is sound: ${summary(list.recording)}.${warning}`
  const verified = list.verified ? 'The signature is good.' : 'The signature was not verified: give --public-key.'
  return `Version ${list.file.version}, ${day(list.file.expires)}: ${summary(list.recording)}.${warning} ${verified}`
}

const day = (at: number) => `expires ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

const options = readOptions(process.argv.slice(2), ROOT, Date.now())
if (typeof options === 'string') {
  console.error(`${options}\n\n${USAGE}`)
  process.exit(2)
}
try {
  console.log(await carryOut(options, Date.now()))
} catch (error) {
  console.error(error instanceof Error ? error.message : 'unknown failure')
  process.exit(1)
}
