import { i18n } from '#i18n'
import type { Status } from '../../../lib/messages.ts'
import { grouped } from '../../../lib/ui/time-words.ts'

/** As much of a receipt as tells it from others at a glance. */
const SHORT = 12

/** What the collector has still to erase, and its receipts for what it has erased, the newest first. */
export function Receipts({ erasures: { pending, elsewhere, receipts } }: Pick<Status, 'erasures'>) {
  if (pending === 0 && elsewhere.length === 0 && receipts.length === 0) return null
  const sorted = receipts.toSorted((one, other) => other.day.localeCompare(one.day) || other.entry - one.entry)
  return (
    <>
      <h3>{i18n.t('delete.receipts')}</h3>
      <p role="status">{pending > 0 && i18n.t('delete.pending', pending)}</p>
      {elsewhere.map(({ collector, count }, place) => (
        <p key={place}>{i18n.t('delete.elsewhere', count, [grouped(count), collector])}</p>
      ))}
      {sorted.length > 0 && (
        <>
          <table class="receipts">
            <caption>{i18n.t('delete.receipts_intro')}</caption>
            <thead>
              <tr>
                <th scope="col">{i18n.t('delete.day')}</th>
                <th scope="col" class="number">
                  {i18n.t('delete.count')}
                </th>
                <th scope="col" class="number">
                  {i18n.t('delete.entry')}
                </th>
                <th scope="col" class="number">
                  {i18n.t('delete.receipt')}
                </th>
              </tr>
            </thead>
            <tbody>
              {sorted.map(({ day, entry, hash, count }) => (
                <tr key={hash}>
                  <th scope="row">{day}</th>
                  <td class="number">{grouped(count)}</td>
                  <td class="number">{entry}</td>
                  <td class="number">
                    <code title={hash}>{hash.slice(0, SHORT)}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <details>
            <summary>{i18n.t('delete.receipts_text')}</summary>
            <pre tabIndex={0}>{sorted.map(({ day, entry, hash }) => `${day} ${entry} ${hash}`).join('\n')}</pre>
          </details>
        </>
      )}
    </>
  )
}
