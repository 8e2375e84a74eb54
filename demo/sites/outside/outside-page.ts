import { html, type Html } from '../serve/html.ts'

/** The word that may never be found in anything the extension keeps or sends. */
export const CANARY = 'outsidecanary'

const FIELDS = [
  ['name', 'text', 'name'],
  ['email', 'email', 'email'],
  ['reference', 'text', 'off'],
] as const

const PARAGRAPHS = 30

/** `listed` are the origins of the listed sites. Every text, value, title, name and id has the canary in it. */
export function outsidePage(listed: { wiki: string; search: string; people: string }): Html {
  const word = (text: string) => `${CANARY} ${text}`
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content="${word('description')}" />
        <title>${word('order desk')}</title>
        <link rel="icon" href="data:," />
        <style>
          body {
            max-width: 720px;
            margin: 32px auto;
            padding: 0 24px;
            font:
              17px/1.6 Georgia,
              serif;
            color: #2b2118;
            background: #fbf7ee; /* ${CANARY} */
          }
          form {
            display: grid;
            gap: 12px;
            padding: 20px;
            border: 1px solid #d8c9ac;
            background: #fff;
          }
          label {
            display: grid;
            gap: 4px;
          }
          input,
          select,
          textarea,
          button {
            font: inherit;
            padding: 6px 10px;
          }
          input[type='checkbox'] {
            justify-self: start;
          }
          iframe {
            width: 100%;
            height: 340px;
            border: 1px solid #d8c9ac;
            background: #fff;
          }
        </style>
      </head>
      <body class="${CANARY}" title="${word('page')}">
        <h1>${word('order desk')}</h1>
        <p>${word('is not on the list: whatever happens here is nobody’s business.')}</p>
        <form action="/${CANARY}-sent" title="${word('form')}" aria-label="${word('order')}">
          ${FIELDS.map(
            ([name, type, autocomplete]) =>
              html`<label>
                ${word(name)}
                <input
                  type="${type}"
                  name="${CANARY}-${name}"
                  autocomplete="${autocomplete}"
                  value="${type === 'email' ? `${CANARY}@example.com` : word(name)}"
                  placeholder="${word(`${name} placeholder`)}"
                  title="${word(`${name} title`)}"
                  data-note="${word('data')}"
                />
              </label>`,
          )}
          <label>
            ${word('quantity')}
            <select name="${CANARY}-quantity" title="${word('quantity')}">
              ${['one', 'two', 'three'].map((quantity) => html`<option value="${word(quantity)}">${word(quantity)}</option>`)}
            </select>
          </label>
          <label>
            ${word('remarks')}
            <textarea name="${CANARY}-remarks" rows="3" placeholder="${word('remarks placeholder')}">${word('remarks so far')}</textarea>
          </label>
          <label>
            ${word('agreed')}
            <input type="checkbox" name="${CANARY}-agreed" value="${word('yes')}" />
          </label>
          <input type="hidden" name="${CANARY}-token" value="${word('token')}" />
          <button type="submit" title="${word('send')}">${word('send order')}</button>
          <button type="reset" title="${word('clear')}">${word('clear form')}</button>
        </form>
        <h2>${word('talk to somebody')}</h2>
        <iframe title="${word('message form')}" src="${listed.people}/messages/new?to=member-3"></iframe>
        <h2>${word('elsewhere')}</h2>
        <ul>
          ${Object.entries(listed).map(
            ([name, origin]) =>
              // In the address too: a listed page that is reached from here must not carry the word onwards.
              html`<li><a href="${origin}/?from=${CANARY}" title="${word(name)}">${word(`link to the ${name} site`)}</a></li>`,
          )}
        </ul>
        ${Array.from(
          { length: PARAGRAPHS },
          (_, index) =>
            html`<p>
              ${word(`paragraph ${index + 1}. `)
                .repeat(12)
                .trim()}
            </p>`,
        )}
        <p><a href="/${CANARY}-terms" title="${word('terms')}">${word('terms')}</a></p>
      </body>
    </html>`
}

/** Any other address of the site, so that its navigations lead somewhere. */
export function outsideOtherPage(): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${CANARY} done</title>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <h1>${CANARY} done</h1>
        <p><a href="/" title="${CANARY} back">${CANARY} back</a></p>
      </body>
    </html>`
}
