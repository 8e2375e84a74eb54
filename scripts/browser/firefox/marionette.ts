/**
 * Firefox's own remote protocol, of which its WebDriver is made: `[type, id, name, parameters]` as JSON, each message with its length in
 * front. Playwright drives builds of its own only, not Debian's; WebDriver BiDi opens no page of an extension.
 */
import { once } from 'node:events'
import { connect } from 'node:net'
import { z } from 'zod'

const Reply = z.tuple([z.literal(1), z.int(), z.object({ error: z.string(), message: z.string() }).nullable(), z.unknown()])
const Value = z.object({ value: z.unknown() })

export type Marionette = {
  /** Gives what the browser answers; most answers are `{ value }`. */
  send: (name: string, parameters?: Record<string, unknown>) => Promise<unknown>
  /** The `value` of the answer. */
  value: (name: string, parameters?: Record<string, unknown>) => Promise<unknown>
  close: () => void
}

/** Connects to a browser that listens on a loopback port, and opens the one session it has. */
export async function openMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1')
  const waiting = new Map<number, { name: string; done: (result: unknown) => void; failed: (error: Error) => void }>()
  let received = Buffer.alloc(0)
  let sent = 0

  const hear = (message: unknown) => {
    const reply = Reply.safeParse(message)
    // The first message greets, and answers nothing.
    if (!reply.success) return
    const [, id, error, result] = reply.data
    const caller = waiting.get(id)
    waiting.delete(id)
    if (error) caller?.failed(new Error(`${caller.name}: ${error.error}: ${error.message}`))
    else caller?.done(result)
  }
  socket.on('data', (bytes) => {
    received = Buffer.concat([received, bytes])
    for (let colon = received.indexOf(':'); colon > 0; colon = received.indexOf(':')) {
      const end = colon + 1 + Number(received.toString('latin1', 0, colon))
      if (received.length < end) return
      const message: unknown = JSON.parse(received.toString('utf8', colon + 1, end))
      received = received.subarray(end)
      hear(message)
    }
  })
  socket.on('close', () => {
    for (const { name, failed } of waiting.values()) failed(new Error(`${name}: Firefox has ended`))
    waiting.clear()
  })
  await once(socket, 'connect')

  const send = (name: string, parameters: Record<string, unknown> = {}) =>
    new Promise<unknown>((done, failed) => {
      const id = ++sent
      waiting.set(id, { name, done, failed })
      const message = JSON.stringify([0, id, name, parameters])
      socket.write(`${Buffer.byteLength(message)}:${message}`)
    })
  await send('WebDriver:NewSession', {})
  return {
    send,
    value: async (name, parameters) => Value.parse(await send(name, parameters)).value,
    close: () => socket.destroy(),
  }
}
