/** What whoever helps needs to know, as lines of text: codes and numbers, no site, no pseudonym, nothing from any page. Pure. */
import type { Status } from '../../../lib/messages.ts'

export type Reported = { version: string; browser: string; silent: boolean; storage: number | null }

/** Not translated: it is read by whoever knows the words of the code. */
export function reportText({ version, browser, silent, storage }: Reported, status: Status | null): string {
  const lines: [string, unknown][] = [
    ['waymark', version],
    ['browser', browser],
    ['worker', silent ? 'silent' : status === null ? 'unknown' : 'answers'],
    ['storage bytes', storage ?? 'unknown'],
  ]
  if (status !== null) {
    const { state, consent, enrolment, delivery, waiting, sent, copies, aside, erasures, today, policy } = status
    lines.push(
      ['state', state],
      ['consent', consent],
      ['delivery', delivery?.code ?? 'fine'],
      // The credential is left out: beside a name it says whose key it is.
      ['key taken', enrolment === null ? 'needs none' : (enrolment.since ?? 'not yet') + (enrolment.revoked ? ', revoked' : '')],
      ['waiting', Object.entries(waiting).map(said)],
      ['sent', Object.entries({ actions: sent.actions, batches: sent.batches }).map(said)],
      ['copies', Object.entries(copies).map(said)],
      ['databases aside', aside],
      ['erasures', [`pending ${erasures.pending}`, `receipts ${erasures.receipts.length}`]],
      ['counted today', Object.entries(today.counts).map(said)],
      ['sites listed', policy.sites.length],
      // The values may be addresses.
      ['problems', policy.problems.map(({ code, path }) => `${code} at ${path || 'the top'}`)],
    )
  }
  return lines.map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') || 'none' : String(value)}`).join('\n')
}

const said = ([name, number]: [string, unknown]) => `${name} ${String(number)}`
