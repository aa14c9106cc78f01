import Foundation
import Speech

/// The phones and states of an acoustic model, as its binary `mdef` lists them.
struct ModelDefinition {
    /// The states that share acoustic scores (senones).
    let states: Int
    /// The transition matrices that the phones refer to.
    let transitionMatrices: Int

    /// Reads the counts of a file and checks that its tables are all there and refer only to what exists, because the
    /// engine uses them unchecked.
    init(path: String) throws(RecognitionError) {
        var file = try ModelFile(path: path)
        guard file.begins(with: "BMDF") else {
            throw file.invalid(
                "it does not begin with `BMDF`; `pocketsphinx_mdef_convert -bin` converts a text one")
        }
        try file.skip(4)
        guard try file.int32() == 1 else { throw file.invalid("its version is not 1") }
        try file.skip(file.int32())
        let counts = try file.counts(9)
        let (basePhones, phones, statesPerPhone) = (counts[0], counts[1], counts[2])
        let (sequences, treeNodes) = (counts[6], counts[8])
        (states, transitionMatrices) = (counts[4], counts[5])
        try file.skip(4)  // The number of the silence phone, which the engine looks up by name instead.
        let start = file.offset
        for _ in 0..<basePhones { _ = try file.text(endingWith: 0) }
        try file.skip((start - file.offset) & 3)
        try file.skip(treeNodes * 8)
        let phoneTable = file.offset
        try file.skip(phones * 12)
        let stateCount = sequences * statesPerPhone
        guard try file.int32() == stateCount else { throw file.invalid("its state sequences do not agree") }
        try file.expect(remaining: stateCount * 2)
        let isSound = file.data.withUnsafeBytes { bytes in
            Self.phones(phones, in: bytes, from: phoneTable, referTo: sequences, transitionMatrices)
                && Self.states(stateCount, in: bytes, from: file.offset, areBelow: states)
        }
        guard isSound else { throw file.invalid("it refers to states or matrices that it does not have") }
    }

    /// Whether a table of phones, 12 bytes each, refers only to state sequences and transition matrices that exist.
    private static func phones(
        _ count: Int, in bytes: UnsafeRawBufferPointer, from start: Int, referTo sequences: Int,
        _ matrices: Int
    ) -> Bool {
        // There are a hundred thousand: a plain loop costs a build without optimisation a tenth of a closure for each.
        var place = start
        let end = start + count * 12
        while place < end {
            guard Int(bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)) < sequences,
                Int(bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)) < matrices
            else { return false }
            place += 12
        }
        return true
    }

    /// Whether a table of state numbers, 2 bytes each, holds none that does not exist.
    private static func states(
        _ count: Int, in bytes: UnsafeRawBufferPointer, from start: Int, areBelow states: Int
    ) -> Bool {
        var place = start
        let end = start + count * 2
        while place < end {
            guard Int(bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self)) < states else {
                return false
            }
            place += 2
        }
        return true
    }
}
