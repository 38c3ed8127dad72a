export { decidingDay, standingOf } from './decision.rules.ts';
export { DecisionsModule } from './decisions.module.ts';
export { itemInterestsSql, keepInterestsOfItem } from './item-interests.ts';
