import { publishProgramme, readProgramme, setProgrammePlaces } from '@pursestrings/contracts/programmes';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Notice } from '@pursestrings/ui/notice';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { data, redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, type FormReply, formRefused, formState } from '../../forms/form-reply.ts';
import { readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/programme.route.ts';
import { type LineFault, PlacesForm, PublishForm } from './programme-forms.tsx';
import { programmeView } from './programme-view.ts';
import { programmesMessages } from './programmes.messages.ts';
import { Sharing } from './sharing.tsx';

interface Reply extends FormReply {
  readonly faults?: readonly LineFault[];
}

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const page = await read({ request, context }, readProgramme, { params: { programme: params.programme } });
  return { view: programmeView(page), placesFormId: newFormId(), publishFormId: newFormId() };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const asking = { request, context };
  const words = programmesMessages.en;
  const programme = { params: { programme: params.programme } };
  if ((await readTyped(request)).has('placeLines')) {
    const form = await readForm(request, setProgrammePlaces.body, words.fields);
    if (!form.ok) return formRefused(form.problem);
    const answer = await call(asking, setProgrammePlaces, { ...programme, body: form.value });
    if (!answer.ok) {
      const refused = await apiRefused(request, answer.problem, words);
      const faults = 'faults' in answer.problem ? (answer.problem.faults as readonly LineFault[]) : [];
      return data<Reply>({ ...refused.data, faults }, { status: 422 });
    }
  } else {
    const form = await readForm(request, publishProgramme.body, words.fields);
    if (!form.ok) return formRefused(form.problem);
    const answer = await call(asking, publishProgramme, { ...programme, body: form.value });
    if (!answer.ok) return await apiRefused(request, answer.problem, words);
  }
  throw redirect(`/programmes/${params.programme}`, 303);
}

/** A fund: how it was shared, for everyone; and its forms, for who looks after it, until it is public. */
export default function Programme({ loaderData: { view, placesFormId, publishFormId }, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(programmesMessages);
  const form = formState(actionData);
  const faults = (actionData as Reply | undefined)?.faults ?? [];
  const isDraft = view.isMine && !view.isPublic;
  return (
    <>
      <PageHead title={view.name} description={messages.pageDescription(view.name)} hasErrors={form.hasErrors} />
      <BackLink href="/programmes" words={messages.back} />
      <ErrorSummary errors={form.errors} />
      <h1>{view.name}</h1>
      <p className="lead">{messages.lead(view.funder, view.total, view)}</p>
      {isDraft ? (
        <Notice>
          <p>{messages.preview}</p>
        </Notice>
      ) : null}
      {view.notYet === null ? (
        <Sharing view={view} />
      ) : (
        <p>{view.notYet === 'no-places' ? messages.notYet : messages.refusals[view.notYet]}</p>
      )}
      {isDraft ? (
        <>
          <PlacesForm formId={placesFormId} form={form} faults={faults} before={view.placeLines} />
          {view.notYet === null ? <PublishForm formId={publishFormId} form={form} /> : null}
        </>
      ) : null}
    </>
  );
}
