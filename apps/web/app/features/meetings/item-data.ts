import { pence, plainPounds } from '@pursestrings/basics/money';
import { readMeetingDesk } from '@pursestrings/contracts/meetings';
import { readSpendingChoices } from '@pursestrings/contracts/payments';
import { data } from 'react-router';
import { type Asking, read } from '../../api/call.ts';
import { newFormId } from '../../forms/form-id.ts';
import { sessionContext } from '../../session/session.ts';

/** Everything that the page of one item of a meeting shows. Throws the 404 page where there is no such agreed item. */
export async function loadItem(asking: Asking, params: { readonly place: string; readonly meeting: string; readonly motion: string }) {
  const desk = await read(asking, readMeetingDesk, { params: { place: params.place, meeting: params.meeting } });
  const item = desk.items.find((one) => one.id === params.motion && one.agreed);
  if (item === undefined) throw data(null, { status: 404 });
  const { roles } = asking.context.get(sessionContext);
  const lacksRecipient = item.kind === 'spend' && item.recipientId === null && item.recorded === null;
  const choices = lacksRecipient ? await read(asking, readSpendingChoices, { params: { place: params.place } }) : null;
  return {
    item,
    amount: item.amountPence === null ? null : plainPounds(pence(item.amountPence)),
    people: [...desk.members, ...desk.agreedResidents].map(({ personId, name, isPresent }) => ({ personId, name, isPresent })),
    recipients: choices === null ? null : choices.recipients.map(({ id, name }) => ({ value: id, label: name })),
    isChair: roles.includes('chair'),
    writes: roles.includes('chair') || roles.includes('worker'),
    forms: { declare: newFormId(), decide: newFormId(), settle: newFormId(), manage: item.interests.map(() => newFormId()) },
    back: `/${params.place}/meetings/${params.meeting}/run`,
    address: `/${params.place}`,
  };
}

export type ItemData = Awaited<ReturnType<typeof loadItem>>;
