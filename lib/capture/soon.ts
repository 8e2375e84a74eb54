/** What the page made of an input is seen once it has answered: before the next input at the latest, which may change it again. */
import type { Page } from './page.ts'

export type Soon = {
  run(look: () => void): void
  /** Another key is about to be looked at. */
  flush(): void
}

export function soonOf(page: Page): Soon {
  let looks: (() => void)[] = []
  const flush = () => {
    const due = looks
    looks = []
    for (const look of due) look()
  }
  page.listen('pointerdown', flush)
  return {
    flush,
    run(look) {
      looks.push(look)
      page.later(0, flush)
    },
  }
}
