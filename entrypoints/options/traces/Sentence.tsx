import { i18n } from '#i18n'
import type { ComponentChildren } from 'preact'
import type { Action, MaskEntry } from '../../../lib/trace/action.ts'
import type { Target } from '../../../lib/trace/target.ts'
import { SECRET_FIELD_KINDS, type ActionKind, type FieldKind, type MaskedField, type Size } from '../../../lib/trace/vocabulary.ts'
import { messageName } from '../../../lib/ui/message-name.ts'
import { filled } from './filled.ts'
import { Hidden, Name } from './Hidden.tsx'
import { filesSized, keys, sized } from './words.ts'
import { grouped } from '../../../lib/ui/time-words.ts'

type Of<K extends ActionKind> = Extract<Action, { kind: K }>

/** What was done, as somebody reads it who has never seen the format. */
export function Sentence({ action }: { action: Action }) {
  return <>{sentenceOf(action)}</>
}

const ruleOf = (masking: readonly MaskEntry[], field: MaskedField) => masking.find((entry) => entry.field === field)?.rule ?? null

/** "the button “Save”" */
function thing(target: Target | null, masking: readonly MaskEntry[], field: MaskedField = 'target.name'): ComponentChildren {
  if (!target) return i18n.t('thing.page')
  const { control, name } = target
  return (
    <>
      {i18n.t(`thing.${messageName(control)}`)} {name !== null && <Name name={name} rule={ruleOf(masking, field)} />}
    </>
  )
}

function sentenceOf(action: Action): ComponentChildren {
  const what = thing(action.target, action.masking)
  switch (action.kind) {
    case 'click':
      return click(action, what)
    case 'check':
      return check(action, what)
    case 'type':
      return typed(action)
    case 'press':
      return press(action, what)
    case 'select':
      return select(action, what)
    case 'set':
      return action.position === null
        ? filled((mark) => i18n.t('did.set', { thing: mark }), what)
        : filled((mark) => i18n.t('did.set_to', { thing: mark, percent: String((action.position ?? 0) * 10) }), what)
    case 'scroll':
      return scroll(action)
    case 'drag':
      return action.destination === null
        ? filled((mark) => i18n.t('did.drag', { thing: mark }), what)
        : filled(
            (from, to) => i18n.t('did.drag_onto', { thing: from, other: to }),
            what,
            thing(action.destination, action.masking, 'destination'),
          )
    case 'hover':
      return filled((mark) => i18n.t('did.hover', { thing: mark }), what)
    case 'upload': {
      const files = <Hidden rule="never">{filesSized(action.files)}</Hidden>
      return filled((how, where) => i18n.t(`did.upload_${action.via}`, { files: how, thing: where }), files, what)
    }
    case 'clip': {
      const content = <Hidden rule="never">{i18n.t('hidden.content')}</Hidden>
      return filled((mark, where) => i18n.t(`did.clip_${action.operation}`, { content: mark, thing: where }), content, what)
    }
    case 'nav':
      return i18n.t(`did.nav_${action.cause}`)
    case 'tab':
      return action.to === 'listed'
        ? i18n.t(`did.tab_${action.change}_listed`)
        : filled(
            (mark) => i18n.t(`did.tab_${action.change}_outside`, { outside: mark }),
            <Hidden rule={null}>{i18n.t('hidden.outside')}</Hidden>,
          )
    case 'dialog':
      return i18n.t(`did.dialog_${action.outcome}`, { dialog: i18n.t(`dialog_kind.${action.dialog}`) })
  }
}

function click({ button, count }: Of<'click'>, what: ComponentChildren): ComponentChildren {
  const times = count === 1 ? 'once' : count === 2 ? 'twice' : 'thrice'
  return filled((mark) => i18n.t(`did.click_${button === 'primary' ? times : button}`, { thing: mark }), what)
}

function check({ checked, target }: Of<'check'>, what: ComponentChildren): ComponentChildren {
  const turned = checked ? 'on' : 'off'
  const how = target?.control === 'radio' ? 'picked' : target?.control === 'switch' ? (`switched_${turned}` as const) : turned
  return filled((mark) => i18n.t(`did.check_${how}`, { thing: mark }), what)
}

function typed({ field, length, cleared }: Of<'type'>): ComponentChildren {
  const kind = i18n.t(`field_kind.${messageName(field)}`)
  if (cleared === true) return i18n.t('did.type_emptied', { kind })
  return filled((mark) => i18n.t('did.type', { kind, text: mark }), <Typed field={field} length={length} />)
}

/** What stands for a text that was typed. */
export function Typed({ field, length }: { field: FieldKind; length: Size | null }) {
  if (SECRET_FIELD_KINDS.some((secret) => secret === field)) return <Hidden rule="secret-field">{i18n.t('hidden.secret')}</Hidden>
  return <Hidden rule="never">{length === null ? i18n.t('hidden.typed') : i18n.t('hidden.typed_sized', { size: sized(length) })}</Hidden>
}

function press({ key, shortcut, modifiers, target }: Of<'press'>, what: ComponentChildren): ComponentChildren {
  const named = shortcut === null ? keys(modifiers, key) : i18n.t(`shortcut.${messageName(shortcut)}`)
  const how = shortcut === null ? 'press' : 'shortcut'
  if (!target) return i18n.t(`did.${how}`, { keys: named })
  return filled((mark) => i18n.t(`did.${how}_on`, { keys: named, thing: mark }), what)
}

function select({ indices, labels, options, masking }: Of<'select'>, what: ComponentChildren): ComponentChildren {
  if (indices.length === 0) return filled((mark) => i18n.t('did.select_none', { thing: mark }), what)
  const total = grouped(options)
  const choices = indices.map((index, place) => {
    const label = labels[place] ?? null
    const number = i18n.t('did.select_number', { number: grouped(index + 1), total })
    return (
      <span key={index}>
        {place > 0 && ', '}
        {label !== null && <Name name={label} rule={ruleOf(masking, 'labels')} />}
        {label !== null && ', '}
        {number}
      </span>
    )
  })
  return filled((mark, where) => i18n.t('did.select', { choice: mark, thing: where }), choices, what)
}

function scroll({ from, to }: Of<'scroll'>): ComponentChildren {
  if (from === null) return i18n.t('did.scroll_to', { px: grouped(to.y) })
  const [right, down] = [to.x - from.x, to.y - from.y]
  if (right === 0 && down === 0) return i18n.t('did.scroll')
  if (Math.abs(down) >= Math.abs(right)) return i18n.t(down > 0 ? 'did.scroll_down' : 'did.scroll_up', { px: grouped(Math.abs(down)) })
  return i18n.t(right > 0 ? 'did.scroll_right' : 'did.scroll_left', { px: grouped(Math.abs(right)) })
}
