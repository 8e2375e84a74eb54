/** The built extension in a language that nobody speaks: longer than English, with letters that English has not, and marked at both ends. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { temporaryFolder } from '../../../scripts/temporary-folder.ts'
import { publishMade } from './publish-made.ts'

const BUILT = new URL('../../../.output/chrome-mv3', import.meta.url).pathname
const Messages = z.record(z.string(), z.looseObject({ message: z.string() }))

const PLAIN = 'aceinouyACEINOUY'
const ACCENTED = 'áçéîñóúýÁÇÉÎÑÓÚÝ'
/** Of German beside English; other languages are shorter. */
const LONGER = 0.4

/** Placeholders stay; each form of a plural is marked by itself. The letters on the icon and the name of the language are no sentences. */
export function pseudo(name: string, message: string): string {
  if (name === 'lang' || /^badge_\w+_text$/.test(name)) return message
  return message
    .split(' | ')
    .map((form) => {
      const accented = form.replace(/\{\w+\}|\$\d|[a-z]/gi, (part) => ACCENTED[PLAIN.indexOf(part)] ?? part)
      return `[${accented}${' ýý'.repeat(Math.ceil((form.length * LONGER) / 3))}]`
    })
    .join(' | ')
}

export async function publishPseudo() {
  const folder = temporaryFolder('pseudo')
  const source = join(folder.path, 'source')
  cpSync(BUILT, source, { recursive: true })
  const file = join(source, '_locales', 'en', 'messages.json')
  const messages = Messages.parse(JSON.parse(readFileSync(file, 'utf8')))
  for (const [name, entry] of Object.entries(messages)) entry.message = pseudo(name, entry.message)
  writeFileSync(file, JSON.stringify(messages))
  return publishMade(source, folder)
}
