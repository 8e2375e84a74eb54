/** Browsers that enrolled, and are let out and in by the collector's command, over HTTP. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aBatch } from '../../fixtures/batch.ts'
import { admin } from './admin.ts'
import { rowsOf } from './collector.ts'
import { aClockedCollector, anEnrolledBrowser } from './enrolled.ts'

const DAY_MS = 86_400_000

describe('a browser that is revoked', () => {
  test('delivers nothing more, with the token that it has; what is stored stays acknowledged', async () => {
    const { url, dir } = await aClockedCollector()
    const browser = await anEnrolledBrowser(url)
    const other = await anEnrolledBrowser(url)
    const [token, first, second] = [await browser.token(), aBatch(), aBatch()]
    expect(await browser.deliver(first, token)).toMatchObject({ status: 201 })

    expect(admin('revoke', '--credential', browser.id, '--data', dir).stdout).toMatch(/^Nothing more is taken from the browser\.\nEntry 3 /)
    expect(await browser.deliver(first, token)).toMatchObject({ status: 200, body: { status: 'duplicate' } })
    const refused = { status: 403, body: { error: 'revoked', field: 'credential', id: second.id } }
    expect(await browser.deliver(second, token)).toMatchObject(refused)
    expect(await browser.ask(await browser.challenge())).toMatchObject({ status: 200, body: { revoked: true } })
    expect(await browser.enrol()).toMatchObject({ status: 200 })
    expect(await browser.deliver(second, await browser.token())).toMatchObject(refused)
    expect(await other.deliver(aBatch(), await other.token())).toMatchObject({ status: 201 })

    expect(admin('unrevoke', '--credential', browser.id, '--data', dir).stdout).toMatch(/^What the browser sends is taken again\./)
    expect(await browser.deliver(second, token)).toMatchObject({ status: 201 })
    expect(admin('audit', '--data', dir).stdout).toContain('holds: 4 entries')
    expect(rowsOf(dir, 'SELECT what FROM audit').flatMap(Object.values)).toEqual(['enrol', 'enrol', 'revoke', 'unrevoke'])
  })

  test('may have erased what it sent', async () => {
    const { url, dir } = await aClockedCollector()
    const browser = await anEnrolledBrowser(url)
    const [token, batch] = [await browser.token(), aBatch()]
    await browser.deliver(batch, token)
    admin('revoke', '--credential', browser.id, '--data', dir)
    const sequences = batch.sequences.map(({ id }) => id)
    expect(await browser.erase({ version: 1, id: randomUUID(), sequences }, token)).toMatchObject({
      status: 200,
      body: { erased: sequences.length },
    })
  })

  test('is remembered beyond the 40 days', async () => {
    const { url, dir, clock } = await aClockedCollector()
    const browser = await anEnrolledBrowser(url)
    admin('revoke', '--credential', browser.id, '--data', dir)
    clock.now += 400 * DAY_MS
    await anEnrolledBrowser(url)
    expect(await browser.enrol()).toMatchObject({ status: 200 })
    expect(await browser.ask(await browser.challenge())).toMatchObject({ body: { revoked: true } })
  })
})
