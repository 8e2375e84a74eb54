import { i18n } from '#i18n'
import { browser } from 'wxt/browser'
import type { Status } from '../../lib/messages.ts'
import { Facts } from '../../lib/ui/Facts.tsx'

/** What to quote when asking for help. The version comes from the manifest, so that it is there when the worker is not. */
export function Diagnostics({ status, silent }: { status: Status | null; silent: boolean }) {
  const worker = silent ? i18n.t('diagnostics.silent') : status === null ? i18n.t('common.one_moment') : i18n.t('diagnostics.answers')
  return (
    <>
      <Facts
        facts={[
          [i18n.t('diagnostics.version'), browser.runtime.getManifest().version],
          [i18n.t('diagnostics.worker'), worker],
          [i18n.t('diagnostics.state'), status?.state ?? '–'],
          [i18n.t('diagnostics.delivery'), status?.delivery?.code ?? i18n.t('diagnostics.fine')],
        ]}
      />
      {status !== null && status.aside > 0 && <p class="trouble">{i18n.t('diagnostics.aside', status.aside)}</p>}
    </>
  )
}
