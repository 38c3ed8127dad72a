import { decimalPounds, type Pence, sumPence } from '@pursestrings/basics/money';
import type { GrantRecord, MovementRecord, OrganisationRecord, PlaceRecord } from './records.ts';

/** What every id of a grant begins with; registered with 360Giving for each installation. */
export interface GrantPackage {
  readonly prefix: string;
  readonly publisher: OrganisationRecord & { readonly website: string };
  /** UTC instant. */
  readonly issuedAt: string;
}

/** The area is a neighbourhood: 360Giving's code list locationScope, 'Local area'. */
const localArea = 'GLS060';
/** 360Giving's code list regrantType, 'Fiscal sponsor': a parent group makes the payments for the smaller one. */
const fiscalSponsor = 'FRG050';

/**
 * `grants/360giving.json`: the promises to groups and people as 360Giving 1.4. People appear by code lists alone; their id is
 * made from the grant's, so that nobody can see that two grants went to one person. Null for no grants: the standard has no empty package.
 */
export function grantsJson(place: PlaceRecord, grants: readonly GrantRecord[], about: GrantPackage): string | null {
  if (grants.length === 0) return null;
  const document = {
    version: '1.4',
    title: `Grants made in ${place.name}`,
    description: `Grants that people in ${place.name} decided on.`,
    issued: about.issuedAt,
    publisher: { identifier: about.publisher.identifier, name: about.publisher.name, website: about.publisher.website },
    license: 'https://creativecommons.org/licenses/by/4.0/',
    grants: grants.map((grant) => grantInJson(place, grant, about.prefix)),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function grantInJson(place: PlaceRecord, grant: GrantRecord, prefix: string) {
  const id = `${prefix}-${grant.projectId}`;
  return {
    id,
    title: grant.title,
    description: grant.description,
    currency: 'GBP',
    amountAwarded: pounds(grant.amountAwardedPence),
    amountDisbursed: pounds(sumPence(grant.paid.map((movement) => movement.amountPence))),
    awardDate: grant.awardedOn,
    ...plannedDates(grant),
    ...recipient(grant, id),
    fundingOrganization: [{ id: grant.funder.identifier, name: grant.funder.name }],
    grantProgramme: [{ code: grant.programme.code, title: grant.programme.title }],
    classifications: [{ vocabulary: 'Pursestrings themes', code: grant.theme.code, title: grant.theme.title }],
    beneficiaryLocation: [location(place)],
    locationScope: localArea,
    ...(grant.heldByParent ? { regrantType: fiscalSponsor } : {}),
    commitmentTransaction: grant.promised.map((movement) => transaction(movement, id)),
    disbursementTransaction: grant.paid.map((movement) => transaction(movement, id)),
    dataSource: place.url,
    dateModified: grant.modifiedAt,
  };
}

function recipient(grant: GrantRecord, id: string) {
  if (grant.recipient.kind === 'organisation') {
    const { identifier, name, registration } = grant.recipient.organisation;
    const charity = identifier.startsWith('GB-CHC-') && registration !== null ? { charityNumber: registration } : {};
    return { recipientOrganization: [{ id: identifier, name, ...charity }] };
  }
  return {
    recipientIndividual: { id: `${id}-person`, name: 'An individual' },
    toIndividualsDetails: { primaryGrantReason: grant.recipient.primaryReason, grantPurpose: [grant.recipient.purpose] },
  };
}

function plannedDates(grant: GrantRecord) {
  if (grant.plannedFrom === null) return {};
  return { plannedDates: [{ startDate: grant.plannedFrom, ...(grant.plannedTo === null ? {} : { endDate: grant.plannedTo }) }] };
}

function location(place: PlaceRecord) {
  const code = place.areaCode === null ? {} : { geoCode: place.areaCode, geoCodeType: place.areaCode.slice(0, 3) };
  return { name: place.name, countryCode: 'GB', ...code };
}

function transaction(movement: MovementRecord, id: string) {
  return { id: `${id}-${movement.ledgerSeq}`, transactionDate: movement.day, currency: 'GBP', value: pounds(movement.amountPence) };
}

/** The standard wants pounds as a JSON number: the decimal text read once, nothing calculated with it. */
function pounds(amount: Pence): number {
  return Number(decimalPounds(amount));
}
