"""An exchange of its own folder that a test starts, kills, asks and imports into."""
import json
import os
import pathlib
import re
import shlex
import signal
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = os.environ.get("SUANLI_BINARY") or str(ROOT / ".build/debug/suanli")
AS_OF = "2026-01-01"


def run(*command, **options):
    """What a command prints; where it fails, what it said."""
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, **options)
    if done.returncode != 0:
        raise SystemExit(f"{shlex.join(map(str, command))}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


class Market:
    """Files of a market, and where its keys are."""

    def __init__(self, folder, offers, demands, programmes=()):
        self.folder, self.offers, self.demands, self.programmes = pathlib.Path(folder), offers, demands, programmes
        self.keys = self.folder / "keys.json"

    def make_keys(self, data):
        run(BINARY, "key", "file", self.keys, "--data", data, "--offers", self.offers, "--demands", self.demands)


class Exchange:
    """One `suanli serve` after the other on the same data, on the market's clock."""

    def __init__(self, data, seed):
        self.data, self.seed, self.port, self.process = pathlib.Path(data), seed, 0, None
        self.log = open(f"{data}.log", "ab")

    def start(self, **environment):
        """Returns once it serves; a later start takes the port of the first."""
        for _ in range(20):
            self.process = subprocess.Popen(
                [BINARY, "serve", "--data", self.data, "--clock", "market", "--seed", str(self.seed),
                 "--port", str(self.port)],
                cwd=ROOT, stdout=subprocess.PIPE, stderr=self.log, text=True, env={**os.environ, **environment})
            line = self.process.stdout.readline()
            if found := re.search(r"http://\S+:(\d+)", line):
                self.port = int(found.group(1))
                return
            self.process.wait()
            time.sleep(0.5)
        raise SystemExit(f"the exchange does not start; its log is {self.log.name}")

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def is_running(self):
        return self.process.poll() is None

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def kill_database(self):
        os.kill(int((self.data / "postgres/data/postmaster.pid").read_text().split()[0]), signal.SIGKILL)

    def stop(self):
        """Ends it in order; its status."""
        self.process.terminate()
        return self.process.wait(timeout=120)

    def rows(self, query):
        """The rows of a query, as lists of texts. The exchange has to run."""
        cluster = self.data / "postgres"
        elsewhere = cluster / "socket.path"
        socket = elsewhere.read_text().strip() if elsewhere.exists() else str(cluster / "socket")
        environment = dict(os.environ, PGHOST=socket, PGUSER="postgres", PGDATABASE="suanli",
                           PGPASSWORD=(cluster / "passwords" / "postgres").read_text().strip())
        text = run("psql", "-XAtq", "-F", " ", "-c", query, env=environment)
        return [line.split(" ") for line in text.splitlines()]

    def report(self):
        """The figures that two runs of the same commands have in common. The exchange has to be stopped."""
        report = json.loads(run(BINARY, "report", "--data", self.data, "--form", "json"))
        for name in ("recordsPerSecond", "seconds", "peakMemoryBytes"):
            report.pop(name)
        return report


class Import:
    """The three parts of an import, each a process of its own, in one session."""

    def __init__(self, exchange, market, receipts):
        common = ["--url", exchange.url, "--keys", market.keys, "--as-of", AS_OF, "--receipts", receipts]
        programmes = [word for path in market.programmes for word in ("--programme", path)]
        parts = [["market", "--offers", market.offers, "--demands", market.demands, *programmes],
                 ["offers", market.offers], ["demands", market.demands]]
        lines = [shlex.join(map(str, [BINARY, "import", *part, *common])) for part in parts]
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", " && ".join(lines)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, start_new_session=True)

    def is_running(self):
        return self.process.poll() is None

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()

    def finish(self):
        """What it printed; ends the test where it failed."""
        text, _ = self.process.communicate()
        if self.process.returncode != 0:
            raise SystemExit(f"the import failed with status {self.process.returncode}:\n{text}")
        return text
