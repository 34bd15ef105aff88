import type { Quantity } from "../models/quantity.js";

/** Where a number comes from, how well it is known, who answers for it and since when it stands. */
export type Evidence = Pick<Quantity, "source" | "grade" | "owner" | "date">;

/** The same as an entry of a file may have it. */
export type StatedEvidence = {
  readonly [Key in keyof Evidence]?: Evidence[Key] | undefined;
};

/** What an entry says of it, and nothing else. */
export function evidenceOf({ source, grade, owner, date }: StatedEvidence): Evidence {
  return {
    ...(source === undefined ? {} : { source }),
    ...(grade === undefined ? {} : { grade }),
    ...(owner === undefined ? {} : { owner }),
    ...(date === undefined ? {} : { date }),
  };
}

/** What a part leaves unsaid, the whole says for it; a date only of the source that it stands beside. */
export function inherited<Part extends Evidence>(part: Part, whole: StatedEvidence): Part {
  const { date, ...rest } = evidenceOf(whole);
  const dated = part.source === undefined && date !== undefined ? { date } : {};
  return { ...rest, ...dated, ...part };
}

/** One for several: the worst grade and the oldest date, none where any has none; every owner. */
export function joinedEvidence(parts: readonly Evidence[]): Omit<Evidence, "source"> {
  const grades = parts.map(({ grade }) => grade);
  const dates = parts.map(({ date }) => date);
  const owners = new Set(parts.flatMap(({ owner }) => owner ?? []));
  return evidenceOf({
    grade: grades.includes(undefined) ? undefined : grades.sort().at(-1),
    date: dates.includes(undefined) ? undefined : dates.sort()[0],
    owner: owners.size === 0 ? undefined : [...owners].join(", "),
  });
}
