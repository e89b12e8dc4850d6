import Domain
import ProgrammeFiles
import Programmes
import Testing

/// The worked examples of the published programmes, through the shipped files.
///
/// A line: what stands before the arrow is a firm's attributes, what it used of its yearly cap before, and one
/// contract's bill; after it stand the public share of the contract in yuan and, where nothing is paid, the reason.
struct WorkedExampleTests {
    static let examples = """
        # 2. Beijing: a fifth; two million a firm and year; one claim a contract; a year at most
        beijing  |              | 1200000 domestic                             -> 240000
        beijing  |              | 12000000 domestic                            -> 2000000
        beijing  | used=1500000 | 4000000 domestic                             -> 500000
        beijing  | claimed      | 4000000 domestic                             -> 0 alreadyClaimed
        beijing  | days=395     | 1200000 domestic                             -> 0 contractTooLong
        beijing  | days=366     | 1200000 domestic                             -> 240000
        beijing  | related      | 1200000 domestic                             -> 0 related
        beijing  | region=hebei | 1200000 domestic                             -> 0 regionNotCovered
        beijing  | dishonest    | 1200000 domestic                             -> 0 notEligible
        beijing  | signed=2023-08-31 | 1200000 domestic                        -> 0 contractTooEarly
        # 3. Shenzhen: a half, start-ups 60 %, ten million
        shenzhen |              | 15000000 domestic                            -> 7500000
        shenzhen | start-up     | 15000000 domestic                            -> 9000000
        shenzhen | start-up     | 18000000 domestic                            -> 10000000
        shenzhen | use=inference| 18000000 domestic                            -> 0 useNotCovered
        # 4. Hangzhou: the rate follows the line
        hangzhou |              | 3000000 domestic + 2000000 foreign           -> 1300000
        hangzhou |              | 40000000 domestic                            -> 8000000
        hangzhou | multimodal-model | 40000000 domestic                        -> 12000000
        hangzhou | use=modelService | 1000000 foreign                          -> 300000
        # 5. Henan: a fifth, one million, at listed facilities
        henan    | provider=91310199MA4WTHCR54 | 3200000 domestic              -> 640000
        henan    | provider=91310199MA4WTHCR54 | 6000000 domestic              -> 1000000
        henan    | provider=91110199MAAQEGK149 | 3200000 domestic              -> 0 providerNotListed
        # 8. Chengdu: 60 %, five million
        chengdu  |              | 1000000 domestic                             -> 600000
        chengdu  |              | 9000000 domestic                             -> 5000000
        """

    static let lines = examples.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }

    @Test(arguments: lines) func example(_ line: String) throws {
        let example = try WorkedExample(line)
        let result = try example.evaluate()
        #expect(result.amount == example.amount)
        #expect(result.refusal == example.reason)
        if example.reason == nil { #expect(try example.evaluateIssue() >= example.amount) }
    }

    /// 1. Nanning's official example: 305 of 729 days of 200,000 yuan, cut to four decimals of 10,000 yuan.
    @Test func nanning() throws {
        let definition = try Shipped.file("nanning").definition
        let example = try WorkedExample("nanning | | 200000 domestic -> 25102")
        let stamp = definition.clock.midnight(of: try CivilDate("2026-01-10"))
        let result = definition.evaluatePostUse(
            applicant: try example.applicant(), from: try CivilDate("2025-01-01"), through: try CivilDate("2026-12-31"),
            settled: Money(fen: 20_000_000), at: stamp)
        #expect(result.amount == Money(fen: 2_510_200))
        #expect(
            result.trace.filter { $0.phase >= .proRating }.map(\.output)
                == [8_367_600, 2_510_280, 2_510_200])
    }

    @Test func henanIsSplitInHalves() throws {
        let definition = try Shipped.file("henan").definition
        #expect(definition.faces(of: Money(fen: 64_000_000)) == [Money(fen: 32_000_000), Money(fen: 32_000_000)])
        #expect(definition.faces(of: Money(fen: 100_000_000)) == [Money(fen: 50_000_000), Money(fen: 50_000_000)])
    }

    /// 2., third line at issue: what was claimed this year bounds the face.
    @Test func beijingsCapBindsWhatIsClaimedToo() throws {
        let example = try WorkedExample("beijing | used=1500000 | 4000000 domestic -> 500000")
        #expect(try example.evaluateIssue() == Money(fen: 50_000_000))
    }

    @Test func theNextYearHasItsOwnCap() throws {
        let definition = try Shipped.file("chengdu").definition
        let applicant = try WorkedExample("chengdu | | 1 domestic -> 0").applicant()
        var caps = CapBook()
        let (december, window) = (try CivilDate("2025-12-31"), Window(unchecked: 480_000, 480_001))
        caps.recordFill(
            Money(fen: 500_000_000), definition, programme: ProgrammeID(1), applicant: applicant, window: window,
            at: definition.clock.midnight(of: december))
        func left(_ day: CivilDate) -> Int64 {
            caps.remainingAtFill(
                definition, programme: ProgrammeID(1), applicant: applicant, demand: DemandID(1), window: window,
                at: definition.clock.midnight(of: day))[0].amount.fen
        }
        #expect(left(december) == 0)
        #expect(left(december.adding(days: 1)) == 500_000_000)
    }
}
