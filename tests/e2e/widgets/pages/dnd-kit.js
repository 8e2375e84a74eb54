import { DndContext, KeyboardSensor, PointerSensor, useDraggable, useDroppable, useSensor, useSensors } from '@dnd-kit/core'
import { SortableContext, arrayMove, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { createElement as h, useState } from 'react'
import { showReact } from './show-react.js'

const moved = (transform) => (transform ? `translate3d(${transform.x}px, ${transform.y}px, 0)` : undefined)
const ROW = { height: 40, width: 200, border: '1px solid' }

function Item({ id }) {
  const { attributes, listeners, setNodeRef, transform, transition } = useSortable({ id })
  return h('div', { ref: setNodeRef, style: { ...ROW, transform: moved(transform), transition }, ...attributes, ...listeners }, id)
}

function List() {
  const [items, setItems] = useState(['First', 'Second', 'Third', 'Fourth'])
  const sensors = useSensors(useSensor(PointerSensor), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }))
  const drop = ({ active, over }) => {
    if (over && active.id !== over.id) setItems(arrayMove(items, items.indexOf(active.id), items.indexOf(over.id)))
  }
  return h(
    DndContext,
    { sensors, onDragEnd: drop },
    h(
      SortableContext,
      { items, strategy: verticalListSortingStrategy },
      items.map((id) => h(Item, { key: id, id })),
    ),
  )
}

function Card({ place }) {
  const { attributes, listeners, setNodeRef, transform } = useDraggable({ id: 'card' })
  return h(
    'div',
    { ref: setNodeRef, style: { ...ROW, transform: moved(transform) }, ...attributes, ...listeners },
    `Card ${place ?? 'new'}`,
  )
}

function Column({ id, children }) {
  const { setNodeRef } = useDroppable({ id })
  return h('section', { ref: setNodeRef, 'aria-label': id, style: { width: 220, height: 200, border: '1px dashed' } }, id, children)
}

function Board() {
  const [place, setPlace] = useState('Open')
  return h(
    DndContext,
    { onDragEnd: ({ over }) => over && setPlace(over.id) },
    h(
      'div',
      { style: { display: 'flex', gap: 20 } },
      ['Open', 'Closed'].map((id) => h(Column, { key: id, id }, place === id ? h(Card, { place }) : null)),
    ),
  )
}

showReact({ list: List, board: Board })
