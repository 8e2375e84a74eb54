import { useState } from 'preact/hooks'

/** A text to be opened, as it is. It is put into the page when it is opened: a sequence has up to 200 of them. */
export function Exactly({ summary, text }: { summary: string; text: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && <pre tabIndex={0}>{text}</pre>}
    </details>
  )
}
