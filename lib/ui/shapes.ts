/**
 * One drawing for each state, shared by the toolbar icons and the pages. They differ in outline, so that no one has to
 * tell colours apart. Units: a 16 x 16 box; `fill` is painted solid, `line` as a stroke 1.5 wide.
 */
import type { State } from '../messages.ts'

export const SHAPE_NAMES = ['recording', 'paused', 'off', 'asking', 'attention', 'not-set-up'] as const
export type Shape = (typeof SHAPE_NAMES)[number]

const RING = 'M1.75 8a6.25 6.25 0 1 0 12.5 0a6.25 6.25 0 1 0-12.5 0z'

/**
 * `color` paints the toolbar icon: it keeps 3:1 against a white toolbar and against Chrome's dark one (#35363a). `badge` lies
 * behind the letters on it: white on it keeps 4.5:1.
 */
export const SHAPES: Record<Shape, { fill: string; line: string; dash: string; color: string; badge: string }> = {
  recording: { fill: 'M4.75 8a3.25 3.25 0 1 0 6.5 0a3.25 3.25 0 1 0-6.5 0z', line: RING, dash: 'none', color: '#e8453c', badge: '#b3261e' },
  paused: { fill: 'M3 2h3v12h-3zM10 2h3v12h-3z', line: '', dash: 'none', color: '#4a86e8', badge: '#2b62c4' },
  off: { fill: '', line: `${RING}M3.7 12.3L12.3 3.7`, dash: 'none', color: '#888888', badge: '#4a5560' },
  asking: {
    fill: 'M7.1 11.6a.9.9 0 1 0 1.8 0a.9.9 0 1 0-1.8 0z',
    line: `${RING}M5.9 6.3a2.1 2.1 0 1 1 3.3 1.7c-.8.55-1.2.9-1.2 1.7`,
    dash: 'none',
    color: '#c77700',
    badge: '#8a5300',
  },
  attention: {
    fill: 'M7.1 11.9a.9.9 0 1 0 1.8 0a.9.9 0 1 0-1.8 0z',
    line: 'M8 1.75L15 14.25H1zM8 6v3.75',
    dash: 'none',
    color: '#c77700',
    badge: '#8a5300',
  },
  // Eight dashes of the ring's 39.27 units.
  'not-set-up': { fill: '', line: RING, dash: '2.8 2.109', color: '#888888', badge: '#4a5560' },
}

/** Which drawing stands for a state. */
export function shapeOf(state: State): Shape {
  return state === 'off-here' || state === 'off-hours' ? 'off' : state
}
