import { endRole, listRoles } from '@pursestrings/contracts/joining';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { TextField } from '@pursestrings/ui/text-field';
import type { ReactElement } from 'react';
import { data, redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/end-role.route.ts';
import { joiningMessages } from './joining.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { roles } = await read({ request, context }, listRoles, { params: { place: params.place } });
  const role = roles.find(({ id, isOver }) => id === params.role && !isOver);
  if (!role) throw data(null, { status: 404 });
  return { role, formId: newFormId() };
}

export async function action({ request, context, params: { place, role } }: Route.ActionArgs) {
  const words = joiningMessages.en;
  const form = await readForm(request, endRole.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, endRole, { params: { place, role }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${place}/roles?done=ended`, 303);
}

/** For the chair: ends one role, with the minute where that was agreed. */
export default function EndRole({ loaderData: { role, formId }, actionData, params: { place } }: Route.ComponentProps): ReactElement {
  const messages = useMessages(joiningMessages).roles;
  const form = formState(actionData);
  const title = messages.endTitle(role.personName, messages.kinds[role.kind] ?? role.kind);
  return (
    <div className="narrow">
      <PageHead title={title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <h1>{title}</h1>
      <p>{messages.endAbout}</p>
      <PostForm formId={formId}>
        <TextField
          name="minute"
          label={messages.minute}
          hint={messages.minuteHint}
          value={form.value('minute')}
          error={form.error('minute')}
        />
        <ButtonRow>
          <Button kind="stop">{messages.endIt}</Button>
          <a href={`/${place}/roles`}>{messages.title}</a>
        </ButtonRow>
      </PostForm>
    </div>
  );
}
