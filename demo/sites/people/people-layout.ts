import { html, type Html } from '../serve/html.ts'

const LINKS = [
  ['/', 'Feed'],
  ['/search', 'People'],
  ['/settings', 'Settings'],
] as const

export function head(title: string): Html {
  return html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/vendor/bootstrap.css" />
    <link rel="stylesheet" href="/vendor/tom-select.css" />
    <link rel="stylesheet" href="/people.css" />
    <script src="/vendor/bootstrap.js" defer></script>
    <script src="/vendor/tom-select.js" defer></script>
    <script src="/people.js" type="module"></script>`
}

/** The frame every page of the site has: navigation, the page itself, the dialog that any "Connect" button opens. */
export function peopleLayout(title: string, path: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        ${head(`${title} | Example Network`)}
      </head>
      <body class="bg-body-tertiary">
        <nav class="navbar navbar-expand bg-white border-bottom sticky-top" aria-label="Main">
          <div class="container-lg">
            <a class="navbar-brand fw-bold text-primary" href="/">Example Network</a>
            <ul class="navbar-nav me-auto">
              ${LINKS.map(
                ([href, label]) =>
                  html`<li class="nav-item">
                    <a class="nav-link${href === path ? ' active' : ''}" ${href === path && html`aria-current="page"`} href="${href}"
                      >${label}</a
                    >
                  </li>`,
              )}
            </ul>
            <div class="dropdown">
              <button class="btn btn-light dropdown-toggle" type="button" data-bs-toggle="dropdown" aria-expanded="false">Me</button>
              <ul class="dropdown-menu dropdown-menu-end">
                <li><a class="dropdown-item" href="/in/member-1">View profile</a></li>
                <li><a class="dropdown-item" href="/settings">Settings</a></li>
              </ul>
            </div>
          </div>
        </nav>
        <main class="container-lg py-4">${content}</main>
        <div class="toast-container position-fixed bottom-0 end-0 p-3" role="status"></div>
        ${connectDialog()}
      </body>
    </html>`
}

function connectDialog(): Html {
  return html`<div class="modal fade" id="connect" tabindex="-1" aria-labelledby="connect-title" aria-hidden="true">
    <div class="modal-dialog">
      <form class="modal-content" data-connect>
        <div class="modal-header">
          <h2 class="modal-title fs-5" id="connect-title">Add a note to your invitation</h2>
          <button type="button" class="btn-close" data-bs-dismiss="modal" aria-label="Close"></button>
        </div>
        <div class="modal-body">
          <label class="form-label" for="connect-note">Note (optional)</label>
          <textarea class="form-control" id="connect-note" name="note" rows="4" maxlength="300"></textarea>
        </div>
        <div class="modal-footer">
          <button type="button" class="btn btn-outline-secondary" data-bs-dismiss="modal">Cancel</button>
          <button type="submit" class="btn btn-primary">Send invitation</button>
        </div>
      </form>
    </div>
  </div>`
}

export function avatar(initials: string): Html {
  return html`<span class="avatar" aria-hidden="true">${initials}</span>`
}

export function connectButton(name: string): Html {
  return html`<button
    type="button"
    class="btn btn-outline-primary btn-sm rounded-pill"
    data-bs-toggle="modal"
    data-bs-target="#connect"
    aria-label="Connect with ${name}"
  >
    Connect
  </button>`
}
