import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser']

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Path of the browser: the CHROMIUM variable where it is set (bootstrap sets it), else Debian's names on PATH.
 * @throws {Error} with a sentence for the person when there is none
 */
export function findChromium(): string {
  const named = process.env.CHROMIUM
  if (named) {
    if (isExecutable(named)) return named
    throw new Error(`CHROMIUM names ${named}, which is not a program.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable)
  if (!found) throw new Error('Chromium was not found. Start this through npm, or name the browser in the CHROMIUM variable.')
  return found
}
