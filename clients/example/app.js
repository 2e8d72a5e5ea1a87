/**
 * An example of a site on the library: static files, no framework, on an origin of its own.
 *
 * It shows handbooks, their chapters with languages and the freshness of the translation, the search with facets, and
 * drafts for who has the token of one (`?preview=…`, the preview address of a front end in the library's settings).
 * Each page is an address (`?language=nb&chapter=…`), so links, the browser's history and bookmarks work by themselves.
 */
import { Library, LibraryProblem } from "../typescript/client.js";
import { TEXTS } from "./texts.js";

/** @typedef {import("../typescript/client.js").Schemas} Schemas */
/** @typedef {Schemas["Handbook"] | Schemas["Chapter"]} Work */
/** @typedef {Schemas["Preview"]["item"]} Item */
/** @typedef {"bg" | "en" | "lv" | "nb" | "pl" | "ro"} Code */
/** @typedef {{ title: string; language?: string; content: Node[]; editions?: Map<string, string> }} Page What is shown; `editions`: its addresses here by language. */

const ADDRESS = /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=library]")).content;
const library = new Library(ADDRESS);
// What is not there in the reader's language is read in English, else as it was written: as on the library's own site.
const FALLBACK = "en,*";
const asked = new URLSearchParams(location.search);
const language = /** @type {Code} */ (languageOf(asked.get("language") ?? navigator.language));
const texts = TEXTS[language];
/** Parameters of the search that are no facets. */
const OWN = ["language", "q"];

/**
 * Return one of the library's languages for what a reader has: Norwegian is Bokmål, what there is not is English.
 * @param {string} code
 */
function languageOf(code) {
    const short = code.slice(0, 2).toLowerCase();
    const known = ["no", "nn"].includes(short) ? "nb" : short;
    return known in TEXTS ? known : "en";
}

/**
 * Make an element; text is only ever text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | undefined>} [attributes]
 * @param {(Node | string | null)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (value !== undefined) {
            made.setAttribute(name, value);
        }
    }
    made.append(...children.filter((child) => child !== null));
    return made;
}

/**
 * Make an element of HTML of the library, which is safe to be embedded.
 * @param {string} tag
 * @param {Record<string, string | undefined>} attributes
 * @param {string} html
 */
function embedded(tag, attributes, html) {
    const made = element(/** @type {"div"} */ (tag), attributes);
    made.innerHTML = html;
    return made;
}

/**
 * Return the address of a page here.
 * @param {string} code
 * @param {Record<string, string>} [further]
 */
function here(code, further = {}) {
    return `?${new URLSearchParams({ language: code, ...further })}`;
}

/**
 * Return the attribute of a text in a language, where it is another than that of the page.
 * @param {string} code
 */
function inLanguage(code) {
    return code === language ? {} : { lang: code };
}

/** @param {string} day */
function written(day) {
    return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}

/** @param {string} code */
function nameOf(code) {
    const name = new Intl.DisplayNames([language], { type: "language" }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** @returns {Promise<Page>} */
async function handbooks() {
    const list = element("ul", { class: "works" });
    for await (const handbook of library.all("list_handbooks", { language, fallback: FALLBACK, limit: 100 })) {
        const { key, title, summary, year } = handbook;
        const told = [year, handbook.language === language ? null : nameOf(handbook.language)].filter((one) => one !== null);
        list.append(
            element(
                "li",
                {},
                element("h2", inLanguage(handbook.language), element("a", { href: here(language, { handbook: key }) }, title)),
                told.length ? element("p", { class: "about" }, told.join(" · ")) : null,
                summary ? element("p", inLanguage(handbook.language), summary) : null,
            ),
        );
    }
    const content = list.children.length ? list : element("p", {}, texts.nothing);
    return { title: texts.handbooks, content: [content], editions: everywhere({}) };
}

/**
 * @param {string} key
 * @returns {Promise<Page>}
 */
async function handbook(key) {
    const told = await library.ask("get_handbook", { key, language, fallback: FALLBACK, format: "html" });
    return {
        title: told.title,
        language: told.language,
        content: [facts(told, "handbook"), summary(told), ...contents(told), text(told)].filter((one) => one !== null),
        editions: everywhere({ handbook: key }),
    };
}

/** @param {Item} told */
function summary(told) {
    return told.summary ? element("p", { class: "text", ...inLanguage(told.language) }, told.summary) : null;
}

/** @param {Schemas["Handbook"]} told */
function contents(told) {
    const chapters = told.chapters.map((chapter) =>
        element(
            "li",
            {},
            element("a", { href: here(language, { chapter: chapter.key }), ...inLanguage(chapter.language) }, chapter.title),
            chapter.language === language ? null : ` (${nameOf(chapter.language)})`,
        ),
    );
    return chapters.length ? [element("h2", {}, texts.contents), element("ol", {}, ...chapters)] : [];
}

/**
 * Show a draft to who has its token, and say that it is one. Nothing of it is kept, here or on the way.
 * @param {string} token
 * @returns {Promise<Page>}
 */
async function preview(token) {
    document.head.append(element("meta", { name: "robots", content: "noindex" }));
    const { item, expires_at } = await library.ask("get_preview", { "Preview-Token": token, format: "html" });
    const until = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(new Date(expires_at));
    const isShownHere = item.type === "handbook" || item.type === "chapter";
    return {
        title: item.title,
        language: item.language,
        content: [
            element("p", { class: "preview" }, element("strong", {}, texts.preview), ` ${texts.until} `, element("time", { datetime: expires_at }, until)),
            isShownHere ? facts(item, item.type) : null,
            summary(item),
            ...(item.type === "handbook" ? contents(item) : []),
            text(item),
        ].filter((one) => one !== null),
    };
}

/**
 * @param {string} key
 * @returns {Promise<Page>}
 */
async function chapter(key) {
    const told = await library.ask("get_chapter", { key, language, fallback: FALLBACK, format: "html" });
    const served = /** @type {Code} */ (told.language);
    const whole = told.handbook
        ? await library.ask("get_handbook", { key: told.handbook.key, language: served, fallback: FALLBACK, fields: "chapters" })
        : null;
    const number = whole?.chapters.findIndex((one) => one.key === key) ?? -1;
    const [before, after] = number < 0 ? [] : [whole?.chapters[number - 1], whole?.chapters[number + 1]];
    /** @type {(one: Schemas["ChapterReference"] | undefined, label: string) => Node | null} */
    const way = (one, label) =>
        one
            ? element(
                  "a",
                  { href: here(language, { chapter: one.key }) },
                  `${label}: `,
                  element("span", inLanguage(one.language), one.title),
              )
            : null;
    return {
        title: told.title,
        language: told.language,
        content: [
            told.handbook
                ? element(
                      "p",
                      { class: "about" },
                      element(
                          "a",
                          { href: here(language, { handbook: told.handbook.key }), ...inLanguage(told.handbook.language) },
                          told.handbook.title,
                      ),
                  )
                : null,
            facts(told, "chapter"),
            text(told),
            before || after
                ? element("nav", { class: "ways", "aria-label": texts.contents }, way(before, texts.previous), way(after, texts.next))
                : null,
        ].filter((one) => one !== null),
        editions: everywhere({ chapter: key }),
    };
}

/**
 * Return what a reader is to know of the text: its language, who wrote it, whether it is up to date.
 * @param {Work} told
 * @param {"handbook" | "chapter"} kind
 */
function facts(told, kind) {
    const list = element("dl", { class: "facts" });
    /** @type {(name: string, ...value: (Node | string)[]) => void} */
    const add = (name, ...value) => list.append(element("dt", {}, name), element("dd", {}, ...value));
    const elsewhere = told.language === language ? [] : [" — ", texts.elsewhere];
    add(texts.language, nameOf(told.language), ...elsewhere);
    if (told.language !== told.original_language) {
        if (told.origin) {
            add(texts.translation, ORIGINS[language]?.[told.origin] ?? told.origin);
        }
        const original = told.translations.find((one) => one.language === told.original_language);
        const name = nameOf(told.original_language);
        const href = here(told.original_language, { [kind]: told.key });
        add(texts.original, original ? element("a", { href, hreflang: told.original_language }, name) : name);
    }
    if (told.source_changed_on) {
        add(texts.changed, element("strong", {}, written(told.source_changed_on)));
    }
    if (told.reviewed_on) {
        add(texts.reviewed, element("time", { datetime: told.reviewed_on }, written(told.reviewed_on)));
    }
    if (told.pdf_address) {
        add("PDF", element("a", { href: told.pdf_address, hreflang: told.language }, texts.pdf));
    }
    return list;
}

/** Who wrote a translation. @type {Record<string, Record<string, string>>} */
const ORIGINS = {
    bg: { human: "превод от човек", reviewed: "машинен превод, прегледан", machine: "машинен превод", adapted: "адаптирано издание" },
    en: { human: "human translation", reviewed: "machine translation, reviewed", machine: "machine translation", adapted: "adapted edition" },
    lv: { human: "cilvēka tulkojums", reviewed: "mašīntulkojums, pārbaudīts", machine: "mašīntulkojums", adapted: "adaptēts izdevums" },
    nb: { human: "menneskelig oversettelse", reviewed: "maskinoversettelse, kontrollert", machine: "maskinoversettelse", adapted: "tilpasset utgave" },
    pl: { human: "przekład człowieka", reviewed: "przekład maszynowy, sprawdzony", machine: "przekład maszynowy", adapted: "wydanie zaadaptowane" },
    ro: { human: "traducere umană", reviewed: "traducere automată, revizuită", machine: "traducere automată", adapted: "ediție adaptată" },
};

/** @param {Item} told */
function text(told) {
    const made = embedded("div", { class: "text", ...inLanguage(told.language) }, told.body?.html ?? "");
    for (const table of made.querySelectorAll("table")) {
        // A wide table scrolls by itself, with the keyboard too.
        const frame = element("div", { class: "wide", tabindex: "0", role: "group", "aria-label": table.caption?.textContent ?? told.title });
        table.replaceWith(frame);
        frame.append(table);
    }
    return made;
}

/** @returns {Promise<Page>} */
async function search() {
    const q = asked.get("q") ?? "";
    const chosen = [...asked.keys()].filter((name) => !OWN.includes(name));
    const facets = Object.fromEntries(chosen.map((name) => [name, asked.getAll(name)]));
    const found = await library.ask("search", { ...facets, q, language, results_language: language });
    const hits = found.items.map((hit) =>
        element(
            "li",
            {},
            element("h2", {}, wayTo(hit, embedded("span", {}, hit.title.html))),
            element("p", { class: "about" }, [...hit.about.map(({ text }) => text), hit.part_of].filter(Boolean).join(" · ")),
            embedded("p", {}, hit.excerpt.html),
        ),
    );
    const others = found.in_other_languages.map(({ item }) =>
        element(
            "li",
            {},
            element("h2", inLanguage(item.language), wayTo(item, embedded("span", {}, item.title.html))),
            element("p", { class: "about" }, nameOf(item.language)),
        ),
    );
    const listed = element(
        "div",
        {},
        element("p", { role: "status" }, found.count ? `${texts.results}: ${found.count}` : texts.nothing),
        element("ul", { class: "hits" }, ...hits, ...others),
    );
    const further = Object.fromEntries([...asked].filter(([name]) => name !== "language"));
    return {
        title: q ? `${texts.search}: ${q}` : texts.search,
        content: [element("div", { class: "found" }, narrowing(found, q), listed)],
        editions: everywhere(further),
    };
}

/**
 * A link to an item that was found; `at` is shown here where it is a handbook or chapter, else at the library.
 * @param {Schemas["Hit"]} hit
 * @param {Node} title
 */
function wayTo(hit, title) {
    return element("a", { href: here(language, { at: hit.address }), ...inLanguage(hit.language) }, title);
}

/**
 * @param {Schemas["SearchResults"]} found
 * @param {string} q
 */
function narrowing(found, q) {
    const shown = found.facets.filter((facet) => facet.values.length && facet.name !== "language");
    if (!shown.length) {
        return null;
    }
    const form = element("form", { class: "facets", "aria-label": texts.narrow });
    form.append(
        element("input", { type: "hidden", name: "language", value: language }),
        element("input", { type: "hidden", name: "q", value: q }),
    );
    for (const { name, title, values } of shown) {
        const choices = values.map(({ value, label, count, is_chosen }) => {
            const box = element("input", { type: "checkbox", name, value, checked: is_chosen ? "" : undefined });
            const said = element("span", label.language ? inLanguage(label.language) : {}, label.text);
            return element("li", {}, element("label", {}, box, " ", said, ` (${count})`));
        });
        form.append(element("fieldset", {}, element("legend", {}, title), element("ul", {}, ...choices)));
    }
    form.append(element("button", {}, texts.show));
    return form;
}

/**
 * Show an item by its address at the library; go there where it is of a type that this site has no page for.
 * @param {string} address
 * @returns {Promise<Page>}
 */
async function resolved(address) {
    const { item } = await library.ask("resolve_address", { path: new URL(address, ADDRESS).pathname });
    if (item?.type === "chapter" || item?.type === "handbook") {
        location.replace(here(language, { [item.type]: item.key }));
    } else if (item) {
        location.replace(item.address);
    }
    return { title: texts.nothing, content: [] };
}

/**
 * Return the addresses of a page here in all languages.
 * @param {Record<string, string>} further
 */
function everywhere(further) {
    return new Map(Object.keys(TEXTS).map((code) => [code, here(code, further)]));
}

/** @returns {Promise<Page>} */
function page() {
    const [at, key, part] = ["at", "handbook", "chapter"].map((name) => asked.get(name));
    const token = asked.get("preview");
    if (token) {
        return preview(token);
    }
    if (asked.has("q")) {
        return search();
    }
    if (at) {
        return resolved(at);
    }
    return part ? chapter(part) : key ? handbook(key) : handbooks();
}

/** Put the words of the frame into the language of the reader. */
function frame() {
    document.documentElement.lang = language;
    for (const [selector, said] of [[".skip", texts.skip], [".name", texts.handbooks], ["#search label", texts.search], ["#search button", texts.search]]) {
        /** @type {Element} */ (document.querySelector(/** @type {string} */ (selector))).textContent = said ?? "";
    }
    const name = /** @type {HTMLAnchorElement} */ (document.querySelector(".name"));
    name.href = here(language);
    const form = /** @type {HTMLFormElement} */ (document.querySelector("#search"));
    /** @type {HTMLInputElement} */ (form.elements.namedItem("language")).value = language;
    /** @type {HTMLInputElement} */ (form.elements.namedItem("q")).value = asked.get("q") ?? "";
}

/** @param {Map<string, string>} editions */
function languages(editions) {
    const links = [...editions].map(([code, href]) =>
        element(
            "li",
            {},
            element(
                "a",
                { href, lang: code, hreflang: code, "aria-current": code === language ? "page" : undefined },
                new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code,
            ),
        ),
    );
    const nav = /** @type {HTMLElement} */ (document.querySelector("#languages"));
    nav.setAttribute("aria-label", texts.languages);
    nav.replaceChildren(element("ul", {}, ...links));
}

/** @param {unknown} error */
function failure(error) {
    const said = error instanceof LibraryProblem && error.body ? error.message : texts.failed;
    return { title: said, content: [] };
}

/**
 * Keep the place to which somebody has scrolled: in the editor's preview each change of the draft is a new page. The library, whose
 * frame this is in, keeps it.
 */
function keepPlace() {
    const { origin } = new URL(ADDRESS);
    /** @param {{ type: string; x?: number; y?: number }} said */
    const say = (said) => parent.postMessage({ wagtail: said }, origin);
    addEventListener("message", ({ source, origin: from, data }) => {
        if (source === parent && from === origin && data?.wagtail?.type === "w-preview:set-scroll-position") {
            scrollTo({ left: data.wagtail.x, top: data.wagtail.y, behavior: "instant" });
        }
    });
    addEventListener("scroll", () => say({ type: "w-preview:set-scroll-position", x: scrollX, y: scrollY }), { passive: true });
    say({ type: "w-preview:request-scroll" });
}

async function show() {
    frame();
    languages(everywhere(Object.fromEntries([...asked].filter(([name]) => name !== "language"))));
    const main = /** @type {HTMLElement} */ (document.querySelector("main"));
    /** @type {Page} */
    const shown = await page().catch(failure);
    document.title = `${shown.title} – ${texts.handbooks}`;
    main.replaceChildren(element("h1", shown.language ? inLanguage(shown.language) : {}, shown.title), ...shown.content);
    main.setAttribute("aria-busy", "false");
    // The address of a place in the text is known only now that the text is there.
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    if (asked.has("preview") && parent !== window) {
        keepPlace();
    }
}

show();
