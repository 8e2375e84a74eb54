import * as Menu from '@radix-ui/react-dropdown-menu'
import * as Select from '@radix-ui/react-select'
import { createElement as h, useState } from 'react'
import { showReact } from './show-react.js'

const STATUS = ['New', 'Open', 'Closed', 'Archived', 'Deleted', 'Draft']
const BOX = { background: 'white', border: '1px solid', padding: 4 }

function Actions() {
  const [grid, setGrid] = useState(false)
  const [side, setSide] = useState('left')
  return h(
    Menu.Root,
    null,
    h(Menu.Trigger, null, 'Actions'),
    h(
      Menu.Portal,
      null,
      h(
        Menu.Content,
        { style: BOX },
        h(Menu.Item, null, 'Edit'),
        h(
          Menu.Sub,
          null,
          h(Menu.SubTrigger, null, 'Export'),
          h(Menu.Portal, null, h(Menu.SubContent, { style: BOX }, h(Menu.Item, null, 'Print'), h(Menu.Item, null, 'Download'))),
        ),
        h(Menu.CheckboxItem, { checked: grid, onCheckedChange: setGrid }, 'Grid'),
        h(
          Menu.RadioGroup,
          { value: side, onValueChange: setSide },
          h(Menu.RadioItem, { value: 'left' }, 'Left'),
          h(Menu.RadioItem, { value: 'right' }, 'Right'),
        ),
        h(Menu.Item, null, 'Delete'),
      ),
    ),
  )
}

showReact({
  select: () =>
    h(
      Select.Root,
      null,
      h(Select.Trigger, { 'aria-label': 'Status' }, h(Select.Value, { placeholder: 'Status' })),
      h(
        Select.Portal,
        null,
        h(
          Select.Content,
          { style: BOX, position: 'popper' },
          h(
            Select.Viewport,
            null,
            STATUS.map((name) => h(Select.Item, { key: name, value: name }, h(Select.ItemText, null, name))),
          ),
        ),
      ),
    ),
  menu: Actions,
})
