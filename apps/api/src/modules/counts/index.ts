export { CountInputs } from './count-inputs.ts';
export { CountRound } from './count-round.ts';
export { CountsModule } from './counts.module.ts';
export { ImportRound } from './import-round.ts';
export { publishWithin } from './publish-result.ts';
