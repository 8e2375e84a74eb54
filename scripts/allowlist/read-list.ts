import { readFileSync } from 'node:fs'
import { readEnvelope } from '../../lib/policy/allowlist-envelope.ts'
import { judgeDraft, MAX_LIST_BYTES, readListFile, readPayload, type ListDraft, type ListFile } from '../../lib/policy/allowlist-file.ts'
import type { Recording } from '../../lib/policy/compare.ts'
import type { Problem } from '../../lib/messages.ts'
import { PROBLEM_CODES } from '../../lib/policy/problem-codes.ts'
import { parseSuffixes } from '../../lib/policy/public-suffixes.ts'
import { suffixList } from '../suffix-list.ts'
import { lineAndColumn, placeOf, readJson } from './json-places.ts'

/** A list as an administrator wrote it, or as it was signed; either with what it records. */
export type ReadList =
  | { kind: 'draft'; draft: ListDraft; recording: Recording }
  | { kind: 'signed'; file: ListFile; recording: Recording; verified: boolean }

/** The list cannot be used: one line for each fault, with the place where it stands. */
class FaultyList extends Error {
  override readonly name = 'FaultyList'
}

/** Reads a file, signed or not, or throws what is wrong with it. A signed one is verified where a key is given. */
export async function readList(path: string, publicKey: string | undefined): Promise<ReadList> {
  const bytes = bytesOf(path)
  if (bytes.length > MAX_LIST_BYTES) throw new FaultyList(`${path}: The file is larger than 1 MB, and browsers would refuse it.`)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new FaultyList(`${path}: The file is not UTF-8.`)
  }
  const isPublicSuffix = parseSuffixes(await suffixList())
  const sealed = readEnvelope(text)
  if (sealed) {
    const reading = await (publicKey === undefined
      ? readPayload(sealed.payload, isPublicSuffix)
      : readListFile(text, publicKey, isPublicSuffix))
    if ('problems' in reading) throw new FaultyList(reading.problems.map((problem) => `${path}: ${inWords(problem)}`).join('\n'))
    return { kind: 'signed', file: reading.file, recording: reading.file.recording, verified: publicKey !== undefined }
  }

  const json = readJson(text)
  if ('reason' in json) throw new FaultyList(`${path}:${lineAndColumn(text, json.at)}: ${json.reason}`)
  if (typeof json.value === 'object' && json.value !== null && 'payloadType' in json.value)
    throw new FaultyList(`${path}: This was an allowlist file once, and is not any more as it was signed.`)
  if (publicKey !== undefined) throw new FaultyList(`${path}: The file is not signed.`)
  const judged = judgeDraft(json.value, isPublicSuffix)
  if ('problems' in judged) {
    const lines = judged.problems.map((problem): [at: number, words: string] => {
      const at = placeOf(json.places, problem.path, problem.code === 'unknown-key')
      return [at, `${path}:${lineAndColumn(text, at)}: ${inWords(problem)}`]
    })
    throw new FaultyList(
      lines
        .sort(([one], [other]) => one - other)
        .map(([, words]) => words)
        .join('\n'),
    )
  }
  const { sites, except, schedule = null } = judged.file
  return { kind: 'draft', draft: judged.file, recording: { sites, except, schedule } }
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    throw new FaultyList(code === 'ENOENT' ? `${path}: There is no such file.` : `${path}: The file cannot be read (${String(code)}).`)
  }
}

function inWords({ code, path, value }: Problem): string {
  const meanings: Record<string, string> = PROBLEM_CODES
  return `${path === '' ? '' : `${path}: `}${meanings[code] ?? ''}${value === '' ? '' : ` Found: ${value}`} (${code})`
}
