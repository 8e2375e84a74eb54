/** How much of an interface's wording comes through: what the person acted on must still say what it was. */
import type { Draft } from '../../../lib/trace/action.ts'
import type { Outcome } from './suite.ts'
import type { Preset } from './presets.ts'

export type Survival = { page: string; preset: Preset; app: boolean; of: number; lost: string[] }

/** Wording anywhere in a stored action: name of the target, of what is around it, labels that were chosen. */
function wordingIn(action: Draft): (string | null)[] {
  const labels = action.kind === 'select' ? action.labels : []
  return [action.target?.name ?? null, action.target?.anchor?.name ?? null, ...labels]
}

export function survivalIn({ visited, actionsOf }: Outcome): Survival[] {
  return visited.map((each) => {
    const { page, preset } = each.job
    const kept = new Set(actionsOf(each).flatMap(wordingIn))
    const words = [...new Set(page.words)]
    return { page: page.name, preset, app: page.app === true, of: words.length, lost: words.filter((word) => !kept.has(word)) }
  })
}

/** Share of words kept, from 0 to 1. */
export function shareKept(all: readonly Survival[]): number {
  const of = all.reduce((sum, each) => sum + each.of, 0)
  return of === 0 ? 1 : 1 - all.reduce((sum, { lost }) => sum + lost.length, 0) / of
}

/** One line a page and policy, then what was lost. */
export function survivalTable(all: readonly Survival[]): string {
  return all
    .filter(({ of }) => of > 0)
    .map((each) => {
      const share = `${Math.round(shareKept([each]) * 100)} %`.padStart(5)
      return `${each.preset.padEnd(9)} ${share} of ${String(each.of).padStart(2)}  ${each.page}${each.lost.length > 0 ? `: lost ${each.lost.join(', ')}` : ''}`
    })
    .join('\n')
}
