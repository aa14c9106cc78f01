import Delivery
import Foundation
import Signal
import Speech
import Testing

@Suite struct AnswerContoursTests {
    private func contours(
        levels: [Double] = [], pitch: [Float] = [], syllables: [Double] = []
    ) -> AnswerContours {
        AnswerContours(
            levelsDBFS: levels, pitch: PitchTrack(startSeconds: 0.005, frequenciesHz: pitch),
            syllables: syllables.map { SyllableNucleus(timeSeconds: $0, levelDB: -20) })
    }

    @Test func valuesAreRoundedToWhatCanBeSeen() {
        let contours = contours(
            levels: [-23.04, -120, -0.06], pitch: [133.333, 133.333, 133.333], syllables: [1.23456, 2])
        #expect(contours.levelsDBFS == [-23, -120, -0.1])
        #expect(contours.pitchesHz == [133.3])
        #expect(contours.syllablesSeconds == [1.23, 2])
    }

    @Test func thePitchOfFiftyMillisecondsIsTheMiddleOfItsVoicedParts() {
        let contours = contours(
            pitch: [
                0, 0, 0, 0, 0,
                // An error of an octave in the middle of it moves nothing.
                110, 100, 0, 210, 0,
                100, 101, 102, 103, 104,
                200,
            ])
        #expect(contours.pitchesHz == [nil, 110, 102, 200])
        let two = self.contours(pitch: [0, 100, 120, 0, 0]).pitchesHz
        #expect(two.count == 1)
        #expect((100...120).contains(two.compactMap(\.self).first ?? 0))
    }

    @Test func ofNothingThereIsNothing() throws {
        let none = contours()
        #expect(none == AnswerContours(levelsDBFS: [], pitchesHz: [], syllablesSeconds: []))
        #expect(try TestAnswer.throughJSON(none) == none)
    }

    @Test func placesWithoutVoiceComeBackFromJSON() throws {
        let contours = contours(
            levels: [-30, -31.5], pitch: [100, 100, 100, 100, 100, 0, 0, 0, 0, 0], syllables: [0.02])
        #expect(contours.pitchesHz == [100, nil])
        #expect(try TestAnswer.throughJSON(contours) == contours)
    }

    @Test func anAnalysisHasThemWhenLevelsWereMeasured() throws {
        let analysis = { (levels: [Double]) in
            AnswerAnalysis(
                transcript: Transcript(recognizer: "none"), speech: TestAnswer.ranges((0, 1)), syllables: [],
                pitch: PitchTrack(frequenciesHz: [Float](repeating: 120, count: 10)), levelsDBFS: levels,
                quality: TestAnswer.quality(seconds: 1))
        }
        #expect(analysis([]).contours == nil)
        let whole = analysis([-20, -21])
        #expect(whole.contours?.pitchesHz == [120, 120])
        #expect(try TestAnswer.throughJSON(whole) == whole)
        // One that was saved before they were kept.
        let data = try JSONEncoder().encode(whole)
        var object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object.removeValue(forKey: "contours") != nil)
        let old = try JSONSerialization.data(withJSONObject: object)
        #expect(try JSONDecoder().decode(AnswerAnalysis.self, from: old).contours == nil)
    }
}
