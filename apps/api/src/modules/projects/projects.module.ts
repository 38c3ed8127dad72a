import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/index.ts';
import { ProjectsController } from './projects.controller.ts';
import { ProjectsReads } from './projects.reads.ts';
import { Promises } from './promises.ts';
import { ReleasePromise } from './release-promise.ts';
import { TellOfProject } from './tell-of-project.ts';

@Module({
  imports: [LedgerModule],
  controllers: [ProjectsController],
  providers: [Promises, ProjectsReads, TellOfProject, ReleasePromise],
  exports: [Promises, ReleasePromise],
})
export class ProjectsModule {}
