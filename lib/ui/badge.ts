/** Words, drawing and colour of the toolbar icon in each state: what the worker hands to `browser.action`. */
import { i18n } from '#i18n'
import { extension } from '../extension.ts'
import type { State } from '../messages.ts'
import { messageName } from './message-name.ts'
import { SHAPES, shapeOf } from './shapes.ts'

export type Badge = {
  /** A whole sentence, for pointing at the icon and for screen readers. */
  title: string
  /** At most three letters; empty takes the badge away. */
  text: string
  /** Paths from the extension's root by size in px, for `setIcon`. */
  icon: Record<'16' | '32' | '48', string>
  /** CSS colour behind the letters. */
  color: string
}

export function badge(state: State): Badge {
  const shape = shapeOf(state)
  const icon = (size: number) => `/icon/${shape}-${size}.png`
  return {
    title: i18n.t(`badge.${messageName(state)}.title`),
    // An empty message counts as a missing one, so the two quiet states have none.
    text: state === 'off-here' || state === 'off-hours' ? '' : i18n.t(`badge.${messageName(state)}.text`),
    icon: { 16: icon(16), 32: icon(32), 48: icon(48) },
    color: SHAPES[shape].badge,
  }
}

/**
 * Has the page that a tab shows now been told that it is recorded? Its badge says so, which the browser takes away with the page: one that was
 * open before, or came to a listed address without loading, has none.
 */
export async function showsRecording(tabId: number): Promise<boolean> {
  // A tab that is gone is not recorded.
  const text = await extension.action.getBadgeText({ tabId }).catch(() => '')
  return text === badge('recording').text
}
