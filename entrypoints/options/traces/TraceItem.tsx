import { i18n } from '#i18n'
import { useState } from 'preact/hooks'
import type { RecordRow } from '../../../lib/messages.ts'
import { hostOf } from '../../../lib/ui/host-of.ts'
import { moment } from '../../../lib/ui/time-words.ts'
import { Content } from './Content.tsx'
import { DeleteOne } from './DeleteOne.tsx'
import { timeSpan } from './time-span.ts'

type Properties = { record: RecordRow; now: number; mayDelete: boolean; remove: (record: RecordRow) => Promise<void> }

/** One sequence: on which site, when, how much, where it is by now; opened, what is in it. */
export function TraceItem({ record, now, mayDelete, remove }: Properties) {
  const [isOpen, setOpen] = useState(false)
  const { site, actions, where, code, attempted } = record
  const about = i18n.t('traces.about', { site: hostOf(site), time: moment(record.from, now) })
  return (
    <li class="trace">
      <div class="trace-head">
        <p>
          <b>{hostOf(site)}</b> <span class="when">{timeSpan(record.from, record.until)}</span>
          <span class="how">
            <span>{i18n.t('traces.actions', actions)}</span>
            <span class={`where ${where}`}>{whereWords(record, now)}</span>
          </span>
        </p>
        <div class="press">
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? i18n.t('traces.hide') : i18n.t('traces.show')}
            <span class="spoken">: {about}</span>
          </button>
          {mayDelete && (
            <DeleteOne
              words={i18n.t('traces.delete')}
              about={about}
              question={i18n.t('traces.ask', actions)}
              warning={attempted ? i18n.t('traces.there_too') : i18n.t('traces.here_only')}
              remove={() => remove(record)}
            />
          )}
        </div>
      </div>
      {where === 'parked' && <p class="trouble">{i18n.t('traces.parked_why', { code: code ?? '' })}</p>}
      {isOpen && <Content record={record} />}
    </li>
  )
}

function whereWords({ where, at, attempted }: RecordRow, now: number): string {
  if (where === 'sent' || where === 'parked') return i18n.t(`traces.${where}`, { time: moment(at ?? now, now) })
  return i18n.t(`traces.${where === 'sealed' && attempted ? 'attempted' : where}`)
}
