import { i18n } from '#i18n'
import type { Status } from '../../lib/messages.ts'
import { hostOf } from '../../lib/ui/host-of.ts'
import { messageName } from '../../lib/ui/message-name.ts'
import { sum } from '../../lib/ui/sum.ts'
import { COUNTS } from '../../lib/trace/counts.ts'
import { ACTION_KINDS } from '../../lib/trace/vocabulary.ts'
import { CountTable } from './CountTable.tsx'

/** Today's actions by kind and by site, and what was only counted. */
export function TodayTables({ today }: { today: Status['today'] }) {
  const kinds = ACTION_KINDS.map((kind): [string, number] => [i18n.t(`kind.${kind}`), today.kinds[kind] ?? 0])
  const counted = COUNTS.map((count): [string, number] => [i18n.t(`count.${messageName(count)}`), today.counts[count] ?? 0])
  const sites = Object.entries(today.sites).map(([site, number]): [string, number] => [hostOf(site), number])
  return (
    <>
      {sum(today.kinds) === 0 ? (
        <p>{i18n.t('today.none')}</p>
      ) : (
        <div class="tables">
          <CountTable caption={i18n.t('today.kinds')} column={i18n.t('today.kind')} rows={kinds} summed />
          <CountTable caption={i18n.t('today.by_site')} column={i18n.t('today.site')} rows={sites} summed />
        </div>
      )}
      <h3>{i18n.t('today.counted')}</h3>
      {sum(today.counts) === 0 ? (
        <p>{i18n.t('today.none_counted')}</p>
      ) : (
        <CountTable caption={i18n.t('today.counted_intro')} column={i18n.t('today.reason')} rows={counted} />
      )}
    </>
  )
}
