export { ProgrammesModule } from './programmes.module.ts';
export { PublishProgramme } from './publish-programme.ts';
export { SetProgrammePlaces } from './set-programme-places.ts';
export { insertProgramme } from './set-up-programme.ts';
