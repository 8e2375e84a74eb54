import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readBatch } from '../../../collector/ingest.ts'
import { Refusal } from '../../../collector/refusal.ts'
import { Batch } from '../../../lib/trace/schema.ts'
import { ACTION_KINDS } from '../../../lib/trace/vocabulary.ts'
import { aBatch, aSequence, aTarget, anAction } from '../../fixtures/batch.ts'
import { aCollector, read } from './collector.ts'
import { deliver, deliverText } from './delivery.ts'
import { places, withValue } from './walk.ts'

const CANARY = 'Zorvath Quillon <zq@example.com>'
const WORD = 'zorvath-quillon'

const batch = aBatch()
const everywhere = [...places(batch)]
const strings = everywhere.filter(({ value }) => typeof value === 'string')
const objects = everywhere.filter(({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value))

const Refused = z.strictObject({ error: z.string(), field: z.string().nullable(), message: z.string() })

/** Sends each text and answers what came back; nothing of it may be anywhere afterwards. */
async function sendAll(texts: { text: string; name: string }[], secret: string) {
  const collector = aCollector()
  const answers = []
  for (const { text, name } of texts) {
    const { status, body } = await read(collector.post(deliverText(text, batch.id)))
    answers.push({ name, status, ...Refused.parse(body) })
  }
  expect(collector.storage.totals()).toEqual({ batches: 0, sequences: 0, actions: 0 })
  const kept = [collector.bytesOnDisk(), ...collector.lines, JSON.stringify(answers.map(({ field, message }) => [field, message]))]
  expect(kept.filter((text) => text.includes(secret))).toEqual([])
  collector.close()
  expect(collector.bytesOnDisk()).not.toContain(secret)
  return answers
}

test('the default batch of the tests has every kind of action and is valid', () => {
  expect(Batch.parse(batch)).toEqual(batch)
  expect(strings.length).toBeGreaterThan(300)
})

test('a canary in any string of a batch is refused with the path of that string, and is nowhere afterwards', async () => {
  const texts = strings.map(({ path }) => ({ name: path.join('.'), text: JSON.stringify(withValue(batch, path, CANARY)) }))
  for (const { name, status, error, field } of await sendAll(texts, 'Zorvath')) {
    // A secret where the kind of an action belongs leaves no kind to check the rest by.
    expect({ name, status, error, field }).toEqual({ name, status: 422, error: 'schema', field: name })
  }
})

test('an unknown key in any object of a batch is refused with the path of that object, and is nowhere afterwards', async () => {
  const texts = objects.map(({ path, value }) => ({
    name: path.join('.'),
    text: JSON.stringify(withValue(batch, path, { ...Object(value), [CANARY]: CANARY })),
  }))
  for (const { name, status, error, field } of await sendAll(texts, 'Zorvath'))
    expect({ name, status, error, field }).toEqual({ name, status: 422, error: 'schema', field: name || 'batch' })
})

const wrongFor = (value: unknown): unknown[] => {
  if (value === null) return ['x', 0.5, []]
  if (Array.isArray(value)) return ['x', 0, { 0: value[0] }]
  if (typeof value === 'string') return [0, '', [value]]
  if (typeof value === 'number') return [0.5, 2 ** 53, -(2 ** 53), String(value), [value]]
  if (typeof value === 'boolean') return [0, 'true', [value]]
  return ['x', 0, []]
}

test.each(ACTION_KINDS)('a value of a wrong type or beyond all measure is refused in every place around a %s, with its path', (kind) => {
  const small = { ...batch, sequences: [aSequence({ actions: [anAction(kind)] })] }
  const tried = [...places(small)].slice(1).flatMap(({ path, value }) => wrongFor(value).map((wrong) => ({ path, wrong })))
  const wrongly = tried.filter(({ path, wrong }) => {
    try {
      readBatch(gzipSync(JSON.stringify(withValue(small, path, wrong))), batch.id, Date.now())
      return true
    } catch (error) {
      return !(error instanceof Refusal && error.code === 'schema' && error.field === path.join('.'))
    }
  })
  expect(wrongly).toEqual([])
})

describe('what has the permitted form but cannot come from the masker', () => {
  const css = [`[data-testid="${WORD}"]`, `input[name="${WORD}"]`, '#zorvathQuillon', 'main > zorvath', `#content > #${WORD}`]

  test.each(css)('%s is refused in a locator, a shadow host, a drop target and an option', async (text) => {
    const locators = [{ kind: 'id' as const, css: text, matches: 1, positional: false }]
    const bad = [
      anAction('click', { target: aTarget({ locators }) }),
      anAction('click', { target: aTarget({ shadow: [text] }) }),
      anAction('drag', { destination: aTarget({ locators }) }),
      anAction('select', { option: aTarget({ locators }) }),
    ]
    const texts = bad.map((action, place) => {
      const action0 = { ...anAction('click'), seq: 0 }
      return {
        name: String(place),
        text: JSON.stringify({ ...batch, sequences: [aSequence({ actions: [action0, { ...action, seq: 1 }] })] }),
      }
    })
    const path = 'sequences.0.actions.1'
    expect(await sendAll(texts, 'orvath')).toMatchObject([
      { status: 422, error: 'masking', field: `${path}.target.locators.0.css` },
      { status: 422, error: 'masking', field: `${path}.target.shadow.0` },
      { status: 422, error: 'masking', field: `${path}.destination.locators.0.css` },
      { status: 422, error: 'masking', field: `${path}.option.locators.0.css` },
    ])
  })
})

test('counts beside a secret field are refused', async () => {
  const action = anAction('type', { field: 'password' })
  const answer = await read(aCollector().post(deliver({ ...batch, sequences: [aSequence({ actions: [action] })] })))
  expect(answer).toMatchObject({ status: 422, body: { error: 'schema', field: 'sequences.0.actions.0' } })
})

describe('JSON that shows the schema less than it holds', () => {
  const text = JSON.stringify(batch)
  const [head, tail] = [text.slice(0, -1), '}']
  test.each([
    ['a key given twice', `{"purpose":"${CANARY}",${text.slice(1)}`, 'json'],
    ['a key given twice, deep inside', text.replace('"day":', `"day":"${CANARY}","day":`), 'json'],
    ['a key given twice, made up for by a short number', text.replace('"t":1500', '"t":15e2').replace('"day":', '"day":0,"day":'), 'json'],
    ['blanks', `${head} \n\t${tail}`, 'json'],
    ['needless escapes', text.replace('"training"', '"tr\\u0061ining"'), 'json'],
    ['an escaped key', text.replace('"purpose"', '"purp\\u006fse"'), 'json'],
    ['a number with a fraction of nothing', text.replace('"ordinal":0', '"ordinal":0.0'), 'json'],
    ['minus nothing', text.replace('"ordinal":0', '"ordinal":-0'), 'json'],
    ['a prototype in a record', text.replace('"counts":{', `"counts":{"__proto__":"${CANARY}",`), 'json'],
    ['a prototype, escaped', text.replace('"counts":{', `"counts":{"\\u005f_proto__":"${CANARY}",`), 'json'],
    ['a prototype at the top', `${head},"__proto__":{"canary":"${CANARY}"}${tail}`, 'json'],
    ['half of a surrogate pair', text.replace('"training"', `"\\ud800${CANARY}"`), 'json'],
    ['a NUL', text.replace('"training"', `"training\\u0000${CANARY}"`), 'schema'],
    ['a constructor', `${head},"constructor":"${CANARY}"${tail}`, 'schema'],
    ['a value after the end', `${text}"${CANARY}"`, 'json'],
    ['a byte order mark', `\ufeff${text}`, 'json'],
    ['no JSON at all', CANARY, 'json'],
    ['nothing', '', 'json'],
    ['a list', `["${CANARY}"]`, 'schema'],
    ['very deep nesting', '['.repeat(500_000) + ']'.repeat(500_000), 'schema'],
    ['very deep nesting in a field', `${head.replace('"ordinal":0', `"ordinal":${'['.repeat(500_000)}${']'.repeat(500_000)}`)}}`, 'schema'],
  ])('is refused: %s', async (_, bad, error) => {
    const [answer] = await sendAll([{ name: '', text: bad }], 'Zorvath')
    expect(answer).toMatchObject({ status: error === 'json' ? 400 : 422, error })
  })
})
