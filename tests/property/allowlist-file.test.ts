import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readListFile, successionProblem, type Floor } from '../../lib/policy/allowlist-file.ts'
import { aSigner } from '../fixtures/signed-list.ts'
import { isPublicSuffix } from '../unit/policy/suffix-list.ts'

const { publicKey, signed } = aSigner()
const rules = { text: 'interface' as const, context: 'actions' as const, unmask: [], phrases: [], routes: [] }
const whole = signed(
  { sites: [{ match: 'https://wiki.example.com/*', ...rules }], except: ['https://wiki.example.com/private/*'] },
  { version: 7 },
)
const read = (text: string) => readListFile(text, publicKey, isPublicSuffix)

test('a file with any letter changed, taken out or put in is never taken', async () => {
  expect(await read(whole)).toHaveProperty('file')
  const letter = fc.oneof(fc.constantFrom(...whole), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), letter, fc.constantFrom(0, 1), async (place, other, replaced) => {
      const changed = whole.slice(0, place) + other + whole.slice(place + replaced)
      fc.pre(changed !== whole)
      expect(await read(changed)).toHaveProperty('problems')
      expect(await read(whole.slice(0, place) + whole.slice(place + 1))).toHaveProperty('problems')
    }),
    { numRuns: 3000 },
  )
})

test('a file with any one bit of its payload or signature turned is never taken', async () => {
  const { payload, payloadType, signatures } = JSON.parse(whole)
  const parts = { payload: Buffer.from(payload, 'base64'), sig: Buffer.from(signatures[0].sig, 'base64') }
  const turned = (bytes: Buffer, bit: number) => {
    const copy = Buffer.from(bytes)
    copy[bit >> 3]! ^= 1 << (bit & 7)
    return copy.toString('base64')
  }
  const write = (payload: string, sig: string) => `${JSON.stringify({ payload, payloadType, signatures: [{ sig }] })}\n`
  expect(write(payload, signatures[0].sig)).toBe(whole)
  for (let bit = 0; bit < parts.payload.length * 8; bit++)
    expect(await read(write(turned(parts.payload, bit), signatures[0].sig))).toMatchObject({ problems: [{ code: 'list-signature' }] })
  for (let bit = 0; bit < parts.sig.length * 8; bit++)
    expect(await read(write(payload, turned(parts.sig, bit)))).toMatchObject({ problems: [{ code: 'list-signature' }] })
})

test('whatever is read never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
      expect(await read(text)).toHaveProperty('problems')
    }),
  )
})

test('in any history of files, versions in force only go up, and nothing expired is taken', () => {
  const file = fc.record({ version: fc.nat(5), digest: fc.constantFrom('a', 'b'), expires: fc.nat(20) })
  fc.assert(
    fc.property(fc.array(file, { maxLength: 20 }), (files) => {
      let floor: Floor | undefined
      files.forEach((each, now) => {
        if (successionProblem({ ...each, recording: { sites: [], except: [], schedule: null } }, floor, now) !== null) return
        expect(each.expires).toBeGreaterThan(now)
        if (floor) expect([each.version > floor.version, each.version === floor.version && each.digest === floor.digest]).toContain(true)
        floor = each
      })
    }),
  )
})
