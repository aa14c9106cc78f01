import Testing

@testable import viva_bench

@Suite struct SyllableSumsTests {
    @Test func shortRecordingsAreCountedTogether() throws {
        var sums = SyllableSums()
        // 4 s, 3 s and 3 s together: 36 found of 40 said.
        sums.add(found: 10, said: 20, seconds: 4)
        sums.add(found: 16, said: 10, seconds: 3)
        #expect(sums.rows("x")[0].total == 0)
        sums.add(found: 10, said: 10, seconds: 3)
        let rows = sums.rows("x")
        #expect(rows[0].total == 1)
        #expect(abs(try #require(rows[0].value) - 0.1) < 1e-9)
        #expect(abs(try #require(rows[1].value) - 0.9) < 1e-9)
        #expect(rows[1].total == 40)
    }

    @Test func aLongRecordingStandsAloneAndTheMedianIsOfAll() throws {
        var sums = SyllableSums()
        sums.add(found: 100, said: 100, seconds: 30)
        sums.add(found: 80, said: 100, seconds: 30)
        sums.add(found: 60, said: 40, seconds: 12)
        let rows = sums.rows("x")
        // Errors of 0, a fifth and a half.
        #expect(rows[0].total == 3)
        #expect(abs(try #require(rows[0].value) - 0.2) < 1e-9)
        #expect(abs(try #require(rows[1].value) - 1) < 1e-9)
    }

    @Test func whatIsLeftOverCountsInTheWholeAlone() throws {
        var sums = SyllableSums()
        sums.add(found: 40, said: 40, seconds: 10)
        sums.add(found: 0, said: 10, seconds: 9.9)
        let rows = sums.rows("x")
        #expect(rows[0].total == 1)
        #expect(rows[0].value == 0)
        #expect(abs(try #require(rows[1].value) - 0.8) < 1e-9)
    }

    @Test func withoutSyllablesThereIsNoRatio() {
        #expect(SyllableSums().rows("x").map(\.value) == [nil, nil])
        var sums = SyllableSums()
        sums.add(found: 3, said: 0, seconds: 20)
        #expect(sums.rows("x").map(\.value) == [nil, nil])
        #expect(sums.rows("x").map(\.total) == [0, 0])
    }
}
