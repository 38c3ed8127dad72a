export { AnnounceRound } from './announce-round.ts';
export { CloseRound } from './close-round.ts';
export { OpenRound } from './open-round.ts';
export type { RoundRule } from './round-rule.ts';
export { RoundsModule } from './rounds.module.ts';
export { RoundsReads } from './rounds.reads.ts';
