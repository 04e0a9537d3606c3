#!/usr/bin/env python3
"""The host in JavaScript, and its wrong calls. Usage: node_host_test.py LIBRARY BUILD"""

import os
import shutil
import subprocess
import sys
import tempfile

EXAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "examples")
HOST = os.path.join(EXAMPLES, "node_host")
WRONG = """
import { load } from "./gridcase.mjs";
const [library, store] = process.argv.slice(2);
const Engine = load(library);
const says = (what, call) => { try { call(); console.log(what, "nothing"); } catch (error) { console.log(what, error.code, error.field); } };
says("missing", () => Engine.open(store + ".missing"));
says("there", () => Engine.create(store, { organization: { code: "1" } }, new Date()));
const engine = Engine.open(store);
says("call", () => engine.call({ call: "nope" }));
says("actor", () => engine.call({ call: "find", actor: { unit: "nobody" }, query: {} }));
engine.close();
engine.close();
says("closed", () => engine.call({ call: "verify" }));
"""


def skip(why):
    print("skipped: " + why)
    sys.exit(77)


def prepared(build):
    """A folder with the host and koffi, which is fetched once."""
    if not shutil.which("node") or not shutil.which("npm"):
        skip("no node or no npm")
    folder = os.path.join(build, "node_host")
    os.makedirs(folder, exist_ok=True)
    for name in ("package.json", "gridcase.mjs", "host.mjs"):
        shutil.copy(os.path.join(HOST, name), folder)
    if not os.path.isdir(os.path.join(folder, "node_modules", "koffi")):
        fetched = subprocess.run(["npm", "install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"],
                                 cwd=folder, capture_output=True, text=True, timeout=100)
        if fetched.returncode != 0:
            skip("koffi cannot be had: " + fetched.stderr.strip()[-200:])
    return folder


def main():
    library, build = sys.argv[1:]
    folder = prepared(build)
    with open(os.path.join(folder, "wrong.mjs"), "w", encoding="utf-8") as file:
        file.write(WRONG)
    with tempfile.TemporaryDirectory() as work:
        store = os.path.join(work, "county.gridcase")
        done = subprocess.run(["node", "host.mjs", library, os.path.join(EXAMPLES, "jiangshan", "organization.json"), store],
                              cwd=folder, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.splitlines() == ["report file dispatch sign feedback close", "gongan 100.00",
                                            "refused: invalid_document case_id", "the record is sound"], done.stdout
        wrong = subprocess.run(["node", "wrong.mjs", library, store], cwd=folder, capture_output=True, text=True, timeout=60)
    assert wrong.returncode == 0, wrong.stdout + wrong.stderr
    said = dict(line.split(" ", 1) for line in wrong.stdout.splitlines())
    assert said["missing"].startswith("not_found"), said
    assert said["there"].startswith("invalid_"), said
    assert said["call"] == "invalid_document call", said
    assert said["actor"].startswith("invalid_argument"), said
    assert said["closed"] == "invalid_argument engine", said


if __name__ == "__main__":
    main()
