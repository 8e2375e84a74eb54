import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { aBatch, aSequence, aTarget, anAction, inOrder } from '../../fixtures/batch.ts'
import { ADMIN } from './admin.ts'
import { aDirectory, bytesOnDisk, rowsOf, sequencesIn } from './collector.ts'
import { deliverInClear } from './delivery.ts'
import { start } from './process.ts'

const MARKER = 'Reset all shipping labels'
const marked = () => aSequence({ actions: inOrder([anAction('click', { target: aTarget({ name: MARKER }) })]) })

test('a command that erases sequences while the collector takes them in leaves none of them', { timeout: 60_000 }, async () => {
  const dir = aDirectory()
  const { url } = await start({ dir })
  const batches = Array.from({ length: 200 }, (_, ordinal) => aBatch({ ordinal, sequences: [marked(), aSequence()] }))
  const queue = batches.values()
  const answers: number[] = []

  /** As the extension does: again, until it is taken. */
  async function client() {
    for (const batch of queue)
      for (let status = 0; status !== 201; answers.push(status)) status = (await fetch(`${url}/v1/batches`, deliverInClear(batch))).status
  }
  const clients = Promise.all(Array.from({ length: 4 }, client))
  while (answers.length < 20) await new Promise(setImmediate)
  const ids = batches.map(({ sequences }) => sequences[0]?.id ?? '')
  const command = spawn(process.execPath, [ADMIN, 'erase', '--data', dir, '--sequence', ...ids], { stdio: ['ignore', 'ignore', 'inherit'] })
  expect(await once(command, 'close')).toEqual([0, null])
  await clients

  expect(new Set(Object.values(sequencesIn(dir)).flat())).toEqual(new Set(batches.map(({ sequences }) => sequences[1]?.id)))
  expect(bytesOnDisk(dir)).not.toContain(MARKER)
  expect(rowsOf(dir, 'SELECT batches, sequences, actions FROM total')).toEqual([{ batches: 200, sequences: 200, actions: 3600 }])
})
