import type { ActionKind } from '../../lib/trace/vocabulary.ts'

/** Kinds that belong together have one colour and one lane; order is that of the lanes. */
export const GROUPS = [
  { name: 'control', title: 'Clicks and choices' },
  { name: 'keyboard', title: 'Keyboard' },
  { name: 'scroll', title: 'Scrolling' },
  { name: 'page', title: 'Pages and tabs' },
] as const
export type Group = (typeof GROUPS)[number]['name']

export const GROUP_OF: Record<ActionKind, Group> = {
  click: 'control',
  check: 'control',
  type: 'keyboard',
  press: 'keyboard',
  select: 'control',
  set: 'control',
  scroll: 'scroll',
  drag: 'control',
  hover: 'control',
  upload: 'control',
  clip: 'keyboard',
  nav: 'page',
  tab: 'page',
  dialog: 'page',
}
