/** The list of what is kept and was sent, as far as the person has asked for it. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { RecordRow } from '../../../lib/messages.ts'
import { readRecords } from '../../../lib/ui/read.ts'

type View = { records: RecordRow[]; total: number; more: boolean }
export type Records = { view: View | null; silent: boolean; reload: () => Promise<void>; showMore: () => Promise<void> }

/** @param change differs when something may have been recorded, sent or deleted */
export function useRecords(change: string): Records {
  const [view, setView] = useState<View | null>(null)
  const [silent, setSilent] = useState(false)
  /** As many as are wanted: the first page until more are asked for. */
  const wanted = useRef(1)
  const newest = useRef(0)

  const reload = useCallback(async () => {
    const turn = ++newest.current
    const records: RecordRow[] = []
    for (;;) {
      const page = await readRecords(records.at(-1))
      // An answer that was overtaken by a later question is older than what is shown.
      if (turn !== newest.current) return
      setSilent(page === null)
      if (page === null) return
      records.push(...page.records)
      const { total, more } = page
      if (!more || records.length >= wanted.current) return setView({ records, total, more })
    }
  }, [])
  const showMore = useCallback(async () => {
    wanted.current = (view?.records.length ?? 0) + 1
    await reload()
  }, [view, reload])

  useEffect(() => void reload(), [change, reload])
  return { view, silent, reload, showMore }
}
