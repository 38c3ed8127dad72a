export { ProjectsModule } from './projects.module.ts';
export { type NewPromise, type Promised, type PromiseProblem, Promises } from './promises.ts';
