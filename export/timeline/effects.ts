/** What followed from an action and is no action of its own, in words for people who have never seen the format. */
import type { Effect } from '../../lib/trace/action.ts'
import { duration, listed, thingOf } from './words.ts'

type State = NonNullable<Effect['state']>

const either = (state: boolean | undefined, yes: string, no: string): string[] => (state === undefined ? [] : [state ? yes : no])

/** "open and selected" */
function stateInWords({ checked, expanded, selected, pressed, disabled, readonly, required }: State): string {
  return listed([
    ...(checked === 'mixed' ? ['partly ticked'] : either(checked, 'ticked', 'not ticked')),
    ...either(expanded, 'open', 'closed'),
    ...either(selected, 'selected', 'not selected'),
    ...either(pressed, 'pressed in', 'not pressed in'),
    ...either(disabled, 'disabled', 'enabled'),
    ...either(readonly, 'read-only', 'editable'),
    ...either(required, 'required', 'optional'),
  ])
}

function followed({ kind, role, state }: Effect): string {
  const what = role ? thingOf(role) : 'a part of the page'
  switch (kind) {
    case 'navigation':
      return 'moved the page on'
    case 'dialog':
      return `opened ${role ? what : 'a dialog'}`
    case 'revealed':
      return `showed ${what}`
    case 'removed':
      return `took away ${what}`
    case 'state':
      return state && Object.keys(state).length > 0 ? `became ${stateInWords(state)}` : 'changed its state'
    default: {
      const unknown: never = kind
      return unknown
    }
  }
}

/** "showed a menu after 0.3 s" */
export function effectInWords(effect: Effect): string {
  const { settleMs } = effect
  return followed(effect) + (settleMs === null ? '' : settleMs === 0 ? ' at once' : ` after ${duration(settleMs)}`)
}
