#!/usr/bin/env python3
"""Connects a gridcase store with another system over files in two directories.

    connect.py --store county.gridcase --system zf --outgoing to-zf --incoming from-zf [--once]

What the store has to tell the system is written into `outgoing`, a message a file, aside and then
renamed, and acknowledged when all of it is there. What lies in `incoming` is handed to the store and
deleted when the store has it. It may be killed at any point: what was not acknowledged is written
again under the same name, what was not deleted is handed over again, and the store takes it once.
"""

import argparse
import collections
import json
import os
import subprocess
import sys
import time

# Refused because something else must come first: handed over again next time.
EARLY = {"unknown_case", "wrong_step", "not_possible", "not_assigned"}
AGAIN = {"conflict", "busy", "unknown"}


class Failed(Exception):
    pass


def gridcase(options, *arguments, text=None):
    done = subprocess.run([options.gridcase, *arguments, "--json"], input=text, text=True,
                          capture_output=True, encoding="utf-8")
    if done.returncode > 1:  # 1: the answer is no
        raise Failed(done.stderr.strip())
    return [json.loads(line) for line in done.stdout.splitlines()]


def at(options):
    return ["--at", options.at] if options.at else []


# ---- out ----------------------------------------------------------------------------------------

def translated(out):
    """What goes out as it comes in on the other side."""
    event = out["event"]
    action = event["action"]
    said = dict(out.get("opening") or {})
    for key in ("note", "reply", "attachments"):
        if key in action and not action.get("internal_note"):
            said[key] = action[key]
    if "opening" in out:
        # Their code, where the register knows one.
        if "category" in out:
            said.pop("category", None)
    said["happened"] = event["happened"]
    said["performer"] = action.get("performer") or "/".join(
        part for part in (event["actor"]["unit"], event["actor"].get("person")) if part)
    message = {"message_id": str(out["sequence"]), "external_id": out["number"], "action": said}
    if "external_id" in out:
        message["number"] = out["external_id"]
    if "category" in out:
        message["category"] = out["category"]
    if "opening" not in out:
        message["step"] = action["kind"]
    return message


def write_aside(folder, name, content):
    path = os.path.join(folder, name)
    aside = path + ".part"
    with open(aside, "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, path)


def sync(folder):
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def send(options):
    """The number of messages that were written."""
    box = gridcase(options, "outbox", options.store, options.system, "--limit",
                   str(options.limit))[0]
    told = collections.Counter()
    for out in box["messages"]:
        # One event may be told under several names; they are together, in the same order each time.
        name = f"{out['sequence']:020}-{told[out['sequence']]}.json"
        told[out["sequence"]] += 1
        write_aside(options.outgoing, name, translated(out))
    if box["messages"]:
        sync(options.outgoing)
    if box["last"] > box["acknowledged"]:
        gridcase(options, "acknowledge", options.store, options.system, str(box["last"]),
                 *at(options))
    return len(box["messages"]) + (1 if box["more"] else 0)


# ---- in -----------------------------------------------------------------------------------------

def put_aside(options, path, answer):
    """Nobody can take it as it is: kept, with the reason, for people to look at."""
    folder = os.path.join(options.incoming, "refused")
    os.makedirs(folder, exist_ok=True)
    name = os.path.basename(path)
    write_aside(folder, name + ".why", answer)
    os.replace(path, os.path.join(folder, name))


def receive(options, messages):
    return gridcase(options, "receive", options.store, options.system, "-", *at(options),
                    text=json.dumps(messages, ensure_ascii=False))


def hand_over(options, paths, messages):
    """What became of each that is a message: its path and its answer; the others are put aside."""
    try:
        return list(zip(paths, receive(options, messages)))
    except Failed as failed:
        receive(options, [])  # fails if it is not about the messages
        if len(messages) == 1:
            put_aside(options, paths[0], {"reason": str(failed)})
            return []
        return [one for path, message in zip(paths, messages)
                for one in hand_over(options, [path], [message])]


def read(options, paths):
    """Paths and what is in them; what is no JSON is put aside."""
    texts = {}
    for path in paths:
        try:
            with open(path, encoding="utf-8") as file:
                texts[path] = json.load(file)
        except ValueError as error:  # of UTF-8, too
            put_aside(options, path, {"reason": str(error)})
    return list(texts), list(texts.values())


def take(options):
    """The number of messages that were dealt with."""
    names = sorted(name for name in os.listdir(options.incoming) if name.endswith(".json"))
    paths = [os.path.join(options.incoming, name) for name in names]
    # All of them: those that came too early keep no others from coming.
    return sum(take_some(options, paths[first:first + options.limit])
               for first in range(0, len(paths), options.limit))


def take_some(options, paths):
    paths, messages = read(options, paths)
    dealt_with = 0
    for path, line in hand_over(options, paths, messages) if paths else []:
        answer = line["answer"]
        if answer["status"] in AGAIN:
            continue
        if answer["refusal"]:
            if answer["refusal"]["code"] in EARLY:
                continue
            put_aside(options, path, line)
        else:
            os.remove(path)
        dealt_with += 1
    return dealt_with


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("store", "system", "outgoing", "incoming"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--gridcase", default=os.environ.get("GRIDCASE_CLI", "gridcase"))
    parser.add_argument("--limit", type=int, default=100, help="messages a round")
    parser.add_argument("--every", type=float, default=5, help="seconds between two looks")
    parser.add_argument("--at", help="the time to record instead of now")
    parser.add_argument("--once", action="store_true", help="end when there is nothing to do")
    options = parser.parse_args()
    for folder in (options.outgoing, options.incoming):
        os.makedirs(folder, exist_ok=True)
    while True:
        try:
            busy = send(options) + take(options)
        except Failed as failed:
            print(failed, file=sys.stderr)
            if options.once:
                return 3
            busy = 0
        if options.once and not busy:
            return 0
        if not busy:
            time.sleep(options.every)


if __name__ == "__main__":
    sys.exit(main())
