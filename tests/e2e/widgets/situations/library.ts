/** Situations of one library: what a page shows, what the person does there, and what was meant. */
import type { Page as Tab } from '@playwright/test'
import type { Situation, Truth } from '../../intents/situation.ts'

export type Step = {
  name: string
  /** Which of the widgets that the library's page can show. */
  show: string
  act: (tab: Tab) => Promise<unknown>
  truth: Truth[]
  reason?: string
}

/** @param name of the library, which is also the name of its page in `pages` */
export function inLibrary(name: string, steps: Step[]): Situation[] {
  return steps.map(({ show, act, ...step }) => ({
    ...step,
    group: name,
    head: `<link rel="stylesheet" href="/widgets/${name}.css"><script type="module" src="/widgets/${name}.js"></script>`,
    body: `<div id="widget" data-show="${show}"></div>`,
    act: ({ tab }) => act(tab),
  }))
}
