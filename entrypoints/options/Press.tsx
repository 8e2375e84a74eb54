import { useState } from 'preact/hooks'

type Properties = { label: string; busy: string; run: () => Promise<string> }

/** A button for what takes a while, once at a time, and in words what came of it. */
export function Press({ label, busy, run }: Properties) {
  const [isBusy, setBusy] = useState(false)
  const [result, setResult] = useState('')

  const press = async () => {
    if (isBusy) return
    setBusy(true)
    setResult('')
    const words = await run()
    setBusy(false)
    setResult(words)
  }

  return (
    <p class="press">
      {/* aria-disabled, not disabled: the focus stays where the person left it. */}
      <button type="button" aria-disabled={isBusy} onClick={() => void press()}>
        {isBusy ? busy : label}
      </button>
      <span aria-live="polite">{result}</span>
    </p>
  )
}
