import Testing

@testable import viva_bench

@Suite struct TranscriptionServerTests {
    @Test func readsTheTimeOfAProgramWhoseNameHoldsBracketsAndBlanks() {
        let line = "42 (a) b (c) S 1 42 42 0 -1 4194304 900 0 3 0 150 25 0 0 20 0 4 0 1000 1 2\n"
        #expect(TranscriptionServer.ticks(line) == 175)
        #expect(TranscriptionServer.ticks("") == 0)
    }

    @Test func readsThePeakOfItsMemory() {
        let status = "Name:\tpython3\nVmPeak:\t  900000 kB\nVmHWM:\t  250000 kB\nVmRSS:\t  240000 kB\n"
        #expect(TranscriptionServer.peakKibibytes(status) == 250_000)
        #expect(TranscriptionServer.peakKibibytes("") == 0)
    }
}
