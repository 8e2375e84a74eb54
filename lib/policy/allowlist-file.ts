/** Allowlist files: sites, exceptions and schedule that a policy names by address and key instead of listing them. Pure. */
import { z } from 'zod'
import type { Problem } from '../messages.ts'
import { isSignedBy, readEnvelope } from './allowlist-envelope.ts'
import { boundedCopy } from './bounded-copy.ts'
import { judgeList } from './content.ts'
import { addIssue } from './issues.ts'
import type { IsPublicSuffix } from './pattern.ts'
import type { Policy } from './policy.ts'
import type { ProblemCode } from './problem-codes.ts'
import { collectProblems } from './problems.ts'
import { LIST_SHAPE } from './schema.ts'

/** 500 entries with their routes are 100 KB; the signed form is a third larger. */
export const MAX_LIST_BYTES = 1_000_000

/** What is signed. */
const Content = z.strictObject({
  version: z.int().min(1).max(1_000_000_000),
  expires: z.iso.datetime({ precision: 0 }),
  ...LIST_SHAPE,
})
/** What an administrator writes: the signing command adds what is left out. */
const Draft = Content.partial({ version: true, expires: true })
export type ListDraft = z.infer<typeof Draft>

/** A sound file; `expires` in ms since 1970, `digest` the SHA-256 of its payload in hexadecimal. */
export type ListFile = { version: number; expires: number; recording: Policy['recording']; digest: string }

/** The newest file that was ever taken under a key. */
export type Floor = { version: number; digest: string }

type Reading<Value> = { file: Value } | { problems: readonly Problem[] }

/** From the text of a signed file to what it lists. Never throws. Whether it is too old is another question: `successionProblem`. */
export async function readListFile(text: string, publicKey: string, isPublicSuffix: IsPublicSuffix): Promise<Reading<ListFile>> {
  if (text.length > MAX_LIST_BYTES) return refused('list-too-large')
  const sealed = readEnvelope(text)
  if (!sealed) return refused('list-envelope')
  const signed = await isSignedBy(sealed, publicKey)
  if (signed === null) return refused('list-cannot-verify')
  if (!signed) return refused('list-signature')
  return readPayload(sealed.payload, isPublicSuffix)
}

/** From the bytes that were signed to what they list. */
export async function readPayload(payload: Uint8Array<ArrayBuffer>, isPublicSuffix: IsPublicSuffix): Promise<Reading<ListFile>> {
  let value: unknown
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload)
    value = JSON.parse(text)
    // Duplicate keys and other second meanings: what a person was shown must be what is read here.
    if (JSON.stringify(value) !== text) return refused('list-envelope')
  } catch {
    return refused('list-envelope')
  }
  const judged = judge(value, Content, isPublicSuffix)
  if ('problems' in judged) return judged
  const { version, expires, sites, except, schedule } = judged.file
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', payload))
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { file: { version, expires: Date.parse(expires), recording: { sites, except, schedule: schedule ?? null }, digest: hex } }
}

/** Judges a list before it is signed, without version and expiry or with them. Whoever mends it wants to know all that is wrong. */
export function judgeDraft(value: unknown, isPublicSuffix: IsPublicSuffix): Reading<ListDraft> {
  return judge(value, Draft, isPublicSuffix, Infinity)
}

/** Why a sound file may not follow on what was taken before, or null. */
export function successionProblem({ version, digest, expires }: ListFile, floor: Floor | undefined, now: number): ProblemCode | null {
  if (floor && version < floor.version) return 'list-older'
  if (floor && version === floor.version && digest !== floor.digest) return 'list-same-version'
  return expires <= now ? 'list-expired' : null
}

function judge<Value>(value: unknown, schema: z.ZodType<Value>, isPublicSuffix: IsPublicSuffix, most?: number): Reading<Value> {
  const problems = collectProblems(most)
  try {
    const copy = boundedCopy(value, problems)
    const parsed = schema.safeParse(copy)
    if (!parsed.success) for (const issue of parsed.error.issues) addIssue(issue, copy, problems)
    judgeList(copy, '', isPublicSuffix, problems)
    return parsed.success && problems.list.length === 0 ? { file: parsed.data } : { problems: problems.list }
  } catch {
    return refused('unreadable')
  }
}

function refused(code: ProblemCode): { problems: readonly Problem[] } {
  return { problems: [{ code, path: '', value: '' }] }
}
