import { i18n } from '#i18n'
import { useEffect, useState } from 'preact/hooks'
import { kilobytes, grouped } from '../../../lib/ui/time-words.ts'
import { gather } from './gather.ts'

type Step =
  | { name: 'offered'; failed: boolean }
  | { name: 'making'; done: number; total: number }
  | { name: 'ready'; url: string; file: string; bytes: number }

/** A file with everything that is kept of the person here, made in this page and saved by them. */
export function OwnCopy() {
  const [step, setStep] = useState<Step>({ name: 'offered', failed: false })
  const url = step.name === 'ready' ? step.url : null

  // The file is in memory as long as its address is.
  useEffect(() => () => (url === null ? undefined : URL.revokeObjectURL(url)), [url])

  const make = async () => {
    if (step.name === 'making') return
    setStep({ name: 'making', done: 0, total: 0 })
    const blob = await gather((done, total) => setStep({ name: 'making', done, total }))
    if (blob === null) return setStep({ name: 'offered', failed: true })
    const file = `waymark-${new Date().toISOString().slice(0, 10)}.json`
    setStep({ name: 'ready', url: URL.createObjectURL(blob), file, bytes: blob.size })
  }
  const isMaking = step.name === 'making'
  return (
    <>
      <p class="intro">{i18n.t('own_copy.intro')}</p>
      <p class="press">
        {/* aria-disabled, not disabled: the focus stays where the person left it. */}
        <button type="button" aria-disabled={isMaking} onClick={() => void make()}>
          {isMaking ? i18n.t('own_copy.making') : i18n.t('own_copy.make')}
        </button>
        {isMaking && step.total > 0 && <span>{i18n.t('own_copy.progress', { done: grouped(step.done), total: grouped(step.total) })}</span>}
        <span role="status">
          {step.name === 'ready' && i18n.t('own_copy.ready')}
          {step.name === 'offered' && step.failed && i18n.t('own_copy.failed')}
        </span>
        {step.name === 'ready' && (
          <a class="button" href={step.url} download={step.file}>
            {i18n.t('own_copy.save', { name: step.file })} ({kilobytes(step.bytes)})
          </a>
        )}
      </p>
    </>
  )
}
