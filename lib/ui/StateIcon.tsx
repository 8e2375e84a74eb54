import { SHAPES, type Shape } from './shapes.ts'

/** The drawing of a state. Hidden from screen readers: the words beside it say the same. */
export function StateIcon({ shape, size }: { shape: Shape; size: number }) {
  const { fill, line, dash } = SHAPES[shape]
  return (
    <svg class={`state-icon ${shape}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={fill} fill="currentColor" />
      <path d={line} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" stroke-dasharray={dash} />
    </svg>
  )
}
