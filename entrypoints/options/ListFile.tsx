import { i18n } from '#i18n'
import type { ListStatus, Status, UiMessage } from '../../lib/messages.ts'
import { Facts } from '../../lib/ui/Facts.tsx'
import { moment } from '../../lib/ui/time-words.ts'
import { Press } from './Press.tsx'
import { ProblemList } from './Problems.tsx'

type Properties = { list: ListStatus; now: number; send: (message: UiMessage) => Promise<Status | null> }

/** The signed list of sites that the settings name: which is in force, until when, and what is wrong with what the server has. */
export function ListFile({ list, now, send }: Properties) {
  const { host, version, expires, expired, goodAt, problems } = list
  const look = async () => resultOf(list, await send({ type: 'refresh-list' }))

  return (
    <>
      <h3>{i18n.t('list.title')}</h3>
      {expired && <p class="trouble">{i18n.t('list.expired')}</p>}
      {problems.length > 0 && (
        <>
          <p>{version === null || expired ? i18n.t('list.unusable') : i18n.t('list.kept')}</p>
          <ProblemList problems={problems} />
        </>
      )}
      <Facts
        facts={[
          [i18n.t('list.from'), host],
          [i18n.t('list.version'), version === null ? i18n.t('list.none') : String(version)],
          [i18n.t('list.expires'), expires === null ? '–' : moment(expires, now)],
          [i18n.t('list.good_at'), goodAt === null ? i18n.t('waiting.never') : moment(goodAt, now)],
        ]}
      />
      <Press label={i18n.t('list.look')} busy={i18n.t('list.looking')} run={look} />
    </>
  )
}

function resultOf(before: ListStatus, after: Status | null): string {
  const list = after?.policy.list
  if (!list) return i18n.t('list.result_silent')
  if (list.problems.length > 0) return i18n.t('list.result_unusable')
  return list.version === before.version ? i18n.t('list.result_same') : i18n.t('list.result_new', { version: String(list.version) })
}
