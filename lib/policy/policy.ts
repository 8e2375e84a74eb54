import type { Schedule, Site } from './schema.ts'

/** What the administrator decided, judged and complete: whoever holds one may rely on every value in it. */
export type Policy = {
  collector: { url: string; flushMinutes: number } & ({ token: string } | { joinSecret: string })
  recording: { sites: Site[]; except: string[]; schedule: Schedule | null }
  /** The allowlist file that sites, exceptions and schedule are from, null where the policy lists them itself; `expires` in ms since 1970. */
  file: { url: string; publicKey: string; version: number; expires: number } | null
  local: { retentionDays: number; maxMb: number }
  person: { pauseMaxMinutes: number; allowDelete: boolean }
  /** Nulls where the administrator said nothing; then the person is asked. */
  notice: { company: string | null; contact: string | null; url: string | null; consent: 'ask' | 'obtained' }
  /** Differs when anything above differs, the token or join secret included. */
  fingerprint: string
}
