import { agreeResident, endSeat, findPeople, readPartnership, seatMember } from '@pursestrings/contracts/partnership';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Tick } from '@pursestrings/ui/choice-fields';
import { DateField } from '@pursestrings/ui/date-field';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { SelectField } from '@pursestrings/ui/select-field';
import { Grid, Slip } from '@pursestrings/ui/slip';
import { TextField } from '@pursestrings/ui/text-field';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, type FormState, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import type { Route } from './+types/seats.route.ts';
import { partnershipMessages } from './partnership.messages.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const name = new URL(request.url).searchParams.get('name') ?? '';
  const place = { place: params.place };
  const { people } = await read({ request, context }, findPeople, { params: place, query: { name } });
  const { members } = await read({ request, context }, readPartnership, { params: place });
  return {
    name,
    people,
    members,
    forms: { seat: newFormId(), end: newFormId(), agree: newFormId() },
    back: `/${params.place}/partnership`,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const words = partnershipMessages.en;
  const asking = { request, context };
  const typed = await readTyped(request);
  const place = { place: params.place };
  const press = typed.get('press');
  if (press === 'end') {
    const form = await readForm(request, endSeat.body, words.fields);
    if (!form.ok) return formRefused(form.problem);
    const ended = await call(asking, endSeat, { params: { ...place, member: String(typed.get('member')) }, body: form.value });
    if (!ended.ok) return await apiRefused(request, ended.problem, words);
  } else if (press === 'agree') {
    const form = await readForm(request, agreeResident.body, words.fields);
    if (!form.ok) return formRefused(form.problem);
    const agreed = await call(asking, agreeResident, { params: place, body: form.value });
    if (!agreed.ok) return await apiRefused(request, agreed.problem, words);
  } else {
    const form = await readForm(request, seatMember.body, words.fields);
    if (!form.ok) return formRefused(form.problem);
    const seated = await call(asking, seatMember, { params: place, body: form.value });
    if (!seated.ok) return await apiRefused(request, seated.problem, words);
  }
  throw redirect(`/${params.place}/partnership`, 303);
}

type Data = Awaited<ReturnType<typeof loader>>;

export default function Seats({ loaderData: data, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(partnershipMessages).seats;
  const form = formState(actionData);
  return (
    <div className="narrow">
      <PageHead title={messages.title} description={messages.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      <BackLink href={data.back} />
      <h1>{messages.title}</h1>
      <form method="get">
        <TextField name="name" label={messages.find} hint={messages.findHint} value={data.name} type="search" />
        <Button kind="plain">{messages.search}</Button>
      </form>
      {data.name !== '' && data.people.length === 0 ? <p className="gap hush">{messages.nobody}</p> : null}
      {data.people.length === 0 ? null : <GiveSeat data={data} form={form} />}
      {data.members.length === 0 || data.people.length > 0 ? null : <EndSeat data={data} form={form} />}
    </div>
  );
}

function GiveSeat({ data, form }: { readonly data: Data; readonly form: FormState }): ReactElement {
  const messages = useMessages(partnershipMessages).seats;
  return (
    <Grid>
      <Slip title={messages.seat} now>
        <PostForm formId={data.forms.seat}>
          <SelectField
            name="personId"
            label={messages.find}
            options={data.people.map(({ id, name }) => ({ value: id, label: name }))}
            value={form.value('personId')}
            error={form.error('personId')}
          />
          <Tick name="isResident" label={messages.resident} checked={data.people[0]?.isResident ?? false} />
          <TextField
            name="duty"
            label={messages.duty}
            hint={messages.dutyHint}
            value={form.value('duty')}
            error={form.error('duty')}
            optional
          />
          <DateField name="startsOn" label={messages.from} value={form.day('startsOn')} error={form.error('startsOn')} />
          <DateField name="endsOn" label={messages.until} value={form.day('endsOn')} optional />
          <ButtonRow>
            <Button name="press" value="seat">
              {messages.seat}
            </Button>
            <Button name="press" value="agree" kind="plain">
              {messages.agree}
            </Button>
          </ButtonRow>
        </PostForm>
      </Slip>
    </Grid>
  );
}

function EndSeat({ data, form }: { readonly data: Data; readonly form: FormState }): ReactElement {
  const messages = useMessages(partnershipMessages).seats;
  return (
    <Grid>
      <Slip title={messages.end}>
        <PostForm formId={data.forms.end}>
          <SelectField
            name="member"
            label={messages.seatedNow}
            options={data.members.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <DateField name="endsOn" label={messages.endOn} value={form.day('endsOn')} error={form.error('endsOn')} />
          <Button kind="plain" name="press" value="end">
            {messages.end}
          </Button>
        </PostForm>
      </Slip>
    </Grid>
  );
}
