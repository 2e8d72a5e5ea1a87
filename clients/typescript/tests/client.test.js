// Asks a running server whose address is in LIBRARY; tests/clients/test_typescript.py starts one with three handbooks.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Library, LibraryProblem } from "../client.js";

const library = new Library(process.env.LIBRARY ?? "http://localhost:8000");

/** Collect what a generator yields. */
async function every(generator) {
    const found = [];
    for await (const one of generator) {
        found.push(one);
    }
    return found;
}

/** A library that gives these answers, one after the other, and notes what it was asked. */
function answering(...answers) {
    const asked = [];
    const fetch = async (address) => {
        asked.push(String(address));
        return answers[Math.min(asked.length, answers.length) - 1].clone();
    };
    return { asked, fetch };
}

test("a list is of the language asked for, and of the one that stands for it", async () => {
    const { items } = await library.ask("list_handbooks", { language: "nb", fallback: "en", order: "title" });
    assert.deepEqual(items.map(({ title, language }) => [title, language]), [
        ["Avfall", "nb"],
        ["Roads", "en"],
        ["Water", "en"],
    ]);
});

test("an item is told with all its languages, and its text in the form asked for", async () => {
    const [{ key }] = (await library.ask("list_handbooks", { language: "nb" })).items;
    const handbook = await library.ask("get_handbook", { key, language: "nb", format: "html" });
    assert.equal(handbook.title, "Avfall");
    assert.deepEqual(handbook.translations.map(({ language }) => language).sort(), ["en", "nb"]);
    assert.equal(handbook.body?.format, "html");
});

test("a list of values is a repeated parameter", async () => {
    const two = await library.ask("list_handbooks", { language: "en", title: ["Roads", "Water"], order: "title" });
    assert.deepEqual(two.items.map(({ title }) => title), ["Roads", "Water"]);
});

test("all parts of a list are read, each item once", async () => {
    const titles = (await every(library.all("list_handbooks", { language: "en", limit: 1, order: "title" }))).map(
        ({ title }) => title,
    );
    assert.deepEqual(titles, ["Roads", "Waste", "Water"]);
    assert.equal((await every(library.parts("list_handbooks", { language: "en", limit: 2 }))).length, 2);
});

test("a whole list is a file that is read as it arrives", async () => {
    const answer = await library.file("export_handbooks_jsonl", { language: "en", order: "title" });
    const lines = (await answer.text()).trimEnd().split("\n");
    assert.deepEqual(lines.map((line) => JSON.parse(line).title), ["Roads", "Waste", "Water"]);
    const table = await library.file("export_handbooks_csv", { language: "nb" });
    assert.match(table.headers.get("Content-Disposition") ?? "", /handbooks-nb\.csv/);
    assert.match(await table.text(), /Avfall/);
});

test("changes are followed to their end, and from there on", async () => {
    const parts = await every(library.parts("list_changes", { limit: 2 }));
    assert.ok(parts.flatMap(({ items }) => items).some(({ type, language }) => type === "handbook" && language === "nb"));
    const { cursor } = parts[parts.length - 1];
    assert.deepEqual(await every(library.all("list_changes", { since: cursor })), []);
});

test("a search has marked hits and facets with counts", async () => {
    const found = await library.ask("search", { q: "waste", language: "en" });
    assert.match(found.items[0].title.html, /<mark>Waste<\/mark>/);
    const types = found.facets.find(({ name }) => name === "type")?.values;
    assert.equal(types?.find(({ value }) => value === "handbook")?.count, 1);
});

test("a problem is thrown as the library describes it, in the language asked for", async () => {
    const asked = library.ask("list_handbooks", /** @type {any} */ ({ language: "nb", tilte: "x" }));
    await assert.rejects(asked, (problem) => {
        assert.ok(problem instanceof LibraryProblem);
        assert.equal(problem.status, 422);
        assert.equal(problem.body?.errors[0].nearest, "title");
        assert.match(problem.message, /tilte/);
        return true;
    });
});

test("an item that is not there in a language is a problem that names its languages", async () => {
    const [{ key }] = (await library.ask("list_handbooks", { language: "nb" })).items;
    await assert.rejects(library.ask("get_handbook", { key, language: "pl" }), (problem) => {
        assert.deepEqual([problem.status, problem.body.languages.sort()], [404, ["en", "nb"]]);
        return true;
    });
});

test("an answer that is no problem of the library is one without a body", async () => {
    const { fetch } = answering(new Response("<h1>Bad gateway</h1>", { status: 502 }));
    await assert.rejects(new Library("https://library.example.org", { fetch }).ask("list_languages"), (problem) => {
        assert.deepEqual([problem.status, problem.body], [502, null]);
        return true;
    });
});

test("where the library says so, the client comes back later", async () => {
    const busy = new Response("{}", { status: 429, headers: { "Retry-After": "0" } });
    const { asked, fetch } = answering(busy, busy, Response.json({ items: [] }));
    await new Library("https://library.example.org", { fetch }).ask("list_languages");
    assert.equal(asked.length, 3);
});

test("nobody waits for longer than was said", async () => {
    const { asked, fetch } = answering(new Response("{}", { status: 503, headers: { "Retry-After": "61" } }));
    await assert.rejects(new Library("https://library.example.org", { fetch }).ask("list_languages"), LibraryProblem);
    assert.equal(asked.length, 1);
});

test("waiting ends with the signal", async () => {
    const ending = new AbortController();
    const { fetch } = answering(new Response("{}", { status: 429, headers: { "Retry-After": "50" } }));
    const asked = new Library("https://library.example.org", { fetch, signal: ending.signal }).ask("list_languages");
    setTimeout(() => ending.abort(), 10);
    await assert.rejects(asked, { name: "AbortError" });
});

test("the rest of a list is read where its beginning was, whatever the library is called from outside", async () => {
    const first = { items: [1], next: "https://public.example.org/api/v1/handbooks?offset=1" };
    const { asked, fetch } = answering(Response.json(first), Response.json({ items: [2], next: null }));
    const inside = new Library("http://inside.example.org:8000", { fetch });
    assert.deepEqual(await every(inside.all("list_handbooks")), [1, 2]);
    assert.deepEqual(asked[1], "http://inside.example.org:8000/api/v1/handbooks?offset=1");
});

test("what a path needs is asked for by its name, and stays one part of the path", () => {
    assert.throws(() => library.address("get_handbook", /** @type {any} */ ({})), /“key”/);
    assert.equal(library.address("get_handbook", { key: "../a?b" }).pathname, "/api/v1/handbooks/..%2Fa%3Fb");
});

test("a key has a count of its own, and one that is not accepted is told why", async () => {
    const counted = async (options) => {
        let answer;
        const noting = async (...asked) => (answer = await fetch(...asked));
        await new Library(process.env.LIBRARY, { fetch: noting, ...options }).ask("list_languages");
        return answer.headers.get("RateLimit-Policy");
    };
    assert.match(await counted({}), /^"minute";/);
    assert.equal(await counted({ key: process.env.KEY }), '"key";q=77;w=60');
    await assert.rejects(counted({ key: `${process.env.KEY}x` }), (problem) => {
        assert.equal(problem.status, 401);
        assert.deepEqual(problem.body.errors.map(({ code }) => code), ["damaged_key"]);
        assert.ok(!problem.message.includes(process.env.KEY));
        return true;
    });
});
