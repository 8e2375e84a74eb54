/**
 * The only list of settings. The managed schema the browser checks, the documentation and the samples in `deploy/` are
 * generated from it. Chrome drops a whole top-level key when anything in it breaks the schema, without a word to us;
 * so whatever narrows recording lives in the same key as what it narrows, and each key is safe when absent.
 */
import { z } from 'zod'
import { TEXT_RULES } from '../trace/vocabulary.ts'

/** Sites and exceptions together. Bounds the cost of matching, and of reading the list as a person. */
export const MAX_ENTRIES = 500
/** A match pattern longer than this is a mistake or an attack: the longest host name is 253 characters. */
export const MAX_PATTERN_LENGTH = 400

const matchPattern = z
  .string()
  .min(1)
  .max(MAX_PATTERN_LENGTH)
  .describe('Match pattern: scheme, host and path, as in https://wiki.example.com/*. No <all_urls>, no bare suffix, http on loopback only.')

const Site = z.strictObject({
  match: matchPattern,
  text: z
    .enum(TEXT_RULES)
    .default('interface')
    .describe('Which text may be kept: wording of the interface only, or the text of a public site after detectors. Typed values never.'),
  context: z
    .enum(['actions', 'structure'])
    .default('actions')
    .describe('Record actions only, or the masked structure of the page as well.'),
  unmask: z
    .array(z.string().min(1).max(200))
    .max(50)
    .default([])
    .describe('CSS selectors of interface parts whose wording may be kept although the rule would mask it.'),
  phrases: z
    .array(z.string().min(2).max(80))
    .max(200)
    .default([])
    .describe(
      'Wording of this site that may be kept although a word of it is in no lexicon: names of its own features, as in Talent Insights.',
    ),
  routes: z
    .array(z.string().min(1).max(200))
    .max(100)
    .default([])
    .describe('Path templates that may be kept in words, as in /wiki/:page?tab. Parts of a path that are not listed become :id.'),
})

/** As policies write them, from Monday. */
export const WEEK_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const Schedule = z
  .strictObject({
    days: z.array(z.enum(WEEK_DAYS)).min(1).max(7).describe('Days on which to record.'),
    from: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .describe('First minute of the day, as 08:00.'),
    to: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .describe('First minute no longer recorded, as 18:00.'),
    timeZone: z.string().min(1).max(64).describe('IANA time zone, as Europe/Berlin.'),
  })
  .describe('When to record. Absent: at any time.')

/** Where and when to record: what a policy says itself, or an allowlist file that it names. */
export const LIST_SHAPE = {
  sites: z.array(Site).max(MAX_ENTRIES).describe('Sites to record on. Nowhere else is anything recorded.'),
  except: z.array(matchPattern).max(MAX_ENTRIES).default([]).describe('Exceptions; an exception always wins over a site.'),
  schedule: Schedule.optional(),
}

const FilePointer = z
  .strictObject({
    url: z.string().min(1).max(2000).describe('Address of the signed file; https, or http on loopback. Fetched about once an hour.'),
    publicKey: z
      .string()
      .min(1)
      .max(100)
      .describe('Key that the file is signed with, as `npm run allowlist -- sign` prints it: 43 characters.'),
  })
  .describe('Allowlist file with sites, exceptions and schedule; instead of them, not beside them.')

const Recording = z
  .strictObject({ ...LIST_SHAPE, sites: LIST_SHAPE.sites.optional(), file: FilePointer.optional() })
  .describe('Where and when to record: the allowlist, or the file that holds it. Absent: nothing is recorded.')

const Collector = z
  .strictObject({
    url: z.string().min(1).max(2000).describe('Address of the collector; https, or http on loopback.'),
    // Exactly one of the two: managed schemas know no unions, so `lib/policy/content.ts` judges it.
    token: z
      .string()
      .min(16)
      .max(4000)
      .optional()
      .describe('Ingest token that all browsers have in common. It can deliver, and cannot read. Either this or `joinSecret`.'),
    joinSecret: z
      .string()
      .min(16)
      .max(4000)
      .optional()
      .describe(
        'With it each browser enrols for a key of its own, which can deliver, cannot read, and can be revoked. Either this or `token`.',
      ),
    flushMinutes: z
      .number()
      .min(1)
      .max(1440)
      .default(15)
      .describe('Minutes between deliveries at the most; each browser takes a random time from half of it.'),
  })
  .describe('Where recorded sequences are delivered. Absent: nothing is recorded.')

const Local = z
  .strictObject({
    // The collector refuses batches older than 30 days.
    retentionDays: z.number().min(1).max(30).default(7).describe('Days after which what could not be delivered is dropped and counted.'),
    maxMb: z.number().min(1).max(1000).default(50).describe('Megabytes of undelivered batches; the oldest are dropped and counted.'),
  })
  .describe('What the browser keeps until it is delivered.')

const Person = z
  .strictObject({
    pauseMaxMinutes: z
      .number()
      .min(15)
      .max(10_080)
      .default(1440)
      .describe('Longest pause a person may choose, in minutes. Pausing cannot be switched off.'),
    allowDelete: z.boolean().default(true).describe('The person may delete what was recorded, and have it erased at the collector.'),
  })
  .describe('What the person may do.')

const Notice = z
  .strictObject({
    company: z.string().min(1).max(120).describe('Name of the company, as people know it.'),
    contact: z.string().min(1).max(200).describe('Whom to ask, as an e-mail address or a name.'),
    url: z.string().max(2000).optional().describe('Page with the full notice; https.'),
    consent: z
      .enum(['ask', 'obtained'])
      .default('ask')
      .describe(
        '`ask`: nothing is recorded until the person agrees. `obtained`: the company has informed people itself; the notice is still shown.',
      ),
  })
  .describe('What people are told. Absent: the person is asked.')

/** The whole managed value. */
export const ManagedPolicy = z.strictObject({
  collector: Collector.optional(),
  recording: Recording.optional(),
  local: Local.optional(),
  person: Person.optional(),
  notice: Notice.optional(),
})

export type ManagedPolicy = z.infer<typeof ManagedPolicy>
export type Site = z.infer<typeof Site>
export type Schedule = z.infer<typeof Schedule>
export type FilePointer = z.infer<typeof FilePointer>
