export { interestsOf } from './interests-of.ts';
export { PartnershipModule } from './partnership.module.ts';
export { seatsOn } from './seats.ts';
export { quorumOf } from './terms.rules.ts';
export { termsNow, termsOn } from './terms.ts';
