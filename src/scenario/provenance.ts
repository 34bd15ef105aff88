import type { Quantity } from "../models/quantity.js";

/** Where a number comes from, how well it is known, who answers for it and since when it stands. */
export type Provenance = Pick<Quantity, "source" | "grade" | "owner" | "date">;

/** The same as an entry of a file may have it. */
export type StatedProvenance = {
  readonly [Key in keyof Provenance]?: Provenance[Key] | undefined;
};

/** What an entry says of it, and nothing else. */
export function provenanceOf({ source, grade, owner, date }: StatedProvenance): Provenance {
  return {
    ...(source === undefined ? {} : { source }),
    ...(grade === undefined ? {} : { grade }),
    ...(owner === undefined ? {} : { owner }),
    ...(date === undefined ? {} : { date }),
  };
}

/** What a part leaves unsaid, the whole says for it; a date only of the source that it stands beside. */
export function inherited<Part extends Provenance>(part: Part, whole: StatedProvenance): Part {
  const { date, ...rest } = provenanceOf(whole);
  const dated = part.source === undefined && date !== undefined ? { date } : {};
  return { ...rest, ...dated, ...part };
}

/** One for several: the worst grade and the oldest date, none where any has none; every owner. */
export function joinedProvenance(parts: readonly Provenance[]): Omit<Provenance, "source"> {
  const grades = parts.map(({ grade }) => grade);
  const dates = parts.map(({ date }) => date);
  const owners = new Set(parts.flatMap(({ owner }) => owner ?? []));
  return provenanceOf({
    grade: grades.includes(undefined) ? undefined : grades.sort().at(-1),
    date: dates.includes(undefined) ? undefined : dates.sort()[0],
    owner: owners.size === 0 ? undefined : [...owners].join(", "),
  });
}
