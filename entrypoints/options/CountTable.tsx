import { i18n } from '#i18n'
import { grouped } from '../../lib/ui/time-words.ts'

type Properties = {
  caption: string
  column: string
  rows: [name: string, count: number][]
  order?: 'highest' | 'given'
  summed?: boolean
}

/** Names with their counts, highest first unless they have an order of their own; rows of nothing are left out. `summed` where the counts are of one kind. */
export function CountTable({ caption, column, rows, order = 'highest', summed = false }: Properties) {
  const given = rows.filter(([, count]) => count > 0)
  const counted = order === 'given' ? given : given.toSorted(([, one], [, other]) => other - one)
  const total = counted.reduce((all, [, count]) => all + count, 0)
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{column}</th>
          <th scope="col" class="number">
            {i18n.t('today.number')}
          </th>
        </tr>
      </thead>
      <tbody>
        {counted.map(([name, count]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="number">{grouped(count)}</td>
          </tr>
        ))}
      </tbody>
      {summed && (
        <tfoot>
          <tr>
            <th scope="row">{i18n.t('today.total')}</th>
            <td class="number">{grouped(total)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
