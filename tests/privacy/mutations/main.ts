/**
 * Can the privacy suite fail? Switches each rule of the masker off in a copy of the sources, builds it, and visits the pages that guard
 * it. A rule that nobody misses is one that the suite does not test. Takes about 20 s a rule, so it is a command of its own; arguments are
 * parts of the names of rules to try.
 */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packExtension } from '../../../scripts/pack.ts'
import { temporaryFolder } from '../../../scripts/temporary-folder.ts'
import { publish } from '../../../scripts/update-server.ts'
import { PAGES } from '../pages/all.ts'
import { jobsOf } from '../suite/jobs.ts'
import { isSecretKind } from '../suite/kinds.ts'
import { searchFor } from '../suite/search.ts'
import { runSuite } from '../suite/suite.ts'
import type { Job } from '../suite/visit.ts'
import { MASKING_RULES } from './masking-rules.ts'
import type { Mutation } from './mutation.ts'
import { NAME_RULES } from './name-rules.ts'
import { PAGE_RULES } from './page-rules.ts'
import { WORKER_RULES } from './worker-rules.ts'

const run = promisify(execFile)
const ROOT = new URL('../../..', import.meta.url).pathname
/** What the build reads; packages are linked, not copied. */
const SOURCES = [
  'lib',
  'entrypoints',
  'public',
  'locales',
  'scripts/without-code-from-text.ts',
  'scripts/without-descriptions.ts',
  'wxt.config.ts',
  'tsconfig.json',
  'package.json',
]
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Builds the extension into a folder, which it fills; with a rule switched off. */
async function build(mutation: Mutation | null, folder: string): Promise<void> {
  for (const source of SOURCES) cpSync(join(ROOT, source), join(folder, source), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  if (mutation) {
    for (const { file, from, to } of [mutation, ...(mutation.also ?? [])]) {
      const path = join(folder, file)
      const text = readFileSync(path, 'utf8')
      if (text.split(from).length !== 2) throw new Error(`The edit does not fit ${file} any more: ${mutation.rule}.`)
      writeFileSync(
        path,
        text.replace(from, () => to),
      )
    }
  }
  await run(join(ROOT, 'node_modules/.bin/wxt'), ['build'], { cwd: folder })
}

/** The pages that guard a rule, under the policy that it matters for. */
function jobsFor({ guards, preset }: Mutation): Job[] {
  const pages = new Set(PAGES.filter(({ covers, app }) => !app && covers.some((each) => guards.includes(each))))
  // A policy that opens one thing is not for every page: those that it is not for meet it here all the same.
  return jobsOf(PAGES).flatMap((job) => (pages.has(job.page) && job.preset === 'interface' ? [{ ...job, preset }] : []))
}

/** What the suite says of a build without a rule, and how often; of the build as it is, where there is no mutation. */
async function noticed(mutation: Mutation | null, jobs: readonly Job[]): Promise<Map<string, number>> {
  const folder = temporaryFolder('mutation')
  const packed = join(folder.path, 'packed')
  mkdirSync(packed)
  try {
    await build(mutation, folder.path)
    const extension = await publish(await packExtension(join(folder.path, '.output/chrome-mv3'), packed, { key: join(packed, 'key.pem') }))
    const { places, planted, visited, actionsOf } = await runSuite(extension, jobs).finally(() => extension.close())
    const leaks = places.flatMap(searchFor(planted)).filter(({ canary }) => canary.preset === 'interface' || isSecretKind(canary.kind))
    const problems = visited.flatMap((each) => {
      const actions = actionsOf(each)
      const problem = each.job.page.check?.(actions) ?? (each.job.page.unlisted && actions.length > 0 ? 'it was recorded' : null)
      return problem === null ? [] : [`${each.job.preset}, "${each.job.page.name}": ${problem}`]
    })
    const leaked = new Set(leaks.map(({ canary }) => canary))
    const all = [...[...leaked].map(({ kind, preset, page }) => `${preset}, "${page}": ${kind}`), ...problems]
    return new Map(all.map((each) => [each, all.filter((other) => other === each).length]))
  } finally {
    folder.remove()
  }
}

const wanted = process.argv.slice(2)
const rules = [...MASKING_RULES, ...NAME_RULES, ...PAGE_RULES, ...WORKER_RULES].filter(
  ({ rule }) => wanted.length === 0 || wanted.some((part) => rule.includes(part)),
)
const allJobs = new Map(rules.flatMap(jobsFor).map((job) => [`${job.path} ${job.preset}`, job]))
/** What the suite says already of the build as it is says nothing about a rule. */
const known = await noticed(null, [...allJobs.values()])
for (const [each, count] of known) say(`already   ${each} (${count})`)

let survived = 0
for (const mutation of rules) {
  const [by] = [...(await noticed(mutation, jobsFor(mutation)))].find(([each, count]) => count > (known.get(each) ?? 0)) ?? []
  if (by === undefined) survived++
  say(by === undefined ? `SURVIVED  ${mutation.rule}` : `killed    ${mutation.rule} | ${by}`)
}
say(`${rules.length - survived} of ${rules.length} rules are missed when they are gone.`)
process.exitCode = survived > 0 ? 1 : 0
