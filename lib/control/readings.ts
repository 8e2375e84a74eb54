/**
 * What the options page asks to be shown. The worker reads for it: a page with a connection of its own to the database would stand in the
 * way when one is deleted to be rid of its bytes, and could make an empty one of a name that has just gone.
 */
import { browser } from 'wxt/browser'
import { check, type Check } from '../flush/check.ts'
import type { Holdings, Reading, RecordPage, RecordText } from '../messages.ts'
import { newestFirst, recordIn, recordsIn, rowsBeside } from '../store/records.ts'
import { drainTails } from '../store/tails.ts'
import { admissionOf } from './admission.ts'
import type { Context } from './context.ts'
import { localOf } from './jobs.ts'
import { withoutSecrets } from './without-secrets.ts'

/** Rows of about 300 bytes; a page of a screen or two is there at once. */
const PAGE = 50
const DAY_MS = 86_400_000

/** Null where there is no collector to ask. */
export async function answerReading(context: Context, request: Reading): Promise<RecordPage | RecordText | Holdings | Check | null> {
  const { db, resolution } = context
  switch (request.type) {
    case 'records': {
      const all = await recordsIn(db)
      const { before } = request
      const older = before === null ? all : all.filter((record) => newestFirst(before, record) < 0)
      return { records: older.slice(0, PAGE), total: all.length, more: older.length > PAGE }
    }
    case 'record':
      return recordIn(db, request.id, Date.now() - localOf(context).retentionDays * DAY_MS)
    case 'holdings': {
      // What dying pages left belongs to its sequences.
      await drainTails(db, Date.now(), await admissionOf(context))
      const [local, session] = await Promise.all([browser.storage.local.get(null), browser.storage.session.get(null)])
      return withoutSecrets({ ...(await rowsBeside(db)), 'storage.local': local, 'storage.session': session })
    }
    case 'check':
      if (resolution.kind !== 'ready') return null
      return navigator.locks.request('flush', () => check(db, resolution.policy.collector))
  }
}
