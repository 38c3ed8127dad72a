import { Inject, Injectable } from '@nestjs/common';
import { ok, problem, type Result } from '@pursestrings/basics/result';
import { ukDay } from '@pursestrings/basics/time';
import type { BodyOf, ResponseOf } from '@pursestrings/contracts/endpoint';
import type { joinPlace } from '@pursestrings/contracts/joining';
import { CLOCK, type Clock } from '../../platform/clock.ts';
import { type FormProblem, Transactions } from '../../platform/database/transactions.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { addPerson } from './add-person.ts';
import { AskForLetter } from './ask-for-letter.ts';
import { checkDataController, checkOldEnough, plainPostcode } from './joining.rules.ts';
import { letterMinutes } from './sign-in.rules.ts';

export type JoinProblem = {
  readonly code: 'no-data-controller' | 'under-thirteen' | 'email-missing' | 'not-in-area' | 'not-living-here' | 'too-many-letters';
};

/**
 * Somebody joins the neighbourhood by declaring that they live there. A postcode in the area makes them a verified
 * resident; without one they join and somebody at the hub vouches for them later. The postcode itself is not kept.
 */
@Injectable()
export class JoinPlace {
  constructor(
    @Inject(Transactions) private readonly transactions: Transactions,
    @Inject(AskForLetter) private readonly askForLetter: AskForLetter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { said, from }: { readonly said: BodyOf<typeof joinPlace>; readonly from: string },
  ): Promise<Result<ResponseOf<typeof joinPlace>, JoinProblem | FormProblem>> {
    const postcode = plainPostcode(said.postcode ?? '');
    const place = await this.transactions.read(actor, (tx) =>
      tx.one<{ data_controller: string | null; in_area: boolean }>(
        `SELECT data_controller, EXISTS (SELECT FROM neighbourhood_postcode p WHERE p.neighbourhood_id = n.id AND p.postcode = $2) AS in_area
         FROM neighbourhood n WHERE n.id = $1`,
        [actor.neighbourhoodId, postcode],
      ),
    );
    const allowed = checkDataController(place?.data_controller ?? null);
    if (!allowed.ok) return allowed;
    const oldEnough = checkOldEnough(said, ukDay(this.clock.now()).year);
    if (!oldEnough.ok) return oldEnough;
    if (!said.livesHere) return problem({ code: 'not-living-here' });
    const inArea = place?.in_area === true;
    if (postcode !== '' && !inArea) return problem({ code: 'not-in-area' });
    const joining = { name: said.name, bornYear: said.bornYear ?? null, inArea };
    if (actor.accountId !== null) return await this.joinNow(actor, joining);
    if (said.email === undefined) return problem({ code: 'email-missing' });
    const letter = await this.askForLetter.run(actor, { email: said.email, from, joining });
    if (!letter.ok) return letter;
    return ok({ joined: false, isVerifiedResident: null, letter: letter.value.letter, minutes: letterMinutes });
  }

  private async joinNow(
    actor: Actor,
    { name, bornYear, inArea }: { readonly name: string; readonly bornYear: number | null; readonly inArea: boolean },
  ): Promise<Result<ResponseOf<typeof joinPlace>, FormProblem>> {
    return await this.transactions.run(actor, async (tx) => {
      await addPerson(tx, { accountId: actor.accountId, name, bornYear, belongs: inArea ? 'declared_with_postcode' : null });
      return ok({ joined: true, isVerifiedResident: inArea || actor.roles.has('verified_resident'), letter: null, minutes: 0 });
    });
  }
}
