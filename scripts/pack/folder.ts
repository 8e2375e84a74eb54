import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Entry } from './zip.ts'

/** Every file in a folder and those below it; `isLeftOut` is asked with the name of each that stands in the folder itself. */
export function filesIn(folder: string, isLeftOut: (name: string) => boolean = () => false): Entry[] {
  const inner = readdirSync(folder).filter((name) => !isLeftOut(name))
  return inner.flatMap((name) => below(folder, join(folder, name)))
}

function below(folder: string, path: string): Entry[] {
  if (statSync(path).isDirectory()) return readdirSync(path).flatMap((name) => below(folder, join(path, name)))
  return [entryOf(folder, path)]
}

export function entryOf(folder: string, file: string): Entry {
  return { path: relative(folder, file), bytes: readFileSync(file), executable: (statSync(file).mode & 0o100) !== 0 }
}
