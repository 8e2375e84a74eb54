import { expect, test } from 'vitest'
import { childId, newId, timeOfId } from '../../../lib/trace/id.ts'
import { Id } from '../../../lib/trace/target.ts'
import { NOON } from '../../fixtures/draft.ts'

const timeOf = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

test('an id is a UUID of version 7 that begins with its time', () => {
  for (const now of [0, 1, 0xffff, 0x10000, NOON, NOON + 1, 2 ** 48 - 1]) {
    const id = newId(now)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Id.parse(id)).toBe(id)
    expect(timeOf(id)).toBe(now)
    expect(timeOfId(id)).toBe(now)
  }
})

test('ids sort by time', () => {
  const times = [0, 5, 0xffff, 0x10000, 0x1ffff, NOON, NOON + 1, NOON + 70_000]
  const ids = times.map((time) => newId(time))
  expect(ids.toSorted()).toEqual(ids)
})

test('ids of one moment sort by their counter', () => {
  const ids = Array.from({ length: 4096 }, (_, counter) => newId(NOON, counter))
  expect(ids.toSorted()).toEqual(ids)
})

test('no two ids of one moment are the same', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId(NOON))).size).toBe(10_000)
})

test('the id of a part has the time of the whole, and is the same for the same part only', async () => {
  const whole = newId(NOON, 7)
  const [part, again, other] = await Promise.all(['0', '0', '1'].map((name) => childId(whole, name)))
  expect(Id.parse(part)).toBe(part)
  expect(part!.slice(0, 18)).toBe(whole.slice(0, 18))
  expect([again === part, other === part, part === whole]).toEqual([true, false, false])
})
