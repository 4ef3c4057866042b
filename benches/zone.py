"""How long the yearly evaluation of a zone takes, asked over HTTP of a server that runs the demonstration.

    zone.py PROGRAM FOLDER PORT

Starts PROGRAM twice: with 6,000 enterprises for boards, a computation and memory, and with 10,000 for the search. Writes a
table in Markdown to standard output. What was seen stands in ZONE.md.
"""

import atexit
import http.cookiejar
import json
import pathlib
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


class Server:
    """The demonstration, and one person signed in to it."""

    def __init__(self, program, folder, port, enterprises):
        self.folder = folder / str(enterprises)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.address = f"http://127.0.0.1:{port}"
        self.said = open(folder / f"said-{enterprises}", "w+", encoding="utf-8")
        rates = {"JIFEN_ACCOUNT_RATE": "100000000", "JIFEN_ADDRESS_RATE": "100000000", "JIFEN_LOG": "warn"}
        self.process = subprocess.Popen(
            [program, "serve", "--lang", "en", "--demo", "--demo-enterprises", str(enterprises),
             "--data", str(self.folder), "--listen", f"127.0.0.1:{port}"],
            stdout=self.said, stderr=subprocess.DEVNULL, env=rates)
        # However this ends, no server stays behind and holds the folder.
        atexit.register(self.process.kill)
        while "data are ready" not in self.text():
            if self.process.poll() is not None:
                sys.exit("the server ended")
            time.sleep(0.3)
        self.password = re.search(r"Jf-[a-z0-9-]*", self.text()).group()

    def text(self):
        self.said.flush()
        return pathlib.Path(self.said.name).read_text(encoding="utf-8")

    def signed_in(self, login):
        jar = http.cookiejar.CookieJar()
        person = Person(self.address, urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar)))
        # The cookie is for TLS only, except for programs that are told otherwise: sent by hand.
        answer = person.raw("POST", "/api/v1/sessions", {"login": login, "password": self.password, "code": None})
        person.cookie = answer.headers["set-cookie"].split(";")[0]
        return person

    def memory(self, what="VmRSS"):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{what}:\s+(\d+)", status).group(1)) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Person:
    def __init__(self, address, opener):
        self.address, self.opener, self.cookie, self.keys = address, opener, None, 0

    def raw(self, method, path, body=None, data=None, match=None):
        self.keys += 1
        headers = {"X-Jifen": "1", "Idempotency-Key": f"bench-{time.time_ns()}-{self.keys}"}
        if self.cookie:
            headers["Cookie"] = self.cookie
        if body is not None:
            data = json.dumps(body).encode()
            headers["Content-Type"] = "application/json"
        elif data is not None:
            headers["Content-Type"] = "application/octet-stream"
        if match:
            headers["If-Match"] = match
        asked = urllib.request.Request(self.address + path, data=data, headers=headers, method=method)
        try:
            return self.opener.open(asked)
        except urllib.error.HTTPError as error:
            sys.exit(f"{method} {path}: {error.code} {error.read().decode()}")

    def get(self, path):
        return json.load(self.raw("GET", path))

    def job(self, answer):
        """Waits for a job; gives it as it ended."""
        job = json.load(answer)
        while job["state"] in ("queued", "waiting", "running"):
            time.sleep(0.02)
            job = self.get(f"/api/v1/jobs/{job['id']}")
        if job["state"] != "done":
            sys.exit(json.dumps(job, ensure_ascii=False))
        return job


def seconds(job):
    at = [time_of(job[field]) for field in ("started_at", "ended_at")]
    return at[1] - at[0]


def time_of(text):
    from datetime import datetime
    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def row(what, seen, goal, yes):
    print(f"| {what} | {seen} | {goal} | {'kept' if yes else 'missed'} |", flush=True)


def asked(person, what, path, goal):
    person.raw("GET", path).read()
    times = []
    for _ in range(20):
        began = time.perf_counter()
        person.raw("GET", path).read()
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    row(what, f"{times[10]:.1f} ms (slowest of 20: {times[-1]:.1f} ms)", f"≤ {goal} ms", times[10] <= goal)


def year(program, folder, port):
    server = Server(program, folder, port, 6_000)
    zone = server.signed_in("zone")
    open_batch = zone.get("/api/v1/batches?state=open&limit=1")["items"][0]["id"]
    asked(zone, "progress board of a year, 6,000 enterprises", f"/api/v1/batches/{open_batch}/board", 100)
    asked(zone, "quality board", f"/api/v1/batches/{open_batch}/quality", 100)
    asked(zone, "conflicts, a page", f"/api/v1/batches/{open_batch}/conflicts?limit=50", 100)
    asked(zone, "queue of reviews", f"/api/v1/batches/{open_batch}/reviews", 100)
    asked(zone, "participants, a page", f"/api/v1/participants?batch_id={open_batch}&limit=50", 100)
    jobs = zone.get("/api/v1/jobs?limit=100")["items"]
    first = sorted(seconds(job) for job in jobs if job["kind"] == "run" and job["state"] == "done")
    row(f"run of 6,000 × 30 indicators, from the frozen batch to stored results (each of {len(first)} years, while the demonstration is filled)",
        f"{first[len(first) // 2]:.2f} s", "≤ 1 s", first[len(first) // 2] <= 1)
    run = zone.get("/api/v1/runs/published?sort=-created_at&limit=1")["items"][0]
    took = []
    for _ in range(3):
        answer = zone.raw("POST", f"/api/v1/batches/{run['batch_id']}/runs", {"reason": "measured anew"})
        took.append(seconds(zone.job(answer)))
    took.sort()
    row("correction of the last year computed anew (snapshot, results, comparison, receipt, stored)", f"{took[1]:.2f} s", "≤ 1 s", took[1] <= 1)
    time.sleep(70)
    row("resident a minute later (at most: %.0f MB)" % server.memory("VmHWM"), f"{server.memory():.0f} MB", "≤ 120 MB", server.memory() <= 120)
    server.stop()


def searching(program, folder, port):
    server = Server(program, folder, port, 10_000)
    zone = server.signed_in("zone")
    for text in ("科技", "kj", "ma0099", "0099"):
        asked(zone, f"search of “{text}” among 10,000", f"/api/v1/enterprises?limit=50&search={urllib.parse.quote(text)}", 20)
    server.stop()


def main():
    program, folder, port = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    print("| What | Seen | Goal | |\n| --- | --- | --- | --- |")
    year(program, folder, port)
    searching(program, folder, port + 1)


main()
