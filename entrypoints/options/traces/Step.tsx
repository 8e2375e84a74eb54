import { i18n } from '#i18n'
import type { Action, MaskEntry } from '../../../lib/trace/action.ts'
import type { Sequence } from '../../../lib/trace/schema.ts'
import { messageName } from '../../../lib/ui/message-name.ts'
import { Address } from './Address.tsx'
import { Exactly } from './Exactly.tsx'
import { Hidden } from './Hidden.tsx'
import { Sentence } from './Sentence.tsx'
import { circumstances, clock } from './words.ts'
import { Wireframe } from './Wireframe.tsx'

type Properties = { action: Action; before: Action | undefined; viewport: Sequence['viewport'] }

/** One action: when, what, where and how, what of it was not kept, a drawing, and the record itself. */
export function Step({ action, before, viewport }: Properties) {
  const isElsewhere = JSON.stringify(before?.route) !== JSON.stringify(action.route)
  const rest = action.masking.filter(isNotInSentence)
  return (
    <li class="step">
      <span class="when">{clock(action.t)}</span>
      <div class="what">
        <p>
          <Sentence action={action} />
        </p>
        <p class="how">
          {isElsewhere && <Address route={action.route} />}
          {circumstances(action).map((phrase) => (
            <span key={phrase}>{phrase}</span>
          ))}
        </p>
        {rest.length > 0 && (
          <p class="how">
            {rest.map(({ field, rule }) => (
              <Hidden key={`${field} ${rule}`} rule={rule}>
                {i18n.t(`masked_field.${messageName(nameOf(field))}`)}
              </Hidden>
            ))}
          </p>
        )}
        <Exactly summary={i18n.t('traces.exactly_step')} text={JSON.stringify(action, null, 2)} />
      </div>
      <Wireframe action={action} viewport={viewport} />
    </li>
  )
}

/** `target.name` is looked up as `target_name`. */
type Dotless<Name extends string> = Name extends `${infer Head}.${infer Tail}` ? `${Head}-${Tail}` : Name
function nameOf<Field extends string>(field: Field): Dotless<Field>
function nameOf(field: string): string {
  return field.replace('.', '-')
}

/** These marks stand in the sentence or the address already. */
function isNotInSentence({ field }: MaskEntry): boolean {
  return field !== 'target.name' && field !== 'field' && field !== 'labels'
}
