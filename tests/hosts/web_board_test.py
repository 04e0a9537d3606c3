#!/usr/bin/env python3
"""The board in the browser, while cases are written. Usage: web_board_test.py LIBRARY GRIDCASE"""

import json
import os
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
CLI = os.path.join(HERE, "..", "cli")
BOARD = os.path.join(HERE, "..", "..", "examples", "web_board", "board.py")
sys.path.insert(0, CLI)
sys.dont_write_bytecode = True
import browser  # noqa: E402

LIBRARY, GRIDCASE = sys.argv[1:]


def gridcase(*arguments):
    done = subprocess.run([GRIDCASE, *arguments, "--json"], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout) if done.stdout.strip() else None


def make_store(store):
    gridcase("init", store, "--organization", os.path.join(CLI, "organization.json"), "--time", os.path.join(CLI, "time.json"),
             "--at", "2020-06-01 08:00")


def report(store, title, at):
    return gridcase("report", store, "--by", "grid/gao", "--at", at, "--title", title, "--category", "04-01", "--channel", "patrol",
                    "--point", "118.6271,28.7437", "--tier", "township", "--party",
                    "role=requester,name=张三丰,telephone=13900000001")["case_id"]


def fetched(address):
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read().decode()


def status(address):
    try:
        fetched(address)
    except urllib.error.HTTPError as error:
        return error.code
    return 200


def look(address, case):
    """In the browser: from what is late to the case and its clock."""
    with browser.Browser() as chromium:
        blank = os.path.join(tempfile.gettempdir(), "blank-%d.html" % os.getpid())
        with open(blank, "w", encoding="utf-8") as file:
            file.write("<!doctype html><title>blank</title>")
        page = chromium.open(blank, 1280, 800)
        os.remove(blank)
        page.load(address)
        assert "超时案件" in page.run("document.body.innerText")
        assert page.run("document.querySelectorAll('section').length") == 2
        link = "[...document.querySelectorAll('main a')].find(a => a.href.includes('/case/'))"
        page.load(page.run(link + ".href"))
        assert page.run("location.pathname") == "/case/" + case
        assert page.run("document.querySelectorAll('.light.red').length") >= 1, page.run("document.body.innerText")
        assert "report" in page.run("document.body.innerText")
        assert page.run("document.documentElement.scrollWidth <= innerWidth")
        assert page.problems() == [], page.problems()


def main():
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "county.gridcase")
        make_store(store)
        case = report(store, "<b>路面</b>积水", "2020-06-29 10:00")
        board = subprocess.Popen([sys.executable, BOARD, "--library", LIBRARY, "--store", store, "--by", "center", "--port", "0",
                                  "--at", "2020-07-09T10:00:00+08:00"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            address = board.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:"), board.communicate(timeout=5)
            first = fetched(address)
            assert "&lt;b&gt;路面&lt;/b&gt;积水" in first and "<b>路面" not in first, first
            # What is written meanwhile is there at the next look.
            report(store, "井盖缺失", "2020-06-29 11:00")
            assert "井盖缺失" in fetched(address + "?unit=room")
            whole = fetched(address + "case/" + case)
            assert "13900000001" not in whole and "张三丰" not in whole
            assert [status(address + path) for path in ("case/1", "case/x", "nothing")] == [404, 400, 404]
            if browser.program():
                look(address, case)
            else:
                print("no browser: looked at as text only")
        finally:
            board.kill()
            board.wait()
        nobody = subprocess.run([sys.executable, BOARD, "--library", LIBRARY, "--store", store + ".no", "--by", "center"],
                                capture_output=True, text=True, timeout=30)
        assert nobody.returncode != 0 and "board.py:" in nobody.stderr, nobody


if __name__ == "__main__":
    main()
