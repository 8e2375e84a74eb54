import { html, type Html } from '../serve/html.ts'
import { LOCATIONS, SENIORITIES, SKILLS, findMembers, type Member } from './members.ts'
import { avatar, connectButton, peopleLayout } from './people-layout.ts'

const MAX_RESULTS = 20

export function searchPage(query: URLSearchParams): Html {
  return peopleLayout(
    'People',
    '/search',
    html`<div class="row g-4">
      <div class="col-md-4">${filterForm(query)}</div>
      <section class="col-md-8" aria-label="Results" data-region>${results(findMembers(query))}</section>
    </div>`,
  )
}

function filterForm(query: URLSearchParams): Html {
  const options = (name: string, labels: readonly string[]) =>
    labels.map((label) => html`<option ${query.getAll(name).includes(label) && html`selected`}>${label}</option>`)
  const box = (name: string, label: string) =>
    html`<div class="form-check">
      <input class="form-check-input" type="checkbox" id="${name}" name="${name}" value="yes" ${query.has(name) && html`checked`} />
      <label class="form-check-label" for="${name}">${label}</label>
    </div>`
  const radio = (value: string, label: string) =>
    html`<div class="form-check">
      <label class="form-check-label">
        <input
          class="form-check-input"
          type="radio"
          name="degree"
          value="${value}"
          ${(query.get('degree') ?? '') === value && html`checked`}
        />
        ${label}
      </label>
    </div>`
  return html`<form class="card" role="search" action="/search" data-filters>
    <div class="card-body d-grid gap-3">
      <div>
        <label class="form-label" for="keywords">Keywords</label>
        <input class="form-control" type="search" id="keywords" name="keywords" value="${query.get('keywords') ?? ''}" autocomplete="off" />
      </div>
      <div>
        <label class="form-label" for="seniority">Seniority</label>
        <select class="form-select" id="seniority" name="seniority">
          <option value="">Any</option>
          ${options('seniority', SENIORITIES)}
        </select>
      </div>
      <div>
        <label class="form-label" for="skills">Skills</label>
        <select class="form-select" id="skills" name="skills" multiple size="5">
          ${options('skills', SKILLS)}
        </select>
      </div>
      <div>
        <label class="form-label" for="location">Location</label>
        <select id="location" name="location" placeholder="Any location" data-combobox>
          <option value="">Any location</option>
          ${options('location', LOCATIONS)}
        </select>
      </div>
      <fieldset>
        <legend class="form-label fs-6">Availability</legend>
        ${box('open', 'Open to work')} ${box('remote', 'Works remotely')}
      </fieldset>
      <fieldset>
        <legend class="form-label fs-6">Connection</legend>
        ${radio('', 'Anyone')} ${radio('1', '1st degree')} ${radio('2', '2nd degree')}
      </fieldset>
      <button class="btn btn-primary" type="submit">Search</button>
    </div>
  </form>`
}

function results(found: Member[]): Html {
  return html`<h1 class="h5" aria-live="polite">${found.length} members</h1>
    <ol class="list-unstyled d-grid gap-3">
      ${found.slice(0, MAX_RESULTS).map((member) => html`<li>${card(member)}</li>`)}
    </ol>`
}

function card({ initials, name, slug, headline, location, seniority, skills, openToWork }: Member): Html {
  return html`<article class="card">
    <div class="card-body d-flex gap-3">
      ${avatar(initials)}
      <div class="flex-grow-1">
        <h2 class="h6 mb-0"><a href="/in/${slug}">${name}</a></h2>
        <div class="small">${headline} · ${seniority}</div>
        <div class="small text-body-secondary">${location}</div>
        ${openToWork && html`<span class="badge text-bg-success">Open to work</span> `}
        ${skills.map((skill) => html`<span class="badge text-bg-light">${skill}</span> `)}
      </div>
      <div class="d-flex gap-2 align-items-start">
        ${connectButton(name)}
        <div class="dropdown">
          <button
            class="btn btn-outline-secondary btn-sm rounded-pill dropdown-toggle"
            type="button"
            data-bs-toggle="dropdown"
            aria-haspopup="menu"
            aria-expanded="false"
          >
            More
          </button>
          <ul class="dropdown-menu dropdown-menu-end" role="menu">
            ${['Save to list', 'Share profile', 'Report'].map(
              (label) =>
                html`<li role="none"><button class="dropdown-item" type="button" role="menuitem" tabindex="-1">${label}</button></li>`,
            )}
          </ul>
        </div>
      </div>
    </div>
  </article>`
}
