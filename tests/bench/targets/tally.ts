/** Outcomes, counted by change and competitor. Pure. */
import type { Results } from './answers.ts'
import { COMPETITORS, type Competitor, type Outcome } from './messages.ts'

export type Counts = Record<Outcome, number>
export type Tally = Map<string, Map<Competitor, Counts>>

/** @param wanted which targets count; all where it is absent */
export function count(tally: Tally, change: string, { outcomes }: Results, wanted: (index: number) => boolean = () => true): void {
  const row = tally.get(change) ?? new Map<Competitor, Counts>()
  tally.set(change, row)
  for (const competitor of COMPETITORS) {
    const counts = row.get(competitor) ?? { right: 0, wrong: 0, abstained: 0 }
    row.set(competitor, counts)
    for (const [index, outcome] of outcomes[competitor].entries()) if (wanted(index)) counts[outcome]++
  }
}

export const total = ({ right, wrong, abstained }: Counts): number => right + wrong + abstained
