"""
Applications of the DIAL SDK by EPAM, served by uvicorn; runs in the environment of `make external`.

Prints its address, and serves until its standard input ends.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import sys
import threading

import uvicorn
from aidial_sdk import DIALApp
from aidial_sdk import HTTPException as DialError
from aidial_sdk.chat_completion import ChatCompletion, Request, Response, Status


def question(request: Request) -> str:
    """The last message as text."""
    return request.messages[-1].text()


class Rich(ChatCompletion):
    """Everything that DIAL adds to an answer."""

    async def chat_completion(self, request: Request, response: Response) -> None:
        """Stages, text, attachments, state and usage."""
        with response.create_single_choice() as choice:
            with choice.create_stage("Looking it up") as stage:
                stage.append_content("in the ")
                stage.append_content("library")
                stage.add_attachment(type="text/plain", title="Source", data="a book")
            failed = choice.create_stage("Asking")
            failed.open()
            failed.append_name(" a friend")
            failed.close(Status.FAILED)
            for word in question(request).split(" "):
                choice.append_content(f"{word} ")
            choice.add_attachment(type="text/markdown", title="Table", data="| a |")
            choice.add_attachment(type="image/png", title="Picture", url="files/b/picture.png")
            choice.set_state({"turns": len(request.messages)})
        response.set_usage(prompt_tokens=7, completion_tokens=5)
        response.add_usage_per_model("inner", prompt_tokens=3, completion_tokens=2)
        response.set_discarded_messages([0])


class Slow(ChatCompletion):
    """Thinks for longer than its heartbeat."""

    async def chat_completion(self, request: Request, response: Response) -> None:
        """Say nothing for a while, twice."""
        with response.create_single_choice() as choice:
            await asyncio.sleep(0.15)
            choice.append_content("slow ")
            await asyncio.sleep(0.15)
            choice.append_content("and steady")


class Broken(ChatCompletion):
    """Fails in the middle of its answer."""

    async def chat_completion(self, request: Request, response: Response) -> None:
        """Begin, and fail."""
        with response.create_single_choice() as choice:
            choice.append_content("So far")
            await response.aflush()
            raise DialError("No more.", 429, code="quota", display_message="Come back tomorrow.")


class Refusing(ChatCompletion):
    """Fails before its answer begins."""

    async def chat_completion(self, request: Request, response: Response) -> None:
        """Refuse with a wish."""
        raise DialError("Too busy.", 429, headers={"Retry-After": "3600"})


class Tools(ChatCompletion):
    """Calls the first function that it is given."""

    async def chat_completion(self, request: Request, response: Response) -> None:
        """Call in pieces, or repeat what the tool said."""
        with response.create_single_choice() as choice:
            if request.messages[-1].role == "tool":
                choice.append_content(question(request))
                return
            name = (request.tools or [])[0].function.name
            call = choice.create_function_tool_call("call-1", name)
            call.append_arguments('{"city": ')
            call.append_arguments('"Paris"}')


def application() -> DIALApp:
    """All deployments."""
    app = DIALApp()
    app.add_chat_completion("rich", Rich())
    app.add_chat_completion("slow", Slow(), heartbeat_interval=0.04)
    app.add_chat_completion("broken", Broken())
    app.add_chat_completion("refusing", Refusing())
    app.add_chat_completion("tools", Tools())
    return app


def main() -> None:
    """Serve on a free port of the loopback interface until standard input ends."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        config = uvicorn.Config(application(), log_level="error", lifespan="off")
        server = uvicorn.Server(config)
        sys.stdout.write(f"http://127.0.0.1:{listener.getsockname()[1]}\n")
        sys.stdout.flush()
        threading.Thread(target=stop_with_input, args=[server], daemon=True).start()
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[listener])


def stop_with_input(server: uvicorn.Server) -> None:
    """Stop *server* once nobody holds the other end of the standard input."""
    sys.stdin.read()
    server.should_exit = True


if __name__ == "__main__":
    main()
