/** Weighs what several places of a document say about one fact. */
export class Votes<T extends string | number> {
  private readonly weights = new Map<string, { value: T; weight: number; from: Set<string> }>();

  /** Adds a vote; `key` tells which values are the same. Null counts nothing. */
  add(value: T | null, weight: number, from: string, key: string = String(value)): void {
    if (value === null) return;
    const vote = this.weights.get(key) ?? { value, weight: 0, from: new Set<string>() };
    vote.weight += weight;
    vote.from.add(from);
    this.weights.set(key, vote);
  }

  /** The value with the most weight (the first said among equals), and where it was read; null without votes. */
  best(): { value: T; from: string[] } | null {
    let best: { value: T; weight: number; from: Set<string> } | null = null;
    for (const vote of this.weights.values()) if (!best || vote.weight > best.weight) best = vote;
    return best ? { value: best.value, from: [...best.from] } : null;
  }
}
