import { i18n } from '#i18n'
import { useEffect, useState } from 'preact/hooks'
import type { RecordRow, RecordText } from '../../../lib/messages.ts'
import { Sequence } from '../../../lib/trace/schema.ts'
import { messageName } from '../../../lib/ui/message-name.ts'
import { readRecord } from '../../../lib/ui/read.ts'
import { Exactly } from './Exactly.tsx'
import { Timeline } from './Timeline.tsx'

/** What is in one sequence: drawn, and as it is. */
export function Content({ record }: { record: RecordRow }) {
  const { id, where, actions } = record
  const [text, setText] = useState<RecordText | 'silent' | null>(null)
  const [tries, setTries] = useState(0)

  useEffect(() => {
    let isCurrent = true
    void readRecord(id).then((answer) => {
      if (isCurrent) setText(answer ?? 'silent')
    })
    return () => {
      isCurrent = false
    }
    // What is open grows, and what is closed moves on: then it is read anew.
  }, [id, where, actions, tries])

  if (text === null) return <p>{i18n.t('common.one_moment')}</p>
  if (text === 'silent')
    return (
      <p class="press">
        {i18n.t('traces.silent')}
        <button type="button" onClick={() => setTries(tries + 1)}>
          {i18n.t('traces.again')}
        </button>
      </p>
    )
  if (text.sequence === null) return <p>{i18n.t('traces.gone')}</p>
  const sequence = parsed(text.sequence)
  const about = {
    open: 'traces.as_now',
    closed: 'traces.as_will',
    sealed: 'traces.as_is',
    parked: 'traces.as_is',
    sent: 'traces.as_was',
  } as const
  return (
    <div class="content">
      <p class="intro">{i18n.t(about[where])}</p>
      {sequence === null ? (
        <p>{i18n.t('traces.newer')}</p>
      ) : (
        <>
          <Timeline sequence={sequence} />
          {where !== 'open' && <p class="how">{i18n.t(`ended.${messageName(sequence.ended)}`)}</p>}
        </>
      )}
      <Exactly summary={i18n.t('traces.exactly')} text={text.sequence} />
      {text.batch !== null && <Exactly summary={i18n.t('traces.beside')} text={text.batch} />}
    </div>
  )
}

/** Null for one that this version does not know how to draw. */
function parsed(text: string): Sequence | null {
  return Sequence.safeParse(JSON.parse(text)).data ?? null
}
