import Delivery
import Foundation
import Signal
import Testing

extension FigureLimits {
    /// The groups that are limited at all.
    fileprivate var limited: [Limit] { limits.filter { $0.level != .none } }
}

@Suite struct FigureLimitsTests {
    private func limits(
        _ problems: [RecordingQuality.Problem] = [], signalToNoiseDB: Double? = 36, errors: Double? = 0.1
    ) -> FigureLimits {
        var quality = TestAnswer.quality(seconds: 60)
        quality.problems = problems
        quality.signalToNoiseDB = signalToNoiseDB
        return FigureLimits(quality: quality, expectedWordErrorRate: errors)
    }

    /// The levels of the groups that are limited, by their names.
    private func levels(_ limits: FigureLimits) -> [String: String] {
        Dictionary(uniqueKeysWithValues: limits.limited.map { ($0.group.rawValue, $0.level.rawValue) })
    }

    @Test func aGoodRecordingThatWasHeardWellLimitsNothing() {
        let limits = limits()
        #expect(limits.limited == [])
        #expect(limits.limits.map(\.group) == FigureLimits.Group.allCases)
        #expect(limits[.pauses] == FigureLimits.Limit(group: .pauses))
        #expect(self.limits(errors: nil).limited == [])
        #expect(self.limits(errors: .nan).limited == [])
        #expect(self.limits(errors: 0.35).limited == [])
    }

    @Test func noiseLimitsWhatIsMeasuredInTheSound() {
        let moderate = [
            "pauses": "approximate", "syllables": "approximate", "fillers": "approximate",
            "pitch": "approximate", "loudness": "approximate",
        ]
        #expect(levels(limits([.noisy], signalToNoiseDB: 11)) == moderate)
        let loud = levels(limits([.noisy], signalToNoiseDB: 6))
        let more = ["pauses": "unreliable", "syllables": "unreliable", "time": "approximate"]
        #expect(loud == moderate.merging(more) { $1 })
        #expect(levels(limits([.noisy], signalToNoiseDB: nil)) == moderate)
    }

    @Test func theLevelLimitsTheLoudness() {
        #expect(levels(limits([.clipped])) == ["loudness": "unreliable"])
        #expect(levels(limits([.tooQuiet])) == ["loudness": "approximate"])
        let both = limits([.clipped, .tooQuiet])
        #expect(levels(both) == ["loudness": "unreliable"])
        #expect(both[.loudness].reasons.count == 2)
    }

    @Test func mishearingLimitsWhatDependsOnWords() {
        #expect(
            levels(limits(errors: 0.4)) == [
                "words": "approximate", "fillers": "approximate", "language": "approximate",
                "pauses": "approximate",
            ])
        #expect(levels(limits(errors: 0.7))["language"] == "unreliable")
        #expect(
            limits(errors: 0.42)[.words].reasons == ["About 42 of 100 words were probably misheard."])
    }

    @Test(arguments: [RecordingQuality.Problem.empty, .silent, .noSpeech, .almostNoSpeech])
    func withoutSpeechNothingIsReliable(problem: RecordingQuality.Problem) {
        let limits = limits([problem])
        #expect(limits.limited.count == FigureLimits.Group.allCases.count)
        #expect(limits.limited.allSatisfy { $0.level == .unreliable && $0.reasons == [problem.explanation] })
    }

    @Test func everyLimitHasItsReasonsInSentences() {
        let problems: [RecordingQuality.Problem] = [.clipped, .tooQuiet, .noisy]
        for limit in limits(problems, signalToNoiseDB: 5, errors: 0.9).limited {
            #expect(!limit.reasons.isEmpty)
            #expect(limit.reasons.allSatisfy { $0.hasSuffix(".") })
        }
    }

    @Test func comesBackFromJSON() throws {
        let limits = limits([.noisy], signalToNoiseDB: 6, errors: 0.7)
        #expect(try TestAnswer.throughJSON(limits) == limits)
    }
}
