import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { packForFirefox } from '../../scripts/pack/firefox.ts'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { ROOT } from './tracked.ts'

const run = promisify(execFile)
/** Built once by `npm test` before anything else. */
const BUILT = join(ROOT, '.output/firefox-mv3')
const Report = z.object({ errors: z.array(z.unknown()), warnings: z.array(z.unknown()), notices: z.array(z.unknown()) })

/** It takes some seconds, and several times that on a machine with too much to do. */
const LINT_MS = 120_000

/** What Mozilla's own checker, which every add-on that is handed in passes through, has to say. */
async function findings(path: string, ...words: string[]): Promise<unknown[]> {
  const linter = join(ROOT, 'node_modules/.bin/addons-linter')
  // It ends with 1 where it finds something, and says what.
  const { stdout } = await run(linter, ['--output', 'json', ...words, path]).catch((error: unknown) =>
    z.object({ stdout: z.string() }).parse(error),
  )
  const { errors, warnings, notices } = Report.parse(JSON.parse(stdout))
  return [...errors, ...warnings, ...notices]
}

test(
  'Mozilla’s linter finds nothing in the Firefox build',
  async () => {
    expect(await findings(BUILT)).toEqual([])
  },
  LINT_MS,
)

test(
  'nor in the packed add-on, which looks for updates at a server of ours',
  async () => {
    const { path, remove } = temporaryFolder('lint')
    const file = join(path, 'waymark.xpi')
    writeFileSync(file, packForFirefox(BUILT, { updateUrl: 'https://updates.example.com/waymark/updates.json' }).xpi)
    expect(await findings(file, '--self-hosted')).toEqual([])
    remove()
  },
  LINT_MS,
)
