import { colours } from "./figures/theme.js";
import { webFont } from "./render/fonts.js";

const DARK = {
  paper: "#12171e",
  loss: "#e8823c",
  profit: "#aadffa",
  bandOuter: "#1b2f3d",
  bandMiddle: "#275068",
  bandInner: "#3a7fa5",
  ink: "#e8edf3",
  mute: "#a3afbd",
  rule: "#2e3947",
} as const;

/** Light, dark, or as the reader's system is. */
export type Theme = "light" | "dark" | "auto";

/** What of a page's look is not the same for every page. */
export interface PageLook {
  /** `auto` where absent. Printed pages are light in any case. */
  readonly theme?: Theme;
  /** A colour for rules, as `#rrggbb`; the ink's where absent. */
  readonly accent?: string;
  /** At the foot of every printed page, before its number. */
  readonly footer?: string;
}

/** The page's whole style. */
export function pageStyle({ theme = "auto", accent, footer }: PageLook = {}): string {
  return `
@font-face{font-family:Inter;font-weight:400;src:url(${webFont(400)}) format("woff2")}
@font-face{font-family:Inter;font-weight:600;src:url(${webFont(600)}) format("woff2")}
${schemes[theme]}
${accent === undefined ? "" : `:root{--accent:${accent}}`}
${RULES}
${printStyle(footer)}`;
}

function variables(palette: Readonly<Record<string, string>>): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
}

const LIGHT = `color-scheme:light;${variables(colours)}`;

const schemes: Readonly<Record<Theme, string>> = {
  light: `:root{${LIGHT}}`,
  dark: `:root{color-scheme:dark;${variables(DARK)}}`,
  auto: `:root{color-scheme:light dark;${variables(colours)}}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}`,
};

const RULES = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 Inter,system-ui,sans-serif}
main{max-width:880px;margin:0 auto;padding:40px 20px 64px;overflow-wrap:anywhere}
h1{font-size:30px;line-height:1.2;font-weight:600;margin:8px 0 14px;letter-spacing:-.015em;text-wrap:balance}
h2{font-size:20px;font-weight:600;margin:52px 0 6px;padding-top:14px;border-top:1px solid var(--rule)}
h3{font-size:17px;font-weight:600;line-height:1.35;margin:28px 0 2px;text-wrap:balance}
p{margin:6px 0 12px;max-width:72ch}
a{color:var(--profit)}
[data-claim]{white-space:nowrap}
.kicker,.caption,.note{color:var(--mute);font-size:14px}
.kicker{margin:0}
.lede{font-size:18px}
.bar{height:4px;background:var(--accent);margin:0 0 18px}
.logo svg{display:block;height:40px;width:auto;max-width:260px;margin:0 0 16px}
.figures{margin:0}
figure{margin:10px 0 4px}
figure svg{display:block;max-width:100%;height:auto;font-family:Inter,sans-serif}
.narrow{display:none}
@media (max-width:560px){.wide{display:none}.narrow{display:block}h1{font-size:25px}main{padding:24px 14px 48px}}
.contents{font-size:14px;margin:18px 0}
.contents ul{display:flex;flex-wrap:wrap;gap:4px 18px;margin:0;padding:0;list-style:none}
.contents a{display:inline-block;padding:2px 0}
main:has(#live[hidden]) .contents li:has([href="#live"]){display:none}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(148px,1fr));gap:0 20px;margin:22px 0;padding:0;list-style:none}
.cards:has(>:nth-child(6)){grid-template-columns:repeat(auto-fit,minmax(min(220px,42%),1fr))}
.cards li{border-top:2px solid var(--accent,var(--ink));padding:8px 0 14px}
.cards b{display:block;font-size:19px;line-height:1.35;font-weight:600;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.cards li>span{color:var(--mute);font-size:13.5px;display:block;line-height:1.4}
.scroll{overflow-x:auto;margin:12px 0 18px}
.scroll:focus-visible,summary:focus-visible,a:focus-visible{outline:2px solid var(--profit);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.4;overflow-wrap:normal}
caption{text-align:left;max-width:calc(100vw - 40px);color:var(--mute);font-size:13.5px;padding-bottom:6px}
th,td{text-align:left;vertical-align:top;padding:6px 14px 6px 0;border-bottom:1px solid var(--rule)}
th{font-weight:600}
thead th{vertical-align:baseline}
td.n,th.n,.numbers th+th,.numbers td{text-align:right;font-variant-numeric:tabular-nums}
td.n,.numbers td{white-space:nowrap}
th.wrap,td.wrap{min-width:160px;overflow-wrap:anywhere}
td svg{display:block}
.memo caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.input{display:block;font-weight:400;padding-left:14px}
.whole{white-space:nowrap}
.loss{color:var(--loss);font-weight:600}
.profit{color:var(--profit);font-weight:600}
details{margin:4px 0 10px;font-size:14px}
summary{cursor:pointer;color:var(--mute)}
.files{margin:2px 0 10px;font-size:13px}
.files a{display:inline-block;line-height:24px;margin-right:10px;color:var(--mute)}
code,pre{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,monospace}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border-left:3px solid var(--rule);padding:2px 0 2px 14px;margin:10px 0}
dt{font-weight:600;margin-top:8px}
dd{margin:0;max-width:72ch}
ul.verdicts{list-style:none;padding:0;margin:14px 0;font-size:14px}
ul.verdicts li{padding:3px 0}
pre.diff>*{display:block;min-height:1.5em}
pre.diff del{color:var(--loss);text-decoration:none}
pre.diff ins{color:var(--profit);text-decoration:none}
main.broad{max-width:1320px}
#scenarios .note{display:block;font-size:13px;font-weight:400;line-height:1.35}
#scenarios th,#scenarios td{padding-right:11px}
#scenarios th>a{display:inline-block;min-height:24px}
#scenarios .files :is(a,button){display:inline-block;line-height:24px;margin-right:6px}
#scenarios th[data-column=scenario]{min-width:175px}
#scenarios th[data-column=risk],#scenarios th[data-column=driver]{min-width:118px}
#scenarios th[data-column=change]{min-width:150px}
#scenarios th[data-column=run]{min-width:92px}
.controls{display:flex;flex-wrap:wrap;align-items:center;gap:8px 16px;margin:18px 0 0;font-size:14px}
.controls p{margin:0}
.controls input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--mute);border-radius:3px;padding:3px 8px;width:min(260px,60vw)}
button{font:inherit;color:var(--profit);background:none;border:0;padding:0;text-align:inherit;text-decoration:underline;cursor:pointer}
thead button{color:inherit;font-weight:600;text-decoration:none;min-height:24px}
thead button:hover{text-decoration:underline}
th[aria-sort] button::after{content:"\u00a0\u2193";content:"\u00a0\u2193" / ""}
th[aria-sort=ascending] button::after{content:"\u00a0\u2191";content:"\u00a0\u2191" / ""}
button:focus-visible,input:focus-visible{outline:2px solid var(--profit);outline-offset:2px}
`;

/** Paper is light, close-set, numbered, and breaks where a reader would. */
function printStyle(footer = ""): string {
  const text = footer.replace(/[^\p{L}\p{N} ,._-]/gu, "");
  return `
@page{margin:15mm 14mm 17mm;@bottom-left{content:"${text}";${FOOT}}@bottom-right{content:counter(page) "/" counter(pages);${FOOT}}}
@media print{
.contents{display:none}
:root{${LIGHT}}
body{font-size:9.5pt;line-height:1.42}
main{max-width:none;padding:0}
h1{font-size:19pt;margin:4pt 0 8pt}
h2{font-size:13pt;margin:20pt 0 4pt;padding-top:8pt}
h3{font-size:11pt;margin:14pt 0 2pt}
p{margin:3pt 0 7pt;orphans:3;widows:3;max-width:none}
.lede{font-size:10.5pt}
.kicker,.caption,.note,caption,.cards li>span,ul.verdicts{font-size:8pt}
.cards{grid-template-columns:repeat(5,1fr);margin:10pt 0;gap:0 12pt}
.cards li{padding:4pt 0 6pt}
.cards b{font-size:12pt}
h1,h2,h3,.caption,caption,thead{break-after:avoid}
figure,tr,.cards,#reproduce,dd{break-inside:avoid}
figure{margin:6pt 0 2pt}
figure svg{margin:0;max-width:165mm;max-height:110mm}
thead{display:table-header-group}
.scroll{overflow:visible;margin:6pt 0 10pt}
table{font-size:8pt;line-height:1.32}
table .note{font-size:7pt}
td,th,td.n,.numbers td{white-space:normal;padding:3pt 8pt 3pt 0}
td.n,th.n{overflow-wrap:normal}
td.wrap,th.wrap{min-width:0}
td svg{float:left;width:26pt;height:7.5pt;margin:1pt 4pt 0 0}
td svg + .note{display:inline}
code,pre{font-size:8pt}
.memo{font-size:9pt}
.memo h2{font-size:11.5pt;margin-top:7pt;padding-top:4pt}
.memo figure{float:right;clear:right;width:72mm;margin:4pt 0 6pt 6mm}
.memo figure svg{width:100%;max-height:none}
.memo :is(h2,ul,.scroll){display:flow-root}
.memo ul{margin:3pt 0;padding-left:14pt;font-size:8pt}
.memo li{break-inside:avoid}
.memo ul:last-of-type{columns:2;column-gap:16pt;font-size:7.5pt}
.memo h2:last-of-type{break-before:avoid}
.memo pre{break-after:avoid}
details,.files,#scenarios .files,.controls{display:none}
details.verdict{display:block}
thead button{min-height:0}
}`;
}

const FOOT = `font:7.5pt Inter,sans-serif;color:${colours.mute}`;
