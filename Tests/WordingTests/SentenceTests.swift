import Domain
import Testing
import Wording

/// A code without a sentence in both languages fails here.
struct SentenceTests {
    @Test func everyReasonHasASentenceInBothLanguages() {
        for reason in Reason.allCases {
            let (chinese, english) = (Wording.sentence(reason, .zh), Wording.sentence(reason, .en))
            #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(reason.code)")
            #expect(english.utf8.allSatisfy { $0 < 0x80 } && english.count > 8, "\(reason.code)")
            #expect(!english.hasSuffix(".") && !chinese.hasSuffix("。"), "\(reason.code)")
        }
    }

    @Test func noTwoReasonsReadAlike() {
        for language in Language.allCases {
            let sentences = Reason.allCases.map { Wording.sentence($0, language) }
            #expect(Set(sentences).count == sentences.count)
        }
    }

    @Test func codesAreStableAndReadBack() {
        #expect(Reason.windowInverted.code == "window_inverted")
        #expect(Reason(code: "funds_insufficient") == .fundsInsufficient)
        #expect(Reason(code: "fundsInsufficient") == nil)
        #expect(Set(Reason.allCases.map(\.code)).count == Reason.allCases.count)
    }
}
