export { OpenDataOfPlace } from './open-data-of-place.ts';
export { PublicationModule } from './publication.module.ts';
