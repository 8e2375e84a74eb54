import type { Problem } from '../messages.ts'
import { boundedCopy } from './bounded-copy.ts'
import { judgeContent } from './content.ts'
import { fingerprint } from './fingerprint.ts'
import type { IsPublicSuffix } from './pattern.ts'
import type { Policy } from './policy.ts'
import type { ListFile } from './allowlist-file.ts'
import { addIssue } from './issues.ts'
import type { ProblemCode } from './problem-codes.ts'
import { collectProblems } from './problems.ts'
import { ManagedPolicy, type FilePointer } from './schema.ts'

/** The newest allowlist file that was taken, and the key it is signed with. */
export type HeldFile = { publicKey: string; content: ListFile }

/** `file`: an allowlist file is named in `recording`, and none that is sound has come yet. */
type Missing = 'collector' | 'recording' | 'file'

export type Resolution =
  /** Not configured, or not configured yet: record nothing, delete nothing, keep listening. */
  | { kind: 'empty'; missing: Missing[]; file?: FilePointer }
  /** Wrong somewhere, so none of it is used. At least one problem, at most 20. */
  | { kind: 'refused'; problems: readonly Problem[] }
  | { kind: 'ready'; policy: Policy }

/**
 * From the raw managed value to a policy that can be relied on. Never throws, and takes bounded time whatever the value
 * is. One fault anywhere refuses the whole: half a policy might lack the half that narrows it.
 */
export function resolvePolicy(raw: unknown, isPublicSuffix: IsPublicSuffix, held: HeldFile | null = null): Resolution {
  if (raw === undefined || raw === null) return { kind: 'empty', missing: ['collector', 'recording'] }
  const problems = collectProblems()
  try {
    const copy = boundedCopy(raw, problems)
    const parsed = ManagedPolicy.safeParse(copy)
    if (!parsed.success) for (const issue of parsed.error.issues) addIssue(issue, copy, problems)
    judgeContent(copy, isPublicSuffix, problems)
    if (!parsed.success || problems.list.length > 0) return { kind: 'refused', problems: problems.list }
    return complete(parsed.data, held)
  } catch {
    // A getter or proxy threw, or the suffix list could not be asked. What cannot be read cannot be followed.
    return { kind: 'refused', problems: [{ code: 'unreadable' satisfies ProblemCode, path: '', value: '' }] }
  }
}

function complete({ collector, recording, local, person, notice }: ManagedPolicy, held: HeldFile | null): Resolution {
  const file = recording?.file
  // A file that was taken under this key holds, wherever it was fetched from.
  const content = file && held?.publicKey === file.publicKey ? held.content : null
  const listed = content?.recording ?? {
    sites: recording?.sites ?? [],
    except: recording?.except ?? [],
    schedule: recording?.schedule ?? null,
  }
  if (!collector || listed.sites.length === 0) {
    const missing: Missing[] = []
    if (!collector) missing.push('collector')
    if (listed.sites.length === 0) missing.push(file && !content ? 'file' : 'recording')
    return { kind: 'empty', missing, ...(file && { file }) }
  }
  const entry = entryOf(collector)
  // Judged before: a collector without one is refused.
  if (!entry) return { kind: 'empty', missing: ['collector'] }
  const policy = {
    collector: { url: collector.url, ...entry, flushMinutes: collector.flushMinutes },
    recording: listed,
    file: file && content ? { ...file, version: content.version, expires: content.expires } : null,
    local: ManagedPolicy.shape.local.unwrap().parse(local ?? {}),
    person: ManagedPolicy.shape.person.unwrap().parse(person ?? {}),
    notice: {
      company: notice?.company ?? null,
      contact: notice?.contact ?? null,
      url: notice?.url ?? null,
      consent: notice?.consent ?? ('ask' as const),
    },
  }
  return { kind: 'ready', policy: { ...policy, fingerprint: fingerprint(policy) } }
}

function entryOf({ token, joinSecret }: NonNullable<ManagedPolicy['collector']>): { token: string } | { joinSecret: string } | null {
  if (joinSecret !== undefined) return { joinSecret }
  return token === undefined ? null : { token }
}
