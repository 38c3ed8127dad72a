import { Controller, Inject } from '@nestjs/common';
import { ok } from '@pursestrings/basics/result';
import { readHome } from '@pursestrings/contracts/home';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { HomeReads } from './home.reads.ts';

/** The front page of a neighbourhood. */
@Controller()
export class HomeController {
  constructor(@Inject(HomeReads) private readonly reads: HomeReads) {}

  @Serves(readHome)
  async read(@TheAsked() { actor }: Asked<typeof readHome>): Answers<typeof readHome> {
    return ok(await this.reads.home(actor));
  }
}
