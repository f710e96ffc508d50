// Reads requests, one JSON object a line, and answers each with one line:
//   {"kind": "code", "text": "…", "language": "python"}  →  {"html": "…"}  or  {"error": "…"}
// Its parent checks every answer against a list of what is allowed, and kills it when it is slow.
import { createInterface } from 'node:readline';
import { instance } from '@viz-js/viz';
import hljs from 'highlight.js';
import temml from 'temml';

const longestAnswer = 4_000_000;
const viz = await instance();

// Without fonts of its own Graphviz measures text by this name; the page draws it in a sans-serif face, too.
const font = { fontname: 'Helvetica' };

const typeset = {
  code({ text, language }) {
    if (!hljs.getLanguage(language ?? '')) throw new Error('unknown language');
    return hljs.highlight(text, { language, ignoreIllegals: true }).value;
  },
  math({ text, display }) {
    return temml.renderToString(text, { displayMode: display, xml: true, throwOnError: true, trust: false, maxExpand: 500 });
  },
  diagram({ text }) {
    return viz.renderString(text, {
      format: 'svg',
      graphAttributes: { ...font, bgcolor: 'transparent' },
      nodeAttributes: font,
      edgeAttributes: font,
    });
  },
};

function answer(line) {
  try {
    const request = JSON.parse(line);
    const html = typeset[request.kind](request);
    return html.length <= longestAnswer ? { html } : { error: 'too long' };
  } catch (error) {
    // After a trap the memory of Graphviz is in an unknown state: the parent starts afresh.
    if (error instanceof WebAssembly.RuntimeError) process.exit(1);
    return { error: String(error?.message ?? error).slice(0, 1000) };
  }
}

const say = value => process.stdout.write(JSON.stringify(value) + '\n');

say({ ready: true });
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) say(answer(line));
