import { PeopleAndPlace1764000000000 } from './1764000000000-people-and-place.ts';
import { Participation1764000001000 } from './1764000001000-participation.ts';
import { Voting1764000002000 } from './1764000002000-voting.ts';
import { Governance1764000003000 } from './1764000003000-governance.ts';
import { Money1764000004000 } from './1764000004000-money.ts';
import { Publication1764000005000 } from './1764000005000-publication.ts';

/** Every migration, oldest first. */
export const migrations = [
  PeopleAndPlace1764000000000,
  Participation1764000001000,
  Voting1764000002000,
  Governance1764000003000,
  Money1764000004000,
  Publication1764000005000,
];
