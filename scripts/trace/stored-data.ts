/** What the extension holds beside the recorded actions, store by store; none of it leaves the browser as it is. */
export const STORED: readonly { where: string; what: string; purpose: string; retention: string }[] = [
  {
    where: 'IndexedDB `documents`',
    what: 'Random id of a page that may be recorded, tab number, origin, frame place, coarse viewport, language, last number received, counts',
    purpose: 'Storing each action once, and only of pages that were granted',
    retention: 'Until the browser ends',
  },
  {
    where: 'IndexedDB `sequences`, `actions`',
    what: 'Actions as in the tables above, with exact times until the sequence is closed',
    purpose: 'Putting actions of several frames into their true order',
    retention: 'Until sealed into a batch: minutes after the work ends',
  },
  {
    where: 'IndexedDB `batches`, `bodies`',
    what: 'Sealed bytes, digest, number, number of actions, id, site and time of each sequence, addresses it was sent to, and the reason where the collector refused it',
    purpose: 'Delivering the same bytes under the same id, and deleting parts of them',
    retention: 'Until acknowledged, at most `local.retentionDays` and `local.maxMb`',
  },
  {
    where: 'IndexedDB `sent`',
    what: 'Random id, batch, week’s pseudonym, site, origins, time and number of actions of each delivered sequence, address of its collector',
    purpose: 'Asking the collector to erase it when the person wants that',
    retention: '30 days, or until asked',
  },
  {
    where: 'IndexedDB `copies`',
    what: 'Each delivered sequence as it was sent, with what its batch said of itself',
    purpose: 'Showing the person exactly what was sent',
    retention: '`local.retentionDays` and `local.maxMb`; before anything that waits where room is needed',
  },
  {
    where: 'IndexedDB `erasures`',
    what: 'Random ids of sequences to erase, the week’s pseudonym they were sent under and address of the collector that has them, until it has answered; then its receipt',
    purpose: 'Asking until it is done, and showing that it was',
    retention: 'Requests until they are answered, receipts for 30 days',
  },
  {
    where: 'IndexedDB `givenUp`',
    what: 'Week’s pseudonym and number of each batch that was dropped unsent, with the reason',
    purpose: 'Telling the collector that these numbers are no loss',
    retention: 'Until the collector knows, at most 30 days',
  },
  {
    where: 'IndexedDB `state`, under `credentials`',
    what: 'For each pseudonym under which something is to be sent, a random key pair whose private half cannot be read, and a token that goes with it',
    purpose: 'Proving to the collector that requests come from a browser that enrolled; only where the policy has a join secret',
    retention: 'As long as the pseudonym, or what waits under it; until it is let in again where it was revoked',
  },
  {
    where: 'IndexedDB `state`',
    what: 'Pause, answer to the notice and the terms it was given to, terms that the notice showed last and when, random id of the week, totals and ledger of today, number of actions on each of 30 days, state of the delivery, spans that were deleted, allowlist last in force',
    purpose: 'Obeying the person and the policy, and showing people what happens',
    retention: 'Until it changes; totals and ledger for a day, numbers of days for 30, the id for a week, the last 50 deleted spans',
  },
  {
    where: '`storage.local`',
    what: 'Last actions of a closing page, as in the tables above',
    purpose: 'Losing nothing when a page closes',
    retention: 'Moments, until the worker has stored them',
  },
  {
    where: '`storage.local`',
    what: 'The last pause, from and to; that there is a database, and since when it cannot be opened',
    purpose: 'A pause that holds whatever becomes of the database; counting a database that is gone',
    retention: 'Until the extension is uninstalled; the last, until it can be opened',
  },
  {
    where: '`storage.session`',
    what: 'Random id of this browser run, active tab numbers with the origin of listed ones, state last shown, the numbers and settings that the popup shows, that something was typed in a tab (not what)',
    purpose: 'Tab changes, badge, painting the popup, and masking more on pages that could show what was typed',
    retention: 'Until the browser ends; in memory only',
  },
  {
    where: 'Memory of the page’s recorder',
    what: 'Words that were typed on the page, names and places of its password fields',
    purpose: 'Masking echoes of typing; keeping secret fields secret',
    retention: 'Until the page is left; never stored, hashed or sent',
  },
]
