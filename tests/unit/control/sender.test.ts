import { describe, expect, test } from 'vitest'
import { isGonePage, isOwnPage, pageSender, type Sender } from '../../../lib/control/sender.ts'

const ID = 'abcdefghijklmnopabcdefghijklmnop'
const OTHER = 'ponmlkjihgfedcbaponmlkjihgfedcba'
const OWN = `chrome-extension://${ID}`
const SITE = 'https://wiki.example.com'

const page = (change: Partial<Sender> = {}): Sender => ({
  id: ID,
  url: `${SITE}/wiki/page?q=1#part`,
  origin: SITE,
  frameId: 0,
  tab: { id: 7 },
  ...change,
})

describe('a recorder in a page', () => {
  test.each<[string, Partial<Sender>, object]>([
    ['in the top document', {}, { frameId: 0, origin: SITE, url: `${SITE}/wiki/page?q=1#part` }],
    ['in a frame', { frameId: 12 }, { frameId: 12, origin: SITE }],
    ['of a browser that names no origin', { origin: undefined }, { origin: SITE }],
    ['on a port', { url: `${SITE}:8443/`, origin: `${SITE}:8443` }, { origin: `${SITE}:8443`, url: `${SITE}:8443/` }],
    ['on loopback', { url: 'http://wiki.localhost:8080/', origin: 'http://wiki.localhost:8080' }, { origin: 'http://wiki.localhost:8080' }],
    ['in an empty frame', { frameId: 3, url: 'about:blank' }, { origin: SITE, url: null }],
    ['in a frame written by its page', { frameId: 3, url: 'about:srcdoc' }, { origin: SITE, url: null }],
    ['in a frame made of a blob', { frameId: 3, url: `blob:${SITE}/0192f7c4-0000-7000-8000-000000000000` }, { origin: SITE, url: null }],
  ])('is heard %s', (_, change, expected) => {
    expect(pageSender(page(change), ID)).toMatchObject({ tab: 7, ...expected })
  })

  test.each<[string, Partial<Sender>]>([
    ['of another extension', { id: OTHER }],
    ['of nobody', { id: undefined }],
    ['outside of any tab', { tab: undefined }],
    ['in a tab without a number', { tab: {} }],
    ['in no frame', { frameId: undefined }],
    ['without an address', { url: undefined }],
    ['with an empty address', { url: '' }],
    ['whose origin is not that of its address', { origin: 'https://other.example.com' }],
    ['whose origin differs in its scheme', { origin: 'http://wiki.example.com' }],
    ['whose origin differs in its port', { origin: `${SITE}:8443` }],
    ['in a sandbox, which has no origin', { origin: 'null' }],
    ['in an empty frame of a sandbox', { url: 'about:blank', origin: 'null' }],
    ['in an empty frame without an origin', { url: 'about:blank', origin: undefined }],
    ['in a frame of data', { url: 'data:text/html,x', origin: 'null' }],
    ['in a file', { url: 'file:///etc/hosts', origin: 'file://' }],
    ['in a page of the browser', { url: 'chrome://settings/', origin: 'chrome://settings' }],
    ['in a page of ours', { url: `${OWN}/options.html`, origin: OWN }],
    ['in a page of another extension', { url: `chrome-extension://${OTHER}/page.html`, origin: `chrome-extension://${OTHER}` }],
    ['in a blob of ours', { url: `blob:${OWN}/0192f7c4`, origin: OWN }],
    ['at an address that is none', { url: 'https://', origin: undefined }],
    ['at an address that only looks like one', { url: 'https//wiki.example.com/', origin: undefined }],
  ])('is not heard %s', (_, change) => {
    expect(pageSender(page(change), ID)).toBeNull()
  })
})

describe('a page of ours', () => {
  test.each<[string, Sender]>([
    ['the popup', { id: ID, url: `${OWN}/popup.html`, origin: OWN }],
    ['the options in a tab', { id: ID, url: `${OWN}/options.html#waiting`, origin: OWN, frameId: 0, tab: { id: 3 } }],
  ])('is heard: %s', (_, sender) => {
    expect(isOwnPage(sender, ID, OWN)).toBe(true)
  })

  test.each<[string, Sender]>([
    ['a recorder', page()],
    ['another extension', { id: OTHER, url: `${OWN}/popup.html` }],
    ['another extension from its own page', { id: OTHER, url: `chrome-extension://${OTHER}/popup.html` }],
    ['nobody', { url: `${OWN}/popup.html` }],
    ['a page without an address', { id: ID }],
    ['an origin without a path', { id: ID, url: OWN }],
    ['an address that begins like ours', { id: ID, url: `${OWN}.example.com/popup.html` }],
    ['an address that holds ours', { id: ID, url: `${SITE}/?${OWN}/popup.html` }],
    ['a blob', { id: ID, url: `blob:${OWN}/0192f7c4` }],
    ['the source of a page', { id: ID, url: `view-source:${OWN}/popup.html` }],
  ])('is nobody else: %s', (_, sender) => {
    expect(isOwnPage(sender, ID, OWN)).toBe(false)
  })

  test('is no recorder, and a recorder is none of them', () => {
    const own: Sender = { id: ID, url: `${OWN}/options.html`, origin: OWN, frameId: 0, tab: { id: 3 } }
    expect([isOwnPage(own, ID, OWN), pageSender(own, ID)]).toEqual([true, null])
    expect([isOwnPage(page(), ID, OWN), pageSender(page(), ID)]).toEqual([false, expect.anything()])
  })
})

describe('a page that is gone when its message comes', () => {
  test('is one of ours in no tab any more', () => {
    expect(isGonePage(page({ tab: undefined, frameId: undefined }), ID)).toBe(true)
  })
  test.each<[string, Partial<Sender>]>([
    ['that is there still', {}],
    ['of another extension', { tab: undefined, id: OTHER }],
    ['of our own pages', { tab: undefined, url: `${OWN}/popup.html` }],
    ['without an address', { tab: undefined, url: undefined }],
  ])('is none %s', (_, change) => {
    expect(isGonePage(page(change), ID)).toBe(false)
  })
})
