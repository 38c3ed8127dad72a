import { type Pence, pence, plainPounds, sumPence } from '@pursestrings/basics/money';
import { dayInWords } from '@pursestrings/basics/time';
import type { ResponseOf } from '@pursestrings/contracts/endpoint';
import type { readProgramme } from '@pursestrings/contracts/programmes';

type Page = ResponseOf<typeof readProgramme>;

export interface ProgrammeView {
  readonly slug: string;
  readonly name: string;
  readonly funder: string;
  readonly total: string;
  readonly from: string;
  readonly until: string;
  readonly rule: Page['programme']['allocationRule'];
  readonly index: { readonly name: string; readonly source: string } | null;
  readonly floor: string | null;
  readonly ceiling: string | null;
  readonly isPublic: boolean;
  readonly isMine: boolean;
  readonly notYet: Page['notYet'];
  readonly shared: string;
  readonly weightOfAll: string;
  readonly bounds: readonly { readonly place: string; readonly at: 'floor' | 'ceiling' }[];
  /** The places that got one of the last pence. */
  readonly lucky: readonly string[];
  readonly shares: readonly {
    readonly slug: string;
    readonly name: string;
    readonly people: string;
    readonly need: string;
    readonly weight: string;
    readonly pence: Pence;
  }[];
  readonly sum: Pence;
  /** What stands in the box of places: what was set before. */
  readonly placeLines: string;
}

/** The page of a fund with its numbers in words. Only loaders call it. */
export function programmeView({ programme, isMine, shares, weightOfAll, sharedPence, bounds, notYet }: Page): ProgrammeView {
  const nameOf = (code: string) => shares.find((share) => share.code === code)?.placeName ?? code;
  const pounds = (amount: number | null) => (amount === null ? null : plainPounds(pence(amount)));
  return {
    slug: programme.slug,
    name: programme.name,
    funder: programme.funder,
    total: plainPounds(pence(programme.totalPence)),
    from: dayInWords(programme.startsOn),
    until: dayInWords(programme.endsOn),
    rule: programme.allocationRule,
    index:
      programme.indexName === null || programme.indexSource === null ? null : { name: programme.indexName, source: programme.indexSource },
    floor: pounds(programme.floorPence),
    ceiling: pounds(programme.ceilingPence),
    isPublic: programme.publishedAt !== null,
    isMine,
    notYet,
    shared: pounds(sharedPence) ?? '',
    weightOfAll: withCommas(weightOfAll ?? ''),
    bounds: bounds.map(({ code, at }) => ({ place: nameOf(code), at })),
    lucky: shares.filter((share) => share.gotALastPenny).map((share) => share.placeName),
    shares: shares.map((share) => ({
      slug: share.placeSlug,
      name: share.placeName,
      people: withCommas(String(share.population)),
      need: share.needIndex ?? '',
      weight: withCommas(share.weight),
      pence: pence(share.sharePence),
    })),
    sum: sumPence(shares.map((share) => pence(share.sharePence))),
    placeLines: shares
      .map((share) => [share.placeName, share.population, share.needIndex].filter((part) => part !== null).join(', '))
      .join('\n'),
  };
}

/** '2610200' as '2,610,200'; what stands after a point stays. */
function withCommas(text: string): string {
  const [whole = '', rest] = text.split('.');
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (rest === undefined ? '' : `.${rest}`);
}
