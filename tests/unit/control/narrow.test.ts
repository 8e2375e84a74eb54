import { describe, expect, test } from 'vitest'
import { leaving } from '../../../lib/control/narrow.ts'

const WIKI = 'https://wiki.example.com'
const before = {
  sites: ['https://wiki.example.com/*', 'https://*.example.org/*', 'https://search.example.com/a/*'],
  except: [] as string[],
}

describe('an origin loses a place where it was recorded', () => {
  test.each<[string, string, { sites?: string[]; except?: string[] }]>([
    ['when no pattern fits it any more', WIKI, { sites: ['https://*.example.org/*'] }],
    ['when the pattern that fitted it with others is gone', 'https://a.example.org', { sites: ['https://b.example.org/*'] }],
    ['when a part of it is left', WIKI, { sites: ['https://wiki.example.com/open/*'] }],
    ['when one part of it is replaced by another', 'https://search.example.com', { sites: ['https://search.example.com/b/*'] }],
    ['when a part of it is excepted', WIKI, { sites: before.sites, except: ['https://wiki.example.com/private/*'] }],
    ['when it was never on the list', 'https://mail.example.com', { sites: before.sites }],
  ])('%s', (_, origin, now) => {
    expect(leaving(before, { sites: now.sites ?? [], except: now.except ?? [] })(origin)).toBe(true)
  })

  test.each<[string, string, { sites: string[]; except?: string[] }]>([
    ['when nothing changes', WIKI, { sites: before.sites }],
    ['when more is listed', WIKI, { sites: [...before.sites, 'https://wiki.example.com/a/*'] }],
    ['when another leaves', WIKI, { sites: ['https://wiki.example.com/*'] }],
    ['when the whole of it is listed in another way', 'https://a.example.org', { sites: ['https://a.example.org/*'] }],
    ['when a part of another is excepted', WIKI, { sites: before.sites, except: ['https://search.example.com/a/b/*'] }],
    ['when a part that was listed is now listed as a whole', 'https://search.example.com', { sites: ['https://search.example.com/*'] }],
  ])('but not %s', (_, origin, { sites, except = [] }) => {
    expect(leaving(before, { sites, except })(origin)).toBe(false)
  })
})
