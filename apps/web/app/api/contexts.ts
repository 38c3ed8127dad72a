import { createContext } from 'react-router';

/** A request to the API, as `call` makes it. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query, as in '/api/v1/places/kettlewick'. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text, or null for none. */
  readonly body: string | null;
  /** The address that the person's request came from, for the API's limits and its log. */
  readonly clientAddress: string;
}

/** The API's reply. Names of headers are in lower case; `set-cookie` may hold several. */
export interface ApiReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** The one way to the API: by injection in the same process, or by fetch where it runs elsewhere. */
export type AskApi = (request: ApiRequest) => Promise<ApiReply>;

export const apiContext = createContext<AskApi>();
/** Stands in each `<style>` and `<script>` of the page. */
export const nonceContext = createContext<string>('');
export const clientAddressContext = createContext<string>('');
/** Cookies that the API set while the page was made; `server/handle.ts` puts them on the reply. */
export const cookiesContext = createContext<string[]>();
