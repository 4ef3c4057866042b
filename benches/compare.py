"""Runs every job in turn, checks that the results agree, measures what else has a goal, and writes benches/BENCHMARKS.md.

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
LARGE_ROUNDS = int(os.environ.get("LARGE_ROUNDS", "3"))
RULES = {"minmax": "minmax", "percentile": "prank"}
COLUMNS = [f"x{j:02d}" for j in range(1, 19)]
TITLE = {"jifen": "jifen, inside the process", "command": "`jifen score`, the whole process", "copy": "read + write only"}
# What is a whole process is timed from outside; the others tell their own time, so start-up and imports do not count.
WHOLE = {"command", "csv"}
MILLION, LARGE = 1_000_000, 10_000_000
# What a person keeps writing by hand below the tables.
BY_HAND = "\n## What is missed, and why\n"


def command(job, n, rule):
    """The command of one job and where it writes."""
    source, target = f"{DATA}/e{n}.parquet", f"{DATA}/o_{job}_{rule}.parquet"
    score = [JIFEN, "score", "--scheme", f"benches/peer-{rule}.yaml", "--id-column", "id", "--detail", "points", "--top", "0"]
    if job == "jifen":
        return [f"{EXAMPLES}/peer", f"benches/peer-{rule}.yaml", source, target]
    if job == "command":
        return [*score, "--input", source, "--output", target]
    if job == "csv":
        return [*score, "--input", f"{DATA}/e{n}.csv", "--output", f"{DATA}/o_{job}_{rule}.csv"]
    if job == "copy":
        return [f"{EXAMPLES}/copy", source, f"{DATA}/o_jifen_{rule}.parquet", target]
    return [sys.executable, "-W", "ignore", f"{PEERS}/job_{job}.py", source, target, RULES[rule]]


def run(job, n, rule):
    """Seconds of the job itself, peak MiB of its process, and seconds of all processors."""
    begin = time.perf_counter()
    process = subprocess.Popen(command(job, n, rule), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall, mib, processor = time.perf_counter() - begin, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime
    if job in WHOLE and not status:
        return wall, mib, processor
    line = next((line for line in out.splitlines() if line.startswith("JOB")), None)
    if status or line is None:
        raise SystemExit(f"{job} failed on {n} rows, {rule}")
    return float(line.split()[1]), mib, processor


def in_turn(jobs, rule, rounds):
    """All runs of jobs (name, rows), round by round, so that what else the machine does meets all of them."""
    seen = {job: [] for job in jobs}
    for _ in range(rounds):
        for job in jobs:
            seen[job].append(run(*job, rule))
    return seen


def middle(runs, which=0):
    return statistics.median(run[which] for run in runs)


def ratio(runs, others, which=0):
    """The median of the ratios round by round: a slow minute of the machine meets both sides of one."""
    return statistics.median(one[which] / other[which] for one, other in zip(runs, others))


def compare(goals):
    lines = []
    for n in ROWS:
        names = ["jifen", "command", "copy", "polars", "duckdb", "numpy", "pandas"]
        for rule in RULES:
            seen = in_turn([(name, n) for name in names], rule, ROUNDS)
            mine = seen["jifen", n]
            for (name, _), runs in seen.items():
                peak = max(mib for _, mib, _ in runs)
                lines.append(
                    f"| {n:,} | {rule} | {TITLE.get(name, name)} | {middle(runs):.3f} | {middle(runs, 2):.2f} | {peak:.0f} | {ratio(mine, runs):.2f} |"
                )
                print(lines[-1], flush=True)
            worst, total = in_own_process(rule)
            lines.append(f"| {n:,} | {rule} | *largest difference from numpy* | {worst:.1e} points, total {total:.1e} | | | |")
            print(lines[-1], flush=True)
            if n == MILLION:
                goals.append((f"1 M, {rule}, beside polars", 0.5, ratio(mine, seen["polars", n]), ""))
                goals.append((f"1 M, {rule}, beside read + write only", 1.5, ratio(mine, seen["copy", n]), ""))
                mega = max(mib for _, mib, _ in seen["command", n]) * 1.048576
                goals.append((f"1 M, {rule}, peak memory of `jifen score`", 400, mega, "MB"))
    return lines


def large(goals):
    for rule in RULES if LARGE_ROUNDS else ():
        seen = in_turn([("command", MILLION), ("command", LARGE)], rule, LARGE_ROUNDS)
        one, ten = seen["command", MILLION], seen["command", LARGE]
        goals.append((f"10 M as a multiple of 1 M, {rule}, whole process", 10.5, ratio(ten, one), ""))
        goals.append((f"the same in seconds of processors, {rule}", None, ratio(ten, one, 2), ""))
        goals.append((f"10 M, {rule}, whole process", None, middle(ten), "s"))


def small(goals):
    for rule in RULES:
        runs = in_turn([("csv", 6000)], rule, 11)["csv", 6000]
        goals.append((f"6,000 × 18 from CSV to CSV, {rule}, whole process", 60, middle(runs) * 1e3, "ms"))
        goals.append((f"the same in processor time, {rule}", None, middle(runs, 2) * 1e3, "ms"))


def what_if(goals):
    """One what-if, and how many decisions of a zone need exact arithmetic."""
    out = subprocess.run([f"{EXAMPLES}/what_if"], capture_output=True, text=True, check=True).stdout
    figures = dict(line.split("\t") for line in out.splitlines())
    goals.append(("one what-if, four-stage scheme of 29 indicators", 50, float(figures["what-if"]), "µs"))
    goals.append(("a zone of 6,000 × 29, calibrated and scored", None, float(figures["zone"]), "ms"))
    goals.append(("decisions there by exact arithmetic", None, float(figures["exact"]) * 100, "%"))


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


def goal_line(what, goal, seen, unit):
    digits = 2 if seen < 20 else 0
    verdict = "" if goal is None else "met" if seen <= goal else "**missed**"
    aim = "–" if goal is None else f"≤ {goal} {unit}".strip()
    return f"| {what} | {aim} | {seen:.{digits}f} {unit} | {verdict} |"


def write(lines, goals, load):
    versions = subprocess.run(
        [sys.executable, "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True, check=True
    ).stdout.split()
    wanted = [v for v in versions if v.split("==")[0] in ("numpy", "pandas", "polars", "duckdb", "pyarrow")]
    newline = "\n"
    text = f"""# Benchmarks

Made by `make bench` on {time.strftime("%Y-%m-%d")}: {platform.machine()}, {os.cpu_count()} cores, load {load:.1f} at the start and {os.getloadavg()[0]:.1f} at the end.
Peers: {", ".join(wanted)}. Every job is a fresh process; medians of {ROUNDS} rounds, the jobs of a round in turn;
ratios are medians of the ratios round by round.

The job: Parquet in, 18 indicators scored within four stages, points, 5 pillars, total and ranks out as Parquet (snappy).
Seconds are those of the job inside its process, "processors" those of all processors in the whole process, MiB its peak.
*jifen / it* below 1 means jifen is faster.
Weights are rounded to four places so that each stage sums to 100, and points to four places: hence the differences.
"Read + write only" reads the same input columns and writes the same result columns, with nothing in between.

| rows | rule | job | seconds | processors | MiB | jifen / it |
|---|---|---|---|---|---|---|
{newline.join(lines)}

## Goals

| what | goal | seen | |
|---|---|---|---|
{newline.join(goal_line(*goal) for goal in goals)}
"""
    place = "benches/BENCHMARKS.md"
    before = open(place, encoding="utf-8").read() if os.path.exists(place) else ""
    by_hand = before[before.find(BY_HAND):] if BY_HAND in before else ""
    with open(place, "w", encoding="utf-8") as file:
        file.write(text + by_hand)


def main():
    load, goals = os.getloadavg()[0], []
    lines = compare(goals)
    large(goals)
    small(goals)
    what_if(goals)
    for goal in goals:
        print(goal_line(*goal))
    write(lines, goals, load)


if "--check" in sys.argv:
    print(*check(sys.argv[-1]))
else:
    main()
