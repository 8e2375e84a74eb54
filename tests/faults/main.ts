/** Long runs of faults. `npm run faults -- --rounds 300 --only browser`; a round that failed is repeated by its seed. */
import { parseArgs } from 'node:util'
import { isClean } from './account.ts'
import { publishBuilt } from './built-extension.ts'
import { KINDS } from './kinds.ts'
import { runRounds } from './run.ts'
import type { Sum } from './world.ts'

const NAMES = Object.keys(KINDS).filter((name): name is keyof typeof KINDS => name in KINDS)
const USAGE = `Usage: npm run faults [-- --rounds N] [--seed S] [--only KIND[,KIND]]

  --rounds N   rounds of each kind (default 10)
  --seed S     of the first round (default: the variable SEED, or a new one); each further round has the next
  --only KIND  of ${NAMES.join(', ')}`

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        rounds: { type: 'string', default: '10' },
        seed: { type: 'string', default: process.env.SEED ?? String(Date.now() % 1_000_000) },
        only: { type: 'string', default: NAMES.join(',') },
      },
    })
    const asked = values.only.split(',')
    const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
    const kinds = NAMES.filter((name) => asked.includes(name))
    if (!Number.isSafeInteger(rounds) || rounds < 1 || !Number.isSafeInteger(seed)) return '--rounds and --seed must be whole numbers.'
    return kinds.length === asked.length ? { rounds, seed, kinds } : `--only must name kinds of faults.`
  } catch (error) {
    return error instanceof Error ? error.message : 'The options cannot be read.'
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`)
const numbers = ({ performed, acknowledged, stored, lost, doubled, invented, unbalanced, inPage }: Sum) =>
  `performed ${performed}, acknowledged ${acknowledged}, stored ${stored}, lost ${lost.length}, doubled ${doubled.length}, invented ${invented.length}, unbalanced ${unbalanced.length}, in pages ${inPage}`

const options = readOptions()
if (typeof options === 'string') {
  process.stderr.write(`${options}\n\n${USAGE}\n`)
  process.exit(2)
}
const { rounds, seed, kinds } = options
const built = await publishBuilt()
say(`seed ${seed}; the numbers of a line are of all rounds so far; "in pages" is what no worker had been told of yet`)
const summary: string[] = []
for (const name of kinds) {
  const begun = Date.now()
  const heard = (round: number, seed: number, sum: Sum) => say(`${name} round ${round}, seed ${seed}: ${numbers(sum)}`)
  const outcome = await runRounds(built.extension, KINDS[name], { rounds, seed, heard }).catch((error: unknown) => String(error))
  const clean = typeof outcome !== 'string' && isClean(outcome)
  if (!clean) process.exitCode = 1
  if (typeof outcome !== 'string')
    for (const mark of [...outcome.lost, ...outcome.doubled, ...outcome.invented, ...outcome.unbalanced])
      say(`  not accounted for: ${mark}`)
  const seconds = ((Date.now() - begun) / 1000).toFixed(0)
  summary.push(
    `${clean ? 'held  ' : 'BROKEN'} ${name}, ${rounds} rounds in ${seconds} s: ${typeof outcome === 'string' ? outcome : numbers(outcome)}`,
  )
}
await built.close()
say(`\n${summary.join('\n')}`)
