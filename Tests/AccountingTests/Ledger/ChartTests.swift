import Accounting
import Domain
import Records
import Testing

@Suite struct ChartTests {
    private static let programme = Asset.programme(ProgrammeID(3), funder: 1)

    /// Which roles each asset has, and who owns them: all others are outside the chart.
    @Test func theChartIsThisTable() {
        let table = [Asset.cny, ChartTests.programme, .quota(lease1)].flatMap { asset in
            AccountRole.allCases.compactMap { role -> String? in
                let owners: [AccountOwner] = [.exchange, .party(buyer), .link(ZoneID(1), ZoneID(2))]
                let accounts = owners.map { Account(asset: asset, role: role, owner: $0) }.filter(\.isInChart)
                #expect(accounts.count <= 1)
                return accounts.first?.path
            }
        }
        #expect(
            table.joined(separator: "\n") == """
                cny/bank/exchange
                cny/free/party-1
                cny/held/party-1
                cny/escrow/party-1
                cny/earned/party-1
                cny/fees/exchange
                cny/network/zone-1+zone-2
                programme-3.1/authority/exchange
                programme-3.1/escrow/party-1
                programme-3.1/earned/party-1
                programme-3.1/available/exchange
                programme-3.1/reserved/exchange
                programme-3.1/lotsFree/party-1
                programme-3.1/lotsHeld/party-1
                programme-3.1/claimed/party-1
                programme-3.1/inPayment/party-1
                programme-3.1/disbursed/party-1
                programme-3.1/lapsed/exchange
                quota-1/duty/party-1
                quota-1/undelivered/party-1
                quota-1/used/party-1
                quota-1/idle/party-1
                quota-1/missed/party-1
                """)
    }

    @Test func namedAccountsAreInTheChart() {
        let asset = ChartTests.programme
        let named: [Account] = [
            .bank, .fees, .free(buyer), .held(buyer), .escrow(buyer), .earned(buyer),
            .network(home: ZoneID(1), zone: ZoneID(2)), .authority(asset), .available(asset), .lapsed(asset),
            .voucher(asset, .lotsFree, buyer), .duty(lease1, provider: provider),
            .undelivered(lease1, buyer: buyer), .delivered(lease1, .used, buyer: buyer),
            .delivered(lease1, .idle, buyer: buyer), .delivered(lease1, .missed, buyer: buyer),
        ]
        #expect(named.filter { !$0.isInChart } == [])
        #expect(Set(named).count == named.count)
    }
}
