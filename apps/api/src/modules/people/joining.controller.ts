import { Controller, Inject } from '@nestjs/common';
import { ok } from '@pursestrings/basics/result';
import {
  endRole,
  grantRole,
  joinPlace,
  listRoles,
  listWaitingPeople,
  vouchForNewPerson,
  vouchForPerson,
} from '@pursestrings/contracts/joining';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { EndRole } from './end-role.ts';
import { GrantRole } from './grant-role.ts';
import { JoinPlace } from './join-place.ts';
import { PeopleReads } from './people.reads.ts';
import { Vouch } from './vouch.ts';

/** Joining a neighbourhood, and being vouched for. */
@Controller()
export class JoiningController {
  constructor(
    @Inject(JoinPlace) private readonly joining: JoinPlace,
    @Inject(Vouch) private readonly vouching: Vouch,
    @Inject(PeopleReads) private readonly reads: PeopleReads,
  ) {}

  @Serves(joinPlace)
  async join(@TheAsked() { actor, body, request }: Asked<typeof joinPlace>): Answers<typeof joinPlace> {
    return await this.joining.run(actor, { said: body, from: request.ip });
  }

  @Serves(listWaitingPeople)
  async waiting(@TheAsked() { actor }: Asked<typeof listWaitingPeople>): Answers<typeof listWaitingPeople> {
    return ok({ people: await this.reads.waiting(actor) });
  }

  @Serves(vouchForNewPerson)
  async vouchForNew(@TheAsked() { actor, body }: Asked<typeof vouchForNewPerson>): Answers<typeof vouchForNewPerson> {
    return await this.vouching.forNewPerson(actor, body);
  }

  @Serves(vouchForPerson)
  async vouch(@TheAsked() { actor, params }: Asked<typeof vouchForPerson>): Answers<typeof vouchForPerson> {
    return await this.vouching.forPerson(actor, params.person);
  }
}

/** Who may do what: granted by the chair with a minute, between dates. */
@Controller()
export class RolesController {
  constructor(
    @Inject(PeopleReads) private readonly reads: PeopleReads,
    @Inject(GrantRole) private readonly granting: GrantRole,
    @Inject(EndRole) private readonly ending: EndRole,
  ) {}

  @Serves(listRoles)
  async list(@TheAsked() { actor }: Asked<typeof listRoles>): Answers<typeof listRoles> {
    return ok(await this.reads.roles(actor));
  }

  @Serves(grantRole)
  async grant(@TheAsked() { actor, body }: Asked<typeof grantRole>): Answers<typeof grantRole> {
    return await this.granting.run(actor, body);
  }

  @Serves(endRole)
  async end(@TheAsked() { actor, params, body }: Asked<typeof endRole>): Answers<typeof endRole> {
    return await this.ending.run(actor, { role: params.role, minute: body.minute });
  }
}
