import type { Change, Recording } from '../../lib/policy/compare.ts'
import type { Schedule } from '../../lib/policy/schema.ts'

/** What a change records more and less, one line each; a line that says so where it is neither. */
export function changesInWords(changes: readonly Change[]): string {
  if (changes.length === 0) return 'Nothing more and nothing less is recorded.'
  return (['more', 'less'] as const)
    .flatMap((kind) => {
      const mine = changes.filter((change) => change.kind === kind)
      return mine.length === 0 ? [] : [`Recorded ${kind}:`, ...mine.map((change) => `  ${sentence(change)}`)]
    })
    .join('\n')
}

/** As `14 sites, 30 exceptions, at any time`. */
export function summary({ sites, except, schedule }: Recording): string {
  return `${counted(sites.length, 'site')}, ${counted(except.length, 'exception')}, ${times(schedule)}`
}

function sentence(change: Change): string {
  const isMore = change.kind === 'more'
  switch (change.what) {
    case 'site':
      return isMore
        ? `${change.match} is recorded where no site reached before.`
        : `${change.match} is not listed any more${rest(change.rest, 'What of it these list goes on being recorded')}`
    case 'except':
      return isMore
        ? `${change.match} is not excepted any more${rest(change.rest, 'What of it these except still is')}`
        : `${change.match} is excepted.`
    case 'text':
      return isMore
        ? `${change.match}: the text of the site may be kept (public).`
        : `${change.match}: wording of the interface only is kept (interface).`
    case 'context':
      return isMore
        ? `${change.match}: the masked structure of pages is kept (structure).`
        : `${change.match}: actions only are kept (actions).`
    case 'phrases':
      return `${change.match}: wording that ${may(isMore)}: ${change.entries.map((entry) => JSON.stringify(entry)).join(', ')}`
    case 'unmask':
      return `${change.match}: parts of pages whose wording ${may(isMore)}: ${change.entries.join(', ')}`
    case 'routes':
      return `${change.match}: addresses that ${may(isMore)} in words: ${change.entries.join(', ')}`
    case 'schedule':
      return `Times: ${times(change.after)}; before: ${times(change.before)}.`
  }
}

const may = (isMore: boolean) => (isMore ? 'may be kept' : 'is not kept any more')

function rest(patterns: readonly string[], what: string): string {
  return patterns.length === 0 ? '.' : `. ${what}: ${patterns.join(', ')}`
}

function times(schedule: Schedule | null): string {
  return schedule ? `${schedule.days.join(', ')} from ${schedule.from} to ${schedule.to} (${schedule.timeZone})` : 'at any time'
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
