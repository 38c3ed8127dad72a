/** The injection token of the list of entity classes, which `app.module.ts` puts together from the modules. */
export const ENTITIES = Symbol('ENTITIES');
