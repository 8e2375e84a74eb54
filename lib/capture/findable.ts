/** What tells an element from its like on a page that has changed, with what may not be kept told by marks. */
import { detect } from '../mask/detect.ts'
import { isInterfaceIdentifier } from '../mask/identifier.ts'
import { comparable, isShortNumber } from '../mask/mark.ts'
import type { OnlyMasked } from '../mask/masked.ts'
import { isPlaceholder } from '../mask/name.ts'
import type { MaskEntry } from '../trace/action.ts'
import type { Target } from '../trace/target.ts'
import type { Role } from '../trace/vocabulary.ts'
import { alikeIn, saidBy } from './alike.ts'
import { amongOf } from './among.ts'
import { headingOf } from './heading.ts'
import { itemAround, placeOfItem } from './item.ts'
import { isMute } from './keypad.ts'
import { openBudget, readItem } from './marks.ts'
import { nameText } from './name.ts'
import { attribute, isConnected } from './natives.ts'
import type { PageWording } from './wording.ts'

/** Bits of each; the first that are asked for get the most of what a target may have. */
const NAME_BITS = 10
const NAME_IN_ITEM_BITS = 6
const LINK_BITS = 6
const IDENTIFIER_BITS = 4
const HEADING_BITS = 4

type Kept = OnlyMasked<Pick<Target, 'item' | 'among' | 'alike' | 'heading' | 'marks'>>
type Known = { role: Role; text: string | null; name: string | null }
type Findable = {
  kept: Kept
  headingRule: MaskEntry['rule'] | null
  /** Adds what takes longer: marks, and how many are alike. */
  complete: (target: Kept) => void
}

/**
 * Reads the element, and what it stands in; its neighbours are read when it is completed.
 * @param known `text` as `nameText` read it, `name` as it is kept: what is kept needs no mark
 */
export function findable(element: Element, { role, text, name }: Known, wording: PageWording): Findable {
  const around = itemAround(element)
  const item = around && readItem(around)
  const above = headingOf(element)
  const title = above && nameText(above)
  const heading = above ? wording.name(above, 'label', title) : { name: null, rule: null }
  const said = saidBy(element, role, text ?? '')
  const [link, id, field] = ['href', 'id', 'name'].map((each) => attribute(element, each))

  const complete = (target: Kept) => {
    const budget = openBudget()
    const mark = (key: keyof Target['marks'], of: Element, read: string, bits: number, digits = false) => {
      const taken = read !== '' && wording.isMarkable(of, read) ? budget.take(read, bits, digits) : null
      if (taken) target.marks[key] = taken
    }
    const keyed = item?.keyed(wording, budget) ?? null
    if (target.item && keyed) {
      target.item.order = keyed.order
      // What it is called by is often what tells its item from others: a mark of each would be the same bits twice.
      const { key, part } = keyed
      if (key && part) target.item.key = { ...key, isName: comparable(text ?? '', part.digits) === comparable(part.text, part.digits) }
    }
    const key = target.item?.key ?? null
    if (!key?.isName && name !== null && isPlaceholder(name))
      mark('name', element, text ?? '', key ? NAME_IN_ITEM_BITS : NAME_BITS, isShortNumber(text ?? ''))
    if (link && !isMute(link)) mark('link', element, whereTo(link), LINK_BITS, true)
    for (const [kind, value = ''] of [['id', id] as const, ['field', field] as const])
      if (!isInterfaceIdentifier(value) && detect(value) === null) mark(kind, element, value, IDENTIFIER_BITS)
    if (heading.rule && above) mark('heading', above, title ?? '', HEADING_BITS)
    target.alike = isConnected(element) ? alikeIn(element, said, keyed?.part ?? null) : null
  }

  return {
    kept: {
      item: around && { ...placeOfItem(around), key: null, order: null },
      among: amongOf(element, around),
      alike: null,
      heading: heading.name,
      marks: {},
    },
    headingRule: heading.rule,
    complete,
  }
}

/** Without the query, which may be what was searched for. */
export const whereTo = (link: string): string => link.replace(/\?[^#]*/, '')
