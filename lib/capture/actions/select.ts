/** Lists that the browser draws: one action for each choice, by mouse or keyboard; the keys and clicks that lead to it are part of it. */
import { fieldKind, isPlain } from '../../mask/field.ts'
import type { Masked } from '../../mask/masked.ts'
import { maskName } from '../../mask/name.ts'
import type { DraftOf, MaskEntry, PointerPoint } from '../../trace/action.ts'
import { LIMITS } from '../../trace/vocabulary.ts'
import { datalistChoice } from '../datalist.ts'
import { factsOf } from '../field-facts.ts'
import { growingOf } from '../growing.ts'
import { handOf } from '../hand.ts'
import type { Page } from '../page.ts'
import type { Scene } from '../scene.ts'
import { elementOf } from '../element-of.ts'

type Choice = { element: HTMLSelectElement; scene: Scene; at: number; until: number; via: 'pointer' | 'key' }

/** A choice as it is handed over, with texts that are not masked yet. */
export type Listed = {
  scene: Scene
  at: number
  until: number
  via: 'pointer' | 'key'
  mode: DraftOf<'select'>['mode']
  multiple: boolean
  /** Texts of the options, as far as they are read, and which of them are chosen. */
  texts: string[]
  chosen: number[]
  /** The same in the whole list, which may be longer than what is in the page. */
  indices: number[]
  options: number
  option: Scene | null
  pointer: PointerPoint[]
}

export function recordSelects(page: Page): void {
  const hand = handOf(page)
  const growing = growingOf<Choice>(page, ({ element, scene, at, until, via }) => {
    const { options, multiple } = element
    const indices = chosenOf(element)
    const texts = Array.from(options, ({ text }) => text)
    const pointer = via === 'key' ? [] : page.pointer.before(at)
    const list = { mode: 'native', multiple, texts, chosen: indices, indices, options: options.length, option: null } as const
    emitSelect(page, { scene, at, until, via, pointer, ...list })
  })

  page.listen('change', (event) => {
    const element = elementOf(event)
    if (!(element instanceof HTMLSelectElement)) return
    const at = page.at(event.timeStamp)
    growing.grow(element, at, () => {
      const scene = page.scene(element)
      return scene && { element, scene, at, until: at, via: hand().via }
    })
  })

  page.listen('input', (event) => {
    const choice = datalistChoice(event)
    if (!choice) return
    page.settle()
    const scene = page.scene(choice.field)
    const at = page.at(event.timeStamp)
    const { texts, chosen } = choice
    const list = { mode: 'datalist', multiple: false, option: null, texts, chosen, indices: chosen, options: texts.length } as const
    if (scene) emitSelect(page, { scene, at, until: at, via: hand().via, pointer: [], ...list })
  })
}

export function emitSelect(page: Page, { scene, texts, chosen, option, ...own }: Listed): void {
  const { labels, rule } = labelsOf(texts, chosen, scene)
  const inOption = (option?.masking ?? []).filter(({ field }) => field !== 'target.name')
  const rules = [...scene.masking, ...inOption.map(({ rule }): MaskEntry => ({ field: 'option', rule }))]
  if (rule) rules.push({ field: 'labels', rule })
  const distinct = new Map(rules.map((entry) => [`${entry.field} ${entry.rule}`, entry]))
  const masking = [...distinct.values()].slice(0, LIMITS.masking)
  // An option is called what its label may say, and its label may say it only if all may.
  const target = option?.target ? { ...option.target, name: labels[0] ?? null } : null
  page.emit({ ...scene, masking }, { kind: 'select', ...own, labels, option: target })
}

function labelsOf(
  all: string[],
  chosen: number[],
  { element, wording }: Scene,
): { labels: (Masked | null)[]; rule: MaskEntry['rule'] | null } {
  // A button that opens a list is no text either.
  if (!element || !isPlain(fieldKind({ ...factsOf(element, false), richText: false }))) {
    return { labels: chosen.map((index) => maskName('option', all[index]?.length ?? null)), rule: 'name-masked' }
  }
  return wording.options(element, all, chosen)
}

function chosenOf({ options }: HTMLSelectElement): number[] {
  const indices: number[] = []
  for (let index = 0; index < options.length && indices.length < LIMITS.selectIndices; index++) {
    if (options[index]?.selected) indices.push(index)
  }
  return indices
}
