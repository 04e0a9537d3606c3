"""Drives Chromium over its debugging pipe; needs nothing but Python and the browser.

    with Browser() as browser:
        page = browser.open("/tmp/page.html", width=1280, height=800)
        page.run("document.title")
        page.press("Tab")
        page.screenshot("/tmp/page.png")
        page.problems()     # console messages and failures so far
        page.requests()     # addresses it asked for, its own file left out
"""

import base64
import fcntl
import json
import os
import pathlib
import select
import shutil
import subprocess
import tempfile
import time

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
SECONDS = 60

KEYS = {  # name: (code, key code, text)
    "Tab": ("Tab", 9, ""), "Enter": ("Enter", 13, "\r"), " ": ("Space", 32, " "),
    "Escape": ("Escape", 27, ""), "ArrowRight": ("ArrowRight", 39, ""),
    "ArrowLeft": ("ArrowLeft", 37, ""), "ArrowDown": ("ArrowDown", 40, ""),
    "ArrowUp": ("ArrowUp", 38, ""),
}


def program():
    """The path of the browser, or nothing if there is none."""
    named = os.environ.get("GRIDCASE_CHROMIUM")
    if named:
        return named
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


class Failure(Exception):
    pass


class Pipe:
    """Messages to and from the browser: JSON, each ended by a zero byte."""

    def __init__(self, command):
        # The browser reads from descriptor 3 and writes to 4; ours lie above, so as not to collide.
        theirs_in, ours_out = (self._above(end) for end in os.pipe())
        ours_in, theirs_out = (self._above(end) for end in os.pipe())

        def place():
            os.dup2(theirs_in, 3)
            os.dup2(theirs_out, 4)

        self.process = subprocess.Popen(command, pass_fds=(3, 4), preexec_fn=place,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, start_new_session=True)
        os.close(theirs_in)
        os.close(theirs_out)
        self.out, self.into, self.rest = ours_out, ours_in, b""

    @staticmethod
    def _above(descriptor):
        high = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)
        os.close(descriptor)
        return high

    def send(self, message):
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.out, data):]

    def receive(self, until):
        """The next message; nothing if none has come by then."""
        while b"\0" not in self.rest:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.into], [], [], left)[0]:
                return None
            data = os.read(self.into, 1 << 16)
            if not data:
                raise Failure("the browser has ended")
            self.rest += data
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def close(self):
        os.close(self.out)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.into)


class Browser:
    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        command = [program(), "--headless=new", "--remote-debugging-pipe", "--no-first-run",
                   "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                   "--disable-component-update", "--disable-sync", "--disable-extensions",
                   "--force-color-profile=srgb", "--lang=zh-CN",
                   "--user-data-dir=" + self.folder.name, "about:blank"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.insert(1, "--no-sandbox")  # which the superuser cannot have
        self.pipe = Pipe(command)
        self.last = 0
        self.events = []
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
        except Failure:
            pass
        self.pipe.close()
        self.folder.cleanup()

    def call(self, method, session=None, **parameters):
        self.last += 1
        message = {"id": self.last, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self.pipe.send(message)
        until = time.monotonic() + SECONDS
        while True:
            answer = self.pipe.receive(until)
            if answer is None:
                raise Failure(method + ": no answer")
            if answer.get("id") == self.last:
                if "error" in answer:
                    raise Failure(method + ": " + answer["error"]["message"])
                return answer.get("result", {})
            if "method" in answer:
                self.events.append(answer)

    def listen(self, seconds):
        """Takes the events that come in this time."""
        until = time.monotonic() + seconds
        while (message := self.pipe.receive(until)) is not None:
            if "method" in message:
                self.events.append(message)

    def open(self, path, width, height, phone=False):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, session, target)
        for domain in ("Page", "Runtime", "Network", "Log"):
            page.call(domain + ".enable")
        page.resize(width, height, phone)
        page.load(pathlib.Path(path).resolve().as_uri())
        return page


class Page:
    def __init__(self, browser, session, target):
        self.browser, self.session, self.target = browser, session, target

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def resize(self, width, height, phone=False):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=2 if phone else 1, mobile=phone)

    def load(self, address):
        self.address = address
        self.call("Page.navigate", url=address)
        until = time.monotonic() + SECONDS
        while self.run("document.readyState + location.href") != "complete" + address:
            if time.monotonic() > until:
                raise Failure("the page is not loaded")
            self.browser.listen(0.05)
        self.settle()

    def settle(self):
        """Waits until what is drawn late is drawn."""
        self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame("
                 "() => setTimeout(done, 60))))")

    def run(self, script):
        """The value of an expression; of a promise, what it comes to."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True,
                           awaitPromise=True, userGesture=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise Failure(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def press(self, *keys):
        for key in keys:
            code, number, text = KEYS[key]
            about = {"key": key, "code": code, "windowsVirtualKeyCode": number}
            self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **about)
            self.call("Input.dispatchKeyEvent", type="keyUp", **about)
        self.settle()

    def click(self, x, y):
        at = {"x": x, "y": y, "button": "left", "clickCount": 1}
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        self.call("Input.dispatchMouseEvent", type="mousePressed", **at)
        self.call("Input.dispatchMouseEvent", type="mouseReleased", **at)
        self.settle()

    def screenshot(self, path, whole=False):
        more = {}
        if whole:
            size = self.call("Page.getLayoutMetrics")["cssContentSize"]
            more = {"captureBeyondViewport": True, "clip": {**size, "scale": 1}}
        data = self.call("Page.captureScreenshot", format="png", **more)["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def pdf(self, path):
        data = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def events(self, method):
        return [event["params"] for event in self.browser.events
                if event["method"] == method and event.get("sessionId") == self.session]

    def problems(self):
        """Whatever was said on the console, thrown or logged by the browser."""
        self.browser.listen(0.1)
        said = [" ".join(str(part.get("value", part.get("description"))) for part in event["args"])
                for event in self.events("Runtime.consoleAPICalled")]
        thrown = [event["exceptionDetails"].get("exception", {}).get("description", "exception")
                  for event in self.events("Runtime.exceptionThrown")]
        logged = [event["entry"]["text"] for event in self.events("Log.entryAdded")]
        return said + thrown + logged

    def requests(self):
        """Every address the page asked for, but its own; data: and blob: are no network."""
        self.browser.listen(0.1)
        asked = [event["request"]["url"] for event in self.events("Network.requestWillBeSent")]
        return [url for url in asked
                if url.split("#")[0] != self.address and not url.startswith(("data:", "blob:"))]

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)
