import { sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readEnvelope, signedBytes, writeEnvelope } from '../../../lib/policy/allowlist-envelope.ts'
import { MAX_LIST_BYTES, readListFile, successionProblem, type ListFile } from '../../../lib/policy/allowlist-file.ts'
import { isPublicKey } from '../../../lib/policy/public-key.ts'
import { resolvePolicy } from '../../../lib/policy/resolve.ts'
import type { Site } from '../../../lib/policy/schema.ts'
import { aSigner, instant } from '../../fixtures/signed-list.ts'
import { GOOD, isPublicSuffix } from './suffix-list.ts'

const WIKI = 'https://wiki.example.com/*'
const site = (match: string): Site => ({ match, text: 'interface', context: 'actions', unmask: [], phrases: [], routes: [] })
const { publicKey, privateKey, signed } = aSigner()
const EXPIRES = Date.parse('2030-01-01T00:00:00Z')
const whole = signed({ sites: [site(WIKI)] }, { version: 7, expires: EXPIRES })

const read = (text: string, key = publicKey) => readListFile(text, key, isPublicSuffix)
const codes = async (text: string, key?: string) => {
  const reading = await read(text, key)
  return 'problems' in reading ? reading.problems.map(({ code, path }) => `${code} ${path}`.trim()) : []
}
/** A payload that no command of ours would sign, signed with the right key. */
function signedRaw(payload: string | Buffer): string {
  const bytes = new Uint8Array(Buffer.from(payload))
  return writeEnvelope({ payload: bytes, signature: new Uint8Array(sign(null, signedBytes(bytes), privateKey)) })
}
const raw = (value: object) => signedRaw(JSON.stringify(value))

describe('a signed allowlist file', () => {
  test('is read as it was signed, and complete', async () => {
    const reading = await read(whole)
    expect(reading).toEqual({
      file: {
        version: 7,
        expires: EXPIRES,
        recording: { sites: [site(WIKI)], except: [], schedule: null },
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    })
  })

  test('is an envelope that other programs can verify (DSSE): type and length are signed with the payload', () => {
    const { payload } = readEnvelope(whole)!
    const type = 'application/vnd.waymark.allowlist+json;v=1'
    expect(Buffer.from(signedBytes(payload)).toString()).toBe(
      `DSSEv1 ${type.length} ${type} ${payload.length} ${Buffer.from(payload).toString()}`,
    )
    expect(JSON.parse(whole)).toEqual({ payload: expect.any(String), payloadType: type, signatures: [{ sig: expect.any(String) }] })
  })

  test('of another key is refused', async () => {
    expect(await codes(whole, aSigner().publicKey)).toEqual(['list-signature'])
  })

  test('is refused where the browser cannot verify', async () => {
    expect(await codes(whole, 'A'.repeat(20))).toEqual(['list-cannot-verify'])
  })

  test.each<[string, string]>([
    ['the list before it was signed', JSON.stringify({ sites: [{ match: WIKI }] })],
    ['a page of the server', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['an end that is missing', whole.slice(0, -1)],
    ['something behind it', `${whole} `],
    ['another layout of it', JSON.stringify(JSON.parse(whole), null, 2)],
    ['a second key of the same name', whole.replace('{"payload"', '{"payload":"e30=","payload"')],
    ['a second signature', whole.replace('"signatures":[', '"signatures":[{"sig":"AAAA"},')],
    ['another type', whole.replace('v=1', 'v=2')],
    ['duplicate keys in what is signed', signedRaw('{"version":1,"version":2,"expires":"2030-01-01T00:00:00Z","sites":[]}')],
    ['spaces in what is signed', signedRaw('{ "version":1,"expires":"2030-01-01T00:00:00Z","sites":[]}')],
    ['what is no UTF-8', signedRaw(Buffer.from([0x22, 0xff, 0x22]))],
  ])('is not %s', async (_, text) => expect(await codes(text)).toEqual(['list-envelope']))

  test('of more than 1 MB is not even looked at', async () => {
    expect(await codes(' '.repeat(MAX_LIST_BYTES + 1))).toEqual(['list-too-large'])
  })

  const list = { version: 1, expires: '2030-01-01T00:00:00Z', sites: [{ match: WIKI }] }
  test.each<[string, object, string[]]>([
    ['every site at once', { ...list, sites: [{ match: '<all_urls>' }] }, ['all-urls sites[0].match']],
    ['a bare suffix', { ...list, sites: [{ match: 'https://*.co.uk/*' }] }, ['bare-suffix sites[0].match']],
    ['an exception that is none', { ...list, except: ['ftp://x/*'] }, ['scheme except[0]']],
    [
      'a time zone that is none',
      { ...list, schedule: { days: ['mon'], from: '08:00', to: '18:00', timeZone: 'Mars' } },
      ['time-zone schedule.timeZone'],
    ],
    ['no version', { ...list, version: undefined }, ['missing version']],
    ['version 0', { ...list, version: 0 }, ['out-of-range version']],
    ['half a version', { ...list, version: 1.5 }, ['wrong-type version']],
    ['no expiry', { ...list, expires: undefined }, ['missing expires']],
    ['an expiry without a zone', { ...list, expires: '2030-01-01T00:00:00' }, ['format expires']],
    ['a day that is none', { ...list, expires: '2030-02-30T00:00:00Z' }, ['format expires']],
    ['no sites', { ...list, sites: undefined }, ['missing sites']],
    ['a misspelt key', { ...list, exept: [] }, ['unknown-key exept']],
    ['a collector', { ...list, collector: GOOD.collector }, ['unknown-key collector']],
    ['501 entries', { ...list, except: Array.from({ length: 500 }, (_, i) => `https://a${i}.example.com/*`) }, ['too-many']],
    ['a list in a list', [list], ['wrong-type']],
  ])('with a good signature is refused whole for %s', async (_, value, problems) => expect(await codes(raw(value))).toEqual(problems))
})

describe('what may follow on what was taken before', () => {
  const file = (version: number, digest = 'a', expires = 2000): ListFile => ({
    version,
    digest,
    expires,
    recording: { sites: [], except: [], schedule: null },
  })
  test.each([
    [file(1), undefined, 1999, null],
    [file(8), { version: 7, digest: 'b' }, 0, null],
    [file(7), { version: 7, digest: 'a' }, 0, null],
    [file(7), { version: 7, digest: 'b' }, 0, 'list-same-version'],
    [file(6), { version: 7, digest: 'a' }, 0, 'list-older'],
    [file(8), { version: 7, digest: 'b' }, 2000, 'list-expired'],
  ])('%j after %j at %i: %s', (next, floor, now, problem) => expect(successionProblem(next, floor, now)).toBe(problem))
})

describe('a policy that names an allowlist file', () => {
  const pointer = { url: 'https://lists.example.com/allowlist.json', publicKey }
  const policy = (recording: object) => ({ ...GOOD, recording })
  const content = { version: 7, expires: EXPIRES, recording: { sites: [site(WIKI)], except: [], schedule: null }, digest: 'a' }

  test('records nothing until a file has come', () => {
    const empty = { kind: 'empty', missing: ['file'], file: pointer }
    expect(resolvePolicy(policy({ file: pointer }), isPublicSuffix)).toEqual(empty)
    expect(resolvePolicy(policy({ file: pointer }), isPublicSuffix, { publicKey: aSigner().publicKey, content })).toEqual(empty)
  })

  test('is what the file lists, wherever the file was fetched from', () => {
    const { policy: ready } = resolvePolicy(policy({ file: pointer }), isPublicSuffix, { publicKey, content }) as { policy: object }
    expect(ready).toMatchObject({ recording: content.recording, file: { ...pointer, version: 7, expires: EXPIRES } })
  })

  test('records nothing where the file lists no site', () => {
    const none = { ...content, recording: { ...content.recording, sites: [] } }
    expect(resolvePolicy(policy({ file: pointer }), isPublicSuffix, { publicKey, content: none })).toEqual({
      kind: 'empty',
      missing: ['recording'],
      file: pointer,
    })
  })

  test('does not look at a file where it lists sites itself', () => {
    expect(resolvePolicy(GOOD, isPublicSuffix, { publicKey, content })).toMatchObject({
      policy: { file: null, recording: { sites: [{ match: WIKI }] } },
    })
  })

  test.each<[string, object, string, string]>([
    ['sites beside it', { file: pointer, sites: [{ match: WIKI }] }, 'file-and-list', 'recording.file'],
    ['no sites beside it', { file: pointer, sites: [] }, 'file-and-list', 'recording.file'],
    ['exceptions beside it', { file: pointer, except: [WIKI] }, 'file-and-list', 'recording.file'],
    [
      'a schedule beside it',
      { file: pointer, schedule: { days: ['mon'], from: '08:00', to: '09:00', timeZone: 'UTC' } },
      'file-and-list',
      'recording.file',
    ],
    ['no key', { file: { url: pointer.url } }, 'missing', 'recording.file.publicKey'],
    ['no address', { file: { publicKey } }, 'missing', 'recording.file.url'],
    ['a file as a text', { file: pointer.url }, 'wrong-type', 'recording.file'],
    ['a misspelt key', { file: { ...pointer, pubKey: publicKey } }, 'unknown-key', 'recording.file.pubKey'],
    [
      'a private key file pasted',
      { file: { ...pointer, publicKey: '-----BEGIN PRIVATE KEY-----' } },
      'public-key',
      'recording.file.publicKey',
    ],
    ['a key cut short', { file: { ...pointer, publicKey: publicKey.slice(1) } }, 'public-key', 'recording.file.publicKey'],
    ['http off loopback', { file: { ...pointer, url: 'http://lists.example.com/a' } }, 'http-off-loopback', 'recording.file.url'],
    ['a local file', { file: { ...pointer, url: 'file:///etc/allowlist.json' } }, 'scheme', 'recording.file.url'],
    ['a password', { file: { ...pointer, url: 'https://a:b@lists.example.com/' } }, 'userinfo', 'recording.file.url'],
  ])('is refused with %s', (_, recording, code, path) => {
    expect(resolvePolicy(policy(recording), isPublicSuffix)).toMatchObject({ kind: 'refused', problems: [{ code, path }] })
  })

  test.each(['http://127.0.0.1:8080/list', 'http://localhost/list', 'https://lists.example.com/a?version=3'])('%s is taken', (url) => {
    expect(resolvePolicy(policy({ file: { ...pointer, url } }), isPublicSuffix)).toMatchObject({ kind: 'empty', missing: ['file'] })
  })
})

test('a public key has one way to be written', () => {
  expect(isPublicKey(publicKey)).toBe(true)
  for (const text of [`${publicKey}=`, `${publicKey} `, publicKey.slice(0, -1) + 'B', publicKey.replace(/^./, '+'), ''])
    expect(isPublicKey(text)).toBe(false)
  expect(instant(EXPIRES)).toBe('2030-01-01T00:00:00Z')
})
