/** What may be kept of the wording of this page: the site's rule, the words its language has for interfaces, and the echo guard. */
import type { Echoes } from '../mask/echo.ts'
import { maskName } from '../mask/name.ts'
import type { Masked } from '../mask/masked.ts'
import { judgeText, type Verdict, type Wording } from '../mask/text.ts'
import type { MaskEntry } from '../trace/action.ts'
import type { Control, MaskRule } from '../trace/vocabulary.ts'
import { isInClosed } from './closed-shadow.ts'
import { editingHost } from './interactive.ts'
import { has, is } from './natives.ts'
import type { Recordable } from './page.ts'
import { shownTexts } from './shown.ts'
import { isUserContent } from './user-content.ts'

type Site = Recordable['sites'][number]

export type PageWording = {
  /**
   * A name of an element, or what stands for it; null where there is none.
   * @param text as `nameText` read it: '' for none, null for too much
   */
  name(element: Element, control: Control, text: string | null): { name: Masked | null; rule: MaskEntry['rule'] | null }
  /** Labels of a list, each kept only if the rule lets all of them through: one unknown word makes it a list of content. */
  options(
    element: Element,
    all: readonly string[],
    chosen: readonly number[],
  ): { labels: (Masked | null)[]; rule: MaskEntry['rule'] | null }
  /** May bits of a text be kept that is not kept itself? Not of what was typed, numbers of persons and secrets, or may be any of them. */
  isMarkable(element: Element, text: string): boolean
  /** May any text of this element stay that nothing speaks against? */
  isPublic(element: Element): boolean
  isEcho(text: string): boolean
}

/** Masked for what they are not known to be, and not for what they are. */
const MARKABLE: ReadonlySet<MaskRule> = new Set<MaskRule>(['unknown-word', 'user-content', 'digits', 'too-long'])
/** No key is pressed and heard in less; while one target is described, no code of the page runs. */
const FRESH_MS = 5
/** Longest list that is read as a whole: menus are short, and directories long. */
const MAX_OPTIONS = 40
export function wordingOf(site: Site, isWord: (word: string) => boolean, echoes: Echoes): PageWording {
  const base: Wording = { rule: site.text, isWord, phrases: site.phrases, isEcho: (text) => echoes.isEcho(text) }
  const isPublic = (element: Element) =>
    echoes.trusted &&
    (site.text === 'public' ||
      (!has(element, 'aria-labelledby') && site.unmask.some((selector) => is(element, `:is(${selector}),:is(${selector}) *`))))

  let notedAt = -Infinity
  /** Whole pages are read for it, and a target has half a dozen texts. */
  const noteShown = () => {
    if (performance.now() - notedAt < FRESH_MS) return
    const { texts, wholes, unread } = shownTexts()
    echoes.noteShown(texts, wholes)
    if (unread) echoes.distrust()
    notedAt = performance.now()
  }

  const judge = (element: Element, text: string): Verdict => {
    if (isInClosed(element)) return { kept: null, rule: 'closed-shadow' }
    // Where everything may stay, what was typed elsewhere must be known.
    if (isPublic(element)) noteShown()
    const wording: Wording = { ...base, rule: isPublic(element) ? 'public' : 'interface' }
    const userContent = wording.rule === 'interface' && isUserContent(element, text)
    return judgeText({ text, userContent, editable: editingHost(element) !== null }, wording)
  }

  return {
    name(element, control, text) {
      if (text === '') return { name: null, rule: null }
      const verdict: Verdict = text === null ? { kept: null, rule: 'cap' } : judge(element, text)
      return { name: verdict.kept ?? maskName(control, text?.length ?? null), rule: verdict.rule }
    },
    options(element, all, chosen) {
      const open = isPublic(element)
      const read = open ? chosen : [...all.keys()]
      if (read.length > MAX_OPTIONS) return { labels: chosen.map((index) => placeholder(all[index])), rule: 'cap' }
      const verdicts = new Map(read.map((index) => [index, judge(element, all[index] ?? '')]))
      const rule = [...verdicts.values()].find((verdict) => verdict.rule !== null)?.rule ?? null
      // One by one on a public site, all or none where a list might be one of content.
      const kept = (index: number) => (rule === null || open ? verdicts.get(index)?.kept : null)
      return { labels: chosen.map((index) => kept(index) ?? placeholder(all[index])), rule }
    },
    isMarkable(element, text) {
      if (!echoes.trusted) return false
      const { rule } = judge(element, text)
      return rule === null || MARKABLE.has(rule)
    },
    isPublic,
    isEcho: (text) => echoes.isEcho(text),
  }
}

const placeholder = (label: string | undefined) => maskName('option', label?.length ?? null)
