import type { Problem } from '../messages.ts'
import { showable } from './characters.ts'
import type { ProblemCode } from './problem-codes.ts'

/** More would not be read; and the list must stay small whatever the policy holds. */
const MAX_PROBLEMS = 20

/** Collects what is wrong: at most one problem a path, and `most` in all. */
export type Problems = {
  readonly list: readonly Problem[]
  /** `value` is shown where it can be; leave it out for what must not be, as tokens and misspelt keys. */
  add(code: ProblemCode, path: string, value?: unknown): void
}

export function collectProblems(most = MAX_PROBLEMS): Problems {
  const list: Problem[] = []
  return {
    list,
    add(code, path, value) {
      if (list.length >= most || list.some((problem) => problem.path === path)) return
      list.push({ code, path, value: showable(value) })
    },
  }
}

/** Place of a key in a policy, as `recording.sites[3].match`. */
export function pathTo(parent: string, key: string | number): string {
  if (typeof key === 'number') return `${parent}[${key}]`
  const name = showable(key)
  return parent === '' ? name : `${parent}.${name}`
}
