import type { IsPublicSuffix } from '../../lib/policy/pattern.ts'
import { PROBLEM_CODES } from '../../lib/policy/problem-codes.ts'
import { resolvePolicy } from '../../lib/policy/resolve.ts'
import { ManagedPolicy } from '../../lib/policy/schema.ts'
import { hostBarrier, MAX_POLICY_HOSTS, type Kit } from './kit.ts'
import { SAMPLE } from './sample.ts'

const MEANINGS: Record<string, string | undefined> = PROBLEM_CODES

/** What an administrator gives: texts as typed, settings as parsed from JSON. */
export type Given = Omit<Kit, 'settings'> & { settings: unknown }

/**
 * Judges settings as every browser will, before any browser sees them.
 * @returns the kit, or sentences that say what is wrong, and where
 */
export function judgeKit({ id, updateUrl, firefox, settings, listed }: Given, isPublicSuffix: IsPublicSuffix): Kit | string[] {
  const problems: string[] = []
  if (!/^[a-p]{32}$/.test(id)) problems.push('--id must be the 32 letters from a to p that packing printed.')
  if (!isWebAddress(updateUrl)) problems.push('--update-url must be the http or https address of the update manifest.')
  if (firefox && !isWebAddress(firefox.xpiUrl)) problems.push('--xpi-url must be the http or https address of the package for Firefox.')
  // As Firefox takes it: like a mail address, or a GUID in braces.
  if (firefox && !/^(\{[\da-f-]{36}\}|[\w.-]*@[\w.-]+)$/i.test(firefox.id))
    problems.push('--firefox-id must be like waymark@company.example.')
  problems.push(...refusals(settings, isPublicSuffix))
  if (problems.length > 0 || !isSettings(settings)) return problems

  const faults = [...leftovers(settings), ...barrierFaults({ settings, listed })]
  return faults.length > 0 ? faults : { id, updateUrl, firefox, settings, listed }
}

function refusals(settings: unknown, isPublicSuffix: IsPublicSuffix): string[] {
  const resolution = resolvePolicy(settings, isPublicSuffix)
  // The allowlist file itself is not looked for: browsers judge it when they have fetched it.
  if (resolution.kind === 'empty' && resolution.missing.join() === 'file') return []
  if (resolution.kind === 'empty') return [`${resolution.missing.join(' and ')}: missing, so nothing would be recorded.`]
  if (resolution.kind === 'ready') return []
  return resolution.problems.map(({ path, code }) => `${path || 'settings'}: ${MEANINGS[code] ?? ''} (${code})`)
}

/** What of the sample must not reach anybody. */
function leftovers({ collector, notice }: Kit['settings']): string[] {
  const sample = SAMPLE.settings
  const same: [string, string | undefined, string | undefined][] = [
    ['collector.url', collector?.url, sample.collector?.url],
    ['collector.token', collector?.token, sample.collector?.token],
    ['notice.company', notice?.company, sample.notice?.company],
    ['notice.contact', notice?.contact, sample.notice?.contact],
    ['notice.url', notice?.url, sample.notice?.url],
  ]
  return same.flatMap(([path, ours, theirs]) => (ours !== undefined && ours === theirs ? [`${path}: still that of the sample.`] : []))
}

function barrierFaults(kit: Pick<Kit, 'settings' | 'listed'>): string[] {
  if (kit.listed !== null && !kit.settings.recording?.file)
    return ['--list is for settings that name a signed list; these have sites of their own.']
  const hosts = hostBarrier(kit).runtime_allowed_hosts.length
  if (hosts <= MAX_POLICY_HOSTS) return []
  return [
    `${kit.listed === null ? 'recording.sites' : '--list'}: ${hosts} hosts with those of the servers; the browser opens the first ${MAX_POLICY_HOSTS}. Write *.example.com for many of one domain.`,
  ]
}

function isSettings(value: unknown): value is Kit['settings'] {
  return ManagedPolicy.safeParse(value).success
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text)
}
