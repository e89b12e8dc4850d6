"""Reads values by the layouts that docs/log-values.md writes down: strictly, one byte string for each value."""
import datetime
import re
import typing


class Unreadable(Exception):
    """The bytes are not the form of a value."""


class Choice(typing.NamedTuple):
    """An alternative: its number, its name, and its fields by name."""
    number: int
    name: str
    fields: dict


class Cursor:
    """Bytes that are read from the front."""

    def __init__(self, data):
        self.data, self.offset = data, 0

    @property
    def left(self):
        return len(self.data) - self.offset

    def take(self, count):
        if count > self.left:
            raise Unreadable(f"the bytes end before the value does, at {self.offset}")
        self.offset += count
        return self.data[self.offset - count:self.offset]

    def number(self, size, signed=False):
        return int.from_bytes(self.take(size), "big", signed=signed)

    def require(self, holds, what):
        if not holds:
            raise Unreadable(f"{what}, before byte {self.offset}")

    def finish(self):
        self.require(not self.left, f"{self.left} bytes follow the value")


def integer(size, least, most):
    """A number between bounds; of eight bytes a signed one."""
    def read(cursor):
        value = cursor.number(size, signed=size == 8)
        cursor.require(least <= value <= most, f"{value} is not {least} to {most}")
        return value
    return read


def text(pattern, what):
    """A text behind its length in one byte; the pattern is for its UTF-8."""
    form = re.compile(pattern, re.DOTALL)

    def read(cursor):
        data = cursor.take(cursor.number(1))
        try:
            value = data.decode("utf-8")
        except UnicodeDecodeError:
            raise Unreadable(f"no UTF-8, before byte {cursor.offset}") from None
        cursor.require(form.fullmatch(data), f"{value!r} is no {what}")
        return value
    return read


def window(cursor):
    first, last = cursor.number(8, True), cursor.number(8, True)
    cursor.require(0 <= first < last <= 10**8 and last - first <= 87_600, f"hours {first} to {last} are no window")
    return first, last


def date(cursor):
    try:
        return datetime.date(cursor.number(2), cursor.number(1), cursor.number(1))
    except ValueError as error:
        raise Unreadable(f"{error}, before byte {cursor.offset}") from None


def credit_code(cursor):
    alphabet = b"0123456789ABCDEFGHJKLMNPQRTUWXY"
    data = cursor.take(18)
    numbers = [alphabet.find(byte) for byte in data]
    check = (31 - sum(number * 3**place for place, number in enumerate(numbers[:17]))) % 31
    cursor.require(min(numbers) >= 0 and numbers[17] == check, f"{data!r} is no credit code")
    return data.decode()


MOST = 2**63 - 1
ANY = integer(8, -(2**63), MOST)
WORDS = {
    "wide": lambda cursor: cursor.number(16, True), "int": ANY, "money": ANY, "stamp": ANY, "id": integer(8, 0, MOST), "positive": integer(8, 1, MOST),
    "version": integer(1, 1, 1), "kind": integer(1, 0, 255), "bool": integer(1, 0, 1),
    "quantity": integer(8, 0, 10**9), "price": integer(8, 0, 10**10), "rate": integer(2, 0, 10_000),
    "percent": integer(1, 0, 100), "window": window, "date": date, "creditCode": credit_code,
    "symbol": text(rb"[a-z0-9][a-z0-9._:+-]{0,63}", "symbol"), "label": text(rb"[^\x00-\x1f\x7f]{1,200}", "label"),
    "reason": text(rb"[a-z]+(_[a-z]+)*", "reason"), "commitment": lambda cursor: cursor.take(32),
}


class Layouts:
    """The readers that the blocks of a document define, by name."""

    def __init__(self, document):
        blocks = re.findall(r"^```layout\n(.*?)^```", document, re.DOTALL | re.MULTILINE)
        definitions = re.split(r"\n(?=\S)", "".join(blocks).strip())
        self.texts = dict(re.fullmatch(r"(\w+) =\s*(.*)", text, re.DOTALL).groups() for text in definitions)
        self.names = {}     # of the alternatives, by the name of their layout
        self.readers = {name: self.definition(name, text) for name, text in self.texts.items()}

    def read(self, name, data):
        """The value of the layout `name` that all of `data` is."""
        cursor = Cursor(data)
        value = self.readers[name](cursor)
        cursor.finish()
        return value

    def definition(self, layout, text):
        numbered = re.match(r"\d", text)
        if not numbered and "|" not in text:
            return self.fields(text)
        alternatives = [part.strip() for part in text.split("\n" if numbered else "|") if part.strip()]
        parsed = [re.fullmatch(r"(?:(\d+) )?(\w+)(?:\((.*)\))?", part, re.DOTALL).groups() for part in alternatives]
        numbers = [int(number) for number, _, _ in parsed if number]
        assert numbers in ([], list(range(len(parsed)))), f"{layout} is not numbered from 0"
        readers = [(name, self.fields(fields or "")) for _, name, fields in parsed]
        self.names[layout] = [name for name, _ in readers]

        def read(cursor):
            number = cursor.number(1)
            cursor.require(number < len(readers), f"{number} is the number of no alternative")
            name, fields = readers[number]
            return Choice(number, name, fields(cursor))
        return read

    def fields(self, text):
        parsed = [field.strip().split(": ") for field in text.split(",") if field.strip()]
        readers = [(name, self.type(kind)) for name, kind in parsed]
        return lambda cursor: {name: reader(cursor) for name, reader in readers}

    def type(self, kind):
        if kind.endswith("?"):
            flag, inner = WORDS["bool"], self.type(kind[:-1])
            return lambda cursor: inner(cursor) if flag(cursor) else None
        if kind.endswith("]"):
            return self.list(self.type(kind[kind.index("[") + 1:-1]), ascending=kind.startswith("ascending "))
        if kind in WORDS:
            return WORDS[kind]
        assert kind in self.texts, f"{kind} is not defined"
        return lambda cursor: self.readers[kind](cursor)

    def list(self, element, ascending):
        def read(cursor):
            count = cursor.number(4)
            cursor.require(count <= min(2**20, cursor.left), f"a list of {count}")
            values = [element(cursor) for _ in range(count)]
            if ascending:
                keys = [value["precision"] if isinstance(value, dict) else value for value in values]
                cursor.require(keys == sorted(keys), "a list is not in its order")
            return values
        return read
