import { i18n } from '#i18n'
import { messageName } from './message-name.ts'

const KNOWN = ['unreachable', 'timeout', 'not-a-collector', 'unauthorized', 'wrong-address', 'busy', 'status'] as const

/** Why the last delivery did not work. `status-502` and its like share one sentence; a code without words is shown itself. */
export function deliveryWords(code: string): string {
  const stem = code.replace(/-\d+$/, '')
  const known = KNOWN.find((name) => name === stem)
  return known === undefined ? i18n.t('delivery.other', { code }) : i18n.t(`delivery.${messageName(known)}`)
}
