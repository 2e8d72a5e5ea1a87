/**
 * A client of the Vademecum content API: one class, no dependencies, for browsers and Node.
 *
 *     const library = new Library("https://library.example.org");
 *     const { items } = await library.ask("list_handbooks", { language: "nb", fallback: "en,*" });
 *     for await (const change of library.all("list_changes", { since })) …
 *
 * What each operation takes and gives is made from the description of the API: see `schema.d.ts`.
 */
import { HEADERS, PATHS } from "./operations.js";

/** @typedef {import("./schema.d.ts").operations} Operations What can be asked for. */
/** @typedef {import("./schema.d.ts").components["schemas"]} Schemas What answers are made of. */
/** @typedef {keyof Operations & keyof typeof PATHS} Name The name of an operation. */
/** @typedef {string | number | boolean} Value */
/**
 * The parameters of an operation, those of its path and those that are sent as headers among them.
 * @template {Name} N
 * @typedef {Of<Operations[N]["parameters"], "query"> & Of<Operations[N]["parameters"], "path"> & Of<Operations[N]["parameters"], "header">} Parameters
 */
/**
 * A part of what an operation takes.
 * @template T
 * @template {string} Part
 * @typedef {T extends { [P in Part]?: infer Told } ? ([NonNullable<Told>] extends [never] ? {} : NonNullable<Told>) : {}} Of
 */
/** @typedef {{ [N in Name]: Operations[N]["responses"][200]["content"] extends { "application/json": unknown } ? never : N }[Name]} File An operation that gives a file. */
/** @typedef {Exclude<Name, File>} Question An operation that is answered in JSON. */
/**
 * The answer of an operation.
 * @template {Question} N
 * @typedef {Operations[N]["responses"][200]["content"]["application/json"]} Answer
 */
/**
 * The parameters as an argument, which may be left out where none is required.
 * @template {Name} N
 * @typedef {{} extends Parameters<N> ? [parameters?: Parameters<N>] : [parameters: Parameters<N>]} Asked
 */
/** @typedef {{ [N in Question]: Answer<N> extends { items: unknown[]; next: string | null } ? N : never }[Question]} Listing An operation whose answer is a part of a list. */
/**
 * What an operation lists.
 * @template {Listing} N
 * @typedef {Answer<N>["items"][number]} ItemOf
 */
/**
 * @typedef {object} Options
 * @property {typeof globalThis.fetch} [fetch] What sends requests.
 * @property {string} [key] A key of the library, for more requests; not needed to read. Whoever loads a page can read a key in it.
 * @property {number} [patience] For how many seconds, at most, to wait where the library asks to come back later.
 * @property {AbortSignal} [signal] What ends waiting and asking.
 */

const TOO_MANY_REQUESTS = 429;
const UNAVAILABLE = 503;
const MOST_TRIES = 5;

/** Why there is no answer, in the language asked for; `body` is the problem as RFC 9457 describes it. */
export class LibraryProblem extends Error {
    name = "LibraryProblem";

    /**
     * @param {number} status
     * @param {Schemas["Problem"] | null} body null where something else than the library answered
     * @param {string} address what was asked for
     */
    constructor(status, body, address) {
        const faults = (body?.errors ?? []).map((fault) => fault.detail);
        super(body ? [body.detail, ...faults].join(" ") : `${status} without a problem that the library describes`);
        this.status = status;
        this.body = body;
        this.address = address;
    }
}

export class Library {
    #root;
    #fetch;
    /** @type {Record<string, string>} */
    #headers;
    #patience;
    #signal;

    /**
     * @param {string | URL} site the address of the site, as "https://library.example.org"
     * @param {Options} [options]
     */
    constructor(site, { fetch = globalThis.fetch.bind(globalThis), key, patience = 60, signal } = {}) {
        this.#root = new URL(site);
        this.#fetch = fetch;
        this.#headers = key ? { Authorization: `Bearer ${key}` } : {};
        this.#patience = patience;
        this.#signal = signal;
    }

    /**
     * Return the address of an operation with its parameters; a list of values is sent as a repeated parameter. What is
     * sent as a header is not in it.
     * @template {Name} N
     * @param {N} name
     * @param {Asked<N>} asked
     * @returns {URL}
     */
    address(name, ...asked) {
        const left = /** @type {Record<string, Value | Value[] | null | undefined>} */ ({ ...asked[0] });
        const path = PATHS[name].replace(/\{(\w+)\}/g, (_whole, part) => {
            const value = left[part];
            delete left[part];
            if (typeof value !== "string" || !value) {
                throw new TypeError(`${name} needs the parameter “${part}”`);
            }
            return encodeURIComponent(value);
        });
        const address = new URL(path, this.#root);
        for (const [parameter, value] of Object.entries(left).filter(([parameter]) => !HEADERS.includes(parameter))) {
            for (const one of Array.isArray(value) ? value : [value]) {
                if (one !== undefined && one !== null) {
                    address.searchParams.append(parameter, String(one));
                }
            }
        }
        return address;
    }

    /**
     * Return the answer of an operation.
     * @template {Question} N
     * @param {N} name
     * @param {Asked<N>} asked
     * @returns {Promise<Answer<N>>}
     * @throws {LibraryProblem} where there is no answer
     */
    async ask(name, ...asked) {
        const sent = Object.entries(asked[0] ?? {}).filter(([parameter]) => HEADERS.includes(parameter));
        return /** @type {Answer<N>} */ (await this.#read(this.address(name, ...asked), Object.fromEntries(sent)));
    }

    /**
     * Return the answer of an operation that gives a file, to be read as it arrives.
     * @template {File} N
     * @param {N} name
     * @param {Asked<N>} asked
     * @returns {Promise<Response>}
     * @throws {LibraryProblem} where there is no answer
     */
    async file(name, ...asked) {
        return this.#answer(this.address(name, ...asked), "*/*");
    }

    /**
     * Yield what an operation lists, part after part.
     * @template {Listing} N
     * @param {N} name
     * @param {Asked<N>} asked
     * @returns {AsyncGenerator<ItemOf<N>, void, void>}
     * @throws {LibraryProblem} where there is no answer
     */
    async *all(name, ...asked) {
        for await (const part of this.parts(name, ...asked)) {
            yield* /** @type {ItemOf<N>[]} */ (part.items);
        }
    }

    /**
     * Yield the parts of a list; that of `list_changes` has the `cursor` to be kept.
     * @template {Listing} N
     * @param {N} name
     * @param {Asked<N>} asked
     * @returns {AsyncGenerator<Answer<N>, void, void>}
     * @throws {LibraryProblem} where there is no answer
     */
    async *parts(name, ...asked) {
        /** @type {URL | null} */
        let address = this.address(name, ...asked);
        while (address) {
            const part = /** @type {Answer<N> & { next: string | null }} */ (await this.#read(address));
            yield part;
            // From where it was asked first, whatever the library is called from outside.
            address = part.next ? new URL(new URL(part.next).search, address) : null;
        }
    }

    /**
     * @param {URL} address
     * @param {Record<string, string>} [sent] headers
     * @returns {Promise<unknown>}
     */
    async #read(address, sent = {}) {
        return (await this.#answer(address, "application/json, application/problem+json", sent)).json();
    }

    /**
     * @param {URL} address
     * @param {string} accept
     * @param {Record<string, string>} [sent] headers
     * @returns {Promise<Response>}
     */
    async #answer(address, accept, sent = {}) {
        let left = this.#patience;
        for (let tries = 1; ; tries += 1) {
            const headers = { ...this.#headers, Accept: accept, ...sent };
            const answer = await this.#fetch(address, { headers, signal: this.#signal });
            if (answer.ok) {
                return answer;
            }
            const wait = Number(answer.headers.get("Retry-After") ?? NaN);
            const isLater = [TOO_MANY_REQUESTS, UNAVAILABLE].includes(answer.status) && wait <= left;
            if (!isLater || tries === MOST_TRIES) {
                throw new LibraryProblem(answer.status, await problemOf(answer), address.href);
            }
            left -= wait;
            await answer.arrayBuffer(); // so that the connection can be used again
            await later(wait, this.#signal);
        }
    }
}

/**
 * @param {Response} answer
 * @returns {Promise<Schemas["Problem"] | null>}
 */
async function problemOf(answer) {
    const isProblem = answer.headers.get("Content-Type")?.startsWith("application/problem+json");
    return isProblem ? answer.json() : null;
}

/**
 * Wait some seconds.
 * @param {number} seconds
 * @param {AbortSignal} [signal]
 * @returns {Promise<void>}
 */
function later(seconds, signal) {
    return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const timer = setTimeout(done, seconds * 1000);
        function done() {
            clearTimeout(timer);
            signal?.removeEventListener("abort", done);
            signal?.aborted ? reject(signal.reason) : resolve();
        }
        signal?.addEventListener("abort", done);
    });
}
