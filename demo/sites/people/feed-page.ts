import { html, type Html } from '../serve/html.ts'
import { memberAt } from './members.ts'
import { avatar, peopleLayout } from './people-layout.ts'
import { POSTS, POSTS_PER_PAGE, type Post } from './posts.ts'

/** `page` counts from 1; past the last page the feed is empty. Without its script the "More posts" link still works. */
export function feedPage(page: number): Html {
  const from = (page - 1) * POSTS_PER_PAGE
  const posts = POSTS.slice(from, from + POSTS_PER_PAGE)
  const more = from + POSTS_PER_PAGE < POSTS.length
  return peopleLayout(
    'Feed',
    '/',
    html`<div class="row g-4">
      <aside class="col-md-4 col-lg-3">${ownCard()}</aside>
      <div class="col-md-8 col-lg-6">
        ${composer()}
        <section role="feed" aria-label="Posts">${posts.map((post, index) => postCard(post, from + index + 1))}</section>
        ${more && html`<p class="text-center"><a class="btn btn-light" href="/?page=${page + 1}" rel="next">More posts</a></p>`}
      </div>
      <aside class="col-lg-3 d-none d-lg-block">${newsCard()}</aside>
    </div>`,
  )
}

function ownCard(): Html {
  const { initials, name, headline, slug } = memberAt(0)
  return html`<div class="card text-center">
    <div class="cover"></div>
    <div class="card-body">
      ${avatar(initials)}
      <h2 class="h6 mt-2 mb-0"><a href="/in/${slug}">${name}</a></h2>
      <p class="small text-body-secondary">${headline}</p>
    </div>
  </div>`
}

function newsCard(): Html {
  const items = ['Fewer meetings, longer ones', 'Why checklists work', 'Remote hiring in numbers', 'The one-page plan']
  return html`<div class="card">
    <div class="card-body">
      <h2 class="h6">In the news</h2>
      <ul class="small ps-3 mb-0">
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>
    </div>
  </div>`
}

function composer(): Html {
  return html`<form class="card mb-3" data-composer>
    <div class="card-body">
      <label class="form-label fw-semibold" for="post-text">Start a post</label>
      <textarea
        class="form-control mb-2"
        id="post-text"
        name="text"
        rows="2"
        placeholder="What do you want to talk about?"
        required
      ></textarea>
      <button class="btn btn-primary btn-sm rounded-pill px-3" type="submit">Post</button>
    </div>
    <template>${postCard({ author: memberAt(0), age: 'now', text: '', likes: 0, comments: 0 }, 0)}</template>
  </form>`
}

export function postCard({ author, age, text, likes, comments }: Post, position: number): Html {
  return html`<article class="card mb-3" aria-posinset="${position}" aria-setsize="${POSTS.length}" aria-label="Post by ${author.name}">
    <div class="card-body">
      <header class="d-flex gap-3 align-items-center mb-2">
        ${avatar(author.initials)}
        <div>
          <a class="fw-semibold" href="/in/${author.slug}">${author.name}</a>
          <div class="small text-body-secondary">${author.headline} · ${age}</div>
        </div>
      </header>
      <p>${text}</p>
      <button class="btn btn-light btn-sm" type="button" aria-pressed="false" data-like>Like <span class="badge">${likes}</span></button>
      <details class="d-inline-block">
        <summary class="btn btn-light btn-sm">Comment <span class="badge">${comments}</span></summary>
        <input
          class="form-control form-control-sm mt-2"
          type="text"
          name="comment"
          placeholder="Add a comment"
          aria-label="Add a comment"
        />
      </details>
    </div>
  </article>`
}
