/** Why there is no answer, in the language asked for; `body` is the problem as RFC 9457 describes it. */
export class LibraryProblem extends Error {
    /**
     * @param {number} status
     * @param {Schemas["Problem"] | null} body null where something else than the library answered
     * @param {string} address what was asked for
     */
    constructor(status: number, body: Schemas["Problem"] | null, address: string);
    status: number;
    body: {
        begin: string | null;
        detail: string;
        errors: import("./schema.d.ts").components["schemas"]["Fault"][];
        instance: string;
        languages: string[];
        nearest: string | null;
        reference: string | null;
        status: number;
        title: string;
        type: string;
    } | null;
    address: string;
}
export class Library {
    /**
     * @param {string | URL} site the address of the site, as "https://library.example.org"
     * @param {Options} [options]
     */
    constructor(site: string | URL, { fetch, key, patience, signal }?: Options);
    /**
     * Return the address of an operation with its parameters; a list of values is sent as a repeated parameter. What is
     * sent as a header is not in it.
     * @template {Name} N
     * @param {N} name
     * @param {Asked<N>} asked
     * @returns {URL}
     */
    address<N extends Name>(name: N, ...asked: Asked<N>): URL;
    /**
     * Return the answer of an operation.
     * @template {Question} N
     * @param {N} name
     * @param {Asked<N>} asked
     * @returns {Promise<Answer<N>>}
     * @throws {LibraryProblem} where there is no answer
     */
    ask<N extends Question>(name: N, ...asked: Asked<N>): Promise<Answer<N>>;
    /**
     * Return the answer of an operation that gives a file, to be read as it arrives.
     * @template {File} N
     * @param {N} name
     * @param {Asked<N>} asked
     * @returns {Promise<Response>}
     * @throws {LibraryProblem} where there is no answer
     */
    file<N extends File>(name: N, ...asked: Asked<N>): Promise<Response>;
    /**
     * Yield what an operation lists, part after part.
     * @template {Listing} N
     * @param {N} name
     * @param {Asked<N>} asked
     * @returns {AsyncGenerator<ItemOf<N>, void, void>}
     * @throws {LibraryProblem} where there is no answer
     */
    all<N extends Listing>(name: N, ...asked: Asked<N>): AsyncGenerator<ItemOf<N>, void, void>;
    /**
     * Yield the parts of a list; that of `list_changes` has the `cursor` to be kept.
     * @template {Listing} N
     * @param {N} name
     * @param {Asked<N>} asked
     * @returns {AsyncGenerator<Answer<N>, void, void>}
     * @throws {LibraryProblem} where there is no answer
     */
    parts<N extends Listing>(name: N, ...asked: Asked<N>): AsyncGenerator<Answer<N>, void, void>;
    #private;
}
/**
 * What can be asked for.
 */
export type Operations = import("./schema.d.ts").operations;
/**
 * What answers are made of.
 */
export type Schemas = import("./schema.d.ts").components["schemas"];
/**
 * The name of an operation.
 */
export type Name = keyof Operations & keyof typeof PATHS;
export type Value = string | number | boolean;
/**
 * The parameters of an operation, those of its path and those that are sent as headers among them.
 */
export type Parameters<N extends Name> = Of<Operations[N]["parameters"], "query"> & Of<Operations[N]["parameters"], "path"> & Of<Operations[N]["parameters"], "header">;
/**
 * A part of what an operation takes.
 */
export type Of<T, Part extends string> = T extends { [P in Part]?: infer Told; } ? ([NonNullable<Told>] extends [never] ? {} : NonNullable<Told>) : {};
/**
 * An operation that gives a file.
 */
export type File = { [N in Name]: Operations[N]["responses"][200]["content"] extends {
    "application/json": unknown;
} ? never : N; }[Name];
/**
 * An operation that is answered in JSON.
 */
export type Question = Exclude<Name, File>;
/**
 * The answer of an operation.
 */
export type Answer<N extends Question> = Operations[N]["responses"][200]["content"]["application/json"];
/**
 * The parameters as an argument, which may be left out where none is required.
 */
export type Asked<N extends Name> = {} extends Parameters<N> ? [parameters?: Parameters<N>] : [parameters: Parameters<N>];
/**
 * An operation whose answer is a part of a list.
 */
export type Listing = { [N in Question]: Answer<N> extends {
    items: unknown[];
    next: string | null;
} ? N : never; }[Question];
/**
 * What an operation lists.
 */
export type ItemOf<N extends Listing> = Answer<N>["items"][number];
export type Options = {
    /**
     * What sends requests.
     */
    fetch?: typeof fetch | undefined;
    /**
     * A key of the library, for more requests; not needed to read. Whoever loads a page can read a key in it.
     */
    key?: string | undefined;
    /**
     * For how many seconds, at most, to wait where the library asks to come back later.
     */
    patience?: number | undefined;
    /**
     * What ends waiting and asking.
     */
    signal?: AbortSignal | undefined;
};
import { PATHS } from "./operations.js";
