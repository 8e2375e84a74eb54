/** What went wrong on a page with ours, for whoever tunes. */
import type { Measured } from './measure.ts'
import { NEXT } from './measure.ts'

export function missLines({ chosen, changes, ofNext }: Measured): string[] {
  return [...changes].flatMap(([change, { misses }]) =>
    misses
      .filter(({ competitor }) => competitor.startsWith('ours'))
      .map(({ competitor, index, target, found, why }) => {
        const was = chosen.labels[change === NEXT ? (ofNext[index] ?? -1) : index] ?? ''
        const now = target === 'gone' ? ', gone,' : target === was ? '' : `, now ${target},`
        return `  ${change} · ${competitor} · ${was}${now} ${found === null ? 'not found' : `WRONG ${found}`} (${why})`
      }),
  )
}
