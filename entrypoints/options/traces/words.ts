/** The vocabulary of the records in the person's language. */
import { i18n } from '#i18n'
import type { Action } from '../../../lib/trace/action.ts'
import type { Target } from '../../../lib/trace/target.ts'
import type { Modifier, Size } from '../../../lib/trace/vocabulary.ts'
import { messageName } from '../../../lib/ui/message-name.ts'

/** "4–8 characters" */
export function sized(size: Size): string {
  if (size === '0') return i18n.t('hidden.size_none')
  return size === '21+' ? i18n.t('hidden.size_more') : i18n.t('hidden.size', { range: size.replace('-', '–') })
}

/** How many files, as a size class. */
export function filesSized(size: Size): string {
  const number = size === '21+' ? i18n.t('hidden.files_more') : i18n.t('hidden.files_size', { range: size.replace('-', '–') })
  return i18n.t('hidden.files', { size: number })
}

/** Names of keys as they stand on keyboards. */
const MODIFIERS: Record<Modifier, string> = { alt: 'Alt', ctrl: 'Ctrl', meta: 'Meta', shift: 'Shift' }

/** "Ctrl + Page down" */
export function keys(modifiers: readonly Modifier[], key: string | null): string {
  // `ArrowUp` is one word in the records.
  const named = key?.replace(/(?<=[a-z])([A-Z])/, (letter) => ` ${letter.toLowerCase()}`)
  return [...modifiers.map((name) => MODIFIERS[name]), ...(named === undefined ? [] : [named])].join(' + ')
}

/** "4:12.3" since the sequence began. */
export function clock(ms: number): string {
  return `${Math.floor(ms / 60_000)}:${((ms % 60_000) / 1000).toFixed(1).padStart(4, '0')}`
}

/** The innermost landmark says most; "main" only where nothing else is known. */
function placeOf({ landmarks }: Target): string[] {
  const landmark = landmarks.findLast((name) => name !== 'main') ?? landmarks.at(-1)
  return landmark === undefined ? [] : [i18n.t(`how.${landmark}`)]
}

function activation(action: Action): string[] {
  if (action.kind !== 'click' && action.kind !== 'check' && action.kind !== 'select' && action.kind !== 'set') return []
  return action.via === 'pointer' ? [] : [i18n.t(`how.via_${action.via}`)]
}

/** How it was done, where, after what pause and what followed: each a phrase of its own. */
export function circumstances(action: Action): string[] {
  const { target, frame, effects, pause } = action
  const held = action.kind === 'click' && action.modifiers.length > 0 ? [i18n.t('how.holding', { keys: keys(action.modifiers, null) })] : []
  const waited = pause === null || pause === '0-1s' || action.seq === 0 ? [] : [pauseWords(pause)]
  const followed = [...new Set(effects.map(({ kind }) => i18n.t(`how.effect_${messageName(kind)}`)))]
  return [
    ...(target ? placeOf(target) : []),
    ...(frame.length > 0 ? [i18n.t('how.frame')] : []),
    ...activation(action),
    ...held,
    ...waited,
    ...followed,
  ]
}

function pauseWords(pause: string): string {
  return pause === '30s+' ? i18n.t('how.pause_long') : i18n.t('how.pause', { range: pause.replace('s', '').replace('-', '–') })
}
