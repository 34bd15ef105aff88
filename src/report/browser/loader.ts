/// <reference lib="dom" />

/** Id of the element that holds the packed script; the build writes it here. */
declare const CODE_ID: string;

/** Unpacks a script after the page has been drawn; its text is let run by its hash alone. */
async function load(): Promise<void> {
  const packed = atob(document.getElementById(CODE_ID)!.textContent.trim());
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const script = document.createElement("script");
  script.textContent = await new Response(plain).text();
  document.body.append(script);
}

const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
whenIdle(() => void load());
