// Bundles smederijen.css and the packages that it imports into one minified file, at the path given as argument.
import { renameSync } from "node:fs";
import { build } from "esbuild";

const target = process.argv[2];
if (!target) throw new Error("Say where the style sheet must go: npm run build -- <file>");

// Written beside the target and renamed, so that another build never reads half a style sheet.
const unfinished = `${target}.${process.pid}`;
await build({
  entryPoints: ["smederijen.css"],
  outfile: unfinished,
  loader: { [`.${process.pid}`]: "css" },
  bundle: true,
  minify: true,
  legalComments: "eof",
  target: ["chrome88", "firefox85", "safari14.1"],
  logLevel: "warning",
});
renameSync(unfinished, target);
