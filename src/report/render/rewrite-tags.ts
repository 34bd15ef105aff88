/**
 * Rewrites the tags of a drawing and leaves the text between them alone, whatever it looks like.
 *
 * @param svg with `<` and `>` escaped in its text and in its attributes, as Vega writes them
 */
export function rewriteTags(svg: string, rewrite: (tag: string) => string): string {
  return svg.replace(/<[^>]*>/g, rewrite);
}
