/** Every language says everything that English says, with the same words to fill in and the same forms for one and many. */
import { readFileSync, readdirSync } from 'node:fs'
import { parseMessagesText } from '@wxt-dev/i18n/build'
import { describe, expect, test } from 'vitest'

const FOLDER = new URL('../../../locales/', import.meta.url)
type Message = ReturnType<typeof parseMessagesText>[number]

/** By name; the ones that browsers add themselves are left out. */
function messagesOf(file: string): Map<string, Message> {
  const messages = parseMessagesText(readFileSync(new URL(file, FOLDER), 'utf8'), 'YAML')
  return new Map(messages.map((message) => [message.key.join('.'), message] as const).filter(([name]) => !name.startsWith('@@')))
}
const wordingOf = (message: Message): string => ('plurals' in message ? Object.values(message.plurals).join(' | ') : message.message)
/** What is filled in, and how many forms there are. */
function shapeOf(message: Message): string {
  const filled = [...new Set(wordingOf(message).match(/\{\w+\}|\$\d/g))].toSorted()
  return [...filled, ...('plurals' in message ? Object.keys(message.plurals) : [])].join(' ')
}

const english = messagesOf('en.yml')
const others = readdirSync(FOLDER).filter((file) => file !== 'en.yml')

test('German is among the languages', () => {
  expect(others).toContain('de.yml')
})

describe.each(others)('%s', (file) => {
  const own = messagesOf(file)

  test('has every message of en.yml, and no other', () => {
    const missing = [...english.keys()].filter((name) => !own.has(name))
    expect(
      missing,
      `missing in locales/${file}:\n${missing.map((name) => `  ${name}: ${wordingOf(english.get(name)!)}`).join('\n')}\n`,
    ).toEqual([])
    expect([...own.keys()].filter((name) => !english.has(name))).toEqual([])
  })

  test('fills in the same words, and has the same forms for one and many', () => {
    const both = [...english].flatMap(([name, message]) => (own.has(name) ? [{ name, message, other: own.get(name)! }] : []))
    const different = both.filter(({ message, other }) => shapeOf(message) !== shapeOf(other))
    expect(different.map(({ name, message, other }) => `${name}: ${shapeOf(message)} / ${shapeOf(other)}`)).toEqual([])
  })

  test('says nothing in English by mistake', () => {
    // A sentence of three words or more that is the same in two languages was forgotten.
    const same = [...own].filter(([name, message]) => english.has(name) && wordingOf(message) === wordingOf(english.get(name)!))
    expect(same.filter(([, message]) => wordingOf(message).split(/\s+/).length > 2).map(([name]) => name)).toEqual([])
  })

  test('fits the three letters of a badge', () => {
    const badges = [...own].filter(([name]) => /^badge\.\w+\.text$/.test(name)).map(([, message]) => wordingOf(message))
    expect(badges.length).toBeGreaterThan(0)
    expect(badges.filter((text) => text.length === 0 || text.length > 3)).toEqual([])
  })
})
