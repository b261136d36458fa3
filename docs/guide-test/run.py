#!/usr/bin/env python3
"""Runs every example of docs/large-uploads.md, or of another page, against a running server.

usage: run.py [--page FILE]      (Python 3.11, standard library only; needs bash, curl, Node 20 and npm)

The server is named by PENSTOCK_URL, PENSTOCK_TOKEN, PENSTOCK_API_KEY and PENSTOCK_INTAKE. `requests` is installed
into a virtual environment and esbuild with npm, both in a temporary folder that is removed at the end. The blocks of
one language run as one program, in the order of the page. Prints one line for each block, and exits with 1 when any
failed or was not reached.
"""

import argparse
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
VARIABLES = ("PENSTOCK_URL", "PENSTOCK_TOKEN", "PENSTOCK_API_KEY", "PENSTOCK_INTAKE")
RUN = ("bash", "python", "ts")
SHOWN = ("json", "text", "http")
DONE = "guide-test: done with block "
SETUP_SECONDS = 300
PROGRAM_SECONDS = 600


class Block:
    def __init__(self, language, line, text):
        self.language, self.line, self.text = language, line, text


def blocks(page):
    """All fenced blocks; a mark that is not known is a mistake of the page."""
    found, lines = [], page.read_text(encoding="utf-8").splitlines()
    at = 0
    while at < len(lines):
        fence = re.fullmatch(r"```(.*)", lines[at])
        if not fence:
            at += 1
            continue
        if fence[1] not in RUN + SHOWN:
            sys.exit(f"{page.name}:{at + 1}: a block is marked {fence[1]!r}, not one of {RUN + SHOWN}")
        end = lines.index("```", at + 1)
        found.append(Block(fence[1], at + 1, "\n".join(lines[at + 1 : end]) + "\n"))
        at = end + 1
    return found


def program(language, parts):
    """The blocks as one program that says after each that it got there."""
    say = {"bash": "printf '\\n%s\\n' '{}'", "python": "print('\\n{}', flush=True)",
           "ts": "console.log('\\n{}');"}[language]
    head = "set -eu -o pipefail\n" if language == "bash" else ""
    return head + "\n".join(part.text + say.format(DONE + str(part.line)) + "\n" for part in parts)


def execute(command, folder, seconds):
    """Ends the whole process group when the time is up."""
    process = subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace", start_new_session=True)
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        output, _ = process.communicate()
        output += f"\n(ended after {seconds} s)\n"
    return process.returncode, output


def prepare(command, folder):
    status, output = execute(command, folder, SETUP_SECONDS)
    if status != 0:
        sys.exit(f"cannot prepare: {' '.join(map(str, command))}\n{output}")


def python(tools):
    environment = tools / "venv"
    prepare([sys.executable, "-m", "venv", environment], tools)
    interpreter = environment / "bin" / "python"
    prepare([interpreter, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
             "-r", HERE / "requirements.txt"], tools)
    return interpreter


def esbuild(tools):
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(HERE / name, tools / name)
    prepare(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], tools)
    return tools / "node_modules" / ".bin" / "esbuild"


def command(language, source, tools):
    if language == "bash":
        return ["bash", source]
    if language == "python":
        return [python(tools), source]
    plain = source.with_suffix(".mjs")
    prepare([esbuild(tools), source, "--format=esm", "--target=node20", f"--outfile={plain}"], tools)
    return ["node", "--no-warnings", plain]


def without_secrets(text):
    for name in ("PENSTOCK_TOKEN", "PENSTOCK_API_KEY"):
        text = text.replace(os.environ[name], "***")
    return re.sub(r"(X-Amz-(Signature|Credential)=)[^&\s\"']+", r"\1***", text)


def run(language, parts, tools):
    """Whether all blocks of the language ran to their end."""
    folder = tools / language
    folder.mkdir()
    source = tools / f"guide.{ {'bash': 'sh', 'python': 'py', 'ts': 'ts'}[language] }"
    source.write_text(program(language, parts), encoding="utf-8")
    status, output = execute(command(language, source, tools), folder, PROGRAM_SECONDS)
    reached = {line.removeprefix(DONE) for line in output.splitlines() if line.startswith(DONE)}
    failed = [part for part in parts if str(part.line) not in reached]
    for part in parts:
        word = "ok      " if part not in failed else "FAIL    " if part is failed[0] else "not run "
        print(f"{word}line {part.line}: {language}", flush=True)
    if failed or status != 0:
        print(f"--- what {language} said, exit status {status}\n{without_secrets(output)}---", flush=True)
        return False
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--page", type=pathlib.Path, default=HERE.parent / "large-uploads.md")
    page = parser.parse_args().page
    missing = [name for name in VARIABLES if not os.environ.get(name)]
    if missing:
        sys.exit(f"set {', '.join(missing)}")
    found = blocks(page)
    if not any(block.language in RUN for block in found):
        sys.exit(f"{page.name} has no example")
    tools = pathlib.Path(tempfile.mkdtemp(prefix="penstock-guide-"))
    try:
        good = True
        for language in RUN:
            parts = [block for block in found if block.language == language]
            good = (not parts or run(language, parts, tools)) and good
    finally:
        shutil.rmtree(tools, ignore_errors=True)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
