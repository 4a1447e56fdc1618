"""
`python -m polyvox.emulator`: an emulator until SIGINT or SIGTERM, with a snippet to paste.
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from types import FrameType

from polyvox.emulator import Emulator, EmulatorStartFailed, UnsafeHost
from polyvox.emulator.settings import MEBIBYTE

__all__ = ["main"]

PORT_MAX = 65535

SNIPPETS = {
    "dial": (
        'client = polyvox.Dial(base_url="{url}", api_key="dial-key")\n'
        'client.chat("Hi", model="echo")'
    ),
}


def parsed(arguments: Sequence[str], prog: str) -> argparse.Namespace:
    """The options in *arguments*; *prog* is how help calls the program."""
    parser = argparse.ArgumentParser(
        prog=prog,
        description="Serve every backend of polyvox on loopback, from its OpenAPI document.",
    )
    parser.add_argument(
        "--port", type=port, default=0, help="port to listen on; 0 takes a free one"
    )
    parser.add_argument("--host", default="127.0.0.1", help="loopback address to listen on")
    parser.add_argument("--data", help="keep uploads and documents in this folder")
    parser.add_argument("--backend", action="append", help="serve this backend only; repeatable")
    parser.add_argument("--key", action="append", help="accept this credential only; repeatable")
    parser.add_argument(
        "--max-upload-bytes", type=int, default=512 * MEBIBYTE, help="refuse larger uploads (413)"
    )
    parser.add_argument(
        "--examples-only", action="store_true", help="answer everything from the examples"
    )
    parser.add_argument("--gzip", action="store_true", help="compress answers where accepted")
    parser.add_argument(
        "--unsafe-host", action="store_true", help="allow a host that other machines can reach"
    )
    return parser.parse_args(arguments)


def port(text: str) -> int:
    """The port number that *text* is."""
    if not text.isdecimal() or int(text) > PORT_MAX:
        msg = f"{text!r} is no port. Give a number from 0 to {PORT_MAX}; 0 takes a free one."
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def main(
    arguments: Sequence[str] | None = None,
    stop: threading.Event | None = None,
    *,
    prog: str = "python -m polyvox.emulator",
) -> int:
    """
    Serve until a signal asks to stop.

    Args:
        arguments: Command line without the program's name; that of the process by default.
        stop: Ends serving once it is set; signals set it too.
        prog: How help calls the program.

    Returns:
        0 after a clean end, 2 if the emulator could not start.
    """
    options = parsed(sys.argv[1:] if arguments is None else arguments, prog)
    stopped = threading.Event() if stop is None else stop
    with stopping_at_signals(stopped):
        return serve(options, stopped)


@contextmanager
def stopping_at_signals(stopped: threading.Event) -> Generator[None]:
    """Let SIGINT and SIGTERM set *stopped*; afterwards they do what they did before."""

    def stop_serving(number: int, frame: FrameType | None) -> None:
        """Ask the serving thread to end; what the signal was does not matter."""
        del number, frame
        stopped.set()

    before = {
        number: signal.signal(number, stop_serving) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def serve(options: argparse.Namespace, stopped: threading.Event) -> int:
    """Serve as *options* say until *stopped* is set; gives the exit status."""
    try:
        emulator = Emulator(
            backends=options.backend,
            host=options.host,
            port=options.port,
            data=options.data,
            keys=options.key,
            max_upload_bytes=options.max_upload_bytes,
            examples_only=options.examples_only,
            gzip=options.gzip,
            unsafe_host=options.unsafe_host,
        ).start()
    except (EmulatorStartFailed, UnsafeHost) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    with emulator:
        sys.stdout.write(greeting(emulator))
        sys.stdout.flush()
        stopped.wait()
    sys.stdout.write("Stopped.\n")
    return 0


def greeting(emulator: Emulator) -> str:
    """What to paste to talk to *emulator*."""
    lines = [f"polyvox emulator at {emulator.url}"]
    lines += [f"  {emulator.url_of(name)}" for name in emulator.prefixes]
    snippets = [name for name in emulator.prefixes if name in SNIPPETS]
    if snippets:
        lines += ["", "import polyvox"]
        lines += [SNIPPETS[name].format(url=emulator.url_of(name)) for name in snippets]
    return "\n".join([*lines, "", "Stop it with Ctrl+C.", ""])


if __name__ == "__main__":  # pragma: no cover - runs in a process of its own
    sys.exit(main())
