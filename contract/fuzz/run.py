#!/usr/bin/env python3
"""Calls every route of contract/openapi.yaml with made-up requests and holds every answer against that document.

usage: run.py [--minutes N] [--seed N]      (Python 3.10 with venv; the network once, for the packages of requirements.txt)

Against the server that PENSTOCK_URL names, with the administrator's key in PENSTOCK_API_KEY; without them a server is
started by ./penstock in a temporary folder. Whatever the key may change or delete, this may: never use a server that
you need. Three runs, one after the other: with the administrator's key, with an intake token, with no credential; each
of all phases of schemathesis (examples, coverage, fuzzing, stateful). Prints how often each route answered what, and
exits with 0 when there was no finding, 1 when there was one, 3 when the tools could not be had.
"""

import argparse
import json
import os
import pathlib
import secrets
import signal
import subprocess
import sys
import tempfile
import venv

sys.dont_write_bytecode = True
from world import World  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NO_TOOLS = 3
SETUP_SECONDS = 300
READY = "Penstock is ready at "
# of the time given, by credential
SHARES = {"administrator": 0.4, "intake token": 0.3, "nobody": 0.3}
# beyond its time a run may finish what it has begun
GRACE_SECONDS = 120
SEED = 20260303


def tools(folder):
    """Schemathesis in a virtual environment."""
    try:
        venv.create(folder, with_pip=True)
        subprocess.run(
            [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
             "--requirement", HERE / "requirements.txt"],
            check=True, timeout=SETUP_SECONDS, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError) as e:
        print(f"fuzz: schemathesis cannot be installed: {e}", file=sys.stderr)
        sys.exit(NO_TOOLS)
    return folder / "bin" / "st"


class Server:
    """One of our own, in a folder of its own."""

    def __init__(self, folder):
        self.key = "pak_" + secrets.token_urlsafe(32)
        settings = {"PENSTOCK_DATA_DIR": str(folder / "data"), "PENSTOCK_HTTP_PORT": "0", "PENSTOCK_EMBEDDED_PORT": "0",
                    "PENSTOCK_BOOTSTRAP_API_KEY": self.key, "PENSTOCK_LOG_LEVEL": "warn"}
        with open(folder / "log", "wb") as log:
            self.process = subprocess.Popen(
                [ROOT / "penstock", "serve"], env={**os.environ, **settings}, stdout=subprocess.PIPE, stderr=log, text=True)
        line = self.process.stdout.readline()
        if not line.startswith(READY):
            sys.exit(f"the server did not start:\n{(folder / 'log').read_text()}")
        self.url = line.removeprefix(READY).split(" ")[0]

    def stop(self):
        self.process.terminate()
        self.process.wait(60)


def fuzz(st, folder, url, key, who, credential, seed, seconds):
    """Whether there was no finding; and how often each route answered what."""
    counts = folder / f"{who}.json"
    counts.write_text("{}", encoding="utf-8")
    environment = {**os.environ, "PENSTOCK_URL": url, "PENSTOCK_API_KEY": key, "FUZZ_SEED": str(seed),
                   "FUZZ_COUNTS": str(counts), "SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(HERE),
                   "PYTHONDONTWRITEBYTECODE": "1"}
    command = [st, "--config-file", HERE / "schemathesis.toml", "run", ROOT / "contract" / "openapi.yaml", "--url", url,
               "--seed", str(seed), "--max-time", str(seconds), "--continue-on-failure", "--no-color", "--warnings", "off"]
    if credential:
        command += ["--header", f"x-api-key: {credential}"]
    process = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, errors="replace", start_new_session=True)
    try:
        output, _ = process.communicate(timeout=seconds + GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        output, _ = process.communicate()
        output += "\n(ended: it took too long)\n"
    for secret in filter(None, (key, credential)):
        output = output.replace(secret, "***")
    print(f"--- {who}, seed {seed}\n{output}", flush=True)
    return process.returncode == 0, json.loads(counts.read_text(encoding="utf-8"))


def report(counts):
    """One line for each route and credential; the sum."""
    total = 0
    for who, routes in counts.items():
        for route, answers in sorted(routes.items()):
            total += sum(answers.values())
            print(f"{who}: {route}: " + ", ".join(f"{n} x {status}" for status, n in sorted(answers.items())))
    print(f"fuzz: {total} requests", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=2)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="penstock-fuzz-") as name:
        folder = pathlib.Path(name)
        st = tools(folder / "venv")
        own = None if "PENSTOCK_URL" in os.environ else Server(folder)
        try:
            url, key = (own.url, own.key) if own else (os.environ["PENSTOCK_URL"], os.environ["PENSTOCK_API_KEY"])
            credentials = {"administrator": key, "intake token": World(url, key).token, "nobody": None}
            good, counts = True, {}
            for who, share in SHARES.items():
                seconds = max(1, round(given.minutes * 60 * share))
                fine, counts[who] = fuzz(st, folder, url, key, who, credentials[who], given.seed, seconds)
                good = good and fine
            report(counts)
        finally:
            if own:
                own.stop()
    print("fuzz: no finding" if good else f"fuzz: FINDINGS, see above; again with --seed {given.seed}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
