/** A client that writes HTTP by hand, to stop in the middle of it. */
import { connect } from 'node:net'
import { onTestFinished } from 'vitest'

export function openSocket(port: number) {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  let received = ''
  let wake: (() => void) | undefined
  let closed = false
  socket.on('data', (data) => {
    received += data.toString('latin1')
    wake?.()
  })
  // A reset while writing is one way of being shut out; the test looks at what arrived before.
  socket.on('error', () => {})
  socket.on('close', () => {
    closed = true
    wake?.()
  })
  const until = async (holds: () => boolean) => {
    while (!holds()) {
      if (closed) throw new Error(`the socket closed after: ${received}`)
      await new Promise<void>((resolve) => (wake = resolve))
    }
    return received
  }
  return {
    socket,
    write: (data: string | Uint8Array) => socket.write(data),
    /** Everything received, once it contains this text. */
    receives: (text: string) => until(() => received.includes(text)),
    /** Everything received, once the other side has closed. */
    closes: () => until(() => closed),
  }
}

export function head(headers: Record<string, string>, start = 'POST /v1/batches HTTP/1.1'): string {
  return [start, 'host: collector.test', ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n')
}
