"""What the benchmarks against yardsticks of ../shared/bench have in common."""
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = pathlib.Path(os.environ.get("SUANLI_SHARED") or ROOT.parent / "shared") / "bench"
NAME = pathlib.Path(sys.argv[0]).name


def output(*command):
    return subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True).stdout


def stop(text):
    print(f"{NAME}: {text}", file=sys.stderr)
    sys.exit(2)


def need(file):
    """A file of the yardsticks; without it there is nothing to compare with."""
    if not (SHARED / file).exists():
        stop(f"{SHARED} has no {file}; name the folder above it with SUANLI_SHARED")


def suanli_binary():
    """SUANLI_BINARY, or the release build, which is made."""
    if "SUANLI_BINARY" in os.environ:
        return os.environ["SUANLI_BINARY"]
    subprocess.run(["swift", "build", "-c", "release", "--product", "suanli"], check=True, cwd=ROOT,
                   stdout=subprocess.DEVNULL)
    return ROOT / ".build/release/suanli"


def status(wrong):
    """The exit status; what is wrong is printed."""
    for text in wrong:
        print(f"{NAME}: {text}", file=sys.stderr)
    return 1 if wrong else 0
