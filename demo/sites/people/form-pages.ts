import { html, type Html } from '../serve/html.ts'
import type { Member } from './members.ts'
import { head, peopleLayout } from './people-layout.ts'

/** A page of its own, shown in a frame of the profile and in a frame of other sites. */
export function messagePage({ slug, name }: Member): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        ${head(`Message to ${name}`)}
      </head>
      <body class="bg-white p-1">
        <form class="d-grid gap-2" action="/messages" method="post" data-message>
          <input type="hidden" name="to" value="${slug}" />
          <div>
            <label class="form-label small mb-1" for="subject">Subject</label>
            <input class="form-control form-control-sm" id="subject" name="subject" required />
          </div>
          <div>
            <label class="form-label small mb-1" for="message">Message</label>
            <textarea class="form-control form-control-sm" id="message" name="message" rows="4" required></textarea>
          </div>
          <div class="form-check small">
            <input class="form-check-input" type="checkbox" id="copy" name="copy" value="yes" />
            <label class="form-check-label" for="copy">Send me a copy</label>
          </div>
          <button class="btn btn-primary btn-sm" type="submit">Send message</button>
          <p class="small mb-0" role="status"></p>
        </form>
      </body>
    </html>`
}

type Field = { name: string; label: string; type: string; autocomplete: string; inputmode?: 'numeric' }

// One of each kind that a browser, a password manager and a recorder treat differently.
const FIELDS: Field[] = [
  { name: 'given-name', label: 'First name', type: 'text', autocomplete: 'given-name' },
  { name: 'family-name', label: 'Last name', type: 'text', autocomplete: 'family-name' },
  { name: 'email', label: 'Email', type: 'email', autocomplete: 'email' },
  { name: 'phone', label: 'Phone', type: 'tel', autocomplete: 'tel' },
  { name: 'password', label: 'Current password', type: 'password', autocomplete: 'current-password' },
  { name: 'new-password', label: 'New password', type: 'password', autocomplete: 'new-password' },
  { name: 'code', label: 'Code from your authenticator', type: 'text', autocomplete: 'one-time-code', inputmode: 'numeric' },
]

export function settingsPage(saved: boolean): Html {
  return peopleLayout(
    'Settings',
    '/settings',
    html`<div class="row justify-content-center">
      <div class="col-md-10 col-lg-8">
        <h1 class="h4">Account settings</h1>
        ${saved && html`<div class="alert alert-success" role="status">Your settings were saved.</div>`}
        <form class="card" action="/settings" method="post">
          <div class="card-body d-grid gap-3">
            <div class="row row-cols-sm-2 g-3">${FIELDS.map(field)}</div>
            <div class="form-check form-switch">
              <input class="form-check-input" type="checkbox" role="switch" id="two-step" name="two-step" value="yes" />
              <label class="form-check-label" for="two-step">Two-step verification</label>
            </div>
            <div><button class="btn btn-primary" type="submit">Save changes</button></div>
          </div>
        </form>
      </div>
    </div>`,
  )
}

function field({ name, label, type, autocomplete, inputmode }: Field): Html {
  return html`<div class="col">
    <label class="form-label" for="${name}">${label}</label>
    <input
      class="form-control"
      type="${type}"
      id="${name}"
      name="${name}"
      autocomplete="${autocomplete}"
      ${inputmode !== undefined && html`inputmode="${inputmode}"`}
    />
  </div>`
}
