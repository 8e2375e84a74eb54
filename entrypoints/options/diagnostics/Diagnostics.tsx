import { i18n } from '#i18n'
import { browser } from 'wxt/browser'
import type { Status } from '../../../lib/messages.ts'
import { Facts } from '../../../lib/ui/Facts.tsx'
import { kilobytes } from '../../../lib/ui/time-words.ts'
import { BrowserNumber } from './BrowserNumber.tsx'
import { Credential } from './Credential.tsx'
import { Report } from './Report.tsx'
import { useStorage } from './use-storage.ts'

/** What to quote when asking for help. The version comes from the manifest, so that it is there when the worker is not. */
export function Diagnostics({ status, silent }: { status: Status | null; silent: boolean }) {
  const storage = useStorage()
  const worker = silent ? i18n.t('diagnostics.silent') : status === null ? i18n.t('common.one_moment') : i18n.t('diagnostics.answers')
  const copies = status && `${i18n.t('diagnostics.copies_count', status.copies.sequences)}, ${kilobytes(status.copies.bytes)}`
  return (
    <>
      <Facts
        facts={[
          [i18n.t('diagnostics.version'), browser.runtime.getManifest().version],
          [i18n.t('diagnostics.worker'), worker],
          [i18n.t('diagnostics.state'), status?.state ?? '–'],
          [i18n.t('diagnostics.delivery'), status?.delivery?.code ?? i18n.t('diagnostics.fine')],
          [i18n.t('diagnostics.storage'), storage === null ? i18n.t('diagnostics.storage_none') : kilobytes(storage)],
          [i18n.t('diagnostics.copies'), copies ?? '–'],
        ]}
      />
      {status !== null && status.aside > 0 && <p class="trouble">{i18n.t('diagnostics.aside', status.aside)}</p>}
      {status !== null && <BrowserNumber device={status.device} />}
      {status !== null && <Credential enrolment={status.enrolment} />}
      <Report status={status} silent={silent} storage={storage} />
    </>
  )
}
