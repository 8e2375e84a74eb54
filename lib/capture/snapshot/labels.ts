/** Labels of options: of a list all of them or none, as when one of them is chosen. */
import { fieldKind, isPlain } from '../../mask/field.ts'
import { maskName } from '../../mask/name.ts'
import type { Masked } from '../../mask/masked.ts'
import type { MaskRule } from '../../trace/vocabulary.ts'
import { factsOf } from '../field-facts.ts'
import type { SecretFields } from '../secret-fields.ts'
import type { PageWording } from '../wording.ts'

type Label = { name: Masked | null; rule: MaskRule | null }

/** Options read of one list; a longer one is a directory. */
const MAX_OPTIONS = 200

export function labelReader(wording: PageWording, secrets: SecretFields): (option: HTMLOptionElement, select: HTMLSelectElement) => Label {
  const lists = new Map<HTMLSelectElement, Map<HTMLOptionElement, Label>>()

  const read = (select: HTMLSelectElement): Map<HTMLOptionElement, Label> => {
    const all = select.length > MAX_OPTIONS ? [] : Array.from(select.options)
    const texts = all.map((option) => option.text)
    const { labels, rule } = isPlain(fieldKind(factsOf(select, secrets.isSecret(select))))
      ? wording.options(select, texts, [...texts.keys()])
      : { labels: [], rule: 'name-masked' as const }
    return new Map(
      all.map((option, index) => {
        const kept = labels[index] ?? null
        return [option, kept ? { name: kept, rule } : { name: maskName('option', texts[index]?.length ?? null), rule: 'name-masked' }]
      }),
    )
  }

  return (option, select) => {
    const list = lists.get(select) ?? read(select)
    lists.set(select, list)
    return list.get(option) ?? { name: maskName('option', null), rule: 'cap' }
  }
}
