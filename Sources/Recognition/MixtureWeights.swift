import Speech

/// The mixture weights of an acoustic model: how much each density counts in each state.
struct MixtureWeights {
    /// The states that weights are given for.
    let states: Int

    /// Checks the compressed weights (`sendump`) or, without them, the floating-point ones (`mixture_weights`).
    init(folder: String, streams: Int, densities: Int) throws(RecognitionError) {
        let compressed: ModelFile
        do {
            compressed = try ModelFile(path: folder + "/sendump")
        } catch {
            // The engine looks for the float file only when the compressed one is not there.
            guard case .modelMissing = error else { throw error }
            states = try ParameterFile(path: folder + "/mixture_weights", kind: .tensor).dimensions[0]
            return
        }
        states = try Self.states(ofCompressed: compressed, streams: streams, densities: densities)
    }

    private static func states(
        ofCompressed given: ModelFile, streams: Int, densities: Int
    ) throws(RecognitionError) -> Int {
        var file = given
        var header: [String: Int] = [:]
        while true {
            let length = try file.int32()
            guard length != 0 else { break }
            // The engine reads each text into 1,000 bytes.
            guard (1..<1_000).contains(length) else {
                throw file.invalid("its header has a text of \(length) bytes")
            }
            let fields = try file.text(bytes: length).split(separator: " ")
            if fields.count == 2, let value = Int(fields[1]) { header[String(fields[0])] = value }
        }
        let counts = try file.counts(2)
        guard counts[0] == densities, header["feature_count"] ?? streams == streams else {
            throw file.invalid("its \(counts[0]) densities are not the \(densities) of the means")
        }
        let clusters = header["cluster_count"] ?? 0
        guard clusters == 0 || clusters == 15 || clusters == 16 else {
            throw file.invalid("its \(clusters) clusters are not a form that the engine reads")
        }
        // Clustered weights take half a byte, after a table of one byte for each cluster.
        let row = clusters == 0 ? counts[1] : (counts[1] + 1) / 2
        try file.expect(remaining: clusters + streams * densities * row)
        return counts[1]
    }
}
