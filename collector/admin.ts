/** Commands on the collector's database, most of them beside a running collector. */
import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { ADMIN_USAGE, readAdminOptions, type AdminOptions } from './admin-options.ts'
import { utcDayOf } from '../lib/trace/utc-day.ts'
import { verifyChain, type Link } from './audit.ts'
import { backup, restore } from './backup.ts'
import { sentenceOf } from './bodies.ts'
import { emptyLog, inTransaction, openBeside, openForReading } from './database.ts'
import { isCredential, listCredentials, revokeCredential, unrevokeCredential } from './credentials.ts'
import { eraser, revoke, unrevoke } from './erase.ts'
import { accounts, reportGaps } from './gaps.ts'
import { mend } from './mend.ts'
import { verify, type Verified } from './verify.ts'

const counted = (count: number, word: string) => `${count} ${count === 1 ? word : word === 'batch' ? 'batches' : `${word}s`}`

function end(code: 0 | 1 | 2, text: string): never {
  ;(code === 2 ? process.stderr : process.stdout).write(`${text}\n`)
  process.exit(code)
}

function using<T>(db: DatabaseSync, work: (db: DatabaseSync) => T): T {
  try {
    return work(db)
  } finally {
    db.close()
  }
}

const receipt = ({ n, hash }: Link, at: number) => `Entry ${n} of the audit chain, ${utcDayOf(at)}, receipt ${hash}.`

/** Erases, and gives the receipt once nothing is left in the log either. */
function erasing(data: string, work: (db: DatabaseSync, now: number) => { link: Link; sentence: string }): string {
  return using(openBeside(data), (db) => {
    const now = Date.now()
    const { link, sentence } = inTransaction(db, () => work(db, now))
    if (!emptyLog(db))
      throw new Error(
        `it is erased and recorded, but somebody is reading an older state of the database, which still has it; give the command again when that has ended. ${receipt(link, now)}`,
      )
    return `${sentence}\n${receipt(link, now)}`
  })
}

const asSentence = (words: string) => `${words}.`.replace(/^./, (letter) => letter.toUpperCase())

function verdict({ batches, damaged, structure }: Verified, before = ''): { code: 0 | 1; text: string } {
  const isWhole = damaged.length + structure.length === 0
  const all = `${counted(batches, 'batch')} whole, ${damaged.length} damaged; ${structure.length === 0 ? 'every table is whole' : 'not every table is whole'}.`
  return {
    code: isWhole ? 0 : 1,
    text: [...(before ? [before] : []), ...[...structure, ...damaged.map(sentenceOf)].map(asSentence), all].join('\n'),
  }
}

/** Who does not look has to hear of it: it is done, and does not end well. */
function copied(damaged: readonly string[], text: string): { code: 0 | 1; text: string } {
  if (damaged.length === 0) return { code: 0, text }
  const also = `${counted(damaged.length, 'batch')} more ${damaged.length === 1 ? 'was copied as it is, damaged' : 'were copied as they are, damaged'}.`
  return { code: 1, text: [...damaged.map(asSentence), text, also].join('\n') }
}

function letIn(db: DatabaseSync, { command, whom }: Extract<AdminOptions, { command: 'revoke' | 'unrevoke' }>, now: number): string {
  const change = () => {
    if ('device' in whom) return command === 'revoke' ? revoke(db, whom.device, now) : unrevoke(db, whom.device, now)
    if (!isCredential(db, whom.credential)) throw new Error('no browser has enrolled with this credential')
    return command === 'revoke' ? revokeCredential(db, whom.credential, now) : unrevokeCredential(db, whom.credential, now)
  }
  const link = inTransaction(db, change)
  const who = 'device' in whom ? 'the device' : 'the browser'
  if (command === 'revoke')
    return link ? `Nothing more is taken from ${who}.\n${receipt(link, now)}` : `Nothing was taken from ${who} before either.`
  return link ? `What ${who} sends is taken again.\n${receipt(link, now)}` : 'It was not revoked. What is erased stays erased.'
}

/** @returns what to print, and with what to end */
function carryOut(options: AdminOptions): { code: 0 | 1; text: string } {
  const { data } = options
  const done = (text: string) => ({ code: 0 as const, text })
  switch (options.command) {
    case 'erase-device':
      return done(
        erasing(data, (db, now) => {
          const { batches, sequences, ...link } = eraser(db).device(options.device, now)
          const gone = `Erased ${counted(sequences, 'sequence')} in ${counted(batches, 'batch')} of the device.`
          return { link, sentence: `${gone} What it sends later is refused.` }
        }),
      )
    case 'erase-sequences':
      return done(
        erasing(data, (db, now) => {
          const answer = eraser(db).sequences({ version: 1, id: randomUUID(), sequences: options.sequences }, now)
          if (answer === 'conflict') throw new Error('the random id of the request was used before')
          const sentence = `Erased ${counted(answer.erased, 'sequence')} of ${answer.remembered}; none of them will be stored again.`
          return { link: { n: answer.entry, hash: answer.receipt }, sentence }
        }),
      )
    case 'revoke':
    case 'unrevoke':
      return done(using(openBeside(data), (db) => letIn(db, options, Date.now())))
    case 'credentials':
      return done(
        using(openForReading(data), (db) => [...listCredentials(db)].join('\n')) || 'No browser has enrolled, and none is revoked.',
      )
    case 'gaps': {
      const { lines, isWhole } = reportGaps(using(openForReading(data), accounts))
      return { code: isWhole ? 0 : 1, text: lines.join('\n') }
    }
    case 'audit': {
      const verdict = using(openForReading(data), verifyChain)
      if (verdict.broken !== null) return { code: 1, text: `Entry ${verdict.broken} of the audit chain is broken: ${verdict.why}.` }
      return done(`The audit chain holds: ${verdict.entries} entries, the last with the hash ${verdict.last}.`)
    }
    case 'verify':
      return verdict(using(openForReading(data), verify))
    case 'mend': {
      const found = mend(data)
      if (!found) return done('The log is not damaged.')
      if (found.isMended) return verdict(found, 'What stood in the log was brought back.')
      const lost = 'The log could not be read past its damage, and what was acknowledged since is lost, as gaps will show.'
      return { code: 1, text: [lost, ...found.structure.map(asSentence)].join('\n') }
    }
    case 'backup': {
      const { batches, damaged } = backup(data, options.to)
      return copied(damaged, `Copied ${counted(batches, 'batch')} to ${options.to} and verified them.`)
    }
    case 'restore': {
      const { batches, damaged, erased } = restore(options.from, data, options.tombstones, Date.now())
      const since =
        options.tombstones === null
          ? 'What was erased since the backup was made is back: repeat those erasures before you start the collector.'
          : `${counted(erased, 'sequence')} that had been erased since the backup was made stayed out.`
      return copied(damaged, `Restored ${counted(batches, 'batch')} to ${data}.\n${since}`)
    }
  }
}

const options = readAdminOptions(process.argv.slice(2))
if (typeof options === 'string') end(2, `${options}\n\n${ADMIN_USAGE}`)
try {
  const { code, text } = carryOut(options)
  end(code, text)
} catch (error) {
  process.stderr.write(`${options.command.split('-')[0]}: ${error instanceof Error ? error.message : 'unknown failure'}.\n`)
  process.exit(1)
}
