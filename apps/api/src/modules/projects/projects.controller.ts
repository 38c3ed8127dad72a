import { Controller, Inject } from '@nestjs/common';
import { ok, problem } from '@pursestrings/basics/result';
import { listProjects, readProject, releasePromise, tellOfProject } from '@pursestrings/contracts/projects';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { ProjectsReads } from './projects.reads.ts';
import { ReleasePromise } from './release-promise.ts';
import { TellOfProject } from './tell-of-project.ts';

/** Projects: what decisions turned into, and how they go on. */
@Controller()
export class ProjectsController {
  constructor(
    @Inject(ProjectsReads) private readonly reads: ProjectsReads,
    @Inject(TellOfProject) private readonly tellOfProject: TellOfProject,
    @Inject(ReleasePromise) private readonly releasePromise: ReleasePromise,
  ) {}

  @Serves(listProjects)
  async list(@TheAsked() { actor }: Asked<typeof listProjects>): Answers<typeof listProjects> {
    return ok(await this.reads.all(actor));
  }

  @Serves(readProject)
  async read(@TheAsked() { actor, params }: Asked<typeof readProject>): Answers<typeof readProject> {
    const page = await this.reads.one(actor, params.project);
    return page ? ok(page) : problem({ code: 'not-found' });
  }

  @Serves(tellOfProject)
  async tell(@TheAsked() { actor, params, body: { formId: _, ...news } }: Asked<typeof tellOfProject>): Answers<typeof tellOfProject> {
    return await this.tellOfProject.run(actor, params.project, news);
  }

  @Serves(releasePromise)
  async release(@TheAsked() { actor, params, body }: Asked<typeof releasePromise>): Answers<typeof releasePromise> {
    return await this.releasePromise.run(actor, params.project, body);
  }
}
