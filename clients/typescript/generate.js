/**
 * Make `schema.d.ts` and `operations.js` of the description of the API, read from standard input.
 * `make client` calls it; a test compares the digest that stands in both with that of the description.
 */
import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

import openapiTS, { astToString } from "openapi-typescript";

const described = await text(process.stdin);
const schema = JSON.parse(described);
const digest = createHash("sha256").update(described).digest("hex");
const head = `// Made by \`make client\` of the description of the API, ${digest}\n`;
const { version } = JSON.parse(await readFile(new URL("package.json", import.meta.url), "utf8"));

const paths = Object.entries(schema.paths)
    .map(([path, { get }]) => `    ${get.operationId}: ${JSON.stringify(path)},\n`)
    .sort();
const headers = Object.values(schema.paths)
    .flatMap(({ get }) => get.parameters)
    .filter((parameter) => parameter.in === "header")
    .map((parameter) => parameter.name);
const operations = `${head}
/** Version of this package. */
export const VERSION = ${JSON.stringify(version)};

/** The path of each operation. */
export const PATHS = {\n${paths.join("")}};

/** Parameters that are sent as headers. @type {string[]} */
export const HEADERS = ${JSON.stringify([...new Set(headers)])};\n`;

await writeFile(new URL("schema.d.ts", import.meta.url), head + astToString(await openapiTS(schema)));
await writeFile(new URL("operations.js", import.meta.url), operations);
// The compiler makes it anew of the paths; one that is there it would believe.
await rm(new URL("operations.d.ts", import.meta.url), { force: true });
