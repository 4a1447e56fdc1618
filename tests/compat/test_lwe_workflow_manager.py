"""Workflow files found, kept, and handed to Ansible."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from lwe_world import SAMPLES, lwe_backend, lwe_config
from shells import Shell

from polyvox.compat.lwe import AsyncApiBackend
from polyvox.compat.lwe.workflows import AsyncWorkflowManager, WorkflowManager
from polyvox.errors import ConfigError

HELLO = "- hosts: localhost\n  tasks: [set_fact: {found: '{{ a | default(1) }}'}]\n"


@pytest.fixture
def manager(shell: Shell, tmp_path: Path) -> Any:
    """The workflows of the samples, and those of the folder `workflows`."""
    (tmp_path / "workflows").mkdir()
    return lwe_backend(shell, tmp_path).workflow_manager


def test_each_backend_has_its_manager(shell: Shell, manager: Any) -> None:
    """The manager's methods are coroutines where the backend's are."""
    assert isinstance(manager, AsyncWorkflowManager if shell.is_async else WorkflowManager)


def test_finding(shell: Shell, manager: Any, tmp_path: Path) -> None:
    """Files that can be run are listed; a later folder wins; both endings count."""
    folder = tmp_path / "workflows"
    for name, text in {
        "greet.yml": HELLO,
        "deep/mine.yaml": HELLO,
        "tasks.yaml": "- debug:",
        "bad.yaml": "a: b: c",
        "empty.yaml": "",
        "odd.yaml": "- ",
        "notes.txt": "x",
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    loaded = manager.load_workflows()
    samples = {path.stem for path in (SAMPLES / "workflows").glob("*.yaml")}

    assert samples | {"deep/mine"} == set(loaded.response)
    assert str(folder / "greet.yml") == loaded.response["greet"]
    assert loaded.response == manager.workflows
    assert (True, str(folder / "greet.yml")) == manager.ensure_workflow("greet")[:2]
    assert manager.ensure_workflow("greet.yml").success
    assert (False, "none") == manager.ensure_workflow("none")[:2]
    assert not manager.ensure_workflow("../workflows/greet").success
    assert "localhost" == manager.load_workflow("greet").response[0]["hosts"]
    assert not manager.load_workflow("bad").success
    assert {"found": 1} == shell.call(manager.run, "deep/mine").response


def test_a_variable_names_folders(manager: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable LWE_WORKFLOW_DIR wins over the configuration."""
    monkeypatch.setenv("LWE_WORKFLOW_DIR", str(SAMPLES / "workflows" / "tasks"))

    assert {} == manager.load_workflows().response


def test_keeping(manager: Any, tmp_path: Path) -> None:
    """Workflows are copied into the last folder, and deleted."""
    new = tmp_path / "workflows" / "sub" / "new.yaml"

    assert (True, str(new)) == manager.copy_workflow("greet", "sub/new")[:2]
    assert (SAMPLES / "workflows" / "greet.yaml").read_bytes() == new.read_bytes()
    assert "already exists" in manager.copy_workflow("greet", "sub/new.yaml").message
    assert "has no place" in manager.copy_workflow("greet", "../new").message
    assert "not found" in manager.copy_workflow("none", "new").message
    assert (True, str(new)) == manager.delete_workflow("sub/new")[:2]
    assert not new.exists()
    assert "not found" in manager.delete_workflow("sub/new").message


def test_folders_that_cannot_be_written(manager: Any, tmp_path: Path) -> None:
    """What the system refuses is a failure."""
    (tmp_path / "workflows" / "file").write_text("", "utf-8")
    result = manager.copy_workflow("greet", "file/new")

    assert not result.success
    assert isinstance(result.error, ConfigError)
    assert isinstance(result.error.__cause__, OSError)


def test_no_folder(tmp_path: Path) -> None:
    """Without a folder there is nowhere to copy to."""
    backend = AsyncApiBackend(lwe_config(tmp_path))
    manager = backend.workflow_manager
    backend.config.set("directories.workflows", [])

    assert "not found" in manager.copy_workflow("greet", "new").message


def test_what_cannot_be_run(shell: Shell, manager: Any) -> None:
    """Workflows and engines that do not exist are failures."""
    assert "Workflow 'none' not found. Look at" in shell.call(manager.run, "none").message
    assert "Did you mean 'greet'?" in shell.call(manager.run, "gret").message
    message = shell.call(manager.run, "greet", engine="magic").message
    assert "There is no engine 'magic'" in message


@pytest.fixture
def ansible(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A command that says how it was called, in place of Ansible's."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "ansible-playbook"
    program.write_text(
        f"""#!{sys.executable}
import json, os, signal, stat, sys
file = sys.argv[3][1:]
given = json.load(open(file))
if "pipe" in given:
    with open(given["pipe"], "w") as pipe:
        pipe.write(str(os.getpid()))
    signal.pause()
print(json.dumps({{
    "arguments": sys.argv[1:3], "file": file, "given": given, "input": sys.stdin.read(),
    "mode": stat.S_IMODE(os.stat(file).st_mode), "settings": os.environ.get("ANSIBLE_CONFIG"),
}}))
if "words" in given:
    sys.stderr.write(given["words"])
sys.exit(given.get("status", 0))
""",
        "utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("ANSIBLE_CONFIG", raising=False)
    return program


def test_handing_over(shell: Shell, manager: Any, ansible: Path) -> None:
    """Ansible gets the file and the variables, which nobody else may read; output comes back."""
    result = shell.call(manager.run, "unpack", "a=1 b='2 3'", engine="ansible")
    said = json.loads(result.response["stdout"])

    assert (True, "Workflow unpack completed") == (result.success, result.message)
    assert [str(SAMPLES / "workflows" / "unpack.yaml"), "--extra-vars"] == said["arguments"]
    assert ({"a": "1", "b": "2 3"}, 0o600, "") == (said["given"], said["mode"], said["input"])
    assert not Path(said["file"]).exists()
    assert (0, "") == (result.response["status"], result.response["stderr"])


def test_settings_of_lwe(
    shell: Shell, manager: Any, ansible: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where LWE is installed, Ansible learns its modules, unless the user says otherwise."""
    package = tmp_path / "site" / "lwe"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(package.parent))

    def settings() -> str | None:
        result = shell.call(manager.run, "unpack", engine="ansible")
        found: str | None = json.loads(result.response["stdout"])["settings"]
        return found

    assert settings() is None
    (package / "ansible.cfg").touch()
    assert str(package / "ansible.cfg") == settings()
    monkeypatch.setenv("ANSIBLE_CONFIG", "mine.cfg")
    assert "mine.cfg" == settings()


def test_a_failing_command(shell: Shell, manager: Any, ansible: Path) -> None:
    """A status other than 0 is a failure, told with what the command said last."""
    given = {"status": 2, "words": "It broke."}
    result = shell.call(manager.run, "unpack", given, engine="ansible")

    assert not result.success
    assert "Error running workflow unpack: ansible-playbook ended with status 2: It broke." == (
        result.message
    )
    assert 2 == result.response["status"]
    assert (
        '"status": 2' in shell.call(manager.run, "unpack", {"status": 2}, engine="ansible").message
    )


def test_ansible_that_is_not_installed(
    shell: Shell, manager: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the command, the message says what to install."""
    monkeypatch.setenv("PATH", str(tmp_path))
    result = shell.call(manager.run, "unpack", engine="ansible")

    assert "pip install ansible-core" in result.message


def test_cancelling_ends_the_command(ansible: Path, tmp_path: Path) -> None:
    """A cancelled run leaves no process behind."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    backend = AsyncApiBackend(lwe_config(tmp_path))
    number: list[int] = []

    async def main() -> None:
        """Hand over, and be cancelled."""
        run = backend.workflow_manager.run("unpack", {"pipe": str(pipe)}, engine="ansible")
        task = asyncio.create_task(run)
        number.append(int(await asyncio.to_thread(pipe.read_text)))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await backend.aclose()

    asyncio.run(main())

    with pytest.raises(ProcessLookupError):
        os.kill(number[0], 0)
