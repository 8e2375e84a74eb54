import { i18n } from '#i18n'
import { useEffect, useRef } from 'preact/hooks'
import type { Status, UiMessage } from '../../lib/messages.ts'
import { Deliveries } from '../../lib/ui/Deliveries.tsx'
import { lineOf } from '../../lib/ui/headline.ts'
import { StateLine } from '../../lib/ui/StateLine.tsx'
import { useNow } from '../../lib/ui/use-now.ts'
import { useStatus } from '../../lib/ui/use-status.ts'
import { Links } from './Links.tsx'
import { NextStep } from './NextStep.tsx'
import { Pause } from './Pause.tsx'
import { Today } from './Today.tsx'

/** One screen: what is happening on this tab, and the way to stop it. `before`: what was known before the worker has been asked. */
export function Popup({ tab, before }: { tab: Promise<number | null>; before: Status | null }) {
  const { status, silent, send } = useStatus(tab, before)
  const now = useNow(true)
  const heading = useRef<HTMLHeadingElement>(null)
  const known = status !== null || silent

  useEffect(() => {
    if (known) heading.current?.focus()
  }, [known])

  const decide = async (message: UiMessage) => {
    await send(message)
    // The button that was pressed is gone now; the heading says what came of it.
    heading.current?.focus()
  }

  return (
    <main>
      <StateLine line={lineOf({ status, silent }, 'tab', now)} level="h1" focus={heading} />
      {status !== null && !silent && (
        <>
          <NextStep status={status} />
          <Pause status={status} now={now} decide={decide} />
          <section class="numbers">
            <Today status={status} />
            <div>
              <h2>{i18n.t('popup.delivery')}</h2>
              <Deliveries status={status} now={now} />
            </div>
          </section>
        </>
      )}
      <Links contact={status?.policy.contact ?? null} />
    </main>
  )
}
