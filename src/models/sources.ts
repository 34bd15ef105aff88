/** Where the library's numbers come from, each named once. A quantity's source adds what it took from there. */
export const sources = {
  essay000: "Essay 000: Kimi-K2 on H200 (000_472a950120f281d3.txt)",
  essay001: "Essay 001: what an H100 hour yields (001_ae864a8dafb3e1e4.txt)",
  essay002: "Essay 002: token demand (002_980fe74799c27401.txt)",
  essay003: "Essay 003: serving a 405B model (003_ac7f722093754d74.txt)",
  essay004: "Essay 004: prices and margins (004_7478315dbb09c3ea.txt)",
  inferenceX: "SemiAnalysis InferenceX total cost of ownership table (2026)",
  deepSeekDay: "DeepSeek-V3/R1 inference system overview (open-infra-index, March 2025)",
  epoch: "Epoch AI, Inference economics of language models (2025)",
  judgement: "Judgement",
} as const;
