/** Native selects: one action for each choice, by mouse or keyboard; the keys and clicks that lead to it are part of it. */
import { fieldKind, isPlain } from '../../mask/field.ts'
import type { Masked } from '../../mask/masked.ts'
import { maskName } from '../../mask/name.ts'
import type { MaskEntry } from '../../trace/action.ts'
import { LIMITS } from '../../trace/vocabulary.ts'
import { factsOf } from '../field-facts.ts'
import type { Page } from '../page.ts'
import type { Scene } from '../scene.ts'
import { elementOf } from './click.ts'

/** Arrowing through a closed select changes it at every key; a second without a key means the choice is made. */
const SETTLE_MS = 1000

type Choice = { element: HTMLSelectElement; scene: Scene; at: number; until: number; via: 'pointer' | 'key' }

export function recordSelects(page: Page): void {
  let choice: Choice | null = null
  let lastInput: 'pointer' | 'key' = 'pointer'

  const commit = () => {
    if (!choice) return
    const { element, scene, at, until, via } = choice
    choice = null
    const pointer = via === 'key' ? [] : page.pointer.before(at)
    const indices = chosen(element)
    const { labels, rule } = labelsOf(element, indices, scene)
    const masking: MaskEntry[] = rule ? [...scene.masking, { field: 'labels', rule }] : scene.masking
    const { multiple, options } = element
    const own = { at, until, mode: 'native', multiple, indices, options: options.length, labels, via, pointer } as const
    page.emit({ ...scene, masking }, { kind: 'select', ...own })
  }
  page.onSettle(commit)

  page.listen('pointerdown', () => {
    lastInput = 'pointer'
  })
  page.listen('keydown', () => {
    lastInput = 'key'
  })

  page.listen('change', (event) => {
    const element = elementOf(event)
    if (!(element instanceof HTMLSelectElement)) return
    const at = page.at(event.timeStamp)
    if (choice?.element === element) {
      choice.until = at
      page.count('merged')
    } else {
      commit()
      page.settle(commit)
      const scene = page.scene(element)
      choice = scene && { element, scene, at, until: at, via: lastInput }
    }
    const mine = choice
    page.later(SETTLE_MS, () => {
      if (mine && choice === mine && mine.until === at) commit()
    })
  })

  page.listen('focusout', (event) => {
    if (choice && elementOf(event) === choice.element) commit()
  })
}

function labelsOf(
  element: HTMLSelectElement,
  indices: number[],
  { wording }: Scene,
): { labels: (Masked | null)[]; rule: MaskEntry['rule'] | null } {
  const all = Array.from(element.options, (option) => option.text)
  if (!isPlain(fieldKind(factsOf(element, false)))) {
    return { labels: indices.map((index) => maskName('option', all[index]?.length ?? null)), rule: 'name-masked' }
  }
  return wording.options(element, all, indices)
}

function chosen({ options }: HTMLSelectElement): number[] {
  const indices: number[] = []
  for (let index = 0; index < options.length && indices.length < LIMITS.selectIndices; index++) {
    if (options[index]?.selected) indices.push(index)
  }
  return indices
}
