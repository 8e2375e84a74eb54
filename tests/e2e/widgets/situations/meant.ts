/** What a person means in a widget, in few words. */
import type { Truth } from '../../intents/situation.ts'

type Fields = Record<string, unknown>

/** @param role of what is clicked; null where the library gives it none and another one would do as well */
export const click = (role: string | null, fields: Fields = {}): Truth => ({
  kind: 'click',
  fields: { ...ofRole(role), via: 'pointer', ...fields },
})

/** The click that opens a list or menu. */
export const open = (role: string, fields: Fields = {}): Truth => click(role, { effects: [{ kind: 'revealed' }], ...fields })

/** The click that turns something: a tab, a section, a toggle button. */
export const turn = (role: string, fields: Fields = {}): Truth => click(role, { effects: [{ kind: 'state' }], ...fields })

/** @param from place of the action that opened the list, among what was meant */
export const choose = (role: string | null, index: number, options: number, from: number | null, fields: Fields = {}): Truth => ({
  kind: 'select',
  fields: { ...ofRole(role), mode: 'aria', indices: [index], options, via: 'pointer', causedBy: from, ...fields },
})

/** A day of a calendar: some say that it is a grid, some leave it at a table, and either is right. */
export function chooseDay(role: string, index: number, days: number, from: number | null): Truth {
  const { fields: { mode: _, ...fields } = {} } = choose(role, index, days, from)
  return { kind: 'select', fields }
}

export const BY_KEY = { via: 'key' }

export const check = (role: string, checked: boolean, via = 'pointer'): Truth => ({
  kind: 'check',
  fields: { 'target.role': role, checked, via },
})

export const press = (key: string, role?: string): Truth => ({ kind: 'press', fields: { key, ...ofRole(role ?? null) } })
export const shortcut = (name: string): Truth => ({ kind: 'press', fields: { shortcut: name } })

export const type = (role: string, fields: Fields = {}): Truth => ({
  kind: 'type',
  fields: { 'target.role': role, via: ['keys'], ...fields },
})

/** @param position in tenths of the range */
export const set = (control: string, position: number | null, via = 'pointer'): Truth => ({
  kind: 'set',
  fields: { control, via, ...(position === null ? {} : { position }) },
})

export const drag = (mode: 'html5' | 'pointer', fields: Fields = {}): Truth => ({ kind: 'drag', fields: { mode, ...fields } })

/** @param revealed how many things to use were in what it showed */
export const hover = (role: string, revealed: number): Truth => ({ kind: 'hover', fields: { 'target.role': role, revealed } })

const ofRole = (role: string | null): Fields => (role === null ? {} : { 'target.role': role })
