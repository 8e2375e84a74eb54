import { i18n } from '#i18n'
import type { Status, UiMessage } from '../../../lib/messages.ts'
import { Contact } from '../../../lib/ui/Contact.tsx'
import { companyOf } from '../../../lib/ui/headline.ts'
import { DeleteForm } from './DeleteForm.tsx'
import { Receipts } from './Receipts.tsx'

type Properties = { status: Status; now: number; send: (message: UiMessage) => Promise<Status | null> }

/** Deleting what was recorded, here and at the collector, or whom to ask for it; and what the collector says it has erased. */
export function Delete({ status, now, send }: Properties) {
  const company = companyOf(status)
  const { contact } = status.policy
  return (
    <>
      {status.mayDelete ? (
        <>
          <ul>
            <li>{i18n.t('delete.here')}</li>
            <li>{i18n.t('delete.there', { company })}</li>
            <li>{i18n.t('delete.whole')}</li>
            <li>{i18n.t('delete.one')}</li>
            <li>{i18n.t('delete.counts')}</li>
          </ul>
          <DeleteForm status={status} now={now} send={send} />
        </>
      ) : (
        <p>
          {i18n.t('delete.not_allowed', { company })}{' '}
          {contact === null ? i18n.t('notice.contact_none') : <Contact contact={contact}>{i18n.t('notice.contact', { contact })}</Contact>}
        </p>
      )}
      <Receipts erasures={status.erasures} />
    </>
  )
}
