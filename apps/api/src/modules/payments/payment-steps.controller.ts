import { Controller, Inject } from '@nestjs/common';
import {
  approvePayment,
  correctPayment,
  matchPayment,
  publishPayment,
  refundPayment,
  refusePayment,
  sendPayment,
} from '@pursestrings/contracts/payments';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { ApprovePayment } from './approve-payment.ts';
import { CorrectPayment } from './correct-payment.ts';
import { MatchPayment } from './match-payment.ts';
import { PublishPayment } from './publish-payment.ts';
import { RefundPayment } from './refund-payment.ts';
import { RefusePayment } from './refuse-payment.ts';
import { SendPayment } from './send-payment.ts';

/** The steps of one payment, from agreeing to it to putting it right. */
@Controller()
export class PaymentStepsController {
  @Inject(ApprovePayment) private readonly approvePayment!: ApprovePayment;
  @Inject(RefusePayment) private readonly refusePayment!: RefusePayment;
  @Inject(SendPayment) private readonly sendPayment!: SendPayment;
  @Inject(MatchPayment) private readonly matchPayment!: MatchPayment;
  @Inject(PublishPayment) private readonly publishPayment!: PublishPayment;
  @Inject(RefundPayment) private readonly refundPayment!: RefundPayment;
  @Inject(CorrectPayment) private readonly correctPayment!: CorrectPayment;

  @Serves(approvePayment)
  async approve(@TheAsked() { actor, params }: Asked<typeof approvePayment>): Answers<typeof approvePayment> {
    return await this.approvePayment.run(actor, params.payment);
  }

  @Serves(refusePayment)
  async refuse(@TheAsked() { actor, params, body }: Asked<typeof refusePayment>): Answers<typeof refusePayment> {
    return await this.refusePayment.run(actor, params.payment, body.reason);
  }

  @Serves(sendPayment)
  async send(@TheAsked() { actor, params, body }: Asked<typeof sendPayment>): Answers<typeof sendPayment> {
    return await this.sendPayment.run(actor, params.payment, body.sentOn);
  }

  @Serves(matchPayment)
  async match(@TheAsked() { actor, params, body }: Asked<typeof matchPayment>): Answers<typeof matchPayment> {
    return await this.matchPayment.run(actor, params.payment, body);
  }

  @Serves(publishPayment)
  async publish(@TheAsked() { actor, params, body }: Asked<typeof publishPayment>): Answers<typeof publishPayment> {
    return await this.publishPayment.run(actor, params.payment, body);
  }

  @Serves(refundPayment)
  async refund(@TheAsked() { actor, params, body }: Asked<typeof refundPayment>): Answers<typeof refundPayment> {
    return await this.refundPayment.run(actor, params.payment, body);
  }

  @Serves(correctPayment)
  async correct(@TheAsked() { actor, params, body }: Asked<typeof correctPayment>): Answers<typeof correctPayment> {
    return await this.correctPayment.run(actor, params.payment, { happenedOn: body.happenedOn, reason: body.reason });
  }
}
