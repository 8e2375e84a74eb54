import type { z } from 'zod'
import type { Problem } from '../messages.ts'
import { boundedCopy } from './bounded-copy.ts'
import { judgeContent } from './content.ts'
import { fingerprint } from './fingerprint.ts'
import type { IsPublicSuffix } from './pattern.ts'
import type { Policy } from './policy.ts'
import type { ProblemCode } from './problem-codes.ts'
import { collectProblems, pathTo, type Problems } from './problems.ts'
import { ManagedPolicy } from './schema.ts'

export type Resolution =
  /** Not configured, or not configured yet: record nothing, delete nothing, keep listening. */
  | { kind: 'empty'; missing: ('collector' | 'recording')[] }
  /** Wrong somewhere, so none of it is used. At least one problem, at most 20. */
  | { kind: 'refused'; problems: readonly Problem[] }
  | { kind: 'ready'; policy: Policy }

/**
 * From the raw managed value to a policy that can be relied on. Never throws, and takes bounded time whatever the value
 * is. One fault anywhere refuses the whole: half a policy might lack the half that narrows it.
 */
export function resolvePolicy(raw: unknown, isPublicSuffix: IsPublicSuffix): Resolution {
  if (raw === undefined || raw === null) return { kind: 'empty', missing: ['collector', 'recording'] }
  const problems = collectProblems()
  try {
    const copy = boundedCopy(raw, problems)
    const parsed = ManagedPolicy.safeParse(copy)
    if (!parsed.success) for (const issue of parsed.error.issues) addIssue(issue, copy, problems)
    judgeContent(copy, isPublicSuffix, problems)
    if (!parsed.success || problems.list.length > 0) return { kind: 'refused', problems: problems.list }
    return complete(parsed.data)
  } catch {
    // A getter or proxy threw, or the suffix list could not be asked. What cannot be read cannot be followed.
    return { kind: 'refused', problems: [{ code: 'unreadable' satisfies ProblemCode, path: '', value: '' }] }
  }
}

function complete({ collector, recording, local, person, notice }: ManagedPolicy): Resolution {
  const sites = recording?.sites ?? []
  if (!collector || !recording || sites.length === 0) {
    const missing: ('collector' | 'recording')[] = []
    if (!collector) missing.push('collector')
    if (sites.length === 0) missing.push('recording')
    return { kind: 'empty', missing }
  }
  const entry = entryOf(collector)
  // Judged before: a collector without one is refused.
  if (!entry) return { kind: 'empty', missing: ['collector'] }
  const policy = {
    collector: { url: collector.url, ...entry, flushMinutes: collector.flushMinutes },
    recording: { sites, except: recording.except, schedule: recording.schedule ?? null },
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

/** Puts a zod issue into our words. */
function addIssue(issue: z.core.$ZodIssue, copy: unknown, problems: Problems): void {
  let path = ''
  let value = copy
  for (const key of issue.path) {
    path = pathTo(path, typeof key === 'symbol' ? '' : key)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  }
  // Never the token or join secret, which may also stand in the wrong place: instead of the object around it, or in a policy pasted as text.
  const shown = path === '' || path.startsWith('collector') ? undefined : value
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) problems.add('unknown-key', pathTo(path, key))
      break
    case 'invalid_type':
      problems.add(value === undefined ? 'missing' : 'wrong-type', path, shown)
      break
    case 'too_big':
      problems.add(ofSize(issue.origin, 'too-long', 'too-many'), path, shown)
      break
    case 'too_small':
      problems.add(ofSize(issue.origin, 'too-short', 'too-few'), path, shown)
      break
    case 'invalid_value':
      problems.add('not-allowed', path, shown)
      break
    default:
      problems.add('format', path, shown)
  }
}

function ofSize(origin: string, text: ProblemCode, list: ProblemCode): ProblemCode {
  if (origin === 'string') return text
  return origin === 'array' ? list : 'out-of-range'
}
