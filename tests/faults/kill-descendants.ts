import { readFileSync } from 'node:fs'

function childrenOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    return children === '' ? [] : children.split(' ').map(Number)
  } catch {
    // It has ended meanwhile, and its children with it.
    return []
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has followed another one already.
  }
}

/** Kills everything that came of a process, deepest first: with the process itself, in the same moment, that is all of a browser. */
export function killDescendants(pid: number): void {
  for (const child of childrenOf(pid)) {
    killDescendants(child)
    kill(child)
  }
}
