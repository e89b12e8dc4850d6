import Domain

public struct DepositResource: Codable, Hashable, Sendable {
    public let sequence: Int64
    public let party: PartyID
    public let amountFen: Int64
    public let reference: Label

    public init(sequence: Int64, party: PartyID, amount: Money, reference: Label) {
        self.sequence = sequence
        self.party = party
        amountFen = amount.fen
        self.reference = reference
    }
}

public struct PayoutResource: Codable, Hashable, Sendable {
    public let id: PayoutID
    public let party: PartyID
    public let amountFen: Int64
    public let requester: PersonID
    /// The second person, once there is one.
    public let approver: PersonID?
    public let reference: Label?

    public init(
        id: PayoutID, party: PartyID, amount: Money, requester: PersonID, approver: PersonID?, reference: Label?
    ) {
        self.id = id
        self.party = party
        amountFen = amount.fen
        self.requester = requester
        self.approver = approver
        self.reference = reference
    }
}

/// An account: one asset, one owner, one role.
public struct AccountResource: Codable, Hashable, Sendable {
    public let id: AccountID
    /// `cny`, `programme-3` or `lease-7`.
    public let asset: String
    /// Position in the programme's list of funders.
    public let funder: Int64?
    /// As `lots_free`.
    public let role: String
    /// `exchange`, `party-4` or `zone-1/zone-5`, a link's network account.
    public let owner: String
    /// Credits less debits: fen, or milli-unit-seconds of a lease.
    public let balance: Int64

    public init(id: AccountID, asset: String, funder: Int64?, role: String, owner: String, balance: Int64) {
        self.id = id
        self.asset = asset
        self.funder = funder
        self.role = role
        self.owner = owner
        self.balance = balance
    }
}

/// A row of the ledger.
public struct TransferResource: Codable, Hashable, Sendable {
    public let sequence: Int64
    public let ordinal: Int64
    public let debit: AccountID
    public let credit: AccountID
    public let amount: Int64
    public let lot: LotID?
    public let cause: String
    /// What it is about, as `lease-7`.
    public let subject: String?

    public init(
        sequence: Int64, ordinal: Int64, debit: AccountID, credit: AccountID, amount: Int64, lot: LotID?,
        cause: String, subject: String?
    ) {
        self.sequence = sequence
        self.ordinal = ordinal
        self.debit = debit
        self.credit = credit
        self.amount = amount
        self.lot = lot
        self.cause = cause
        self.subject = subject
    }
}
