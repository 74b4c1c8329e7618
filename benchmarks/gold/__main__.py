"""Score chronicle on the sample documents: ``python -m benchmarks.gold [--errors]``."""

import argparse
import json
import logging
from pathlib import Path

from benchmarks.faults import listing
from benchmarks.gold.answers import Answer, answered
from benchmarks.gold.files import load, located
from benchmarks.gold.judge import judge
from benchmarks.gold.report import confusions, table
from benchmarks.tally import Tally, total
from chronicle.assembly import assemble
from chronicle.pipeline import extract
from chronicle.sources import read

ROOT = Path(__file__).parents[2]
logger = logging.getLogger(__name__)


def measure(path: Path, seeds: Path) -> Tally:
    """Chronicle's result on the document of one gold file."""
    table = load(path)
    document = read(seeds / table["file"], root=seeds)
    gold = located(table, document.text)
    try:
        assembly = assemble([extract(document)])
    except Exception:
        logger.exception("%s: chronicle failed; its answer counts as empty", gold.file)
        return judge(gold, Answer(), document.text)
    key = document.key
    answer = answered(assembly.document[key], assembly.chronologies[key])
    return judge(gold, answer, document.text)


def main() -> None:
    """Measure every sample document and print the table."""
    parser = argparse.ArgumentParser(prog="benchmarks.gold", description=__doc__)
    parser.add_argument("--seeds", type=Path, default=ROOT / "seeds")
    parser.add_argument("--gold", type=Path, default=ROOT / "tests" / "gold")
    parser.add_argument("--only", help="the stem of one gold file")
    parser.add_argument("--errors", action="store_true", help="list every fault")
    parser.add_argument("--json", type=Path, help="write all counts to a file")
    options = parser.parse_args()
    files = [
        p for p in sorted(options.gold.glob("*.toml")) if options.only in {None, p.stem}
    ]
    tallies = {path.stem: measure(path, options.seeds) for path in files}
    whole = total(tallies.values())
    print(table(tallies, whole))
    print("\n" + confusions(whole))
    if options.errors:
        print("\n" + listing(whole.faults))
    if options.json:
        named = {**tallies, "ALL": whole}
        counts = {name: dict(tally.counts) for name, tally in named.items()}
        options.json.write_text(json.dumps(counts, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
