import { expect, test } from 'vitest'
import { groupCommit } from '../../../collector/group-commit.ts'

test('rows that arrive together share a commit, and each gets its own answer after it', async () => {
  const groups: number[][] = []
  const add = groupCommit((rows: number[]) => {
    groups.push(rows)
    return rows.map((row) => `row ${row}`)
  })
  const answers = await Promise.all(Array.from({ length: 150 }, (_, row) => add(row)))
  expect(groups.map((group) => group.length)).toEqual([64, 64, 22])
  expect(answers).toEqual(Array.from({ length: 150 }, (_, row) => `row ${row}`))
})

test('a commit that fails fails every row in it and none after it', async () => {
  let broken = true
  const add = groupCommit((rows: number[]) => {
    if (broken) throw new Error('disk full')
    return rows
  })
  const failed = await Promise.allSettled([add(1), add(2)])
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  broken = false
  expect(await add(3)).toBe(3)
})

test('a row that was committed without an answer is an error, not an acknowledgement', async () => {
  const add = groupCommit(() => [])
  await expect(add(1)).rejects.toThrow('without an answer')
})
