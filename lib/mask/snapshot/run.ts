import type { SnapshotText } from '../../trace/snapshot.ts'
import { detect } from '../detect.ts'
import type { Masked, OnlyMasked } from '../masked.ts'
import { isPlaceholder, maskName } from '../name.ts'

type Text = OnlyMasked<SnapshotText>

/**
 * Texts of one line, each in a node of its own: a number that is split over four of them is none in any. So the line is looked at as
 * a whole as well, with and without spaces between its parts, and if that is data, nothing of the line stays.
 * @returns how many texts lost their content
 */
export function maskRun(run: readonly Text[], isEcho: (text: string) => boolean): number {
  const kept = run.filter(({ text }) => !isPlaceholder(text))
  // A text on its own was judged already.
  if (kept.length < 2) return 0
  const isData = ['', ' '].some((between) => {
    const line = kept.map(({ text }) => text).join(between)
    return detect(line) !== null || isEcho(line)
  })
  if (!isData) return 0
  for (const node of kept) node.text = placeholderOf(node.text)
  return kept.length
}

function placeholderOf(text: string): Masked {
  const placeholder = maskName('other', text.length)
  // Without one there is no snapshot: the text itself must not take its place.
  if (!placeholder) throw new Error('a text without characters')
  return placeholder
}
