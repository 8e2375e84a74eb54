import { expect, test } from 'vitest'
import { withoutPort } from '../../../lib/control/browser-patterns.ts'

test.each([
  ['http://listed.localhost:8080/*', 'http://listed.localhost/*'],
  ['https://*.example.com:8443/a:1/*', 'https://*.example.com/a:1/*'],
  ['http://[::1]:3000/*', 'http://[::1]/*'],
  ['http://[::1]/*', 'http://[::1]/*'],
  ['https://example.com/:80/*', 'https://example.com/:80/*'],
])('%s is %s to a browser that knows no ports', (pattern, plain) => {
  expect(withoutPort(pattern)).toBe(plain)
})
