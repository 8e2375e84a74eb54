import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { machineFolder } from '../../scripts/browser/machine-folder.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { ROOT } from './tracked.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder('machine')
})
afterEach(() => folder.remove())

const managed = () => join(folder.path, 'policies/managed')
const everything = () => readdirSync(folder.path, { recursive: true }).map(String).toSorted()
const OURS = `waymark-demo-${process.pid}.json`

test('the policy is one file, replaced as a whole, and nothing is left of it or the folders it needed', () => {
  const policy = machineFolder(folder.path)
  policy.write({ first: true })
  policy.write({ second: true })
  expect(everything()).toEqual(['policies', 'policies/managed', `policies/managed/${OURS}`])
  expect(JSON.parse(readFileSync(join(managed(), OURS), 'utf8'))).toEqual({ second: true })
  policy.remove()
  expect(everything()).toEqual([])
})

test('what others put there stays, and with it the folder it is in', () => {
  const policy = machineFolder(folder.path)
  policy.write({})
  writeFileSync(join(managed(), 'company.json'), '{}')
  policy.remove()
  expect(everything()).toEqual(['policies', 'policies/managed', 'policies/managed/company.json'])
})

test('what a demo left that was killed outright is cleared away; that of one that runs is not', () => {
  // Ids are given in turn and not again for a long while.
  const ended = spawnSync('true').pid
  mkdirSync(managed(), { recursive: true })
  for (const pid of [ended, process.ppid]) writeFileSync(join(managed(), `waymark-demo-${pid}.json`), '{}')
  machineFolder(folder.path).remove()
  expect(readdirSync(managed())).toEqual([`waymark-demo-${process.ppid}.json`])
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'exit'] as const)('%s leaves nothing behind', async (end) => {
  const script = `
    const { machineFolder } = await import(${JSON.stringify(join(ROOT, 'scripts/browser/machine-folder.ts'))})
    machineFolder(${JSON.stringify(folder.path)}).write({})
    process.stdin.once('data', () => process.exit(0))
    console.log('written')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  expect(everything()).toHaveLength(3)
  if (end === 'exit') child.stdin.end('now')
  else child.kill(end)
  await once(child, 'close')
  expect(everything()).toEqual([])
})
