/** With what, and when, the person did the last thing: for what the browser only says the outcome of. */
import type { Page } from './page.ts'

export type Hand = { via: 'pointer' | 'key'; at: number }

export function handOf(page: Page): () => Hand {
  let hand: Hand = { via: 'pointer', at: 0 }
  const note = (via: Hand['via']) => (event: Event) => {
    hand = { via, at: page.at(event.timeStamp) }
  }
  page.listen('pointerdown', note('pointer'))
  page.listen('keydown', note('key'))
  return () => hand
}
