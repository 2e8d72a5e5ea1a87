// What the compiler knows of the client; nothing here is run. `make client` compiles it.
import { Library, type ItemOf, type Schemas } from "../client.js";

const library = new Library("https://library.example.org");

export async function whatIsAsked(): Promise<void> {
    await library.ask("list_languages");
    await library.ask("list_handbooks", { language: "nb", fallback: "en,*", country: ["no", "bg"], limit: 5 });
    await library.ask("get_chapter", { key: "5b0d6c0e-8a4b-4f5e-9d53-0c4f6e1f7a10", format: "html" });
    // @ts-expect-error an operation that there is not
    await library.ask("list_books");
    // @ts-expect-error a parameter that is misspelt
    await library.ask("list_handbooks", { langauge: "nb" });
    // @ts-expect-error a language that there is not
    await library.ask("list_handbooks", { language: "fr" });
    // @ts-expect-error without the key of the item
    await library.ask("get_chapter");
    // @ts-expect-error without the address that is to be resolved
    await library.ask("resolve_address");
    await library.file("export_handbooks_csv", { language: "*", country: ["no"] });
    // @ts-expect-error a whole list has no part
    await library.file("export_handbooks_csv", { limit: 5 });
    // @ts-expect-error a file is no answer in JSON
    await library.ask("export_handbooks_csv");
    // @ts-expect-error an answer in JSON is no file
    await library.file("list_handbooks");
    // @ts-expect-error one item is no list
    library.all("get_chapter", { key: "5b0d6c0e-8a4b-4f5e-9d53-0c4f6e1f7a10" });
}

export async function whatIsAnswered(): Promise<void> {
    const chapter: Schemas["Chapter"] = await library.ask("get_chapter", { key: "5b0d6c0e" });
    chapter.translations.map((one): string | null => one.source_changed_on);
    // @ts-expect-error not every chapter has a summary
    chapter.summary.length;
    for (const block of chapter.body?.blocks ?? []) {
        if (block.type === "table") {
            block.columns.length;
        } else {
            // @ts-expect-error only a table has columns
            block.columns;
        }
    }
    for await (const change of library.all("list_changes", { since: undefined })) {
        const told: ItemOf<"list_changes"> = change;
        const event: "deleted" | string = told.event;
        event.length;
        // @ts-expect-error of what is no longer public there is no address
        change.address.length;
    }
}
