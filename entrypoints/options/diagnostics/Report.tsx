import { i18n } from '#i18n'
import { useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { Status } from '../../../lib/messages.ts'
import { reportText } from './report-text.ts'

/** The diagnosis as text, to be copied for whoever helps. */
export function Report({ status, silent, storage }: { status: Status | null; silent: boolean; storage: number | null }) {
  const [result, setResult] = useState('')
  const version = browser.runtime.getManifest().version
  const text = reportText({ version, browser: navigator.userAgent, silent, storage }, status)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setResult(i18n.t('diagnostics.copied')),
      () => setResult(i18n.t('diagnostics.not_copied')),
    )
  return (
    <>
      <h3>{i18n.t('diagnostics.report')}</h3>
      <p class="intro">{i18n.t('diagnostics.report_intro')}</p>
      <pre tabIndex={0}>{text}</pre>
      <p class="press">
        <button type="button" onClick={() => void copy()}>
          {i18n.t('diagnostics.copy')}
        </button>
        <span role="status">{result}</span>
      </p>
    </>
  )
}
