export { ProgrammesModule } from './programmes.module.ts';
export { ProgrammesReads } from './programmes.reads.ts';
export { PublishProgramme } from './publish-programme.ts';
export { SetProgrammePlaces } from './set-programme-places.ts';
export { insertProgramme, type NewProgramme, SetUpProgramme } from './set-up-programme.ts';
