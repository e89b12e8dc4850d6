import Domain
import Records
import Testing
import TransparencyLog

@testable import suanli_verify

@Suite("Verifier: every finding has its sentences")
struct SentenceTests {
    private static let account = AccountID(3)
    private static let lot = LotID(4)

    private let violations: [LedgerViolation] = [
        .refusedButEffective, .accountReopened(account), .accountOutsideChart(account), .accountUnknown(account),
        .transferToItself(account), .assetsMixed(account, account), .balanceOnWrongSide(account), .lotReissued(lot),
        .lotUnknown(lot), .walletWithoutLot(account), .lotMismatch(lot, account), .lotFreeNegative(lot),
        .lotHeldNegative(lot), .lotFace(lot), .payoutUnknown(PayoutID(5)), .conservation(.cny),
        .sourceDiffers(.programme(ProgrammeID(6), funder: 0)), .sourceDiffers(.quota(LeaseID(7))),
    ]

    private let heads: [Finding] = [
        .manifestMalformed, .checkpointRefused(.note(.noKnownSignature)), .checkpointRefused(.lines),
        .earlierCheckpointRefused(.note(.invalidSignature(TestExport.key.name, 1))),
        .checkpointRefused(.note(.text)), .checkpointRefused(.otherOrigin("a")), .earlierHeadDiffers(size: 8),
        .earlierHeadLarger(size: 8),
    ]

    private let places: [Finding] = [
        .altered(9), .unreadable(9, CanonicalError(.truncated, at: 3)), .cutOff(9), .missing(9...9), .missing(9...12),
        .inserted(place: 9, claiming: 8), .repeated(9), .moved(9), .beyondHead(9...10), .leafAltered(9),
        .leavesMissing(9...9), .leavesBeyondHead(9...9), .notTheSignedLog(agree: true),
        .notTheSignedLog(agree: false), .sequenceGap(expected: 9, found: 10), .stampBackwards(9),
    ]

    @Test func inBothLanguagesAndInOneLine() {
        for finding in heads + places + violations.map({ .ledger(9, $0) }) {
            let (chinese, english) = (finding.sentence(.chinese), finding.sentence(.english))
            #expect(chinese.unicodeScalars.contains { $0.value > 0x4E00 }, "\(finding)")
            #expect(english.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) }, "\(finding)")
            #expect(!chinese.contains("\n"))
        }
    }

    @Test func recordsAreNamed() {
        for finding in places.dropLast(4) + [.stampBackwards(9)] {
            #expect(finding.sentence(.chinese).contains("9"))
            #expect(finding.sentence(.english).contains("9"))
        }
    }

    @Test func aFloodOfFindingsIsCut() {
        let verdict = Verdict(head: nil, findings: (1...50).map { .altered($0) })
        let lines = verdict.lines(.english)
        #expect(lines.count == Verdict.linesMost + 2)
        #expect(lines.suffix(2) == ["and 30 more", "FAILED"])
    }
}
