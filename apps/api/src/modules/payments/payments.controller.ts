import { Controller, Inject } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import {
  addRecipient,
  importPastPayments,
  readBooks,
  readPayment,
  readSpendingChoices,
  recordDrawdown,
  requestPayment,
} from '@pursestrings/contracts/payments';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { AddRecipient } from './add-recipient.ts';
import { ImportPastPayments } from './import-past-payments.ts';
import { PaymentsReads } from './payments.reads.ts';
import { RecordDrawdown } from './record-drawdown.ts';
import { RequestPayment } from './request-payment.ts';

/** The books: what is kept there, and what begins there. */
@Controller()
export class PaymentsController {
  constructor(
    @Inject(PaymentsReads) private readonly reads: PaymentsReads,
    @Inject(RequestPayment) private readonly requestPayment: RequestPayment,
    @Inject(RecordDrawdown) private readonly recordDrawdown: RecordDrawdown,
    @Inject(AddRecipient) private readonly addRecipient: AddRecipient,
    @Inject(ImportPastPayments) private readonly importPastPayments: ImportPastPayments,
  ) {}

  @Serves(readBooks)
  async books(@TheAsked() { actor }: Asked<typeof readBooks>): Answers<typeof readBooks> {
    return ok(await this.reads.books(actor));
  }

  @Serves(readSpendingChoices)
  async choices(@TheAsked() { actor }: Asked<typeof readSpendingChoices>): Answers<typeof readSpendingChoices> {
    return ok(await this.reads.choices(actor));
  }

  @Serves(readPayment)
  async payment(@TheAsked() { actor, params }: Asked<typeof readPayment>): Answers<typeof readPayment> {
    const page = await this.reads.one(actor, params.payment);
    return page ? ok(page) : problem({ code: 'not-found' });
  }

  @Serves(requestPayment)
  async request(@TheAsked() { actor, body: { formId: _, ...payment } }: Asked<typeof requestPayment>): Answers<typeof requestPayment> {
    return await this.requestPayment.run(actor, payment);
  }

  @Serves(recordDrawdown)
  async drawdown(@TheAsked() { actor, body }: Asked<typeof recordDrawdown>): Answers<typeof recordDrawdown> {
    return await this.recordDrawdown.run(actor, body);
  }

  @Serves(addRecipient)
  async recipient(@TheAsked() { actor, body: { formId: _, ...recipient } }: Asked<typeof addRecipient>): Answers<typeof addRecipient> {
    return await this.addRecipient.run(actor, recipient);
  }

  @Serves(importPastPayments)
  async pastPayments(@TheAsked() { actor, body }: Asked<typeof importPastPayments>): Answers<typeof importPastPayments> {
    return await this.importPastPayments.run(actor, body);
  }
}
