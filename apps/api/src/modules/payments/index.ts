export { payeeOf } from './payee.view.ts';
export { PaymentsModule } from './payments.module.ts';
