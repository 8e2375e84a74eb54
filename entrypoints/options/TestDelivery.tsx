import { i18n } from '#i18n'
import { useState } from 'preact/hooks'
import type { Check } from '../../lib/flush/check.ts'
import { causeOf } from '../../lib/ui/delivery-trouble.ts'
import { Facts } from '../../lib/ui/Facts.tsx'
import { readCheck } from '../../lib/ui/read.ts'
import { pageLocale } from '../../lib/ui/locale.ts'
import { grouped } from '../../lib/ui/time-words.ts'

const MINUTE_MS = 60_000
/** Whoever answers so has looked at the token. */
const REACHED_CODES = ['unauthorized', 'join-secret', 'revoked', 'version', 'clock', 'busy', 'wrong-address']

/** Whether a delivery from this browser would be taken, asked when the person wants to know. */
export function TestDelivery() {
  const [result, setResult] = useState<{ check: Check | 'none' | null; ms: number } | 'testing' | 'untested'>('untested')
  const isTesting = result === 'testing'

  const run = async () => {
    if (isTesting) return
    setResult('testing')
    const begun = performance.now()
    const check = await readCheck()
    setResult({ check, ms: Math.round(performance.now() - begun) })
  }

  return (
    <>
      <h3>{i18n.t('test.title')}</h3>
      <p class="intro">{i18n.t('test.intro')}</p>
      <p class="press">
        <button type="button" aria-disabled={isTesting} onClick={() => void run()}>
          {isTesting ? i18n.t('test.running') : i18n.t('test.run')}
        </button>
        <span role="status">{typeof result === 'object' && verdictOf(result.check)}</span>
      </p>
      {typeof result === 'object' && result.check !== null && result.check !== 'none' && <Facts facts={factsOf(result.check, result.ms)} />}
    </>
  )
}

function verdictOf(check: Check | 'none' | null): string {
  if (check === null) return i18n.t('test.silent')
  if (check === 'none') return i18n.t('test.none')
  const { code } = check
  if (code === null) return i18n.t('test.good')
  return i18n.t('test.bad', { reason: code === 'version' ? i18n.t('test.version') : causeOf(code) })
}

function factsOf({ code, behindMs, version }: Check, ms: number): [string, string][] {
  const isReached = code === null || REACHED_CODES.includes(code) || code.startsWith('status-')
  const token =
    version !== null
      ? i18n.t('test.token_yes')
      : code === 'unauthorized' || code === 'join-secret'
        ? i18n.t('test.token_no')
        : i18n.t('test.unknown')
  return [
    [i18n.t('test.reached'), isReached ? i18n.t('test.reached_yes') : i18n.t('test.reached_no')],
    [i18n.t('test.token'), token],
    [i18n.t('test.clock'), behindMs === null ? i18n.t('test.unknown') : clocks(behindMs)],
    [i18n.t('test.format'), version?.toString() ?? i18n.t('test.unknown')],
    [i18n.t('test.took'), new Intl.NumberFormat(pageLocale(), { style: 'unit', unit: 'millisecond' }).format(ms)],
  ]
}

function clocks(behindMs: number): string {
  if (Math.abs(behindMs) < MINUTE_MS) return i18n.t('test.clock_same')
  const minutes = grouped(Math.round(Math.abs(behindMs) / MINUTE_MS))
  return behindMs > 0 ? i18n.t('test.clock_behind', { minutes }) : i18n.t('test.clock_ahead', { minutes })
}
