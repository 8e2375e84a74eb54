import { i18n } from '#i18n'
import { useRef, useState } from 'preact/hooks'
import type { Deletion, RecordRow, Status, UiMessage } from '../../../lib/messages.ts'
import { byDay, type Day } from './by-day.ts'
import { DeleteOne } from './DeleteOne.tsx'
import { Hidden } from './Hidden.tsx'
import { TraceItem } from './TraceItem.tsx'
import { useRecords } from './use-records.ts'
import { pageLocale } from '../../../lib/ui/locale.ts'

type Properties = { status: Status; now: number; send: (message: UiMessage) => Promise<Status | null> }

/** Every sequence that is kept here or was sent from here, day by day, to look at and to delete. */
export function Traces({ status, now, send }: Properties) {
  const { view, silent, reload, showMore } = useRecords(changeIn(status))
  const [result, setResult] = useState('')
  const said = useRef<HTMLParagraphElement>(null)

  const remove = async (what: Deletion, isThere: boolean) => {
    const after = await send({ type: 'delete', what })
    setResult(after === null ? i18n.t('delete.result_silent') : isThere ? i18n.t('traces.deleted_asked') : i18n.t('traces.deleted'))
    await reload()
    // The button that was pressed is gone with what it deleted.
    said.current?.focus()
  }

  if (view === null) return <p>{silent ? i18n.t('traces.silent') : i18n.t('common.one_moment')}</p>
  const { records, total, more } = view
  return (
    <>
      <p class="intro">{i18n.t('traces.intro')}</p>
      <p class="result" ref={said} tabIndex={-1} role="status">
        {result}
      </p>
      {total === 0 ? (
        <p>{i18n.t('traces.none')}</p>
      ) : (
        <>
          <p>{i18n.t('traces.count', total)}</p>
          <p class="how">
            {i18n.t('traces.legend')} <Hidden rule="unknown-word">{i18n.t('hidden.name')}</Hidden>
          </p>
        </>
      )}
      {byDay(records).map((day) => (
        <div key={day.from} class="day">
          <h3>{dayWords(day.from)}</h3>
          {status.mayDelete && <DeleteDay day={day} remove={remove} />}
          <ul class="traces">
            {day.records.map((record) => (
              <TraceItem
                key={record.id}
                record={record}
                now={now}
                mayDelete={status.mayDelete}
                remove={({ id, attempted }: RecordRow) => remove({ kind: 'sequence', id }, attempted)}
              />
            ))}
          </ul>
        </div>
      ))}
      {more && (
        <p class="press">
          <button type="button" onClick={() => void showMore()}>
            {i18n.t('traces.more')}
          </button>
        </p>
      )}
    </>
  )
}

function DeleteDay({ day, remove }: { day: Day; remove: (what: Deletion, isThere: boolean) => Promise<void> }) {
  const words = { day: dayWords(day.from) }
  const isThere = day.records.some(({ attempted }) => attempted)
  return (
    <DeleteOne
      words={i18n.t('traces.day_delete')}
      about={words.day}
      question={i18n.t('traces.ask_day', words)}
      warning={[i18n.t('traces.ask_day_more'), isThere ? i18n.t('traces.there_too') : i18n.t('traces.here_only')].join(' ')}
      remove={() => remove({ kind: 'span', from: day.from, until: day.until }, isThere)}
    />
  )
}

function dayWords(at: number): string {
  return new Intl.DateTimeFormat(pageLocale(), { weekday: 'long', day: 'numeric', month: 'long' }).format(at)
}

/** Numbers of which one differs whenever the list may. */
function changeIn({ waiting, sent, erasures, copies }: Status): string {
  return JSON.stringify([waiting, sent, erasures.pending, erasures.receipts.length, copies])
}
