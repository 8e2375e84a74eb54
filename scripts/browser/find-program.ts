import { constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { mayAccess } from './may-access.ts'

const isExecutable = (file: string) => mayAccess(file, constants.X_OK)

/**
 * Path of a browser: the one that its variable names (bootstrap sets it), else the first of its names on PATH.
 * @param called what people call it
 * @throws {Error} with a sentence for the person when there is none
 */
export function findProgram(called: string, variable: string, names: string[]): string {
  const named = process.env[variable]
  if (named) {
    if (isExecutable(named)) return named
    throw new Error(`${variable} names ${named}, which is not a program.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable)
  if (!found) throw new Error(`${called} was not found. Start this through npm, or name the browser in the ${variable} variable.`)
  return found
}
