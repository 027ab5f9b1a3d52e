"""A headless Chromium that is told what to do by the DevTools protocol. It asks the network for nothing."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from websocket import WebSocket, create_connection

_PATIENCE = 60.0


def executable() -> str | None:
    """Chromium, as Debian and others name it; None if there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Browser:
    """One page of one browser; `requests` and `errors` are what the page asked for and what it complained of."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.errors: list[str] = []
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        home = Path(self._folder.name)
        program = executable()
        assert program is not None
        # In a container there is no sandbox to be had as root. No name is resolved, so that nothing leaves the machine.
        self._process = subprocess.Popen(
            [
                program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking", "--no-first-run",
                "--hide-scrollbars", "--remote-debugging-port=0", f"--user-data-dir={home}", "about:blank",
            ],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            self._socket = self._connected(home / "DevToolsActivePort")
            self._number = 0
            self._session: str | None = None
            targets = self.ask("Target.getTargets")["targetInfos"]
            page = next(each["targetId"] for each in targets if each["type"] == "page")
            self._session = self.ask("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
            for domain in ("Page", "Runtime", "Network", "Log"):
                self.ask(f"{domain}.enable")
        except BaseException:
            self._end()
            raise

    def __enter__(self) -> Browser:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()
        self._end()

    def _end(self) -> None:
        self._process.kill()
        self._process.wait()
        self._folder.cleanup()

    def _connected(self, port: Path) -> WebSocket:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            lines = port.read_text().splitlines() if port.exists() else []
            if len(lines) == 2:
                url = f"ws://127.0.0.1:{lines[0]}{lines[1]}"
                return create_connection(url, timeout=_PATIENCE, suppress_origin=True, http_no_proxy=["127.0.0.1"])
            time.sleep(0.05)
        raise RuntimeError("chromium did not start")

    def ask(self, method: str, **parameters: Any) -> Any:
        """The answer to a command; what is told meanwhile is noted."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        self._socket.send(json.dumps(message))
        while True:
            told = json.loads(self._socket.recv())
            if told.get("id") == self._number:
                assert "error" not in told, told
                return told["result"]
            self._note(told.get("method", ""), told.get("params", {}))

    def _note(self, method: str, told: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.errors.append(json.dumps(told["exceptionDetails"]))
        elif method == "Runtime.consoleAPICalled" or (method == "Log.entryAdded" and told["entry"]["level"] == "error"):
            self.errors.append(json.dumps(told))

    def open(self, page: Path) -> None:
        """Load the page and wait until it is complete."""
        self.ask("Page.navigate", url=page.as_uri())
        end = time.monotonic() + _PATIENCE
        while self.run("document.URL + ' ' + document.readyState") != f"{page.as_uri()} complete":
            assert time.monotonic() < end, "the page does not load"
            time.sleep(0.02)

    def run(self, script: str) -> Any:
        """The value of an expression of JavaScript in the page."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def click(self, selector: str) -> None:
        """A press of the mouse in the middle of the element, as a person would."""
        element = f"document.querySelector({json.dumps(selector)})"
        self.run(f"{element}.scrollIntoView({{block: 'center', inline: 'center'}})")
        box = f"{element}.getBoundingClientRect()"
        x, y = self.run(f"(box => [box.x + box.width / 2, box.y + box.height / 2])({box})")
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press_enter(self) -> None:
        """The Enter key, at what has the focus."""
        for kind in ("keyDown", "keyUp"):
            self.ask(
                "Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", windowsVirtualKeyCode=13, text="\r"
            )

    def look(self, target: Path, width: int, height: int, scheme: str = "light") -> None:
        """Write a picture of the whole page at this width, in the light or dark scheme."""
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        picture = self.ask("Page.captureScreenshot", captureBeyondViewport=True)
        target.write_bytes(base64.b64decode(picture["data"]))
