/// <reference lib="dom" />

/** Unpacks the panel after the page has been drawn; its text is let run by its hash alone. */
async function load(): Promise<void> {
  const packed = atob(document.getElementById("live-code")!.textContent.trim());
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const script = document.createElement("script");
  script.textContent = await new Response(plain).text();
  document.body.append(script);
}

const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
whenIdle(() => void load());
