import Domain
import Records

extension [Posting] {
    /// A credit line of the bank's statement: bank → free.
    public static func deposit(_ deposit: BankDeposit) -> [Posting] {
        [Posting(from: .bank, to: .free(deposit.party), deposit.amount, .deposit, .party(deposit.party))]
    }
}
