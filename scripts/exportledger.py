"""The ledger's rules of docs/log-format.md, section 7: what a record must keep, judged record by record."""
from collections import defaultdict

SOURCES = {"cny": "bank", "programme": "authority", "quota": "duty"}
ROLES = {
    "cny": "free held escrow earned fees network".split(),
    "programme": "available reserved lotsFree lotsHeld escrow earned claimed inPayment disbursed lapsed".split(),
    "quota": "undelivered used idle missed".split(),
}
WALLETS = ("lotsFree", "lotsHeld")


class Breach(Exception):
    """A record breaks the ledger."""


def require(holds, what):
    if not holds:
        raise Breach(what)


class Ledger:
    """Accounts, lots and what events announced, after the records so far."""

    def __init__(self):
        self.accounts, self.lots, self.payouts = {}, {}, {}
        self.balances = defaultdict(int)
        self.roles = defaultdict(int)       # by asset and role
        self.announced = defaultdict(int)   # by asset
        self.portions = defaultdict(lambda: defaultdict(int))   # by lot, then by funder and role, or "issue"

    def take(self, header, events, transfers):
        """Raises `Breach` for the first rule that the record breaks."""
        self.touched = {"accounts": set(), "lots": set(), "assets": set()}
        if header["outcome"].name == "refused":
            effects = [event for event in events if event.name != "voucherEvaluated"]
            require(not effects and not transfers, "a refused command had an effect")
        for event in events:
            self.note(event.name, event.fields)
        for transfer in transfers:
            self.move(transfer)
        self.judge()

    def note(self, name, fields):
        if name == "accountOpened":
            self.open(fields["id"], fields["account"])
        elif name == "depositRecorded":
            self.announce(("cny",), fields["deposit"]["amount"])
        elif name == "payoutRequested":
            self.payouts[fields["payout"]] = fields["amount"]
        elif name == "payoutApproved":
            require(fields["payout"] in self.payouts, f"payout {fields['payout']} was never asked for")
            self.announce(("cny",), -self.payouts.pop(fields["payout"]))
        elif name == "poolAuthorised":
            for funder, amount in enumerate(fields["amounts"]):
                self.announce(("programme", fields["programme"], funder), amount)
        elif name == "lotIssued":
            lot = fields["lot"]
            require(lot["id"] not in self.lots, f"lot {lot['id']} was issued twice")
            self.lots[lot["id"]] = lot
            self.touched["lots"].add(lot["id"])
        elif name == "filled":
            fill = fields["fill"]
            first, last = fill["window"]
            self.announce(("quota", fill["id"]), fill["quantity"] * (last - first) * 3600)
        elif name == "leaseCut":
            self.announce(("quota", fields["lease"]), -fields["quota"])

    def open(self, number, account):
        require(number not in self.accounts, f"account {number} was opened twice")
        asset, role = account["asset"], account["role"].name
        require(role == SOURCES[asset.name] or role in ROLES[asset.name], f"account {number} is not in the chart")
        self.accounts[number] = ((asset.name, *asset.fields.values()), role, account["owner"])

    def announce(self, asset, amount):
        self.announced[asset] += amount
        self.touched["assets"].add(asset)

    def move(self, transfer):
        debit, credit, amount = transfer["debit"], transfer["credit"], transfer["amount"]
        for number in (debit, credit):
            require(number in self.accounts, f"account {number} was never opened")
        require(debit != credit, f"a transfer of account {debit} to itself")
        asset = self.accounts[debit][0]
        require(asset == self.accounts[credit][0], f"accounts {debit} and {credit} hold different assets")
        for number, change in ((debit, -amount), (credit, amount)):
            role = self.accounts[number][1]
            self.balances[number] += change
            self.roles[asset, role] += change
            self.touched["accounts"].add(number)
            require(role not in WALLETS or transfer["lot"] is not None, f"a transfer of account {number} names no lot")
            if transfer["lot"] is not None:
                self.move_lot(transfer["lot"], asset, number, change)
        if transfer["lot"] is not None and transfer["cause"].name == "issue":
            self.portions[transfer["lot"]][asset[2], "issue"] += amount
        self.touched["assets"].add(asset)

    def move_lot(self, number, asset, account, change):
        require(number in self.lots, f"lot {number} was never issued")
        lot, (_, role, owner) = self.lots[number], self.accounts[account]
        require(asset[:2] == ("programme", lot["programme"]), f"lot {number} is not of the programme of {account}")
        self.touched["lots"].add(number)
        if role in WALLETS:
            held = owner.name == "party" and owner.fields["party"] == lot["holder"]
            require(held, f"lot {number} is not of the owner of account {account}")
            self.portions[number][asset[2], role] += change

    def judge(self):
        for number in sorted(self.touched["accounts"]):
            (kind, *_), role, _ = self.accounts[number]
            balance = self.balances[number]
            require(balance <= 0 if role == SOURCES[kind] else balance >= 0, f"account {number} is beyond zero")
        for number in sorted(self.touched["lots"]):
            portions, faces = self.portions[number], dict(enumerate(self.lots[number]["faces"]))
            require(all(amount >= 0 for amount in portions.values()), f"lot {number} is below zero")
            for funder in faces.keys() | {funder for funder, _ in portions}:
                issued = portions.get((funder, "issue"), 0)
                require(issued == faces.get(funder, 0), f"lot {number}: what was issued is not its face")
        for asset in sorted(self.touched["assets"]):
            given = -self.roles[asset, SOURCES[asset[0]]]
            standing = sum(self.roles[asset, role] for role in ROLES[asset[0]])
            require(given == standing, f"{asset}: what stands there is not what was put in")
            require(given == self.announced[asset], f"{asset}: what the source gave is not what the events say")
