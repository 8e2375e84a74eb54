import { i18n } from '#i18n'
import type { ComponentChildren } from 'preact'
import { SIZES, type MaskRule } from '../../../lib/trace/vocabulary.ts'
import { messageName } from '../../../lib/ui/message-name.ts'
import { sized } from './words.ts'

/** Stands where something was and was not kept, with the rule that kept it out, where that is not in the word itself. */
export function Hidden({ rule, children }: { rule: MaskRule | 'never' | null; children: ComponentChildren }) {
  return (
    <span class="hidden">
      <span class="spoken">{i18n.t('hidden.spoken')} </span>
      {children}
      {rule !== null && <small>{i18n.t(`rule.${messageName(rule)}`)}</small>}
    </span>
  )
}

/** A name as far as it was kept: its wording in quotation marks, or what stands for it. */
export function Name({ name, rule }: { name: string; rule: MaskRule | null }) {
  if (!name.startsWith('⟦')) return <q>{name}</q>
  const size = SIZES.find((known) => name.endsWith(`·${known}⟧`))
  return <Hidden rule={rule}>{size === undefined ? i18n.t('hidden.name') : i18n.t('hidden.name_sized', { size: sized(size) })}</Hidden>
}
