/**
 * The typed protocol between page, worker and extension pages. Each message is parsed on arrival; page code imports the
 * types only. There is no other channel: no window messages, no ports, no external connections.
 */
import { z } from 'zod'
import type { Widening } from './policy/terms.ts'
import { FramePath, Id, Origin } from './trace/target.ts'
import { COUNTS } from './trace/counts.ts'
import { COARSE_STEP_PX, LANGUAGES, LIMITS, type ActionKind, type TextRule } from './trace/vocabulary.ts'

const counts = z.partialRecord(z.enum(COUNTS), z.int().min(0).max(1_000_000))

/** First word of a recorder: may I record this document? */
export const Hello = z.strictObject({
  type: z.literal('hello'),
  document: Id,
  frame: FramePath,
  viewport: z.strictObject({
    width: z.int().min(0).max(100_000).multipleOf(COARSE_STEP_PX),
    height: z.int().min(0).max(100_000).multipleOf(COARSE_STEP_PX),
  }),
  /** Language the page says it is in, where there is a lexicon for it. */
  language: z.enum(LANGUAGES).nullable(),
  /** It came by way of another address of its site, which is not the one its guard was lifted for. */
  redirected: z.boolean(),
  /** The page was open already, and every frame in it is of its own origin: the recorder may be put into all of them. */
  whole: z.boolean(),
})

/** Something was typed that the next page of this tab may show; or it goes with the address, and the next page sees it there. */
export const Guard = z.strictObject({ type: z.literal('guard'), document: Id, raised: z.boolean() })

/** Actions on their way to IndexedDB; also the shape of the tail a dying page leaves in `storage.local`. */
export const Delivery = z.strictObject({
  type: z.literal('actions'),
  document: Id,
  /** Drafts, parsed one by one where they are stored: one that is broken must not hold back the others. */
  actions: z.array(z.unknown()).max(LIMITS.messageActions),
  counts,
})

export const PageMessage = z.discriminatedUnion('type', [Hello, Delivery, Guard])

/** What the person wants gone; times in ms since 1970. */
export const Deletion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('site'), origin: Origin }),
  z.strictObject({ kind: z.literal('span'), from: z.int().min(0), until: z.int().min(0) }),
  z.strictObject({ kind: z.literal('sequence'), id: Id }),
])
export type Deletion = z.infer<typeof Deletion>

/** Which terms a person has before them. */
const TermsId = z.string().max(32)

/** Requests of popup, options and notice. */
export const UiMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('status'), tab: z.int().min(0).nullable() }),
  z.strictObject({ type: z.literal('pause'), minutes: z.int().min(1).max(100_000) }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({ type: z.literal('flush') }),
  z.strictObject({ type: z.literal('refresh-list') }),
  z.strictObject({ type: z.literal('consent'), given: z.boolean(), terms: TermsId }),
  z.strictObject({ type: z.literal('seen'), terms: TermsId }),
  z.strictObject({ type: z.literal('delete'), what: Deletion }),
])

/** What the options page asks to be shown. Answers come in pieces, so that none is larger than a message may be. */
export const Reading = z.discriminatedUnion('type', [
  /** The newest records, or those older than one that is known. */
  z.strictObject({ type: z.literal('records'), before: z.strictObject({ from: z.number(), id: Id }).nullable() }),
  z.strictObject({ type: z.literal('record'), id: Id }),
  z.strictObject({ type: z.literal('holdings') }),
  z.strictObject({ type: z.literal('check') }),
])

/** What a recorder is told, in answer to `hello` and whenever it changes. */
export type Standing =
  | { type: 'standing'; record: false }
  | {
      type: 'standing'
      record: true
      /** Match patterns, path templates and text rules that concern this document's origin; a route change is checked against them. */
      sites: { match: string; routes: string[]; text: TextRule; phrases: string[]; unmask: string[] }[]
      except: string[]
      /** Words of interfaces in the page's language and in English, in lower case, one a line. */
      words: string
    }

export type Hello = z.infer<typeof Hello>
export type Guard = z.infer<typeof Guard>
export type Delivery = z.infer<typeof Delivery>
export type PageMessage = z.infer<typeof PageMessage>
export type UiMessage = z.infer<typeof UiMessage>
export type Reading = z.infer<typeof Reading>

/** Highest `n` of the document that is committed to IndexedDB; -1 when none is. `stop`: this document is not recorded (any more). */
export type Acknowledgement = { acknowledged: number; stop: boolean }

/** One truth for badge, popup, options and notice. */
export type State = 'not-set-up' | 'off-here' | 'asking' | 'paused' | 'off-hours' | 'recording' | 'attention'

/** A thing a person or administrator should know, by code; the words are in `locales/`. */
export type Problem = { code: string; path: string; value: string }

/** `version` and `expires` of the file in force; null while there is none. Times in ms since 1970. */
export type ListStatus = {
  /** Host that it is fetched from. */
  host: string
  version: number | null
  expires: number | null
  /** Nothing is recorded by it any more. */
  expired: boolean
  /** When its server last had a good one; null before the first. */
  goodAt: number | null
  /** Why what the server has now is not in force. */
  problems: readonly Problem[]
}

export type Status = {
  version: string
  /** State for the tab asked about, or of the whole browser when none was. */
  state: State
  /** State of the whole browser, whatever tab was asked about. */
  whole: State
  /** Origin of the tab's listed site, which is off here where its page is recorded from its next load only; null off the list. */
  site: string | null
  /** ms since 1970; null when not paused. */
  pausedUntil: number | null
  pauseMaxMinutes: number
  consent: 'unneeded' | 'asking' | 'given' | 'refused'
  /** Id of the terms in force, null without any; what they have more than the ones before, since when (ms since 1970), and whether the person has looked. */
  terms: { id: string | null; more: readonly Widening[]; since: number | null; seen: boolean }
  waiting: { actions: number; sequences: number; batches: number; parked: number; bytes: number }
  sent: { actions: number; batches: number; lastAt: number | null }
  /** Delivery trouble, or null; `retryAt` in ms since 1970. */
  delivery: { code: string; retryAt: number | null } | null
  /**
   * The key by which the collector knows this browser: its credential, to be quoted to whoever runs the collector, the UTC day on which it was
   * taken, and until when its token holds, ms since 1970; each null while there is none. Null where the policy has a token for all.
   */
  enrolment: { credential: string | null; since: string | null; tokenUntil: number | null; revoked: boolean } | null
  /** Databases that could not be read and were set aside. */
  aside: number
  /** Sequences the collector was asked to erase, and its receipts. */
  erasures: {
    pending: number
    /** Sent to a collector that the policy no longer names, so that it cannot be asked. */
    elsewhere: { collector: string; count: number }[]
    receipts: { day: string; entry: number; hash: string; count: number }[]
  }
  mayDelete: boolean
  /** Actions recorded on each local day, the oldest first; days without any are left out. */
  activity: { day: string; actions: number }[]
  /** What is kept here of what was sent; `bytes` as stored. */
  copies: { sequences: number; bytes: number }
  /** Pseudonym of this week's deliveries; null before the first. */
  device: string | null
  today: { kinds: Partial<Record<ActionKind, number>>; sites: Record<string, number>; counts: z.infer<typeof counts> }
  policy: {
    /** `phrases` and `unmask` say how many there are. */
    sites: { match: string; text: TextRule; context: 'actions' | 'structure'; phrases: number; unmask: number }[]
    except: string[]
    schedule: { days: string[]; from: string; to: string; timeZone: string } | null
    collector: string | null
    flushMinutes: number | null
    retentionDays: number
    company: string | null
    contact: string | null
    noticeUrl: string | null
    problems: readonly Problem[]
    /** The allowlist file that the settings name. */
    list: ListStatus | null
    /** As read from managed storage, with token and join secret left out, for administrators. */
    raw: string
  }
}

/** Where a sequence is: still being added to, closed, sealed for delivery, set aside because the collector refused it, or sent. */
export type Whereabouts = 'open' | 'closed' | 'sealed' | 'parked' | 'sent'

/** A sequence that is kept here, or was sent from here. Times in ms since 1970, as this browser knows them. */
export type RecordRow = {
  id: string
  site: string
  from: number
  until: number
  actions: number
  where: Whereabouts
  /** Id of the batch it is in, or was sent in; null before it is sealed. */
  batch: string | null
  /** Since when it is set aside, or when it was sent. */
  at: number | null
  /** Why the collector refused it. */
  code: string | null
  /** It may have reached the collector: a try to send it began. */
  attempted: boolean
  /** Is what is in it still here? */
  kept: boolean
}
export type RecordPage = { records: RecordRow[]; total: number; more: boolean }

/** `sequence` is its JSON as it was or will be sent, `batch` what its batch says beside it, null before it is sealed; both null where gone. */
export type RecordText = { sequence: string | null; batch: string | null }

/** Everything kept here beside the sequences, by where it is kept. */
export type Holdings = Record<string, unknown>
