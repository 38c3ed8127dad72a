export { FirstChair } from './first-chair.ts';
export { PeopleModule } from './people.module.ts';
