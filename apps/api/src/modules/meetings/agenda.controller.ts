import { Controller, Inject } from '@nestjs/common';
import { agreeMotion, declareForItem, manageInterest, putMotion, settleMotion } from '@pursestrings/contracts/meetings';
import { type Answers, type Asked, Serves, TheAsked } from '../../platform/http/endpoint.ts';
import { AgreeMotion } from './agree-motion.ts';
import { DeclareForItem } from './declare-for-item.ts';
import { ManageInterest } from './manage-interest.ts';
import { PutMotion } from './put-motion.ts';
import { SettleMotion } from './settle-motion.ts';

/** What meetings are asked to decide, and the interests in each of it. */
@Controller()
export class AgendaController {
  @Inject(PutMotion) private readonly putMotion!: PutMotion;
  @Inject(AgreeMotion) private readonly agreeMotion!: AgreeMotion;
  @Inject(SettleMotion) private readonly settleMotion!: SettleMotion;
  @Inject(DeclareForItem) private readonly declareForItem!: DeclareForItem;
  @Inject(ManageInterest) private readonly manageInterest!: ManageInterest;

  @Serves(putMotion)
  async put(@TheAsked() { actor, params, body }: Asked<typeof putMotion>): Answers<typeof putMotion> {
    return await this.putMotion.run(actor, params.meeting, body);
  }

  @Serves(agreeMotion)
  async agree(@TheAsked() { actor, params }: Asked<typeof agreeMotion>): Answers<typeof agreeMotion> {
    return await this.agreeMotion.run(actor, params.motion);
  }

  @Serves(settleMotion)
  async settle(@TheAsked() { actor, params, body }: Asked<typeof settleMotion>): Answers<typeof settleMotion> {
    return await this.settleMotion.run(actor, params.motion, body);
  }

  @Serves(declareForItem)
  async declare(@TheAsked() { actor, params, body }: Asked<typeof declareForItem>): Answers<typeof declareForItem> {
    return await this.declareForItem.run(actor, params.motion, body);
  }

  @Serves(manageInterest)
  async manage(@TheAsked() { actor, params, body }: Asked<typeof manageInterest>): Answers<typeof manageInterest> {
    return await this.manageInterest.run(actor, params.motion, body);
  }
}
