/** A rule that keeps content in the page, with the edit that switches it off, and the pages that have to notice. */
import type { Covered } from '../suite/coverage.ts'
import type { Preset } from '../suite/presets.ts'

type Edit = {
  file: string
  /** Text that stands once in the file, and what takes its place. */
  from: string
  to: string
}

export type Mutation = Edit & {
  rule: string
  /** What backs the rule up, and is switched off with it: neither is missed while the other is there. */
  also?: readonly Edit[]
  /** Ways out that it guards: pages that cover one of them are visited. */
  guards: readonly Covered[]
  preset: Preset
}
