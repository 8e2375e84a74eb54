import type { Ref } from 'preact'
import type { Headline } from './headline.ts'
import { StateIcon } from './StateIcon.tsx'

/**
 * The state in words beside its drawing. `level` is the heading's place in the page; `focus` receives the heading, which
 * a page may move the focus to.
 */
export function StateLine({ line, level: Heading, focus }: { line: Headline; level: 'h1' | 'h3'; focus?: Ref<HTMLHeadingElement> }) {
  return (
    <div class="state-line">
      <StateIcon shape={line.shape} size={36} />
      <div>
        <Heading ref={focus ?? null} tabIndex={-1}>
          {line.title}
        </Heading>
        <p>{line.detail}</p>
      </div>
    </div>
  )
}
