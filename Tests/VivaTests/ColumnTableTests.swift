import Testing

@testable import viva

@Suite struct ColumnTableTests {
    @Test func eachColumnIsAsWideAsItsWidestCellAndNothingFillsUpTheEnd() {
        let table = ColumnTable(
            titles: ["", "name", "score"], right: [0, 2],
            rows: [
                [.init("7"), .init("Ada"), .init(score: 71.4, .plain)],
                [.init("12"), .init("A longer name", most: 8), .init(score: nil, .plain)],
                [.init("3"), .init("\u{1B}[2J"), .init("")],
            ])
        #expect(
            table.lines(.plain).map(\.sequence) == [
                "    name       score",
                " 7  Ada           71",
                "12  A longe…       –",
                " 3  \\u{1B}[2J",
            ])
    }

    @Test func figuresAreDrawnAsHighAsTheyStand() {
        #expect(SparkLine.text([0, 50, 100], within: 0...100) == "▁▅█")
        #expect(SparkLine.text([-5, 120, .nan], within: 0...100) == "▁█▁")
        #expect(SparkLine.text([140, 150, 160]) == "▁▅█")
        #expect(SparkLine.text([5, 5]) == "▅▅")
        #expect(SparkLine.text([]) == "")
        #expect(SparkLine.text((0..<80).map(Double.init)).count == SparkLine.limit)
    }

    @Test func timesAreToldInTheLargestUnitThatFits() {
        #expect(
            [0, 1, 45, 60, 90, 120, 1440, 2880].map(TextLayout.minutes) == [
                "0 minutes", "1 minute", "45 minutes", "1 hour", "90 minutes", "2 hours", "1 day", "2 days",
            ])
    }
}
