import { setUpPlace } from '@pursestrings/contracts/places';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Radios } from '@pursestrings/ui/choice-fields';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { TextArea } from '@pursestrings/ui/text-area';
import { TextField } from '@pursestrings/ui/text-field';
import type { ReactElement } from 'react';
import { data, redirect } from 'react-router';
import { call } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, type FormState, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/set-up.route.ts';
import { setUpMessages } from './set-up.messages.ts';

export function loader({ context }: Route.LoaderArgs) {
  const { signedIn, roles } = context.get(sessionContext);
  if (!signedIn) throw redirect('/sign-in?next=/set-up');
  if (!roles.includes('platform_admin')) throw data(null, { status: 403 });
  return { formId: newFormId() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const words = setUpMessages.en;
  const form = await readForm(request, setUpPlace.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, setUpPlace, { body: form.value });
  if (answer.ok) throw redirect(`/${answer.value.slug}`, 303);
  const wrong = 'wrong' in answer.problem && Array.isArray(answer.problem.wrong) ? answer.problem.wrong.join(', ') : '';
  const refusals = { ...words.refusals, 'postcodes-wrong': { field: 'postcodes', words: words.wrongPostcodes(wrong) } };
  return await apiRefused(request, answer.problem, { refusals, fields: words.fields });
}

/** Sets up a neighbourhood, for whoever runs the site. */
export default function SetUp({ loaderData, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(setUpMessages);
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <h1>{messages.title}</h1>
      <p>{messages.about}</p>
      <PostForm formId={loaderData.formId}>
        <ThePlace form={form} />
        <WhoIsResponsible form={form} />
        <WhomToRing form={form} />
        <ButtonRow>
          <Button>{messages.go}</Button>
        </ButtonRow>
      </PostForm>
    </div>
  );
}

function ThePlace({ form }: { readonly form: FormState }): ReactElement {
  const messages = useMessages(setUpMessages);
  return (
    <>
      <h2 className="gap">{messages.sections.place}</h2>
      <TextField name="name" label={messages.name} hint={messages.nameHint} value={form.value('name')} error={form.error('name')} />
      <TextField name="council" label={messages.council} value={form.value('council')} error={form.error('council')} optional />
      <TextArea
        name="postcodes"
        label={messages.postcodes}
        hint={messages.postcodesHint}
        value={form.value('postcodes')}
        error={form.error('postcodes')}
        rows={8}
      />
    </>
  );
}

function WhoIsResponsible({ form }: { readonly form: FormState }): ReactElement {
  const messages = useMessages(setUpMessages);
  return (
    <>
      <h2 className="gap">{messages.sections.money}</h2>
      <TextField
        name="dataController"
        label={messages.dataController}
        hint={messages.dataControllerHint}
        value={form.value('dataController')}
        error={form.error('dataController')}
      />
      <TextField name="fundHolder" label={messages.fundHolder} value={form.value('fundHolder')} error={form.error('fundHolder')} optional />
      <Radios
        name="fundHolderKind"
        label={messages.fundHolderKind}
        options={Object.entries(messages.kinds).map(([value, label]) => ({ value, label }))}
        value={form.value('fundHolderKind')}
        error={form.error('fundHolderKind')}
        optional
      />
    </>
  );
}

function WhomToRing({ form }: { readonly form: FormState }): ReactElement {
  const messages = useMessages(setUpMessages);
  return (
    <>
      <h2 className="gap">{messages.sections.contact}</h2>
      <TextField
        name="contactName"
        label={messages.contactName}
        value={form.value('contactName')}
        error={form.error('contactName')}
        optional
      />
      <TextField
        name="contactPhone"
        type="tel"
        label={messages.contactPhone}
        value={form.value('contactPhone')}
        error={form.error('contactPhone')}
        inputMode="tel"
        optional
      />
      <TextField
        name="contactWhere"
        label={messages.contactWhere}
        value={form.value('contactWhere')}
        error={form.error('contactWhere')}
        optional
      />
      <h2 className="gap">{messages.sections.chair}</h2>
      <TextField name="chairName" label={messages.chairName} value={form.value('chairName')} error={form.error('chairName')} />
      <TextField
        name="chairEmail"
        type="email"
        label={messages.chairEmail}
        hint={messages.chairHint}
        value={form.value('chairEmail')}
        error={form.error('chairEmail')}
        inputMode="email"
        spellCheck={false}
      />
    </>
  );
}
