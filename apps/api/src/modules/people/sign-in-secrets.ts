import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Secrets } from '../../platform/files/secrets.ts';

/** Makes and checks what people sign in with. Its keys are files; a copy of the database opens nothing. */
@Injectable()
export class SignInSecrets {
  constructor(@Inject(Secrets) private readonly secrets: Secrets) {}

  /** A new link's secret: 256 random bits. */
  newLink(): string {
    return randomBytes(32).toString('base64url');
  }

  /** A new code: six random digits. */
  newCode(): string {
    return String(randomInt(1_000_000)).padStart(6, '0');
  }

  /** What is kept of a code: an HMAC under the pepper, since a million codes are soon tried. */
  hashOfCode(letterId: string, code: string): Buffer {
    return this.mac('pepper', `code/1\n${letterId}\n${code}`);
  }

  /** What is kept of an address or account while tries are counted. */
  hashOfKey(what: string, key: string): Buffer {
    return this.mac('pepper', `try/1\n${what}\n${key}`);
  }

  /**
   * The token of the session that a form begins. It follows from the form's id, so that a form sent twice (an impatient
   * tap, a lost answer) ends in the same session, and nobody without the key can work it out.
   */
  sessionTokenOf(formId: string): string {
    return this.mac('session-token', `session/1\n${formId.toLowerCase()}`).toString('base64url');
  }

  /** Locks a second factor's secret for keeping: AES-256-GCM, bound to its account. */
  seal(secret: Buffer, accountId: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.secrets.get('second-factor'), nonce).setAAD(Buffer.from(accountId));
    return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  }

  /** Opens what `seal` locked. Throws when it was changed, or belongs to another account. */
  open(sealed: Buffer, accountId: string): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.secrets.get('second-factor'), sealed.subarray(0, 12)).setAAD(
      Buffer.from(accountId),
    );
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  }

  private mac(key: string, text: string): Buffer {
    return createHmac('sha256', this.secrets.get(key)).update(text).digest();
  }
}

/** What is stored of a session's or link's token: its SHA-256, so that a copy of the database opens nothing. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Whether two hashes are equal, in a time that tells nothing of where they differ. */
export function sameHash(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
