/** '914000' as a number of pence; null for anything but plain digits with at most one minus, or beyond what is exact. */
export function readPence(text: string): number | null {
  const value = Number(text);
  return /^-?(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(value) ? value : null;
}

/** '-460.00' or '9600.5' (pounds, at most two decimals) as pence; null for anything else. */
export function readPounds(text: string): number | null {
  const match = /^(-?)(0|[1-9]\d*)(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const pence = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  if (!Number.isSafeInteger(pence)) return null;
  return match[1] === '-' ? 0 - pence : pence;
}

/** Pence in words for a finding: '£4,360.07', '−£460.00'. */
export function inPounds(pence: number): string {
  const digits = String(Math.abs(pence)).padStart(3, '0');
  const pounds = digits.slice(0, -2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${pence < 0 ? '−' : ''}£${pounds}.${digits.slice(-2)}`;
}
