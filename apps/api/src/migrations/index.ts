import { PeopleAndPlace1764000000000 } from './1764000000000-people-and-place.ts';
import { Participation1764000001000 } from './1764000001000-participation.ts';

/** Every migration, oldest first. */
export const migrations = [PeopleAndPlace1764000000000, Participation1764000001000];
