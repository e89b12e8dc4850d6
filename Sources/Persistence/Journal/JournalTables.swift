/// The tables of the journal, the ledger and the log.
extension Table {
    static let journal = Table(
        "journal",
        [
            "seq": .int8, "stamp": .int8, "organisation": .int8, "person": .int8, "key": .int8, "seat": .int2,
            "kind": .int2, "reason": .text, "nonce": .bytea, "body": .bytea, "leaf": .bytea, "epoch": .int8,
        ])
    static let transfer = Table(
        "transfer",
        [
            "seq": .int8, "ordinal": .int4, "debit": .int8, "credit": .int8, "amount": .int8, "lot": .int8,
            "cause": .int2, "subject_kind": .int2, "subject": .int8,
        ])
    static let clientKey = Table(
        "client_key",
        ["organisation": .int8, "operation": .int2, "key": .text, "body_hash": .bytea, "seq": .int8])
    static let erasableText = Table(
        "erasable_text", ["commitment": .bytea, "seq": .int8, "salt": .bytea, "text": .text],
        onConflict: "ON CONFLICT (commitment) DO NOTHING")
    static let account = Table(
        "account",
        [
            "id": .int8, "asset_kind": .int2, "asset_number": .int8, "funder": .int2, "role": .int2,
            "owner_kind": .int2, "party": .int8, "home": .int8, "zone": .int8, "seq": .int8,
        ])
    static let balance = Table(
        "balance",
        [
            "account": .int8, "asset_kind": .int2, "asset_number": .int8, "funder": .int2, "role": .int2,
            "balance": .int8,
        ])
    static let treeHash = Table("tree_hash", ["level": .int2, "index": .int8, "hash": .bytea])
    static let stateHash = Table("state_hash", ["seq": .int8, "hash": .int8])
    static let checkpoint = Table(
        "checkpoint", ["size": .int8, "root": .bytea, "note": .bytea],
        onConflict: "ON CONFLICT (size) DO NOTHING")
}
