// One file out of page, style and script; the same sources give the same bytes: `node build.mjs [OUT]`.
// `node build.mjs --probe OUT` makes the modules a program for the tests; `--calls [OUT]` the script by which the desk's call log seals.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { build } from "esbuild";

const here = (name) => new URL(name, import.meta.url).pathname;
const [first, second] = process.argv.slice(2);
const OUT = first ?? here("../src/sosik/intake/composer.html");
const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const hash = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

// The Korean list lies in single letters in the library, three times as long as in syllables; the page takes it apart again.
const syllables = {
  name: "syllables",
  setup: (building) =>
    building.onLoad({ filter: /wordlists\/korean\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").normalize("NFC"),
    })),
};

if (first === "--probe") {
  const outfile = second;
  await build({ plugins: [syllables], entryPoints: [here("probe.ts")], bundle: true, platform: "node", format: "esm", outfile });
  process.exit(0);
}

const program = {
  plugins: [syllables],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
};

if (first === "--calls") {
  await build({ ...program, entryPoints: [here("src/calls.ts")], outfile: second ?? here("../src/sosik/desk/static/desk/calls.js") });
  process.exit(0);
}

const bundled = await build({ ...program, entryPoints: [here("src/main.ts")], write: false });
const script = bundled.outputFiles[0].text.replaceAll("</script", "<\\/script").trim();
const style = read("style.css").replace(/\s*\n\s*/g, "").trim();
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)}`,
  `style-src ${hash(style)}`,
  "img-src blob: data:",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");

const page = Object.entries({ policy, style, script }).reduce(
  (text, [name, value]) => text.replace(`{{${name}}}`, () => value),
  read("page.html").replace(/\n\s+</g, "\n<"),
);
mkdirSync(dirname(OUT), { recursive: true });
writeFileSync(OUT, page);
console.log(`${OUT}: ${Buffer.byteLength(page)} bytes`);
