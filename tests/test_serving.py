"""`make run` from the outside: it starts, says where, ends on Ctrl-C and starts again as it was."""

import socket

import pytest
from django.core.management import CommandError, call_command

from tests.running import ROOT, Site
from unioncms import serving


def test_a_port_in_use_is_one_sentence():
    with socket.socket() as taken:
        taken.bind((serving.ADDRESS, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(
            CommandError, match=rf"^Port {port} cannot be used .*PORT=8001 make run takes another"
        ):
            call_command("serve", port=port)


def test_a_port_that_is_none_is_one_sentence():
    with pytest.raises(CommandError, match="70000 is not a port"):
        serving.require_free_port(70000)


def test_the_embedded_server_is_not_for_production(settings):
    settings.IS_PRODUCTION = True
    with pytest.raises(CommandError, match=r"docs/production\.md"):
        call_command("serve")


def test_ctrl_c_ends_everything_and_the_next_start_finds_it_all(tmp_path):
    site = Site(tmp_path, seeds=ROOT / "seeds" / "10_yunling_2025-09_markdown.md").start()
    password = site.password
    assert f"{site.url}/admin/" in site.output
    assert site.stop() == 0
    assert "Traceback" not in site.output
    serving.require_free_port(site.port)

    site.start()
    assert "密码" not in site.output, "the account is made once"
    assert password not in site.output
    assert site.stop() == 0


def test_documents_that_cannot_be_read_do_not_keep_the_others_from_being_served(tmp_path):
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "broken.txt").write_bytes(b"")
    good = ROOT / "seeds" / "10_yunling_2025-09_markdown.md"
    (documents / good.name).write_bytes(good.read_bytes())
    site = Site(tmp_path, seeds=documents).start()
    assert "Some documents were not imported" in site.output
    assert "broken.txt" in site.output
    assert site.stop() == 0


def test_a_folder_that_is_not_there_is_said_and_nothing_is_served(tmp_path):
    site = Site(tmp_path, seeds=tmp_path / "nowhere")
    with pytest.raises(RuntimeError, match="没有可以导入的文件或文件夹"):
        site.start()
    assert "Traceback" not in site.output
