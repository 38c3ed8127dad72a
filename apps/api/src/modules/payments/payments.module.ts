import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/index.ts';
import { AddRecipient } from './add-recipient.ts';
import { ApprovePayment } from './approve-payment.ts';
import { CorrectPayment } from './correct-payment.ts';
import { ImportPastPayments } from './import-past-payments.ts';
import { MatchPayment } from './match-payment.ts';
import { PaymentStepsController } from './payment-steps.controller.ts';
import { PaymentsController } from './payments.controller.ts';
import { PaymentsReads } from './payments.reads.ts';
import { PublishPayment } from './publish-payment.ts';
import { RecordDrawdown } from './record-drawdown.ts';
import { RefundPayment } from './refund-payment.ts';
import { RefusePayment } from './refuse-payment.ts';
import { RequestPayment } from './request-payment.ts';
import { SendPayment } from './send-payment.ts';

const actions = [
  AddRecipient,
  ApprovePayment,
  CorrectPayment,
  ImportPastPayments,
  MatchPayment,
  PublishPayment,
  RecordDrawdown,
  RefundPayment,
  RefusePayment,
  RequestPayment,
  SendPayment,
];

@Module({
  imports: [LedgerModule],
  controllers: [PaymentsController, PaymentStepsController],
  providers: [PaymentsReads, ...actions],
  exports: [PaymentsReads, ...actions],
})
export class PaymentsModule {}
