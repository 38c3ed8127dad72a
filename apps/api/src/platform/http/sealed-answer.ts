import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/**
 * Locks what a form was answered, so that it can be kept for its repetition and read by nobody else: an answer may hold a
 * voting code or a name. The key follows from a secret that is not in the database and from the form's own id.
 */
export class AnswerSeal {
  private readonly key: Buffer;

  constructor(secret: Buffer, formId: string) {
    this.key = createHmac('sha256', secret).update(`answer/1\n${formId.toLowerCase()}`).digest();
  }

  /** The locked text: nonce, AES-256-GCM, tag, in base 64. */
  seal(text: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
  }

  /** Opens what `seal` locked. Throws when it was changed, or belongs to another form. */
  open(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
  }
}
