// The benchmark model in ordinary good C++: xoshiro256++, ziggurat normals with 256 layers, beta and
// PERT from tables of 4,096 cells of their inverse distribution function (solved exactly near the ends),
// percentiles by nth_element. One thread.
//
// build: g++ -O3 -march=native -std=c++17 scalar.cpp -o scalar    usage: ./scalar DRAWS [SEED]
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

using std::vector;

static double wallClock() {
  using namespace std::chrono;
  return duration<double>(steady_clock::now().time_since_epoch()).count();
}

static double cpuClock() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

// Blackman & Vigna (2019), seeded by splitmix64.
struct Random {
  uint64_t s[4];
  explicit Random(uint64_t seed) {
    for (auto& word : s) {
      uint64_t z = (seed += 0x9e3779b97f4a7c15ull);
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
      z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
      word = z ^ (z >> 31);
    }
  }
  static uint64_t rotate(uint64_t x, int k) { return x << k | x >> (64 - k); }
  inline uint64_t next() {
    const uint64_t result = rotate(s[0] + s[3], 23) + s[0];
    const uint64_t t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 45);
    return result;
  }
  inline double uniform() { return (next() >> 11) * 0x1p-53; }
  inline double open() { return ((next() >> 12) + 0.5) * 0x1p-52; }
};

// Marsaglia & Tsang (2000), in Doornik's form.
struct Ziggurat {
  static constexpr double R = 3.6541528853610088, V = 0.00492867323399;
  double x[257], ratio[256];
  Ziggurat() {
    const double f = exp(-0.5 * R * R);
    x[0] = V / f;
    x[1] = R;
    x[256] = 0;
    double height = f;
    for (int i = 2; i < 256; i++) {
      x[i] = sqrt(-2 * log(V / x[i - 1] + height));
      height = exp(-0.5 * x[i] * x[i]);
    }
    for (int i = 0; i < 256; i++) ratio[i] = x[i + 1] / x[i];
  }
  inline double sample(Random& random) const {
    for (;;) {
      const uint64_t bits = random.next();
      const int i = bits & 255;
      const double u = 2 * ((bits >> 11) * 0x1p-53) - 1;
      if (fabs(u) < ratio[i]) return u * x[i];
      if (i == 0) {
        double a, b;
        do {
          a = -log(random.open()) / R;
          b = -log(random.open());
        } while (b + b < a * a);
        return u < 0 ? -R - a : R + a;
      }
      const double z = u * x[i];
      const double f0 = exp(-0.5 * (x[i] * x[i] - z * z));
      const double f1 = exp(-0.5 * (x[i + 1] * x[i + 1] - z * z));
      if (f1 + random.uniform() * (f0 - f1) < 1.0) return z;
    }
  }
};

struct Beta {
  static const int CELLS = 4096;
  double a, b, logB;
  vector<double> table;
  Beta(double a_, double b_) : a(a_), b(b_), logB(lgamma(a) + lgamma(b) - lgamma(a + b)) { build(); }
  double density(double x) const { return exp((a - 1) * log(x) + (b - 1) * log1p(-x) - logB); }
  // Lentz; Press et al. (2007), section 6.4.
  static double fraction(double a, double b, double x) {
    double c = 1, d = 1 / (1 - (a + b) * x / (a + 1)), h = d;
    for (int m = 1; m < 500; m++) {
      const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / (1 + even * d);
      c = 1 + even / c;
      h *= d * c;
      const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / (1 + odd * d);
      c = 1 + odd / c;
      h *= d * c;
      if (fabs(d * c - 1) < 3e-16) break;
    }
    return h;
  }
  double below(double x) const {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front = exp(a * log(x) + b * log1p(-x) - logB);
    if (x < (a + 1) / (a + b + 2)) return front * fraction(a, b, x) / a;
    return 1 - front * fraction(b, a, 1 - x) / b;
  }
  double quantile(double p, double start = -1) const {
    if (p <= 0) return 0;
    if (p >= 1) return 1;
    double low = 0, high = 1, x = start > 0 && start < 1 ? start : a / (a + b);
    for (int i = 0; i < 200; i++) {
      const double share = below(x);
      (share > p ? high : low) = x;
      double next = x - (share - p) / density(x);
      if (!(next > low && next < high)) next = 0.5 * (low + high);
      if (fabs(next - x) < 1e-15) return next;
      x = next;
    }
    return x;
  }
  void build() {
    vector<double> q(CELLS + 1), slope(CELLS + 1);
    for (int i = 0; i <= CELLS; i++) {
      q[i] = quantile(double(i) / CELLS, i ? q[i - 1] : -1);
      slope[i] = i == 0 || i == CELLS ? 0 : 1 / density(q[i]) / CELLS;
    }
    table.resize(4 * CELLS);
    for (int i = 0; i < CELLS; i++) {
      const double rise = q[i + 1] - q[i];
      table[4 * i] = q[i];
      table[4 * i + 1] = slope[i];
      table[4 * i + 2] = 3 * rise - 2 * slope[i] - slope[i + 1];
      table[4 * i + 3] = slope[i] + slope[i + 1] - 2 * rise;
    }
  }
  inline double sample(Random& random) const {
    const double u = random.open() * CELLS;
    const int i = int(u);
    if (__builtin_expect(i < 8 || i >= CELLS - 8, 0)) return quantile(u / CELLS);
    const double t = u - i;
    const double* c = &table[4 * i];
    return ((c[3] * t + c[2]) * t + c[1]) * t + c[0];
  }
};

int main(int count, char** arguments) {
  const size_t draws = count > 1 ? size_t(atof(arguments[1])) : 1000000;
  Random g(count > 2 ? strtoull(arguments[2], 0, 10) : 1);
  const double wall = wallClock(), cpu = cpuClock();
  const Ziggurat normal;
  const Beta training(1 + 4 * 0.8 / 1.8, 1 + 4 * 1.0 / 1.8), utilization(13, 7);
  const double z = 1.6448536269514722;
  const double priceMu = (log(250000.) + log(400000.)) / 2;
  const double priceSigma = (log(400000.) - log(250000.)) / (2 * z);
  const double speedMu = (log(40.) + log(2000.)) / 2, speedSigma = (log(2000.) - log(40.)) / (2 * z);
  vector<double> costs(draws);
  double sum = 0;
  size_t within = 0;
  for (auto& cost : costs) {
    const double price = exp(priceMu + priceSigma * normal.sample(g));
    const double p = g.uniform();
    const double years = p < 1. / 3 ? 3 + sqrt(3 * p) : 6 - sqrt(6 * (1 - p));
    const double support = 15000 + 105000 * g.uniform();
    const double kilowatts = 0.9 + 0.05 * normal.sample(g), pue = 1.1 + 0.4 * g.uniform();
    const double ratio = 0.2 + 1.8 * training.sample(g), used = utilization.sample(g);
    const double speed = exp(speedMu + speedSigma * normal.sample(g));
    const double overhead = 0.1 + 0.3 * g.uniform();
    cost = (price / 8 / (years * 8760) + support / 8 / (3 * 8760) + kilowatts * pue * 0.1) * 5 *
           (1 + ratio) / used / (speed * 3600) * 1e6 * (1 + overhead);
    sum += cost;
    within += cost <= 25;
  }
  const double shares[5] = {0.05, 0.25, 0.5, 0.75, 0.95};
  double quantiles[5];
  size_t from = 0;
  for (int j = 0; j < 5; j++) {
    const double position = (draws - 1) * shares[j];
    const size_t k = size_t(position);
    std::nth_element(costs.begin() + from, costs.begin() + k, costs.end());
    const double low = costs[k];
    const double high = k + 1 < draws ? *std::min_element(costs.begin() + k + 1, costs.end()) : low;
    quantiles[j] = low + (position - k) * (high - low);
    from = k;
  }
  printf("{\"version\":\"g++ %s\",\"wall\":%.6f,\"cpu\":%.6f,\"p5\":%.9g,\"p50\":%.9g,\"p95\":%.9g,"
         "\"mean\":%.9g,\"probability\":%.9g}\n",
         __VERSION__, wallClock() - wall, cpuClock() - cpu, quantiles[0], quantiles[2], quantiles[4],
         sum / draws, double(within) / draws);
}
