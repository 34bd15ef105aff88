import { fixed, uncertain } from "../models/define.js";
import type { Entry } from "./entry.js";

interface Gpu {
  readonly name: string;
  readonly title: string;
  readonly memoryGB: number;
  readonly bandwidthTBs: number;
  /** Dense, at the lower of FP8 and what it can: Tflop/s. */
  readonly computeTflops: number;
  readonly precision: "FP8" | "BF16";
  /** With its share of processors, fans and network: kW, low, usual and high. */
  readonly powerKW: readonly [number, number, number];
  /** USD for a server of `perServer`, 90% of cases. */
  readonly serverUSD: readonly [number, number];
  readonly perServer: number;
  /** USD an hour, from three-year contracts to on demand, 90% of cases. */
  readonly rentUSD: readonly [number, number];
  readonly sheet: string;
  readonly prices: string;
}

const RENT = "SemiAnalysis InferenceX, three-year contracts (2026), below; on-demand lists above";

const GPUS: readonly Gpu[] = [
  {
    ...{ name: "a100", title: "NVIDIA A100 80 GB SXM" },
    ...{ memoryGB: 80, bandwidthTBs: 2.039, computeTflops: 312, precision: "BF16" },
    ...{ powerKW: [0.6, 0.81, 0.9], serverUSD: [80_000, 180_000], perServer: 8 },
    ...{ rentUSD: [0.7, 2.5], sheet: "NVIDIA A100 data sheet (2021); DGX A100: 6.5 kW for 8 GPUs" },
    prices: "Judgement from resale and rental lists",
  },
  {
    ...{ name: "h100", title: "NVIDIA H100 80 GB SXM" },
    ...{ memoryGB: 80, bandwidthTBs: 3.35, computeTflops: 1979, precision: "FP8" },
    ...{ powerKW: [1, 1.28, 1.5], serverUSD: [200_000, 368_000], perServer: 8 },
    ...{
      rentUSD: [1.3, 4.6],
      sheet: "NVIDIA H100 data sheet (2023); DGX H100: 10.2 kW for 8 GPUs",
    },
    prices: "Essays 001 and 004: 30,000 a GPU, 200,000 to 400,000 a server",
  },
  {
    ...{ name: "h200", title: "NVIDIA H200 141 GB SXM" },
    ...{ memoryGB: 141, bandwidthTBs: 4.8, computeTflops: 1979, precision: "FP8" },
    ...{ powerKW: [1, 1.28, 1.5], serverUSD: [290_000, 340_000], perServer: 8 },
    ...{ rentUSD: [1.6, 5], sheet: "NVIDIA H200 data sheet (2024); DGX H200: 10.2 kW for 8 GPUs" },
    prices: "Essay 000: street price 308,000 to 315,000 a server",
  },
  {
    ...{ name: "b200", title: "NVIDIA B200 180 GB" },
    ...{ memoryGB: 180, bandwidthTBs: 8, computeTflops: 4500, precision: "FP8" },
    ...{ powerKW: [1.5, 1.79, 2], serverUSD: [400_000, 560_000], perServer: 8 },
    ...{ rentUSD: [2.9, 6.5], sheet: "NVIDIA DGX B200 data sheet (2024): 14.3 kW for 8 GPUs" },
    prices: "Judgement from server lists",
  },
  {
    ...{ name: "gb200", title: "NVIDIA GB200 NVL72, one GPU" },
    ...{ memoryGB: 186, bandwidthTBs: 8, computeTflops: 5000, precision: "FP8" },
    ...{ powerKW: [1.5, 1.67, 1.9], serverUSD: [3_000_000, 4_200_000], perServer: 72 },
    ...{ rentUSD: [3.3, 7], sheet: "NVIDIA GB200 NVL72 data sheet (2024): 120 kW for 72 GPUs" },
    prices: "Judgement from rack estimates",
  },
  {
    ...{ name: "mi300x", title: "AMD Instinct MI300X 192 GB" },
    ...{ memoryGB: 192, bandwidthTBs: 5.3, computeTflops: 2615, precision: "FP8" },
    ...{ powerKW: [1.1, 1.35, 1.5], serverUSD: [150_000, 260_000], perServer: 8 },
    ...{ rentUSD: [1.55, 3.5], sheet: "AMD Instinct MI300X data sheet (2023)" },
    prices: "Judgement from server lists",
  },
  {
    ...{ name: "mi355x", title: "AMD Instinct MI355X 288 GB" },
    ...{ memoryGB: 288, bandwidthTBs: 8, computeTflops: 5033, precision: "FP8" },
    ...{ powerKW: [1.7, 2, 2.3], serverUSD: [220_000, 340_000], perServer: 8 },
    ...{ rentUSD: [2.1, 4.5], sheet: "AMD Instinct MI355X data sheet (2025)" },
    prices: "Judgement from server lists",
  },
];

/** GPUs by name: what they hold, read and multiply, what they draw and what they cost. */
export const gpus: readonly Entry[] = GPUS.map((gpu): Entry => {
  const { name, title, sheet, prices } = gpu;
  const [powerMin, powerMode, powerMax] = gpu.powerKW;
  const physics = { source: `${title}: ${sheet}`, grade: "A" } as const;
  const market = { source: `${title}: ${prices}`, grade: "C" } as const;
  const quantities = [
    fixed({
      ...{ ...physics, name: "gpu_memory", label: "Memory of a GPU", unit: "GB/GPU" },
      ...{ value: gpu.memoryGB, meaning: "High-bandwidth memory of one GPU" },
    }),
    fixed({
      ...{ ...physics, name: "memory_bandwidth", label: "Memory bandwidth of a GPU" },
      ...{ unit: "TB/s/GPU", value: gpu.bandwidthTBs },
      meaning: "Bytes a second from high-bandwidth memory",
    }),
    fixed({
      ...{ ...physics, name: "peak_compute", label: "Peak compute of a GPU", unit: "Tflop/s/GPU" },
      ...{ value: gpu.computeTflops, meaning: `Dense operations a second in ${gpu.precision}` },
    }),
    uncertain({
      ...{ ...physics, name: "gpu_power", label: "Power of a GPU", unit: "kW/GPU", grade: "B" },
      ...{ family: "pert", of: { min: powerMin, mode: powerMode, max: powerMax } },
      meaning: "Full power of a GPU with its share of processors, fans and network",
    }),
    fixed({
      ...{ ...physics, name: "gpus_per_server", label: "GPUs in a server", unit: "GPU/server" },
      ...{ value: gpu.perServer, meaning: "GPUs that the price of a server buys" },
    }),
    uncertain({
      ...{ ...market, name: "server_price", label: "Price of a server", unit: "USD/server" },
      ...{ family: "lognormal", of: { p5: gpu.serverUSD[0], p95: gpu.serverUSD[1] } },
      meaning: "Purchase price of one server with all its GPUs",
    }),
    uncertain({
      ...{ ...market, name: "rental_price", label: "Rental price", unit: "USD/GPU/h" },
      ...{ family: "lognormal", of: { p5: gpu.rentUSD[0], p95: gpu.rentUSD[1] } },
      ...{ source: `${title}: ${RENT}`, meaning: "Price of an hour of a rented GPU" },
    }),
  ];
  return { name, title, quantities };
});
