"""Writes a table of the sample, or with --check compares it with the committed file."""

import csv
import io
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent


def text_of(header, rows) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def write(name: str, header, rows) -> None:
    """Exit status 1 under --check if the committed file differs."""
    fresh = text_of(header, rows)
    path = FOLDER / name
    if "--check" in sys.argv[1:]:
        if not path.exists() or path.read_text(encoding="utf-8") != fresh:
            sys.exit(f"sample/{name} differs from what its generator writes: run python3 sample/generate.py")
        return
    path.write_text(fresh, encoding="utf-8")
    print(f"sample/{name}: {len(rows)} rows")
