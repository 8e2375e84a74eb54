import type { Html } from './html.ts'

/** What a site says to one request. */
export type Answer = { status: number; headers: Record<string, string>; body: string | Uint8Array }

export function page({ html }: Html, status = 200): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html }
}

export function plain(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body }
}

/** After a form was posted: the browser fetches `location` with GET, so that a reload posts nothing twice. */
export function seeOther(location: string): Answer {
  return { status: 303, headers: { location }, body: '' }
}
