import * as z from 'zod/mini';
import { endpoint, formFields } from './endpoint.ts';
import { inPlace, penceSchema, placeSlug } from './places.ts';

export const recipientKinds = ['organisation', 'individual', 'household', 'wages'] as const;
export const paymentStates = ['requested', 'checked', 'approved', 'sent', 'matched', 'refused', 'returned', 'reversed'] as const;
export type PaymentState = (typeof paymentStates)[number];

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const positivePence = penceSchema.check(z.positive());
const ofPayment = z.strictObject({ place: placeSlug, payment: z.string().check(z.regex(/^[1-9]\d{0,8}$/)) });

/** What the ledger may refuse, whoever asks. */
const ledgerRefusals = {
  'not-enough-money': 409,
  'movement-not-known': 409,
  'posting-key-used': 409,
  'decision-does-not-cover': 409,
  'payment-does-not-fit': 409,
  'approvals-missing': 409,
  'ring-fenced': 409,
  'entry-cannot-be-reversed': 409,
  'entry-needs-day-and-reason': 422,
} as const;

const officials = ['treasurer', 'chair', 'worker', 'member'] as const;

/** A payment as those who keep the books see it. */
const bookedPaymentSchema = z.object({
  number: z.int(),
  state: z.enum(paymentStates),
  projectTitle: z.string(),
  payeeName: z.string(),
  amountPence: penceSchema,
  purpose: z.string(),
  approvals: z.int(),
  approvalsNeeded: z.int(),
  requestedAt: z.string(),
  sentOn: z.nullable(z.iso.date()),
  published: z.boolean(),
});

/** The books: what was promised and is still to pay, what waits for whom, and what lies in the bank. */
export const readBooks = endpoint({
  method: 'GET',
  path: '/places/:place/books',
  within: 'place',
  who: officials,
  params: inPlace,
  response: z.object({
    commitments: z.array(
      z.object({
        id: z.uuid(),
        projectTitle: z.string(),
        projectSlug: z.string(),
        payeeName: z.string(),
        payeeKind: z.enum(recipientKinds),
        decision: z.object({ slug: z.string(), title: z.string() }),
        amountPence: penceSchema,
        /** What has not been asked for yet. */
        leftPence: penceSchema,
      }),
    ),
    payments: z.array(bookedPaymentSchema),
    awards: z.array(
      z.object({ id: z.uuid(), name: z.string(), amountPence: penceSchema, drawnPence: penceSchema, bankPence: penceSchema }),
    ),
  }),
});

/** Where money for a new promise can come from and go to, for whoever writes a motion. */
export const readSpendingChoices = endpoint({
  method: 'GET',
  path: '/places/:place/spending-choices',
  within: 'place',
  who: officials,
  params: inPlace,
  response: z.object({
    recipients: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.enum(recipientKinds) })),
    accounts: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        kind: z.enum(['unallocated', 'set_aside']),
        awardName: z.string(),
        balancePence: penceSchema,
      }),
    ),
    projects: z.array(z.object({ id: z.uuid(), title: z.string() })),
  }),
});

export const addRecipient = endpoint({
  method: 'POST',
  path: '/places/:place/recipients',
  within: 'place',
  who: officials,
  params: inPlace,
  body: z.strictObject({ ...formFields, name: words(120), kind: z.enum(recipientKinds), registrationNumber: z.optional(words(40)) }),
  response: z.object({ id: z.uuid() }),
});

/** Money from the funder that has come into the fund holder's bank. */
export const recordDrawdown = endpoint({
  method: 'POST',
  path: '/places/:place/drawdowns',
  within: 'place',
  who: ['treasurer'],
  params: inPlace,
  body: z.strictObject({ ...formFields, awardId: z.uuid(), amountPence: positivePence, receivedOn: z.iso.date() }),
  response: z.object({ seq: z.int() }),
  problems: { ...ledgerRefusals, 'award-not-found': 404, 'more-than-awarded': 409 },
});

/** Asks for a payment on a promise. The one who asks does not approve it (M5). */
export const requestPayment = endpoint({
  method: 'POST',
  path: '/places/:place/payments',
  within: 'place',
  who: ['treasurer', 'worker'],
  params: inPlace,
  body: z.strictObject({
    ...formFields,
    commitmentId: z.uuid(),
    amountPence: positivePence,
    purpose: words(300),
    invoiceNumber: z.optional(words(60)),
    /** How many people a batch of wages or help to households is for. */
    peopleCount: z.optional(z.int().check(z.positive())),
  }),
  response: z.object({
    number: z.int(),
    warnings: z.array(z.enum(['just-under-the-limit', 'round-sum', 'invoice-number-again', 'new-payee'])),
  }),
  problems: { 'commitment-not-found': 404, 'more-than-promised': 409, 'has-an-interest': 403, 'count-needed': 422 },
});

/** A payment: what everyone may see once it is published; the rest for those who keep the books. */
export const readPayment = endpoint({
  method: 'GET',
  path: '/places/:place/payments/:payment',
  within: 'place',
  who: 'anyone',
  params: ofPayment,
  response: z.object({
    payment: z.object({
      number: z.int(),
      state: z.enum(paymentStates),
      /** In public words: an organisation by name, a person as 'an individual', a batch as its count. */
      payee: z.string(),
      amountPence: penceSchema,
      refundedPence: penceSchema,
      purpose: z.string(),
      sentOn: z.nullable(z.iso.date()),
      publishedAt: z.nullable(z.string()),
      entrySeq: z.nullable(z.int()),
      project: z.object({ slug: z.string(), title: z.string() }),
      decision: z.object({
        slug: z.string(),
        title: z.string(),
        decidedOn: z.iso.date(),
        votesFor: z.int(),
        votesAgainst: z.int(),
        abstained: z.int(),
      }),
      /** How many people other than the one who asked agreed to it. */
      approvals: z.int(),
      correctionNote: z.nullable(z.string()),
      refunds: z.array(z.object({ seq: z.int(), happenedOn: z.iso.date(), amountPence: penceSchema, reason: z.nullable(z.string()) })),
    }),
    /** Only for those who keep the books. */
    books: z.nullable(
      z.object({
        payeeName: z.string(),
        payeeKind: z.enum(recipientKinds),
        purpose: z.string(),
        invoiceNumber: z.nullable(z.string()),
        requestedBy: z.string(),
        requestedAt: z.string(),
        approvedBy: z.array(z.string()),
        approvalsNeeded: z.int(),
        limitPence: penceSchema,
        refusedReason: z.nullable(z.string()),
        statementDate: z.nullable(z.iso.date()),
        statementLine: z.nullable(z.string()),
        /** What the person who asks may do now. */
        may: z.array(z.enum(['approve', 'refuse', 'send', 'match', 'publish', 'refund', 'correct'])),
      }),
    ),
  }),
});

const acted = z.object({ state: z.enum(paymentStates) });
const stepRefusals = { 'payment-not-found': 404, 'not-at-this-step': 409 } as const;

export const approvePayment = endpoint({
  method: 'POST',
  path: '/places/:place/payments/:payment/approve',
  within: 'place',
  who: ['treasurer', 'chair'],
  freshSecondFactor: true,
  params: ofPayment,
  body: z.strictObject({ ...formFields }),
  response: acted,
  problems: { ...stepRefusals, 'asked-for-it-yourself': 403, 'has-an-interest': 403, 'approved-already': 409 },
});

export const refusePayment = endpoint({
  method: 'POST',
  path: '/places/:place/payments/:payment/refuse',
  within: 'place',
  who: ['treasurer', 'chair'],
  params: ofPayment,
  body: z.strictObject({ ...formFields, reason: words(300) }),
  response: acted,
  problems: stepRefusals,
});

/** Says that the bank was told to pay. Posts both books. */
export const sendPayment = endpoint({
  method: 'POST',
  path: '/places/:place/payments/:payment/send',
  within: 'place',
  who: ['treasurer'],
  freshSecondFactor: true,
  params: ofPayment,
  body: z.strictObject({ ...formFields, sentOn: z.iso.date() }),
  response: acted,
  problems: { ...stepRefusals, ...ledgerRefusals },
});

/** Says on which line of the bank's statement it was seen. A line matches once. */
export const matchPayment = endpoint({
  method: 'POST',
  path: '/places/:place/payments/:payment/match',
  within: 'place',
  who: ['treasurer'],
  params: ofPayment,
  body: z.strictObject({ ...formFields, statementDate: z.iso.date(), statementLine: words(120) }),
  response: acted,
  problems: { ...stepRefusals, 'line-matched-already': 409, 'not-yet-sent-then': 422 },
});

/** Publishes a matched payment after somebody has looked whether its words name a person. */
export const publishPayment = endpoint({
  method: 'POST',
  path: '/places/:place/payments/:payment/publish',
  within: 'place',
  who: ['treasurer', 'worker', 'chair'],
  params: ofPayment,
  body: z.strictObject({ ...formFields, publicPurpose: words(300), namesNobody: z.boolean() }),
  response: acted,
  problems: { ...stepRefusals, 'privacy-not-checked': 422, 'names-the-payee': 422 },
});

export const refundPayment = endpoint({
  method: 'POST',
  path: '/places/:place/payments/:payment/refund',
  within: 'place',
  who: ['treasurer'],
  params: ofPayment,
  body: z.strictObject({ ...formFields, amountPence: positivePence, happenedOn: z.iso.date(), reason: words(300) }),
  response: acted,
  problems: { ...stepRefusals, ...ledgerRefusals, 'more-than-paid': 409 },
});

/** Takes a payment back in public: a linked reversal with a reason. Both stay to be seen (P1, M8). */
export const correctPayment = endpoint({
  method: 'POST',
  path: '/places/:place/payments/:payment/correct',
  within: 'place',
  who: ['treasurer'],
  freshSecondFactor: true,
  params: ofPayment,
  body: z.strictObject({ ...formFields, happenedOn: z.iso.date(), reason: words(300) }),
  response: acted,
  problems: { ...stepRefusals, ...ledgerRefusals },
});

/** Brings in payments from before the place began here, from a CSV in the shape of the Transparency Code. All or nothing. */
export const importPastPayments = endpoint({
  method: 'POST',
  path: '/places/:place/past-payments',
  within: 'place',
  who: ['treasurer'],
  params: inPlace,
  body: z.strictObject({ ...formFields, awardId: z.uuid(), csv: z.string().check(z.minLength(1), z.maxLength(900_000)) }),
  response: z.object({ payments: z.int(), totalPence: penceSchema }),
  problems: { ...ledgerRefusals, 'award-not-found': 404, 'rows-refused': 422 },
});
