/** What the worker reads for a page. Null is silence: it is dead, being replaced, or has no such request. */
import type { Check } from '../flush/check.ts'
import type { Holdings, RecordPage, RecordRow, RecordText } from '../messages.ts'
import { answerTo } from './ask.ts'

/** A full database of 35,000 actions is looked through in well under a second; a busy worker may be deleting, which takes up to 9 s. */
const READ_PATIENCE_MS = 12_000
/** The collector has 20 s of its own for each question, and a delivery that is under way is waited for. */
const CHECK_PATIENCE_MS = 60_000

/** The newest records, or the next older ones after `last`. */
export async function readRecords(last: RecordRow | undefined): Promise<RecordPage | null> {
  const answer = await answerTo({ type: 'records', before: last ? { from: last.from, id: last.id } : null }, READ_PATIENCE_MS)
  return isRecordPage(answer) ? answer : null
}

export async function readRecord(id: string): Promise<RecordText | null> {
  const answer = await answerTo({ type: 'record', id }, READ_PATIENCE_MS)
  return isRecordText(answer) ? answer : null
}

export async function readHoldings(): Promise<Holdings | null> {
  const answer = await answerTo({ type: 'holdings' }, READ_PATIENCE_MS)
  return isHoldings(answer) ? answer : null
}

/** Without a collector to ask there is `none`. */
export async function readCheck(): Promise<Check | 'none' | null> {
  const answer = await answerTo({ type: 'check' }, CHECK_PATIENCE_MS)
  if (answer === null) return 'none'
  return isCheck(answer) ? answer : null
}

// The worker is our own and typed: these only tell an answer from none.
const isObject = (answer: unknown): answer is object => typeof answer === 'object' && answer !== null
const isRecordPage = (answer: unknown): answer is RecordPage => isObject(answer) && 'records' in answer
const isRecordText = (answer: unknown): answer is RecordText => isObject(answer) && 'sequence' in answer
const isHoldings = (answer: unknown): answer is Holdings => isObject(answer) && 'state' in answer
const isCheck = (answer: unknown): answer is Check => isObject(answer) && 'behindMs' in answer
