import {
  agreeMotion,
  closeMeeting,
  publishMinutes,
  publishPapers,
  readMeetingDesk,
  takeAttendance,
} from '@pursestrings/contracts/meetings';
import { Button, ButtonRow } from '@pursestrings/ui/button';
import { Checkboxes } from '@pursestrings/ui/choice-fields';
import { ErrorSummary } from '@pursestrings/ui/error-summary';
import { Notice } from '@pursestrings/ui/notice';
import { Grid, Slip } from '@pursestrings/ui/slip';
import { Tag } from '@pursestrings/ui/tag';
import { TaskList } from '@pursestrings/ui/task-list';
import { TextArea } from '@pursestrings/ui/text-area';
import { BackLink } from '@pursestrings/ui/trail';
import type { ReactElement } from 'react';
import { redirect } from 'react-router';
import { call, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { apiRefused, type FormState, formRefused, formState } from '../../forms/form-reply.ts';
import { PostForm } from '../../forms/post-form.tsx';
import { readForm } from '../../forms/read-form.ts';
import { readTyped } from '../../forms/typed.ts';
import { OutcomeTag } from '../../layout/outcome-tag.tsx';
import { PageHead } from '../../layout/page-head.tsx';
import { useMessages } from '../../messages/catalogue.ts';
import { sessionContext } from '../../session/session.ts';
import type { Route } from './+types/run.route.ts';
import { meetingsMessages } from './meetings.messages.ts';
import { meetingInWords } from './when.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const at = { place: params.place, meeting: params.meeting };
  const desk = await read({ request, context }, readMeetingDesk, { params: at });
  const { roles } = context.get(sessionContext);
  return {
    ...desk,
    // A form for each button: each is taken once.
    forms: { here: newFormId(), papers: newFormId(), notes: newFormId() },
    items: desk.items.map((item) => ({ ...item, formId: newFormId() })),
    when: meetingInWords(desk.meeting.startsAt),
    isChair: roles.includes('chair'),
    saved: new URL(request.url).searchParams.has('saved'),
    back: `/${params.place}/meetings`,
    here: `/${params.place}/meetings/${params.meeting}/run`,
  };
}

type Desk = Awaited<ReturnType<typeof loader>>;

export async function action(args: Route.ActionArgs) {
  const { request, params } = args;
  const words = meetingsMessages.en;
  const typed = await readTyped(request);
  const form = await sendPressed(args, String(typed.get('press')), String(typed.get('motion')));
  if (!form.ok) return form.refused;
  if (!form.answer.ok) return await apiRefused(request, form.answer.problem, words);
  throw redirect(`/${params.place}/meetings/${params.meeting}/run?saved`, 303);
}

/** Reads the form that belongs to the button pressed, and asks the API. */
async function sendPressed({ request, context, params }: Route.ActionArgs, press: string, motion: string) {
  const at = { place: params.place, meeting: params.meeting };
  const asking = { request, context };
  const { fields } = meetingsMessages.en;
  if (press === 'here') {
    const form = await readForm(request, takeAttendance.body, fields);
    return form.ok
      ? { ok: true as const, answer: await call(asking, takeAttendance, { params: at, body: form.value }) }
      : refused(form.problem);
  }
  if (press === 'save-notes') {
    const form = await readForm(request, closeMeeting.body, fields);
    return form.ok
      ? { ok: true as const, answer: await call(asking, closeMeeting, { params: at, body: form.value }) }
      : refused(form.problem);
  }
  if (press === 'publish-notes') {
    const form = await readForm(request, publishMinutes.body, fields);
    return form.ok
      ? { ok: true as const, answer: await call(asking, publishMinutes, { params: at, body: form.value }) }
      : refused(form.problem);
  }
  const form = await readForm(request, publishPapers.body, fields);
  if (!form.ok) return refused(form.problem);
  const agreeing = press === 'agree';
  const answer = agreeing
    ? await call(asking, agreeMotion, { params: { place: params.place, motion }, body: form.value })
    : await call(asking, publishPapers, { params: at, body: form.value });
  return { ok: true as const, answer };
}

function refused(problem: Parameters<typeof formRefused>[0]) {
  return { ok: false as const, refused: formRefused(problem) };
}

export default function Run({ loaderData: desk, actionData }: Route.ComponentProps): ReactElement {
  const messages = useMessages(meetingsMessages);
  const form = formState(actionData);
  const agreed = desk.items.filter((item) => item.agreed);
  return (
    <>
      <PageHead title={messages.run.title(desk.meeting.title)} description={messages.run.description} hasErrors={form.hasErrors} />
      <ErrorSummary errors={form.errors} />
      {desk.saved && !form.hasErrors ? <Notice kind="done" title={messages.run.saved} /> : null}
      <BackLink href={desk.back} words={messages.list.title} />
      <h1>{desk.meeting.title}</h1>
      <p>
        <Tag kind="plain">{messages.state[desk.meeting.state]}</Tag> {desk.when}, {desk.meeting.placeWords}
      </p>
      <Grid two>
        {' '}
        {desk.meeting.state === 'planned' && agreed.length > 0 ? (
          <Slip title={messages.run.papers} now>
            <PostForm formId={desk.forms.papers}>
              <p>{messages.run.papersAbout}</p>
              <Button name="press" value="papers">
                {messages.run.papers}
              </Button>
            </PostForm>
          </Slip>
        ) : null}
        <WhoIsHere desk={desk} form={form} />
      </Grid>{' '}
      <h2 className="gap">{messages.run.items}</h2>
      {agreed.length === 0 ? <p className="hush">{messages.one.noItems}</p> : <Agenda desk={desk} />}
      <p>
        <a href={`${desk.back}/${desk.meeting.slug}/put`}>{messages.one.put}</a>
      </p>
      <Waiting desk={desk} />
      <Notes desk={desk} form={form} />
    </>
  );
}

function WhoIsHere({ desk, form }: { readonly desk: Desk; readonly form: FormState }): ReactElement | null {
  const messages = useMessages(meetingsMessages).run;
  if (desk.meeting.state === 'published') return null;
  const present = desk.members.filter((member) => member.isPresent);
  const called = desk.agreedResidents;
  const isNext = present.length === 0 && desk.meeting.state !== 'planned';
  return (
    <Slip title={messages.here} now={isNext}>
      {present.length === 0 ? <p>{messages.paper}</p> : <p>{messages.howMany(present.length)}</p>}
      <PostForm formId={form.value('formId', desk.forms.here) ?? desk.forms.here}>
        <Checkboxes
          name="members"
          label={messages.hereHint}
          options={desk.members.map((member) => ({
            value: member.personId,
            label: member.isResident ? member.name : `${member.name} (${messages.notResident})`,
          }))}
          values={form.values(
            'members',
            present.map((member) => member.personId),
          )}
          error={form.error('members')}
        />
        {called.length === 0 ? null : (
          <Checkboxes
            name="agreedResidents"
            label={messages.called}
            options={called.map((one) => ({ value: one.personId, label: one.name }))}
            values={form.values(
              'agreedResidents',
              called.filter((one) => one.isPresent).map((one) => one.personId),
            )}
          />
        )}
        <Button kind={isNext ? 'main' : 'plain'} name="press" value="here">
          {messages.saveHere}
        </Button>
      </PostForm>
    </Slip>
  );
}

/** The items in their order, each with how it stands; each is decided on a page of its own. */
function Agenda({ desk }: { readonly desk: Desk }): ReactElement {
  const messages = useMessages(meetingsMessages);
  const tasks = desk.items
    .filter((item) => item.agreed)
    .map((item) => ({
      title: messages.item.number(item.position, item.title),
      href: `${desk.here}/${item.id}`,
      hint: item.recorded === null ? standingHint(item.standing, messages.item) : statusHint(item.recorded, messages.run),
      status: item.recorded === null ? <Tag kind="wait">{messages.run.toDecide}</Tag> : <OutcomeTag outcome={item.recorded.outcome} />,
    }));
  return <TaskList tasks={tasks} />;
}

/** How many can decide, once somebody is here. */
function standingHint(
  { present, canDecide, needed }: Desk['items'][number]['standing'],
  messages: (typeof meetingsMessages)['en']['item'],
): string {
  return present === 0 ? messages.nobodyHere : messages.canDecide(canDecide, needed);
}

function statusHint(recorded: NonNullable<Desk['items'][number]['recorded']>, messages: (typeof meetingsMessages)['en']['run']): string {
  if (recorded.awaitsFundHolder) return messages.awaits;
  return recorded.state === 'published' ? messages.published : messages.toWriteUp;
}

/** What others asked for and the chair has not agreed yet. */
function Waiting({ desk }: { readonly desk: Desk }): ReactElement | null {
  const messages = useMessages(meetingsMessages).run;
  const waiting = desk.items.filter((item) => !item.agreed);
  if (waiting.length === 0) return null;
  return (
    <section>
      <h2>{messages.waiting}</h2>
      <Grid two>
        {' '}
        {waiting.map((item) => (
          <Slip key={item.id} title={item.title}>
            <p>{item.words}</p>
            {item.putBy === null ? null : <p className="hush">{messages.askedBy(item.putBy)}</p>}
            {desk.isChair ? (
              <PostForm formId={item.formId}>
                <input type="hidden" name="motion" value={item.id} />
                <Button kind="plain" name="press" value="agree">
                  {messages.agree}
                </Button>
              </PostForm>
            ) : null}
          </Slip>
        ))}
      </Grid>{' '}
    </section>
  );
}

function Notes({ desk, form }: { readonly desk: Desk; readonly form: FormState }): ReactElement | null {
  const messages = useMessages(meetingsMessages).run;
  const { state, notes } = desk.meeting;
  if (state === 'published') return null;
  if (state === 'planned' || state === 'papers_published') return <p className="gap hush">{messages.notesLater}</p>;
  return (
    <Grid>
      <Slip title={messages.notes}>
        <PostForm formId={desk.forms.notes}>
          <TextArea
            name="notes"
            label={messages.notes}
            hint={messages.notesHint}
            value={form.value('notes', notes)}
            error={form.error('notes')}
            rows={8}
            maxLength={20000}
          />
          <ButtonRow>
            <Button kind="plain" name="press" value="save-notes">
              {messages.saveNotes}
            </Button>
            {state === 'draft_minutes' && desk.isChair ? (
              <Button name="press" value="publish-notes">
                {messages.publishNotes}
              </Button>
            ) : null}
          </ButtonRow>
        </PostForm>
      </Slip>
    </Grid>
  );
}
