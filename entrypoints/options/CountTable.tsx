import { i18n } from '#i18n'

type Properties = { caption: string; column: string; rows: [name: string, count: number][]; summed?: boolean }

/** Names with their counts, highest first; rows of nothing are left out. `summed` where the counts are of one kind. */
export function CountTable({ caption, column, rows, summed = false }: Properties) {
  const counted = rows.filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one)
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
            <td class="number">{count.toLocaleString()}</td>
          </tr>
        ))}
      </tbody>
      {summed && (
        <tfoot>
          <tr>
            <th scope="row">{i18n.t('today.total')}</th>
            <td class="number">{total.toLocaleString()}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
