import { expect, test } from 'vitest'
import { withoutSecrets } from '../../../lib/control/without-secrets.ts'

test('a secret is hidden by its name, wherever it is, and everything else stays', () => {
  const held = {
    state: { device: { id: 'a', ordinal: 1 }, access: [{ token: 'x', joinSecret: 'x' }] },
    accessToken: 'x',
    sent: [{ count: 2 }],
  }
  expect(withoutSecrets(held)).toEqual({
    state: { device: { id: 'a', ordinal: 1 }, access: [{ token: '…', joinSecret: '…' }] },
    accessToken: '…',
    sent: [{ count: 2 }],
  })
  expect(JSON.stringify(withoutSecrets({ credentials: [{ id: 'x', key: 'x' }], a: { key: 'x' }, b: null }))).not.toContain('x')
})
