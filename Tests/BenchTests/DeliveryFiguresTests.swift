import FoundationEssentials
import Testing

@testable import viva_bench

@Suite struct DeliveryFiguresTests {
    private let figures = DeliveryFigures(
        peer: "Praat 6",
        rows: [
            .share(.made, "clean", "recall", 1, of: 2, "pauses"),
            .median(.pitch, "all", "error", [0.5, 0.25, 2], unit: "st", "recordings"),
            .share(.made, "noise", "recall", 0, of: 0, "pauses"),
        ], leftOut: ["words: nobody hears them"])

    @Test func everyFigureStandsBesideItsCounts() {
        let lines = figures.table().split(separator: "\n")
        #expect(lines[0] == "| part | measured on | measure | figure | of |")
        #expect(lines[1] == "| --- | --- | --- | ---: | ---: |")
        #expect(lines[2] == "| made | clean | recall | 0.500 | 1 of 2 pauses |")
        #expect(lines[3] == "| pitch | all | error | 0.500 st | 3 recordings |")
        #expect(lines[4] == "| made | noise | recall | – | 0 of 0 pauses |")
        #expect(lines[5...] == ["references: Praat 6", "left out: words: nobody hears them"])
    }

    @Test func theDocumentHoldsTheSame() throws {
        let read = try JSONDecoder().decode(DeliveryFigures.self, from: try figures.json())
        #expect(read.rows == figures.rows)
        #expect(read.peer == figures.peer)
        #expect(read.leftOut == figures.leftOut)
    }

    @Test func withoutNamesAllIsMeasuredThatCanBe() throws {
        #expect(try DeliveryPart.chosen([], hasRecordings: false, hasEar: false) == [.made, .tones])
        let heard = try DeliveryPart.chosen([], hasRecordings: true, hasEar: true)
        #expect(heard == DeliveryPart.allCases)
        let unheard = try DeliveryPart.chosen([], hasRecordings: true, hasEar: false)
        #expect(unheard == DeliveryPart.allCases.filter { $0 != .words })
    }

    @Test func partsAreNamedApartOrByCommas() throws {
        let chosen = try DeliveryPart.chosen(["speed,pitch", "made"], hasRecordings: true, hasEar: false)
        #expect(chosen == [.made, .pitch, .speed])
        #expect(try DeliveryPart.chosen(["tones"], hasRecordings: true, hasEar: true) == [.tones, .words])
    }

    @Test(arguments: [["pauses"], ["speed", "tones"], ["words"], ["nothing"], ["made,odd"]])
    func aPartThatCannotBeMeasuredIsRefused(_ names: [String]) {
        #expect(throws: (any Error).self) {
            try DeliveryPart.chosen(names, hasRecordings: false, hasEar: false)
        }
    }
}
