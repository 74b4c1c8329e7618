import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_command_reference_is_up_to_date() -> None:
    spec = spec_from_file_location("reference", DOCS / "make_cli_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["reference"] = module
    spec.loader.exec_module(module)
    written = (DOCS / "reference/cli.md").read_text("utf-8")
    assert written == module.reference(), "run `python docs/make_cli_reference.py`"
