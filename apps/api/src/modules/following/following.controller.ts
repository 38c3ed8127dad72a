import { Controller, Inject } from '@nestjs/common';
import { followThing } from '@pursestrings/contracts/following';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { Follow } from './follow.ts';

/** Pressing Follow, or no longer. */
@Controller()
export class FollowingController {
  constructor(@Inject(Follow) private readonly follow: Follow) {}

  @Serves(followThing)
  async followThing(@TheAsked() { actor, body }: Asked<typeof followThing>): Answers<typeof followThing> {
    return await this.follow.run(actor, body);
  }
}
