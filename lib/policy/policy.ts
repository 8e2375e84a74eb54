import type { Schedule, Site } from './schema.ts'

/** What the administrator decided, judged and complete: whoever holds one may rely on every value in it. */
export type Policy = {
  collector: { url: string; flushMinutes: number } & ({ token: string } | { joinSecret: string })
  recording: { sites: Site[]; except: string[]; schedule: Schedule | null }
  local: { retentionDays: number; maxMb: number }
  person: { pauseMaxMinutes: number; allowDelete: boolean }
  /** Nulls where the administrator said nothing; then the person is asked. */
  notice: { company: string | null; contact: string | null; url: string | null; consent: 'ask' | 'obtained' }
  /** Differs when anything above differs, the token or join secret included. */
  fingerprint: string
}
