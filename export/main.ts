/** Collector storage → one file of training data, or one page to look at. */
import { sentenceOf } from '../collector/bodies.ts'
import { openArchive } from '../collector/storage.ts'
import { card } from './formats/card.ts'
import { jsonl } from './formats/jsonl.ts'
import { parquet } from './formats/parquet.ts'
import { timeline } from './formats/timeline.ts'
import { USAGE, readOptions, type Options } from './options.ts'
import { traceReader, type Report } from './read.ts'
import { writeWhole } from './write.ts'

const FORMATS = { jsonl, parquet, card, timeline }

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

const HELD = { none: 'Times, pauses and pointer paths are not in it.', recorded: 'Times, pauses and pointer paths are in it.' }

function summary({ batches, traces, actions, rejected }: Report, { out, rhythm }: Options): string {
  const wrote = `Wrote ${counted(traces, 'trace')} with ${counted(actions, 'action')} of ${counted(batches, 'batch').replace('batchs', 'batches')} to ${out}.`
  return [wrote, HELD[rhythm], ...[...rejected].map(([reason, count]) => `Left out ${count}, ${reason}.`)].join('\n')
}

function end(code: 0 | 1 | 2, text: string): never {
  ;(code === 0 ? process.stdout : process.stderr).write(`${text}\n`)
  process.exit(code)
}

const options = readOptions(process.argv.slice(2))
if (typeof options === 'string') end(2, `${options}\n\n${USAGE}`)
try {
  const archive = openArchive(options.data)
  const reader = traceReader(archive, options.rhythm)
  writeWhole(
    options.out,
    FORMATS[options.format](
      () => reader.traces(),
      () => ({ rhythm: options.rhythm, rejected: reader.report.rejected, ...archive.withheld() }),
    ),
  )
  archive.close()
  for (const batch of reader.report.damaged) process.stderr.write(`Left out: ${sentenceOf(batch)}.\n`)
  end(0, summary(reader.report, options))
} catch (error) {
  end(1, `Nothing was exported: ${error instanceof Error ? error.message : 'unknown failure'}.`)
}
