import { shortDayInWords } from '@pursestrings/basics/time';
import { grantedRoles, grantRole, listRoles } from '@pursestrings/contracts/joining';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { DataTable } from '@pursestrings/ui/data-table';
import { DateField } from '@pursestrings/ui/date-field';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Notice } from '@pursestrings/ui/notice';
import { SelectField } from '@pursestrings/ui/select-field';
import { TextField } from '@pursestrings/ui/text-field';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, type FormState, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/roles.route.ts';
import { joiningMessages } from './joining.messages.ts';

export async function loader({ request, context, params: { place } }: Route.LoaderArgs) {
  const { people, roles } = await read({ request, context }, listRoles, { params: { place } });
  const inWords = (day: string) => `${shortDayInWords(day)} ${day.slice(0, 4)}`;
  const dated = roles.map(({ startsOn, endsOn, ...role }) => ({
    ...role,
    from: inWords(startsOn),
    to: endsOn === null ? null : inWords(endsOn),
  }));
  return { people, roles: dated, formId: newFormId(), done: new URL(request.url).searchParams.get('done') };
}

export async function action({ request, context, params: { place } }: Route.ActionArgs) {
  const words = joiningMessages.en;
  const form = await readForm(request, grantRole.body, words.fields);
  if (!form.ok) return formRefused(form.problem);
  const answer = await call({ request, context }, grantRole, { params: { place }, body: form.value });
  if (!answer.ok) return await apiRefused(request, answer.problem, words);
  throw redirect(`/${place}/roles?done=given`, 303);
}

type Loaded = Route.ComponentProps['loaderData'];

/** For the chair: who holds which role, and giving one, each with the minute where that was agreed. */
export default function Roles({ loaderData, actionData, params: { place } }: Route.ComponentProps): ReactElement {
  const messages = useMessages(joiningMessages).roles;
  const form = formState(actionData);
  return (
    <>
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      {loaderData.done === null || form.hasErrors ? null : (
        <Notice kind="done">
          <p>{loaderData.done === 'ended' ? messages.ended : messages.given}</p>
        </Notice>
      )}
      <h1>{messages.title}</h1>
      <RoleTable roles={loaderData.roles} address={`/${place}/roles`} />
      <div className="narrow">
        <Grant loaded={loaderData} form={form} address={`/${place}/roles`} />
      </div>
    </>
  );
}

function RoleTable({ roles, address }: { readonly roles: Loaded['roles']; readonly address: string }): ReactElement {
  const messages = useMessages(joiningMessages).roles;
  return (
    <DataTable
      caption={messages.caption}
      columns={[
        { heading: messages.who, cell: (role) => role.personName },
        { heading: messages.role, cell: (role) => messages.kinds[role.kind] ?? role.kind },
        { heading: messages.days, cell: (role) => (role.to === null ? messages.fromOn(role.from) : messages.fromTo(role.from, role.to)) },
        { heading: messages.minute, cell: (role) => role.minute },
        {
          heading: messages.change,
          cell: (role) =>
            role.isOver ? (
              messages.over
            ) : (
              <a href={`${address}/${role.id}/end`}>
                {messages.end}
                <span className="away">
                  : {role.personName}, {messages.kinds[role.kind] ?? role.kind}
                </span>
              </a>
            ),
        },
      ]}
      rows={roles}
      rowKey={(role) => role.id}
      empty={messages.nobody}
    />
  );
}

interface PartProps {
  readonly loaded: Loaded;
  readonly form: FormState;
  readonly address: string;
}

function Grant({ loaded, form, address }: PartProps): ReactElement {
  const messages = useMessages(joiningMessages).roles;
  return (
    <>
      <h2 className="gap">{messages.grant}</h2>
      <PostForm formId={loaded.formId} action={address}>
        <SelectField
          name="person"
          label={messages.person}
          options={[{ value: '', label: '' }, ...loaded.people.map(({ id, name }) => ({ value: id, label: name }))]}
          value={form.value('person')}
          error={form.error('person')}
        />
        <SelectField
          name="kind"
          label={messages.kind}
          options={[{ value: '', label: '' }, ...grantedRoles.map((kind) => ({ value: kind, label: messages.kinds[kind] ?? kind }))]}
          value={form.value('kind')}
          error={form.error('kind')}
        />
        <DateField name="startsOn" label={messages.startsOn} value={form.day('startsOn')} error={form.error('startsOn')} />
        <DateField
          name="endsOn"
          label={messages.endsOn}
          hint={messages.endsHint}
          value={form.day('endsOn')}
          error={form.error('endsOn')}
          optional
        />
        <TextField
          name="minute"
          label={messages.minute}
          hint={messages.minuteHint}
          value={form.value('minute')}
          error={form.error('minute')}
        />
        <ButtonRow>
          <Button>{messages.give}</Button>
        </ButtonRow>
      </PostForm>
    </>
  );
}
