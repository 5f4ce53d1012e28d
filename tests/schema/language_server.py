"""A small editor: it opens texts in a YAML language server and asks about places.

It speaks the Language Server Protocol over pipes: JSON-RPC messages, each after a
header with its length in bytes. Lines and columns count from 0 there, from 1 here.
"""

import json
import queue
import subprocess
import threading
from contextlib import suppress

PATIENCE = 60
"""Seconds to wait for an answer."""


class LanguageServer:
    """A running server; leave the ``with`` block to end it."""

    def __init__(self, command, folder):
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )
        self._messages = queue.Queue()
        self._asked = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self.about = self.ask(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            capabilities={
                "textDocument": {"completion": {"completionItem": {}}, "hover": {}}
            },
        )
        self._tell("initialized")
        # No list of schemas from elsewhere: only the line at the top of a file counts.
        yaml = {"validate": True, "hover": True, "completion": True}
        settings = {"yaml": yaml | {"schemaStore": {"enable": False}}}
        self._tell("workspace/didChangeConfiguration", settings=settings)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.ask("shutdown")
        self._tell("exit")
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        self._process.kill()
        self._process.communicate()

    def open(self, path, text):
        """Open a text as if it lay at a path; return what is underlined, in order.

        Returns:
            Line, column and message of each, counted from 1.
        """
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1}
        self._tell("textDocument/didOpen", textDocument=document | {"text": text})
        while True:
            message = self._next()
            about = message.get("params", {})
            if about.get("uri") == path.as_uri() and "diagnostics" in about:
                break
        return sorted(
            (
                found["range"]["start"]["line"] + 1,
                found["range"]["start"]["character"] + 1,
                found["message"],
            )
            for found in about["diagnostics"]
        )

    def at(self, path, text, method):
        """Open a text with a ``|`` in it; ask for what belongs to that place."""
        before, after = text.split("|")
        self.open(path, before + after)
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        return self.ask(
            f"textDocument/{method}",
            textDocument={"uri": path.as_uri()},
            position={"line": line, "character": column},
        )

    def ask(self, method, **about):
        """Send a request and return the result."""
        self._asked += 1
        number = self._asked
        self._send({"id": number, "method": method, "params": about or None})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                return message["result"]

    def _tell(self, method, **about):
        self._send({"method": method, "params": about})

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _next(self):
        message = self._messages.get(timeout=PATIENCE)
        if "method" in message and "id" in message:
            # The server asks for leave to be told of changes, and the like.
            self._send({"id": message["id"], "result": None})
        return message

    def _listen(self):
        output = self._process.stdout
        while True:
            header = b""
            while not header.endswith(b"\r\n\r\n"):
                byte = output.read(1)
                if not byte:
                    return
                header += byte
            length = int(header.lower().partition(b"content-length:")[2].split()[0])
            self._messages.put(json.loads(output.read(length)))
