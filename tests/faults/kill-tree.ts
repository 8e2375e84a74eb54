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

const treeOf = (pid: number): number[] => [pid, ...childrenOf(pid).flatMap(treeOf)]

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has followed another one already.
  }
}

/** Kills a process and all that came of it, at once, as the system does when it runs out of memory or power. */
export function killTree(pid: number): void {
  for (const each of treeOf(pid)) killOne(each)
}
