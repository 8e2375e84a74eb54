import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { routeTemplate } from '../../lib/mask/route.ts'
import { ROUTE_PATH, ROUTE_QUERY_KEY } from '../../lib/trace/target.ts'
import { LIMITS } from '../../lib/trace/vocabulary.ts'

const noEcho = () => false

describe('routes', () => {
  const word = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 })
  const listed = word('abcdefgh')
  /** Shares no letter with templates, nor with `:id`. */
  const unlisted = word('ijkNOPQRSTUVWXYZ0123456789-_.~%@!$')
  const templates = fc.array(
    fc
      .tuple(
        fc.array(
          fc.oneof(
            listed,
            listed.map((name) => `:${name}`),
            fc.constant('*'),
          ),
          { maxLength: 6 },
        ),
        fc.array(listed, { maxLength: 4 }),
      )
      .map(([parts, keys]) => `/${parts.join('/')}${keys.length > 0 ? `?${keys.join('&')}` : ''}`),
    { maxLength: 6 },
  )

  test('never contain four letters of a part that is not listed, or of a query value', () => {
    const parts = fc.array(fc.oneof(unlisted, listed), { maxLength: 24 })
    const query = fc.array(fc.tuple(fc.oneof(listed, unlisted), unlisted), { maxLength: 6 })
    fc.assert(
      fc.property(templates, parts, query, unlisted, (routes, segments, pairs, fragment) => {
        // Take some addresses from a template, so that templates do fit.
        const address = `https://wiki.example.com/${segments.join('/')}?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}#${fragment}`
        const fitted = routes.map(
          (route) =>
            `https://wiki.example.com${route.replace(/:\w+|\*/g, 'NOPQ').replace(/\?.*/, '')}?${pairs.map((pair) => pair.join('=')).join('&')}`,
        )
        for (const each of [address, ...fitted]) {
          const { path, query } = routeTemplate(each, routes, noEcho)
          const out = [path, ...query].join('\n')
          const words = [...segments.filter((segment) => !/^[a-h]+$/.test(segment)), ...pairs.map(([, value]) => value), fragment, 'NOPQ']
          const quads = words.flatMap((text) => Array.from({ length: Math.max(0, text.length - 3) }, (_, i) => text.slice(i, i + 4)))
          expect(quads.filter((quad) => out.includes(quad))).toEqual([])
        }
      }),
      { numRuns: 500 },
    )
  })

  test('always fit the schema, whatever the address and the templates are', () => {
    const anyAddress = fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true }))
    fc.assert(
      fc.property(
        anyAddress,
        fc.array(
          fc.oneof(
            fc.string(),
            templates.map(([first]) => first ?? '/'),
          ),
        ),
        (address, routes) => {
          const { path, query } = routeTemplate(address, routes, noEcho)
          expect(path).toMatch(ROUTE_PATH)
          expect(path.length).toBeLessThanOrEqual(LIMITS.routeLength)
          expect(query.length).toBeLessThanOrEqual(LIMITS.routeQueryKeys)
          for (const key of query) expect(key).toMatch(ROUTE_QUERY_KEY)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
