export { ProjectsModule } from './projects.module.ts';
export { Promises } from './promises.ts';
