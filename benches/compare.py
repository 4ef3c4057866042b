"""Runs every job in turn, n = 5 rounds, checks that the results agree, and writes benches/BENCHMARKS.md.

Called by benches/run.sh: compare.py DATA EXAMPLES ROWS …
"""

import os
import platform
import statistics
import subprocess
import sys
import time

DATA, EXAMPLES = sys.argv[1], sys.argv[2]
ROWS = [int(n) for n in sys.argv[3:] if n.isdigit()]
PEERS = os.environ["PEERS"]
JIFEN = f"{EXAMPLES}/../jifen"
ROUNDS = int(os.environ.get("ROUNDS", "5"))
RULES = {"minmax": "minmax", "percentile": "prank"}
COLUMNS = [f"x{j:02d}" for j in range(1, 19)]
TITLE = {"jifen": "jifen, inside the process", "command": "`jifen score`, the whole process", "copy": "read + write only"}
# What is a whole process is timed from outside; the others tell their own time, so start-up and imports do not count.
WHOLE = {"command"}


def command(job, n, rule):
    """The command of one job and where it writes."""
    source, target = f"{DATA}/e{n}.parquet", f"{DATA}/o_{job}_{rule}.parquet"
    if job == "jifen":
        return [f"{EXAMPLES}/peer", f"benches/peer-{rule}.yaml", source, target], target
    if job == "command":
        score = ["score", "--scheme", f"benches/peer-{rule}.yaml", "--input", source, "--id-column", "id"]
        return [JIFEN, *score, "--output", target, "--detail", "points", "--top", "0"], target
    if job == "copy":
        return [f"{EXAMPLES}/copy", source, f"{DATA}/o_jifen_{rule}.parquet", target], target
    return [sys.executable, "-W", "ignore", f"{PEERS}/job_{job}.py", source, target, RULES[rule]], target


def run(job, n, rule):
    """Seconds of the job itself and peak MiB of its process."""
    arguments, _ = command(job, n, rule)
    begin = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if job in WHOLE and not status:
        return time.perf_counter() - begin, usage.ru_maxrss / 1024
    line = next((line for line in out.splitlines() if line.startswith("JOB")), None)
    if status or line is None:
        raise SystemExit(f"{job} failed on {n} rows, {rule}")
    return float(line.split()[1]), usage.ru_maxrss / 1024


def in_own_process(rule):
    """`check` in a process of its own: what this one holds in memory would count in the peak of those it starts."""
    answer = subprocess.run(
        [sys.executable, __file__, DATA, EXAMPLES, "--check", rule], capture_output=True, text=True, check=True
    )
    return [float(number) for number in answer.stdout.split()]


def check(rule):
    """The largest difference from numpy in points, and in totals."""
    import numpy as np
    import pyarrow.parquet as pq

    mine = pq.read_table(f"{DATA}/o_jifen_{rule}.parquet")
    other = pq.read_table(f"{DATA}/o_numpy_{rule}.parquet")
    points = lambda name: mine[name].to_numpy().astype(float)
    worst = max(np.abs(points(f"{c}.points") - other[c].to_numpy()).max() for c in COLUMNS)
    total = np.abs(points("total") - other["total"].to_numpy()).max()
    return worst, total


def main():
    lines = []
    for n in ROWS:
        jobs = ["jifen", "command", "copy", "polars", "duckdb", "numpy", "pandas"] if n <= 1_000_000 else ["jifen", "command", "copy", "polars"]
        for rule in RULES:
            seen = {job: [] for job in jobs}
            for _ in range(ROUNDS):
                for job in jobs:
                    seen[job].append(run(job, n, rule))
            median = {job: statistics.median(seconds for seconds, _ in runs) for job, runs in seen.items()}
            peak = {job: max(mib for _, mib in runs) for job, runs in seen.items()}
            for job in jobs:
                ratio = median["jifen"] / median[job]
                lines.append(
                    f"| {n:,} | {rule} | {TITLE.get(job, job)} | {median[job]:.3f} | {peak[job]:.0f} | {ratio:.2f} |"
                )
                print(lines[-1], flush=True)
            if "numpy" in jobs:
                worst, total = in_own_process(rule)
                lines.append(f"| {n:,} | {rule} | *largest difference from numpy* | {worst:.1e} points, total {total:.1e} | | |")
                print(lines[-1], flush=True)
    write(lines)


def write(lines):
    versions = subprocess.run(
        [sys.executable, "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True, check=True
    ).stdout.split()
    wanted = [v for v in versions if v.split("==")[0] in ("numpy", "pandas", "polars", "duckdb", "pyarrow")]
    load = os.getloadavg()[0]
    text = f"""# Benchmarks

Made by `make bench` on {time.strftime("%Y-%m-%d")}: {platform.machine()}, {os.cpu_count()} cores, load {load:.1f} at the end.
Peers: {", ".join(wanted)}. Every job is a fresh process; medians of {ROUNDS} rounds, the jobs of a round in turn.

The job: Parquet in, 18 indicators scored within four stages, points, 5 pillars, total and ranks out as Parquet (snappy).
Seconds are those of the job inside its process; MiB the peak of the process. *jifen / it* below 1 means jifen is faster.
Weights are rounded to four places so that each stage sums to 100, and points to four places: hence the differences.
"Read + write only" reads the same input columns and writes the same result columns, with nothing in between.

| rows | rule | job | seconds | MiB | jifen / it |
|---|---|---|---|---|---|
"""
    place = "benches/BENCHMARKS.md"
    before = open(place, encoding="utf-8").read() if os.path.exists(place) else ""
    by_hand = before[before.find("\n## "):] if "\n## " in before else ""
    with open(place, "w", encoding="utf-8") as file:
        file.write(text + "\n".join(lines) + "\n" + by_hand)


if "--check" in sys.argv:
    print(*check(sys.argv[-1]))
else:
    main()
