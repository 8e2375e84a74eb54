/**
 * How this browser gets in at its collector: by the token that all have in common, or by a key of its own, which it enrols with the join secret.
 * There is one key for each pseudonym, and a request under a pseudonym is signed with its key: so a collector learns from keys no more than
 * from pseudonyms. Called by one flusher at a time; every step may be the last, and is repeated then.
 */
import type { Database } from '../store/database.ts'
import { addCredential, changeCredential, credentialsIn } from '../store/credentials.ts'
import { readState, writeState, type Credential } from '../store/state.ts'
import { Challenge, Enrolled, Token } from '../trace/enrolment.ts'
import { ADMIN_WAIT_MS, judge, refusalIn, type Answer, type Verdict } from './answer.ts'
import { deviceOf, type Device } from './batch.ts'
import { makeCredential, publicKeyOf, signWith } from './keys.ts'
import { forgetOrder, obey } from './order.ts'
import { askForToken, askToEnrol, type Entry } from './send.ts'

export type Collector = { url: string } & ({ token: string } | { joinSecret: string })

type Said = Answer | 'unreachable' | 'timeout'
/** Not let in, or not now. */
type Outside = Extract<Verdict, { kind: 'retry' | 'unauthorized' }>
type Inside = { kind: 'inside'; entry: Entry; credential: Credential | null }

/** A token is asked for anew so long before its end: what is sent with it takes some seconds, and 20 s at most. */
const EARLY_MS = 60_000
/** The longest that a collector may say; further ahead, the clock was ahead when the token came. */
const MAX_TOKEN_MS = 86_400_000

/**
 * Makes a request under a pseudonym, with a new token where the one in hand is refused.
 * @param request sends it; called twice at most
 */
export async function within(
  db: Database,
  to: Collector,
  device: string,
  request: (entry: Entry) => Promise<Said>,
): Promise<{ said: Said; credential: Credential | null } | Outside> {
  let way = await enter(db, to, device)
  if (way.kind !== 'inside') return way
  let said = await request(way.entry)
  if (way.credential && typeof said !== 'string' && said.status === 401) {
    await changeCredential(db, way.credential.id, { token: null })
    way = await enter(db, to, device)
    if (way.kind !== 'inside') return way
    said = await request(way.entry)
  }
  return { said, credential: way.credential }
}

async function enter(db: Database, to: Collector, device: string): Promise<Inside | Outside> {
  const { url } = to
  if ('token' in to) return { kind: 'inside', entry: { url, bearer: to.token, sign: null }, credential: null }
  const credential = await credentialFor(db, url, device)
  const now = Date.now()
  const { token } = credential
  if (token && token.until > now + EARLY_MS && token.until <= now + MAX_TOKEN_MS) return inside(credential, token.text)
  return renew(db, to, credential)
}

function inside(credential: Credential, bearer: string): Inside {
  const sign = (text: string) => signWith(credential.keys, text)
  return { kind: 'inside', entry: { url: credential.url, bearer, sign }, credential }
}

/** The key is kept before anybody hears of it: one that a collector has taken and nobody here knows would be another browser. */
async function credentialFor(db: Database, url: string, device: string): Promise<Credential> {
  const known = (await credentialsIn(db, url)).find((one) => one.device === device)
  return known ?? addCredential(db, await makeCredential(url, device))
}

/** A token for a credential, which is enrolled first where the collector does not know it, or not any more. */
async function renew(db: Database, to: Collector & { joinSecret: string }, known: Credential): Promise<Inside | Outside> {
  let credential = known
  if (credential.since === null) {
    const refused = await enrol(db, to, credential)
    if (refused) return refused
  }
  let answer = await tokenFor(credential)
  if (isUnknown(answer)) {
    await changeCredential(db, credential.id, { since: null, token: null, revoked: false })
    const refused = await enrol(db, to, credential)
    if (refused) return refused
    answer = await tokenFor(credential)
  }
  const given = taken(Token, answer, credential.id)
  if ('kind' in given) return given
  const { token: text, seconds, revoked } = given.data
  credential = { ...credential, token: { text, until: Date.now() + seconds * 1000 }, revoked }
  await changeCredential(db, credential.id, { token: credential.token, revoked })
  return inside(credential, text)
}

/** @returns why it is not enrolled, or null where it is */
async function enrol(db: Database, { joinSecret }: { joinSecret: string }, credential: Credential): Promise<Outside | null> {
  const { entry } = inside(credential, joinSecret)
  const answer = await askToEnrol({ version: 1, key: await publicKeyOf(credential.keys) }, entry)
  if (typeof answer !== 'string' && answer.status === 401 && refusalIn(answer.body)?.error === 'join-secret')
    return { kind: 'unauthorized', code: 'join-secret' }
  const given = taken(Enrolled, answer, credential.id)
  if ('kind' in given) return given
  await changeCredential(db, credential.id, { since: given.data.since })
  return null
}

async function tokenFor(credential: Credential): Promise<Said> {
  const { entry } = inside(credential, '')
  const request = { version: 1 as const, id: credential.id }
  const first = await askForToken({ ...request, challenge: null }, entry)
  const { data } = Challenge.safeParse(typeof first === 'string' ? null : first.body)
  return data ? askForToken({ ...request, challenge: data.challenge }, entry) : first
}

function isUnknown(answer: Said): boolean {
  return typeof answer !== 'string' && answer.status === 401 && refusalIn(answer.body)?.error === 'credential'
}

type Form<T> = { safeParse: (value: unknown) => { data?: T } }

/** What a 200 or 201 of the collector gives; anything else, or a thing of another credential, is why it does not. */
function taken<T>(form: Form<T>, answer: Said, id: string): { data: T } | Outside {
  const verdict = judge(id, answer, Date.now(), Math.random())
  switch (verdict.kind) {
    case 'delivered': {
      const { data } = form.safeParse(typeof answer === 'string' ? null : answer.body)
      return data === undefined ? { kind: 'retry', code: 'not-a-collector', waitMs: null } : { data }
    }
    case 'retry':
    case 'unauthorized':
      return verdict
    case 'park':
    case 'isolate':
      return { kind: 'retry', code: verdict.code, waitMs: ADMIN_WAIT_MS }
    case 'halve':
    case 'order':
      return { kind: 'retry', code: 'not-a-collector', waitMs: ADMIN_WAIT_MS }
  }
}

/**
 * Asks about the keys that were revoked when they were last used, before anything else is sent: as long as one is, nothing goes out under
 * another, which would be enrolled in its place.
 * @returns what to wait for and how long, as after a failed delivery, or null where none is revoked
 */
export async function whileRevoked(db: Database, to: Collector): Promise<{ code: string; waitMs: number | null } | null> {
  if ('token' in to) return null
  const revoked = (await credentialsIn(db, to.url)).filter((one) => one.revoked)
  let isOver = false
  for (const credential of revoked) {
    const way = await renew(db, to, credential)
    // Where it cannot be asked, what it said last holds; but only what it says again is an order that is confirmed.
    if (way.kind !== 'inside') return waitOf(way)
    if (way.credential?.revoked) return { code: 'revoked', waitMs: await obey(db, 'stop', Date.now()) }
    isOver = true
  }
  if (isOver) await forgetOrder(db)
  return null
}

/** Has this browser a key for its collector, or no need of one? */
export async function isEnrolled(db: Database, to: Collector): Promise<boolean> {
  return 'token' in to || (await credentialsIn(db, to.url)).some(({ since }) => since !== null)
}

/**
 * Enrols before there is anything to send, so that an administrator sees that settings took.
 * @returns what to wait for and how long, or null where it has enrolled
 */
export async function enrolEarly(db: Database, to: Collector, now: number): Promise<{ code: string; waitMs: number | null } | null> {
  if (await isEnrolled(db, to)) return null
  return waitOf(await enter(db, to, (await pseudonymNow(db, now)).id))
}

/** The pseudonym of this week, drawn if nothing was sealed under one yet. */
export async function pseudonymNow(db: Database, now: number): Promise<Device> {
  const { store } = db.transaction('state', 'readwrite')
  const device = deviceOf(await readState(store, 'device'), now)
  await writeState(store, 'device', device)
  return device
}

function waitOf(way: Inside | Outside): { code: string; waitMs: number | null } | null {
  if (way.kind === 'inside') return null
  return { code: way.code, waitMs: way.kind === 'retry' ? way.waitMs : ADMIN_WAIT_MS }
}
