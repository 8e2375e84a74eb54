import { html, type Html } from '../serve/html.ts'
import { postCard } from './feed-page.ts'
import type { Member } from './members.ts'
import { avatar, connectButton, peopleLayout } from './people-layout.ts'
import { POSTS } from './posts.ts'

export const TABS = { '': 'Posts', about: 'About', activity: 'Activity' } as const
export type Tab = keyof typeof TABS

export function profilePage(member: Member, tab: Tab): Html {
  return peopleLayout(
    member.name,
    '/in',
    html`<div class="row g-4">
      <div class="col-lg-8">
        <section class="card mb-3">
          <div class="cover cover-tall"></div>
          <div class="card-body">
            <div class="avatar-large">${avatar(member.initials)}</div>
            <h1 class="h4 mb-0">${member.name}</h1>
            <p class="mb-1">${member.headline}</p>
            <p class="small text-body-secondary">${member.location}</p>
            ${connectButton(member.name)}
          </div>
          <nav class="card-footer bg-white" aria-label="Profile">
            <ul class="nav nav-underline" data-tabs>
              ${Object.entries(TABS).map(([name, label]) => tabLink(member, name, label, name === tab))}
            </ul>
          </nav>
        </section>
        <section aria-label="Details" data-region>${details(member, tab)}</section>
      </div>
      <aside class="col-lg-4">
        <div class="card">
          <div class="card-body">
            <h2 class="h6">Message ${member.name}</h2>
            <iframe class="message-frame" title="Message form" src="/messages/new?to=${member.slug}"></iframe>
          </div>
        </div>
      </aside>
    </div>`,
  )
}

function tabLink({ slug }: Member, name: string, label: string, current: boolean): Html {
  const href = name === '' ? `/in/${slug}` : `/in/${slug}/${name}`
  return html`<li class="nav-item">
    <a class="nav-link${current ? ' active' : ''}" ${current && html`aria-current="page"`} href="${href}">${label}</a>
  </li>`
}

function details(member: Member, tab: Tab): Html {
  if (tab === 'about') {
    return html`<div class="card">
      <div class="card-body">
        <h2 class="h5">About</h2>
        <p>${member.headline}. ${member.seniority}, based in ${member.location}.</p>
        <h3 class="h6">Skills</h3>
        <ul class="mb-0">
          ${member.skills.map((skill) => html`<li>${skill}</li>`)}
        </ul>
      </div>
    </div>`
  }
  if (tab === 'activity') {
    return html`<div class="card">
      <div class="card-body">
        <h2 class="h5">Activity</h2>
        <ul class="mb-0">
          ${POSTS.slice(0, 6).map(({ author, age }) => html`<li>Liked a post by <a href="/in/${author.slug}">${author.name}</a> · ${age}</li>`)}
        </ul>
      </div>
    </div>`
  }
  return html`<h2 class="h5">Posts</h2>
    ${POSTS.slice(0, 3).map((post, index) => postCard({ ...post, author: member }, index + 1))}`
}
