import { html, type Html } from '../serve/html.ts'
import type { PackagePage } from './package-pages.ts'

function layout(title: string, head: Html, content: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/search.css" />
        ${head}
      </head>
      <body>
        <header>
          <a href="/">Package handbook</a>
        </header>
        <main>${content}</main>
        <footer>Documentation of the npm packages installed here, by their authors. Search by Pagefind.</footer>
      </body>
    </html>`.html
}

/** The search UI as its documentation says to embed it, above a plain list of everything there is. */
export function searchHome(pages: PackagePage[]): string {
  return layout(
    'Package handbook',
    html`<link rel="stylesheet" href="/pagefind/pagefind-ui.css" />
      <script src="/pagefind/pagefind-ui.js"></script>
      <script>
        addEventListener('DOMContentLoaded', () => {
          new PagefindUI({ element: '#search', showImages: false, autofocus: true })
        })
      </script>`,
    html`<h1>Search ${pages.length} packages</h1>
      <div id="search"></div>
      <h2>All packages</h2>
      <ul class="packages">
        ${pages.map(({ name }) => html`<li><a href="/packages/${name}/">${name}</a></li> `)}
      </ul>`,
  )
}

export function searchArticle({ name, version, summary, body }: PackagePage): string {
  return layout(
    `${name} · Package handbook`,
    html``,
    html`<article data-pagefind-body>
        <h1>${name}</h1>
        <p class="summary">${summary}</p>
        <p class="version" data-pagefind-ignore>Version ${version}</p>
        ${{ html: body }}
      </article>
      <p><a href="/">Back to search</a></p>`,
  )
}
