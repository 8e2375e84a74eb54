/** The worker's second look: what a page may say depends on the policy of its site and the lexicon of its language. */
import { readFileSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { admissionOf } from '../../../lib/control/admission.ts'
import type { Context } from '../../../lib/control/context.ts'
import { resolvePolicy } from '../../../lib/policy/resolve.ts'
import type { DocumentRow } from '../../../lib/store/database.ts'
import type { Language } from '../../../lib/trace/vocabulary.ts'
import { SITE, aRoute, aTarget } from '../../fixtures/batch.ts'
import { NOON, aDraft } from '../../fixtures/draft.ts'

beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-GB')
  // The extension's own files, as the browser serves them to its worker.
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(new Response(readFileSync(`public${path}`, 'utf8'))))
})

function contextWith(site: object, expires: number | null = null): Context {
  const policy = {
    collector: { url: 'https://collector.example.com', token: 'a-token-of-no-importance' },
    recording: { sites: [{ match: `${SITE}/*`, ...site }] },
  }
  const resolution = resolvePolicy(policy, () => false)
  if (resolution.kind !== 'ready') throw new Error(resolution.kind)
  if (expires !== null) resolution.policy.file = { url: 'https://lists.example.com/a', publicKey: 'a', version: 1, expires }
  return { resolution } as Context
}

async function unpermitted(
  site: object,
  { name = null, label = null, route = {}, language = null }: Partial<Said> = {},
): Promise<string | null> {
  const admission = await admissionOf(contextWith(site))
  const target = aTarget({ name, anchor: null })
  const draft = aDraft('select', { at: NOON, target, labels: [label], route: aRoute({ query: [], ...route }) })
  return admission.unpermitted(draft, { language } as DocumentRow)
}
type Said = { name: string | null; label: string | null; route: { path?: string; query?: string[] }; language: Language | null }

test('wording of interfaces, in English and in the language of the page', async () => {
  expect(await unpermitted({}, { name: 'Save changes' })).toBeNull()
  expect(await unpermitted({}, { name: 'Änderungen speichern', language: 'de' })).toBeNull()
  expect(await unpermitted({}, { name: 'Änderungen speichern', language: 'fr' })).toBe('target.name')
  expect(await unpermitted({}, { name: 'Save Rosebud' })).toBe('target.name')
  expect(await unpermitted({}, { label: 'Rosebud' })).toBe('labels.0')
  expect(await unpermitted({}, { name: '⟦button·4-8⟧' })).toBeNull()
  expect(await unpermitted({}, { name: '⟦rosebud·4-8⟧' })).toBe('target.name')
})

test('phrases of the site', async () => {
  expect(await unpermitted({ phrases: ['Rosebud Board'] }, { name: 'Open Rosebud board' })).toBeNull()
  expect(await unpermitted({ phrases: ['Rosebud Board'] }, { name: 'Open Rosebud' })).toBe('target.name')
})

test('names of a public site, unless a detector fires', async () => {
  expect(await unpermitted({ text: 'public' }, { name: 'Citizen Kane' })).toBeNull()
  expect(await unpermitted({ unmask: ['#menu'] }, { name: 'Citizen Kane' })).toBeNull()
  expect(await unpermitted({ text: 'public' }, { name: 'kane@example.com' })).toBe('target.name')
})

test('addresses as the templates of the site have them, or in words of interfaces', async () => {
  const routes = ['/film/:name?tab']
  expect(await unpermitted({ routes }, { route: { path: '/film/:name', query: ['tab'] } })).toBeNull()
  expect(await unpermitted({ routes }, { route: { path: '/account/settings' } })).toBeNull()
  expect(await unpermitted({ routes }, { route: { path: '/:id/:id' } })).toBeNull()
  expect(await unpermitted({ routes }, { route: { path: '/*' } })).toBeNull()
  expect(await unpermitted({ routes }, { route: { path: '/film/rosebud' } })).toBe('route.path')
  expect(await unpermitted({ routes }, { route: { path: '/film/:name', query: ['name'] } })).toBe('route.query')
})

test('while no policy can be read, what was recorded under one is kept, and only what a detector finds is not', async () => {
  const { permits, unpermitted: look } = await admissionOf({ resolution: { kind: 'empty', missing: [] } } as unknown as Context)
  const row = { language: null } as DocumentRow
  expect(permits(NOON, ['https://gone.example.com'])).toBe(true)
  expect(look(aDraft('click', { target: aTarget({ name: 'Rosebud' }) }), row)).toBeNull()
  expect(look(aDraft('click', { target: aTarget({ name: 'kane@example.com' }) }), row)).toBe('target.name')
})

test('what arrives late from an origin that is listed no more is not permitted', async () => {
  const { permits } = await admissionOf(contextWith({}))
  expect(permits(NOON, [SITE])).toBe(true)
  expect(permits(NOON, [SITE, 'https://gone.example.com'])).toBe(false)
  expect(permits(NOON, ['https://gone.example.com', SITE])).toBe(false)
})

test('nothing that happened after the allowlist file expired', async () => {
  const { permits } = await admissionOf(contextWith({}, NOON))
  expect([permits(NOON - 1, [SITE]), permits(NOON, [SITE]), permits(NOON - 1, ['https://other.example.com'])]).toEqual([true, false, false])
  expect((await admissionOf(contextWith({}))).permits(NOON, [SITE])).toBe(true)
})
